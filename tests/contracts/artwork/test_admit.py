"""admit
anybody but Curation -> NotCuration(caller)
the first time       -> an artist without an end, numbered in the order of admission
again                -> the same number, and no end; vouchers of before are void, VouchersCancelled
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import work_id

FOREVER = 2**48 - 1


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(artwork, index):
    with reverts_with("NotCuration", accounts[index]):
        artwork.admit(accounts[index], {"from": accounts[index]})


def test_not_even_the_treasury_can(artwork, as_treasury):
    with reverts_with("NotCuration", as_treasury):
        artwork.admit(as_treasury, {"from": as_treasury})


def test_nobody_is_an_artist_unasked(artwork, stranger):
    assert not artwork.isArtist(stranger)
    assert artwork.artistUntil(stranger) == 0


def test_curation_can(artwork, as_curation, stranger):
    artwork.admit(stranger, {"from": as_curation})
    assert artwork.isArtist(stranger)
    assert artwork.artistUntil(stranger) == FOREVER


def test_numbered_in_their_order(artwork, as_curation, stranger, candidate):
    for number, one in enumerate([stranger, candidate], start=1):
        artwork.admit(one, {"from": as_curation})
        artwork.mint(work_id(number), one, 0, {"from": one})
    assert [artwork.works(work_id(one))["artistNumber"] for one in (1, 2)] == [1, 2]
    assert [artwork.artistOf(work_id(one)) for one in (1, 2)] == [stranger, candidate]


def test_admitted_again_under_the_same_number(artwork, as_curation, stranger, candidate):
    for one in (stranger, candidate):
        artwork.admit(one, {"from": as_curation})
    artwork.endAdmission(stranger, 1, {"from": as_curation})
    artwork.admit(stranger, {"from": as_curation})
    artwork.mint(work_id(1), stranger, 0, {"from": stranger})
    assert artwork.works(work_id(1))["artistNumber"] == 1
    assert artwork.artistUntil(stranger) == FOREVER


def test_admitted_again_with_another_nonce(artwork, as_curation, stranger):
    receipt = artwork.admit(stranger, {"from": as_curation})
    assert "VouchersCancelled" not in receipt.events
    assert artwork.voucherNonces(stranger) == 0
    artwork.endAdmission(stranger, 1, {"from": as_curation})
    receipt = artwork.admit(stranger, {"from": as_curation})
    assert dict(receipt.events["VouchersCancelled"]) == {"artist": stranger, "nonce": 1}
    assert artwork.voucherNonces(stranger) == 1
