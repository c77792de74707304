"""amount
ether    -> exact to the last wei, no idle zeros, never in exponents
percent  -> exact to the basis point
"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from marketplace.web.amount import bare_ether, ether, percent


@pytest.mark.parametrize(
    ("wei", "shown"),
    [
        (0, "0"),
        (1, "0.000000000000000001"),
        (250_000_000_000_000_000, "0.25"),
        (10**18, "1"),
        (1_500_000_000_000_000_000, "1.5"),
        (10**27 + 1, "1000000000.000000000000000001"),
    ],
)
def test_ether_is_exact(wei: int, shown: str) -> None:
    assert bare_ether(wei) == shown


@given(some.integers(0, 2**256 - 1))
def test_ether_reads_back_as_the_same_wei(wei: int) -> None:
    whole, _, fraction = bare_ether(wei).partition(".")
    assert int(whole) * 10**18 + int(fraction.ljust(18, "0")) == wei


def test_ether_keeps_number_and_unit_on_one_line() -> None:
    assert ether(10**18) == "1\u00a0ETH"


@pytest.mark.parametrize(("bps", "shown"), [(0, "0"), (1, "0.01"), (250, "2.5"), (1000, "10")])
def test_percent_is_exact(bps: int, shown: str) -> None:
    assert percent(bps) == f"{shown}\u00a0%"
