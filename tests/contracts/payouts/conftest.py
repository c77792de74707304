"""The ways money leaves, and tokens of every manner; probe and payer have plenty of each."""

from typing import Any

import brownie
import pytest
from brownie import ZERO_ADDRESS
from scene import ETHER

PLENTY = 10 * ETHER


@pytest.fixture(scope="module")
def probe(module_isolation, deployer):
    found = deployer.deploy(brownie.PayoutsProbe)
    deployer.transfer(found, PLENTY)
    return found


@pytest.fixture(scope="module")
def payer(collector):
    return collector


@pytest.fixture(scope="module")
def payee(candidate):
    return candidate


@pytest.fixture(scope="module")
def make_token(probe, payer, deployer):
    """A token of some kind, in the hands of probe and payer, who lets the probe take it."""

    def build(kind: str) -> Any:
        found = deployer.deploy(getattr(brownie, kind))
        for owner in (probe, payer):
            found.mint(owner, PLENTY, {"from": deployer})
        found.approve(probe, PLENTY, {"from": payer})
        return found

    return build


@pytest.fixture
def held(probe):
    """What the probe has of a currency beyond what it owes."""

    def build(currency: Any) -> int:
        is_ether = currency == ZERO_ADDRESS
        balance = probe.balance() if is_ether else currency.balanceOf(probe)
        return int(balance - probe.totalCredits(currency))

    return build
