"""openWithVoucher
past its deadline               -> VoucherExpired(deadline, timestamp); good in its last second
brought by another              -> VoucherReserved(submitter, caller)
nonce not the artist's          -> VoucherCancelled(nonce, current): one switch for all vouchers
by no artist                    -> NotArtist(artist)
fee above the signed one        -> FeeAboveSigned(feeBps, maxFeeBps)
used before                     -> EditionExists(edition)
opened by the artist meanwhile  -> EditionExists(edition)
otherwise                       -> opened for the artist, EditionOpened names the opener
with a split                    -> recorded, if the payees consent
"""

import pytest
from expect import reverts_with
from scene import FEE_BPS, next_block_at, now, work_id


@pytest.fixture
def bring(editions):
    def build(voucher, caller, consents=()):
        return editions.openWithVoucher(
            voucher.terms, voucher.signature, consents, {"from": caller}
        )

    return build


def test_anybody_may_open_it(editions, artist, relayer, make_edition_voucher, bring):
    receipt = bring(make_edition_voucher(), relayer)
    assert receipt.events["EditionOpened"]["opener"] == relayer
    assert receipt.events["EditionOpened"]["artist"] == artist
    assert editions.artistOf(work_id(1)) == artist


def test_with_a_split(royalties, stranger, relayer, make_edition_voucher, make_consent, bring):
    split = {"parents": [], "parentsBps": 0, "shares": [{"payee": stranger, "bps": 1}]}
    bring(make_edition_voucher(split=split), relayer, [make_consent(stranger, 1)])
    ((payee, bps),) = royalties.splitOf(work_id(1))["shares"]
    assert (payee, bps) == (stranger, 1)


def test_good_in_its_last_second(editions, artist, relayer, make_edition_voucher, bring):
    voucher = make_edition_voucher(deadline=now() + 100)
    next_block_at(voucher.deadline)
    bring(voucher, relayer)
    assert editions.artistOf(work_id(1)) == artist


def test_not_a_second_later(relayer, make_edition_voucher, bring):
    voucher = make_edition_voucher(deadline=now() + 100)
    next_block_at(voucher.deadline + 1)
    with reverts_with("VoucherExpired", voucher.deadline, voucher.deadline + 1):
        bring(voucher, relayer)


def test_only_by_its_submitter(relayer, stranger, make_edition_voucher, bring):
    with reverts_with("VoucherReserved", relayer, stranger):
        bring(make_edition_voucher(submitter=relayer), stranger)


def test_its_submitter_may(editions, artist, relayer, make_edition_voucher, bring):
    bring(make_edition_voucher(submitter=relayer), relayer)
    assert editions.artistOf(work_id(1)) == artist


def test_not_after_cancelling(artwork, artist, relayer, make_edition_voucher, bring):
    voucher = make_edition_voucher()
    artwork.cancelVouchers({"from": artist})
    with reverts_with("VoucherCancelled", 0, 1):
        bring(voucher, relayer)


def test_not_with_a_nonce_to_come(relayer, make_edition_voucher, bring):
    with reverts_with("VoucherCancelled", 1, 0):
        bring(make_edition_voucher(nonce=1), relayer)


def test_only_for_an_artist(stranger, relayer, make_edition_voucher, bring):
    with reverts_with("NotArtist", stranger):
        bring(make_edition_voucher(artist=stranger), relayer)


def test_not_at_a_higher_fee(relayer, make_edition_voucher, bring):
    with reverts_with("FeeAboveSigned", FEE_BPS, FEE_BPS - 1):
        bring(make_edition_voucher(maxFeeBps=FEE_BPS - 1), relayer)


def test_only_once(relayer, make_edition_voucher, bring):
    voucher = make_edition_voucher()
    bring(voucher, relayer)
    with reverts_with("EditionExists", work_id(1)):
        bring(voucher, relayer)


def test_not_after_the_artist_did_it(relayer, open_edition, make_edition_voucher, bring):
    open_edition()
    with reverts_with("EditionExists", work_id(1)):
        bring(make_edition_voucher(), relayer)
