"""open, of an edition whose income is shared
no consent, or another's    -> as Royalties refuses it, and nothing is opened
otherwise                   -> Royalties keeps the split, EditionOpened says that it is split
a mint of it                -> fee kept, the rest is the edition's income, in ether and tokens
its royalty (ERC-2981)      -> to its own receiver, at every price, not to the artist
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, FEE_BPS, work_id

FEE = ETHER * FEE_BPS // 10_000


@pytest.fixture
def split(stranger):
    return {"parents": [], "parentsBps": 0, "shares": [{"payee": stranger, "bps": 3_000}]}


@pytest.fixture
def shared(open_edition, split, make_consent, stranger):
    """Open the first edition with three tenths for the stranger."""

    def build(**terms):
        return open_edition(split=split, consents=[make_consent(stranger, 3_000)], **terms)

    return build


def test_it_is_recorded(editions, royalties, stranger, shared):
    receipt = shared()
    assert receipt.events["EditionOpened"]["isSplit"]
    assert receipt.events["ShareGranted"]["payee"] == stranger
    assert editions.editions(work_id(1))["isSplit"]
    ((payee, bps),) = royalties.splitOf(work_id(1))["shares"]
    assert (payee, bps) == (stranger, 3_000)


def test_not_without_consent(editions, open_edition, split):
    with reverts_with("ConsentCount", 0, 1):
        open_edition(split=split)
    assert editions.artistOf(work_id(1)) == ZERO_ADDRESS


def test_not_with_a_consent_to_less(stranger, open_edition, split, make_consent):
    with reverts_with("ConsentForged", stranger):
        open_edition(split=split, consents=[make_consent(stranger, 2_999)])


def test_ether_becomes_income(editions, royalties, artist, shared, mint):
    shared()
    before = artist.balance()
    mint(2)
    assert artist.balance() == before
    assert editions.balance() == 2 * FEE
    assert royalties.incomeOf(work_id(1), ZERO_ADDRESS) == 2 * (ETHER - FEE)


def test_tokens_become_income(editions, royalties, token, shared, mint):
    shared(currency=token.address)
    mint()
    assert token.balanceOf(editions) == FEE
    assert royalties.incomeOf(work_id(1), token) == ETHER - FEE


@pytest.mark.parametrize("price", [0, 10_000, 2**256 - 1])
def test_its_royalty_goes_to_its_receiver(editions, royalties, shared, price):
    shared()
    receiver, royalty = editions.royaltyInfo(work_id(1), price)
    assert receiver == royalties.receiverOf(work_id(1))
    assert royalty == price // 10
