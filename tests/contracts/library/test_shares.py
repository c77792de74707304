"""Shares
floorOf -> rounded down, exact for every amount
ceilOf  -> rounded up, exact for every amount
"""

import brownie
import pytest
from brownie.test import given, strategy
from hypothesis import settings

MAXIMUM = 2**256 - 1


@pytest.fixture(scope="module")
def probe(module_isolation, deployer):
    return deployer.deploy(brownie.LibraryProbe)


@pytest.mark.parametrize(
    ("amount", "bps", "floor", "ceiling"),
    [
        (0, 10_000, 0, 0),
        (1, 1, 0, 1),
        (3, 3_000, 0, 1),
        (4, 3_000, 1, 2),
        (9_999, 9_999, 9_998, 9_999),
        (10_000, 250, 250, 250),
        (10_001, 250, 250, 251),
        (10**18, 1_000, 10**17, 10**17),
        (MAXIMUM, 10_000, MAXIMUM, MAXIMUM),
        (MAXIMUM, 0, 0, 0),
    ],
)
def test_table(probe, amount, bps, floor, ceiling):
    assert (probe.floorOf(amount, bps), probe.ceilOf(amount, bps)) == (floor, ceiling)


@given(amounts=strategy("uint256[25]"), bps=strategy("uint16", max_value=10_000))
@settings(max_examples=4)  # an example costs a chain's snapshot, an amount next to nothing
def test_any_amount(probe, amounts, bps):
    for amount in amounts:
        assert probe.floorOf(amount, bps) == amount * bps // 10_000
        assert probe.ceilOf(amount, bps) == -(-amount * bps // 10_000)
