"""royaltyInfo, works, artistOf
no such work -> WorkMissing(work), but artistOf says zero
any price    -> the artist, and at most the cap of it, without overflow
a zero rate  -> nothing
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import work_id

MAXIMUM = 2**256 - 1


def test_no_work_no_royalty(artwork):
    with reverts_with("WorkMissing", work_id(9)):
        artwork.royaltyInfo(work_id(9), 100)


def test_no_work_no_terms(artwork):
    with reverts_with("WorkMissing", work_id(9)):
        artwork.works(work_id(9))


def test_no_work_no_artist(artwork, minted, artist):
    assert artwork.artistOf(work_id(9)) == ZERO_ADDRESS
    assert artwork.artistOf(minted) == artist


@pytest.mark.parametrize("price", [0, 1, 9, 10, 10_001, 10**18, MAXIMUM - 1, MAXIMUM])
def test_any_price(artwork, minted, artist, price):
    assert tuple(artwork.royaltyInfo(minted, price)) == (artist, price // 10)


def test_a_zero_rate(artwork, admitted):
    artwork.mint(work_id(8), admitted, 0, {"from": admitted})
    assert tuple(artwork.royaltyInfo(work_id(8), MAXIMUM)) == (admitted, 0)
