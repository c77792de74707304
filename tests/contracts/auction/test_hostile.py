"""the auction house, against hostile bidders, sellers, artists and callers
an outbid bidder refuses, burns gas, bombs -> credited; the next bid leads, at bounded gas
a seller does at the settlement            -> credited; the winner has the work
an artist does                             -> credited; winner and seller have theirs
a winner who cannot receive works          -> gets it: a plain transfer
a bidder without code yet                  -> bids as anybody
a bidder or seller who calls back          -> enters nothing that moves money, takes nothing
a caller who brings little gas             -> no credit instead of a push: all or nothing
ether forced on the house                  -> changes no auction, belongs to nobody
a work or ether sent to the house          -> refused
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS, accounts, web3
from expect import reverts_with
from scene import ETHER, act, next_block_at, selector, work_id

HOSTILE = ["RefusingPayee", "GasBurner", "ReturnBomb"]
SECONDARY_FEE, ROYALTY = ETHER // 40, ETHER // 10
GAS_LIMIT = 300_000


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_outbid_bidder(house, bid, double, offered, collector, kind):
    bidder = double(kind)
    bid(bidder, offered)
    receipt = bid(collector, offered, 2 * ETHER)
    assert house.auctions(offered)["bidder"] == collector
    assert house.credits(ZERO_ADDRESS, bidder) == ETHER
    assert receipt.gas_used < GAS_LIMIT


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_seller(house, artwork, create, bid, double, ends_at, owned, artist, collector, kind):
    seller, before = double(kind), artist.balance()
    artwork.transferFrom(collector, seller, owned, {"from": collector})
    create(seller, owned)
    bid(collector, owned)
    next_block_at(ends_at(owned))
    receipt = house.settle(owned, {"from": collector})
    assert artwork.ownerOf(owned) == collector
    assert house.credits(ZERO_ADDRESS, seller) == ETHER - SECONDARY_FEE - ROYALTY
    assert artist.balance() - before == ROYALTY
    assert receipt.gas_used < GAS_LIMIT


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_artist(house, artwork, admit, create, bid, double, ends_at, candidate, collector, kind):
    artist, work = double(kind), work_id(7)
    admit(artist)
    act(artist, artwork.mint, work, candidate, 1_000)
    create(candidate, work)
    bid(collector, work)
    next_block_at(ends_at(work))
    before = candidate.balance()
    house.settle(work, {"from": collector})
    assert artwork.ownerOf(work) == collector
    assert house.credits(ZERO_ADDRESS, artist) == ROYALTY
    assert candidate.balance() - before == ETHER - SECONDARY_FEE - ROYALTY


@pytest.mark.parametrize("kind", ["Puppet", *HOSTILE])
def test_a_winner_who_cannot_receive_works(house, artwork, bid, double, ends_at, offered, kind):
    winner = double(kind)
    bid(winner, offered)
    next_block_at(ends_at(offered))
    house.settle(offered, {"from": accounts[1]})
    assert artwork.ownerOf(offered) == winner


def test_a_bidder_without_code_yet(house, artwork, bid, ends_at, offered, stranger, collector):
    eager = stranger.deploy(brownie.EagerBidder, house, offered, 1, amount=ETHER)
    bid(collector, offered, 2 * ETHER)
    assert house.credits(ZERO_ADDRESS, eager) == ETHER
    assert house.auctions(offered)["bidder"] == collector


@pytest.mark.parametrize("attack", ["bid", "settle", "withdraw"])
def test_a_bidder_who_calls_back(house, bid, double, offered, collector, attack):
    bidder = double("Reenterer")
    arguments = {"bid": (offered, 1), "settle": (offered,), "withdraw": (ZERO_ADDRESS,)}[attack]
    bidder.aim(house, getattr(house, attack).encode_input(*arguments), {"from": bidder.OWNER()})
    bid(bidder, offered)
    bid(collector, offered, 2 * ETHER)
    assert str(bidder.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert bidder.balance() == ETHER
    assert house.balance() == 2 * ETHER


def test_a_bidder_who_cancels_back(house, bid, double, offered, collector):
    bidder = double("Reenterer")
    bidder.aim(house, house.cancel.encode_input(offered), {"from": bidder.OWNER()})
    bid(bidder, offered)
    bid(collector, offered, 2 * ETHER)
    assert str(bidder.fault()) == selector("NotSeller(address,address)")
    assert house.auctions(offered)["bidder"] == collector


def test_a_seller_who_offers_the_work_again(
    house, artwork, create, make_terms, bid, double, ends_at, minted, artist, collector
):
    """In the middle of its settlement the work is the winner's already."""
    seller = double("Reenterer")
    artwork.transferFrom(artist, seller, minted, {"from": artist})
    create(seller, minted)
    again = house.create.encode_input(minted, make_terms())
    seller.aim(house, again, {"from": seller.OWNER()})
    bid(collector, minted)
    next_block_at(ends_at(minted))
    house.settle(minted, {"from": collector})
    assert str(seller.fault()) == selector("ERC721IncorrectOwner(address,uint256,address)")
    assert artwork.ownerOf(minted) == collector


def test_little_gas_makes_no_credit(
    house, artwork, create, bid, double, ends_at, minted, artist, collector
):
    """Who settles cannot starve the push to a wallet contract and still have the settlement."""
    seller = double("Puppet")
    artwork.transferFrom(artist, seller, minted, {"from": artist})
    create(seller, minted)
    bid(collector, minted)
    next_block_at(ends_at(minted))
    terms = {"from": str(collector), "to": house.address}
    terms["data"] = house.settle.encode_input(minted)
    for gas in range(60_000, 160_000, 2_000):
        sent = web3.eth.send_transaction({**terms, "gas": gas})
        if web3.eth.wait_for_transaction_receipt(sent)["status"] == 1:
            break
    assert artwork.ownerOf(minted) == collector
    assert house.totalCredits(ZERO_ADDRESS) == 0


def test_ether_forced_on_the_house(house, bid, ends_at, offered, collector, stranger):
    bid(collector, offered)
    accounts[9].deploy(brownie.ForceFeeder, house, amount=7)
    assert house.leastBid(offered) == ETHER * 105 // 100
    next_block_at(ends_at(offered))
    house.settle(offered, {"from": stranger})
    assert house.balance() == 7
    assert house.totalCredits(ZERO_ADDRESS) == 0


def test_ether_sent_to_the_house(house, stranger):
    terms = {"from": stranger.address, "to": house.address, "value": "0x1"}
    assert "error" in web3.provider.make_request("eth_call", [terms, "latest"])


def test_a_work_sent_to_the_house(house, artwork, minted, artist):
    with reverts_with("TransferRefused", house):
        artwork.transferFrom(artist, house, minted, {"from": artist})


def test_a_work_minted_to_the_house(house, artwork, minted, artist):
    with reverts_with("TransferRefused", house):
        artwork.mint(work_id(8), house, 0, {"from": artist})
