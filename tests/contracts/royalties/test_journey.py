"""the income of a work, from the real collections and the real market to everybody's pockets
minted with a split      -> Royalties keeps it, ERC-2981 names the work's receiver
sold by its artist       -> price less fee is the work's income
sold again, in a token   -> the royalty is
sold elsewhere           -> what was paid to the receiver is
shared                   -> payees, artist and parent have all of it, and Royalties nothing
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES, consented
from orders import domain_of, sign_order
from scene import DAY, ETHER, now, work_id

ALICE = PAYEES[0]
PARENT, WORK = work_id(1), work_id(2)
FEE = ETHER // 40


@pytest.fixture(scope="module")
def royalties(deployed):
    return deployed["Royalties"]


@pytest.fixture(scope="module")
def token(deployed, as_treasury, market, collector, candidate):
    found = as_treasury.deploy(brownie.PlainToken)
    deployed["Currencies"].setCurrency(found, True, {"from": as_treasury})
    for one in (collector, candidate):
        found.mint(one, ETHER)
        found.approve(market, ETHER, {"from": one})
    return found


@pytest.fixture(scope="module", autouse=True)
def family(artwork, royalties, admit, admitted, stranger):
    """A work of the artist's, made from a stranger's, shared with Alice."""
    admit(stranger)
    artwork.mint(PARENT, stranger, 1_000, {"from": stranger})
    split = ([PARENT], 2_000, [(ALICE.address, 3_000)])
    consents = [consented(royalties, ALICE, 3_000, work=WORK, artist=admitted)]
    artwork.mintSplit(WORK, admitted, 1_000, split, consents, {"from": admitted})


@pytest.fixture
def sell(market):
    """Sell the work on the market."""

    def build(seller, buyer, currency=ZERO_ADDRESS, transfers=0):
        message = {
            "seller": seller,
            "work": WORK,
            "currency": currency,
            "price": ETHER,
            "maxFeeBps": 250,
            "transferCount": transfers,
            "expiresAt": now() + DAY,
            "epoch": 0,
            "buyer": ZERO_ADDRESS,
        }
        listing = sign_order("Listing", message, seller, domain_of(market))
        value = ETHER if currency == ZERO_ADDRESS else 0
        market.buy(listing.terms, listing.signature, {"from": buyer, "value": value})

    return build


def test_minted_with_a_split(artwork, royalties):
    receiver = royalties.receiverOf(WORK)
    assert list(royalties.parentsOf(WORK)) == list(artwork.parentsOf(WORK)) == [PARENT]
    assert tuple(artwork.royaltyInfo(WORK, ETHER)) == (receiver, ETHER // 10)


def test_sold_by_its_artist(royalties, sell, artist, collector):
    before = artist.balance()
    sell(artist, collector)
    assert royalties.incomeOf(WORK, ZERO_ADDRESS) == royalties.balance() == ETHER - FEE
    assert artist.balance() == before


def test_sold_again_in_a_token(royalties, sell, artist, collector, candidate, token):
    sell(artist, collector)
    sell(collector, candidate, token, transfers=1)
    assert royalties.incomeOf(WORK, token) == token.balanceOf(royalties) == ETHER // 10
    assert token.balanceOf(collector) == 2 * ETHER - FEE - ETHER // 10


def test_sold_elsewhere_and_shared(artwork, royalties, sell, artist, collector, stranger):
    sell(artist, collector)
    receiver, royalty = artwork.royaltyInfo(WORK, ETHER)
    collector.transfer(receiver, royalty)
    royalties.collect(WORK, ZERO_ADDRESS, {"from": collector})
    income, artists, strangers = ETHER - FEE + royalty, artist.balance(), stranger.balance()
    royalties.share(WORK, ZERO_ADDRESS, {"from": collector})
    royalties.share(PARENT, ZERO_ADDRESS, {"from": collector})
    assert brownie.web3.eth.get_balance(ALICE.address) == income * 3 // 10
    assert stranger.balance() == strangers + income * 2 // 10
    assert artist.balance() == artists + income * 5 // 10
    assert royalties.balance() == 0
