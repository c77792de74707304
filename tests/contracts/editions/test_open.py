"""open
by no artist                    -> NotArtist(account)
admission over, to the second   -> AdmissionOver(artist, until)
edition 0                       -> EditionInvalid(0): offers and consents mean any work by it
edition there already           -> EditionExists(edition)
id of a work                    -> WorkExists(work)
royalty above the cap           -> RoyaltyAboveCap(royaltyBps, cap)
fee above the artist's          -> FeeAboveSigned(feeBps, maxFeeBps); never for a gift
closes before it opens          -> WindowInvalid(opensAt, closesAt); open for one second is fine
closes in the past              -> WindowInvalid(opensAt, closesAt); closing now is fine
allowlist never asked           -> AllowlistInvalid(allowlist, publicAt)
private without allowlist       -> AllowlistInvalid(allowlist, publicAt)
currency not allowed            -> CurrencyRefused(currency)
sales paused                    -> SalesPaused
otherwise                       -> terms kept, fee frozen, EditionOpened with all of it
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, FEE_BPS, next_block_at, now, work_id

ROOT = bytes([7]) * 32


def test_it_is_all_said(editions, artist, open_edition, make_terms):
    terms = make_terms(opensAt=now() - 5, publicAt=now() + 5, walletLimit=3, allowlist=ROOT)
    receipt = open_edition(**terms)
    assert dict(receipt.events["EditionOpened"]) == {
        "edition": work_id(1),
        "artist": artist,
        "opener": artist,
        "royaltyBps": 1_000,
        "feeBps": FEE_BPS,
        "isSplit": False,
        **terms,
        "allowlist": "0x" + ROOT.hex(),
    }


def test_it_is_all_kept(editions, artist, open_edition, make_terms):
    terms = make_terms(opensAt=now() - 5, publicAt=now() + 5, walletLimit=3, allowlist=ROOT)
    open_edition(**terms)
    assert editions.artistOf(work_id(1)) == artist
    assert dict(editions.termsOf(work_id(1))) == {**terms, "allowlist": "0x" + ROOT.hex()}
    assert dict(editions.editions(work_id(1))) == {
        "artist": artist,
        "royaltyBps": 1_000,
        "feeBps": FEE_BPS,
        "isSplit": False,
        "isFrozen": False,
        "minted": 0,
    }


def test_the_fee_stays_what_it_was(editions, as_treasury, open_edition, mint):
    open_edition()
    editions.setFees(1_000, 0, {"from": as_treasury})
    receipt = mint()
    assert receipt.events["CopiesMinted"]["fee"] == ETHER * FEE_BPS // 10_000


def test_only_by_an_artist(stranger, open_edition):
    with reverts_with("NotArtist", stranger):
        open_edition(by=stranger)


def test_not_when_the_admission_is_over(artist, open_edition, end_admission):
    until = now() + 100
    end_admission(until)
    next_block_at(until)
    with reverts_with("AdmissionOver", artist, until):
        open_edition()


def test_but_in_its_last_second(editions, artist, open_edition, end_admission):
    until = now() + 100
    end_admission(until)
    next_block_at(until - 1)
    open_edition()
    assert editions.artistOf(work_id(1)) == artist


def test_no_edition_is_zero(open_edition):
    with reverts_with("EditionInvalid", 0):
        open_edition(edition=0)


def test_only_once(open_edition, let_in, candidate):
    open_edition()
    let_in(candidate)
    with reverts_with("EditionExists", work_id(1)):
        open_edition(by=candidate)


def test_not_under_the_id_of_a_work(artwork, artist, open_edition):
    artwork.mint(work_id(1), artist, 0, {"from": artist})
    with reverts_with("WorkExists", work_id(1)):
        open_edition()


def test_not_above_the_royalty_cap(open_edition):
    with reverts_with("RoyaltyAboveCap", 1_001, 1_000):
        open_edition(royalty=1_001)


def test_not_at_a_higher_fee(open_edition):
    with reverts_with("FeeAboveSigned", FEE_BPS, FEE_BPS - 1):
        open_edition(max_fee=FEE_BPS - 1)


def test_a_gift_has_no_fee_to_refuse(editions, artist, open_edition):
    open_edition(max_fee=0, price=0)
    assert editions.artistOf(work_id(1)) == artist


def test_not_to_close_before_it_opens(open_edition):
    opens_at = now() + 100
    with reverts_with("WindowInvalid", opens_at, opens_at - 1):
        open_edition(opensAt=opens_at, closesAt=opens_at - 1)


def test_but_in_the_same_second(editions, open_edition):
    opens_at = now() + 100
    open_edition(opensAt=opens_at, closesAt=opens_at)
    assert editions.termsOf(work_id(1))["closesAt"] == opens_at


def test_not_when_it_is_over_already(open_edition):
    closes_at = now() + 100
    next_block_at(closes_at + 1)
    with reverts_with("WindowInvalid", 0, closes_at):
        open_edition(closesAt=closes_at)


def test_but_in_the_last_second_of_the_sale(editions, artist, open_edition):
    closes_at = now() + 100
    next_block_at(closes_at)
    open_edition(closesAt=closes_at)
    assert editions.artistOf(work_id(1)) == artist


def test_not_with_an_allowlist_nobody_asks(open_edition):
    opens_at = now() + 10
    with reverts_with("AllowlistInvalid", ROOT, opens_at):
        open_edition(opensAt=opens_at, publicAt=opens_at, allowlist=ROOT)


def test_not_private_without_an_allowlist(open_edition):
    opens_at = now() + 10
    with reverts_with("AllowlistInvalid", bytes(32), opens_at + 1):
        open_edition(opensAt=opens_at, publicAt=opens_at + 1)


def test_not_in_any_currency(double, open_edition):
    token = double("PlainToken")
    with reverts_with("CurrencyRefused", token):
        open_edition(currency=token)


def test_not_while_sales_are_paused(editions, as_treasury, open_edition):
    editions.setPaused(True, {"from": as_treasury})
    with reverts_with("SalesPaused"):
        open_edition()


@pytest.mark.parametrize("view", ["editions", "termsOf", "uri"])
def test_before_there_is_nothing_to_read(editions, view):
    assert editions.artistOf(work_id(1)) == ZERO_ADDRESS
    with reverts_with("EditionMissing", work_id(1)):
        getattr(editions, view)(work_id(1))
