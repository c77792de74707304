"""mint
caller no artist             -> NotArtist(caller): stranger, member, applicant, treasury
royalty above the cap        -> RoyaltyAboveCap(royaltyBps, cap)
work 0                       -> WorkInvalid(0): offers and consents mean any work by it
work there already           -> WorkExists(work), whoever made it
to nobody                    -> ERC721InvalidReceiver(0)
to a contract that holds none -> ERC721InvalidReceiver(contract)
to a contract that calls back -> no second work, and the terms are readable in the call
otherwise                    -> the work is there with its terms, WorkMinted
"""

import pytest
from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with
from scene import act, work_id


@pytest.mark.parametrize("index", [0, 3, 7])
def test_a_stranger_cannot(artwork, index):
    with reverts_with("NotArtist", accounts[index]):
        artwork.mint(work_id(9), accounts[index], 0, {"from": accounts[index]})


def test_an_applicant_cannot_yet(artwork, open_application, candidate):
    open_application(candidate)
    with reverts_with("NotArtist", candidate):
        artwork.mint(work_id(9), candidate, 0, {"from": candidate})


def test_the_royalty_has_a_cap(artwork, admitted):
    with reverts_with("RoyaltyAboveCap", 1_001, 1_000):
        artwork.mint(work_id(9), admitted, 1_001, {"from": admitted})


def test_no_work_is_zero(artwork, admitted):
    with reverts_with("WorkInvalid", 0):
        artwork.mint(0, admitted, 0, {"from": admitted})


def test_a_work_is_minted_once(artwork, minted, admitted):
    with reverts_with("WorkExists", minted):
        artwork.mint(minted, admitted, 0, {"from": admitted})


def test_also_after_it_moved(artwork, minted, admitted, collector):
    artwork.transferFrom(admitted, collector, minted, {"from": admitted})
    with reverts_with("WorkExists", minted):
        artwork.mint(minted, admitted, 0, {"from": admitted})


def test_not_to_nobody(artwork, admitted):
    with reverts_with("ERC721InvalidReceiver", ZERO_ADDRESS):
        artwork.mint(work_id(9), ZERO_ADDRESS, 0, {"from": admitted})


def test_not_into_a_contract_that_holds_none(artwork, admitted, double):
    deaf = double("Puppet")
    with reverts_with("ERC721InvalidReceiver", deaf):
        artwork.mint(work_id(9), deaf, 0, {"from": admitted})


def test_a_callback_mints_nothing_more(artwork, admit, double, stranger):
    caller = double("Reenterer")
    admit(caller)
    again = artwork.mint.encode_input(work_id(9), caller, 500)
    caller.aim(artwork, again, {"from": stranger})
    act(caller, artwork.mint, work_id(9), caller, 500)
    assert caller.wasTried()
    assert not caller.isIn()
    assert artwork.balanceOf(caller) == 1


def test_a_callback_sees_the_whole_work(artwork, admit, double, stranger):
    caller = double("Reenterer")
    admit(caller)
    caller.aim(artwork, artwork.works.encode_input(work_id(9)), {"from": stranger})
    act(caller, artwork.mint, work_id(9), caller, 500)
    assert caller.isIn()


def test_minted(artwork, admitted, collector):
    receipt = artwork.mint(work_id(9), collector, 1_000, {"from": admitted})
    assert artwork.ownerOf(work_id(9)) == collector
    assert tuple(artwork.works(work_id(9))) == (collector, 1, 1_000, 0, False, False)
    assert dict(receipt.events["WorkMinted"]) == {
        "work": work_id(9),
        "artist": admitted,
        "to": collector,
        "payer": admitted,
        "royaltyBps": 1_000,
        "currency": ZERO_ADDRESS,
        "price": 0,
        "fee": 0,
    }
