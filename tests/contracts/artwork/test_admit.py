"""admit
anybody but Curation -> NotCuration(caller)
"""

import pytest
from brownie import accounts
from expect import reverts_with


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(artwork, index):
    with reverts_with("NotCuration", accounts[index]):
        artwork.admit(accounts[index], {"from": accounts[index]})


def test_not_even_the_treasury_can(artwork, as_treasury):
    with reverts_with("NotCuration", as_treasury):
        artwork.admit(as_treasury, {"from": as_treasury})


def test_curation_can(artwork, curation, stranger):
    artwork.admit(stranger, {"from": accounts.at(curation.address, force=True)})
    assert artwork.isArtist(stranger)
