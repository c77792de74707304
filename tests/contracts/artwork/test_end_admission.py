"""endAdmission
anybody but Curation  -> NotCuration(caller)
never admitted        -> NotArtist(artist)
before the end        -> mints as before
from the end on       -> AdmissionOver(artist, until), by every way to mint
taken back            -> mints again
works and their owners -> as before
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import ETHER, next_block_at, now, work_id

FOREVER = 2**48 - 1


@pytest.fixture
def ended(artwork, admitted, as_curation):
    """The second from which the artist is none."""
    until = now() + 100
    artwork.endAdmission(admitted, until, {"from": as_curation})
    next_block_at(until)
    return until


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(artwork, admitted, index):
    with reverts_with("NotCuration", accounts[index]):
        artwork.endAdmission(admitted, 1, {"from": accounts[index]})


def test_not_even_the_treasury_can(artwork, admitted, as_treasury):
    with reverts_with("NotCuration", as_treasury):
        artwork.endAdmission(admitted, 1, {"from": as_treasury})


def test_only_of_who_was_admitted(artwork, as_curation, stranger):
    with reverts_with("NotArtist", stranger):
        artwork.endAdmission(stranger, FOREVER, {"from": as_curation})


def test_until_then_all_goes_on(artwork, admitted, as_curation):
    until = now() + 100
    artwork.endAdmission(admitted, until, {"from": as_curation})
    next_block_at(until - 1)
    artwork.mint(work_id(9), admitted, 0, {"from": admitted})
    assert artwork.isArtist(admitted)
    assert artwork.artistUntil(admitted) == until


def test_no_mint_from_then_on(artwork, admitted, ended):
    with reverts_with("AdmissionOver", admitted, ended):
        artwork.mint(work_id(9), admitted, 0, {"from": admitted})
    assert not artwork.isArtist(admitted)


def test_no_batch_either(artwork, admitted, ended):
    with reverts_with("AdmissionOver", admitted, ended):
        artwork.mintBatch([work_id(9)], admitted, 0, {"from": admitted})


def test_nor_a_split(artwork, admitted, collector, split_with, terms, ended):
    split, consents = split_with(admitted, collector, 100)
    with reverts_with("AdmissionOver", admitted, ended):
        artwork.mintSplit(work_id(9), admitted, 0, terms(split), consents, {"from": admitted})


def test_nor_a_voucher_signed_before(admitted, collector, make_voucher, bring, ended):
    with reverts_with("AdmissionOver", admitted, ended):
        bring(make_voucher(price=ETHER), collector)


def test_taken_back(artwork, admitted, as_curation, ended):
    artwork.endAdmission(admitted, FOREVER, {"from": as_curation})
    artwork.mint(work_id(9), admitted, 0, {"from": admitted})
    assert artwork.ownerOf(work_id(9)) == admitted


def test_what_is_minted_stays(artwork, minted, admitted, collector, as_curation):
    artwork.endAdmission(admitted, 0, {"from": as_curation})
    artwork.transferFrom(admitted, collector, minted, {"from": admitted})
    assert artwork.ownerOf(minted) == collector
    assert artwork.artistOf(minted) == admitted
    assert tuple(artwork.royaltyInfo(minted, 100)) == (admitted, 10)
