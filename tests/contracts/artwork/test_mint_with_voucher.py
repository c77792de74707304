"""mintWithVoucher
past its deadline           -> VoucherExpired(deadline, timestamp); good in the deadline's second
brought by another          -> VoucherReserved(submitter, caller)
payment not the price       -> PaymentWrong(paid, price)
artist no artist            -> NotArtist(artist)
nonce not the artist's      -> VoucherCancelled(nonce, current)
admission ended, begun anew -> VoucherCancelled(0, 1): it does not revive
fee above the signed one    -> FeeAboveSigned(feeBps, maxFeeBps); never for a gift
royalty above the cap       -> RoyaltyAboveCap(royaltyBps, cap)
work 0                      -> WorkInvalid(0)
used before                 -> WorkExists(work)
for somebody                -> they get it, whoever pays
for whoever pays            -> the payer gets it
a gift                      -> no fee, nothing paid
sales are paused            -> SalesPaused(), for gifts too; the artist's own mint goes on
artist refuses, burns gas or floods -> credit, and the work is minted
receiver calls back         -> neither a second mint nor a sweep of the artist's money
otherwise                   -> work minted, price split to the wei, WorkMinted
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, next_block_at, now, selector, work_id

FEE = ETHER * 250 // 10_000


@pytest.fixture(autouse=True)
def artist_is_in(admitted):
    """The artist of all vouchers here is admitted."""


def test_minted_and_paid(artwork, artist, collector, make_voucher, bring):
    before = artist.balance()
    receipt = bring(make_voucher(), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert artist.balance() == before + ETHER - FEE
    assert artwork.balance() == FEE
    assert dict(receipt.events["WorkMinted"]) == {
        "work": work_id(1),
        "artist": artist,
        "to": collector,
        "payer": collector,
        "royaltyBps": 1_000,
        "currency": ZERO_ADDRESS,
        "price": ETHER,
        "fee": FEE,
    }


def test_a_relayer_pays_a_gift(artwork, collector, relayer, make_voucher, bring):
    receipt = bring(make_voucher(price=0, maxFeeBps=0, to=collector), relayer)
    assert artwork.ownerOf(work_id(1)) == collector
    assert receipt.events["WorkMinted"]["payer"] == relayer
    assert receipt.events["WorkMinted"]["fee"] == artwork.balance() == 0


def test_a_new_admission_revives_none(artwork, as_curation, artist, collector, make_voucher, bring):
    voucher = make_voucher()
    artwork.endAdmission(artist, now(), {"from": as_curation})
    artwork.admit(artist, {"from": as_curation})
    with reverts_with("VoucherCancelled", 0, 1):
        bring(voucher, collector)


def test_good_in_its_last_second(artwork, collector, make_voucher, bring):
    voucher = make_voucher(deadline=now() + 100)
    next_block_at(voucher.deadline)
    bring(voucher, collector)
    assert artwork.ownerOf(work_id(1)) == collector


def test_not_a_second_later(collector, make_voucher, bring):
    voucher = make_voucher(deadline=now() + 100)
    next_block_at(voucher.deadline + 1)
    with reverts_with("VoucherExpired", voucher.deadline, voucher.deadline + 1):
        bring(voucher, collector)


def test_only_by_its_submitter(collector, stranger, make_voucher, bring):
    with reverts_with("VoucherReserved", collector, stranger):
        bring(make_voucher(submitter=collector), stranger)


@pytest.mark.parametrize("paid", [0, ETHER - 1, ETHER + 1])
def test_at_its_price(collector, make_voucher, bring, paid):
    with reverts_with("PaymentWrong", paid, ETHER):
        bring(make_voucher(), collector, paid)


def test_a_gift_takes_no_money(collector, make_voucher, bring):
    with reverts_with("PaymentWrong", 1, 0):
        bring(make_voucher(price=0), collector, 1)


def test_only_for_an_artist(stranger, collector, make_voucher, bring):
    with reverts_with("NotArtist", stranger):
        bring(make_voucher(artist=stranger), collector)


def test_not_after_cancelling(artwork, artist, collector, make_voucher, bring):
    voucher = make_voucher()
    artwork.cancelVouchers({"from": artist})
    with reverts_with("VoucherCancelled", 0, 1):
        bring(voucher, collector)


def test_not_with_a_nonce_to_come(collector, make_voucher, bring):
    with reverts_with("VoucherCancelled", 1, 0):
        bring(make_voucher(nonce=1), collector)


def test_not_at_a_higher_fee(collector, make_voucher, bring):
    with reverts_with("FeeAboveSigned", 250, 249):
        bring(make_voucher(maxFeeBps=249), collector)


def test_not_above_the_royalty_cap(collector, make_voucher, bring):
    with reverts_with("RoyaltyAboveCap", 1_001, 1_000):
        bring(make_voucher(royaltyBps=1_001), collector)


def test_no_work_is_zero(collector, make_voucher, bring):
    with reverts_with("WorkInvalid", 0):
        bring(make_voucher(work=0), collector)


def test_only_once(collector, make_voucher, bring):
    voucher = make_voucher()
    bring(voucher, collector)
    with reverts_with("WorkExists", work_id(1)):
        bring(voucher, collector)


def test_a_wallet_contract_as_artist(artwork, admit, double, collector, make_voucher, bring):
    artist = double("Puppet")
    admit(artist)
    balance = artist.balance()
    bring(make_voucher(artist=artist), collector)
    assert artwork.artistOf(work_id(1)) == artist
    assert artist.balance() == balance + ETHER - FEE


@pytest.mark.parametrize("kind", ["RefusingPayee", "GasBurner", "ReturnBomb"])
def test_an_artist_who_takes_no_ether(artwork, admit, double, collector, make_voucher, bring, kind):
    artist = double(kind)
    admit(artist)
    bring(make_voucher(artist=artist), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert artwork.credits(ZERO_ADDRESS, artist) == ETHER - FEE
    assert artwork.balance() == ETHER


@pytest.mark.parametrize("price", [0, ETHER])
def test_not_while_sales_are_paused(artwork, as_treasury, collector, make_voucher, bring, price):
    artwork.setPaused(True, {"from": as_treasury})
    with reverts_with("SalesPaused"):
        bring(make_voucher(price=price), collector)


def test_own_mints_are_no_sale(artwork, as_treasury, artist):
    artwork.setPaused(True, {"from": as_treasury})
    artwork.mint(work_id(1), artist, 0, {"from": artist})
    assert artwork.ownerOf(work_id(1)) == artist


@pytest.mark.parametrize("attack", ["mintWithVoucher", "sweep", "withdraw"])
def test_a_callback_gets_nowhere(artwork, double, stranger, make_voucher, bring, attack):
    caller = double("Reenterer")
    voucher = make_voucher(to=caller)
    voucher_mint = (voucher.terms, voucher.signature, [])
    arguments = voucher_mint if attack == "mintWithVoucher" else (ZERO_ADDRESS,)
    caller.aim(artwork, getattr(artwork, attack).encode_input(*arguments), {"from": stranger})
    bring(voucher, stranger)
    assert caller.wasTried()
    assert str(caller.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert artwork.balance() == FEE
