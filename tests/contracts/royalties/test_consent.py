"""a payee's consent, as record checks it
deadline passed                      -> ConsentExpired(payee, deadline); its last second is fine
any field, signer or domain differs  -> ConsentForged(payee)
any spelling but the strict one      -> ConsentForged(payee)
signed for another work              -> ConsentForged(payee); standing: fine for every work
standing, sent as of this work       -> ConsentForged(payee), and the other way round
withdrawn                            -> ConsentForged(payee); signed in the new epoch: fine
wallet contract                      -> its word counts when the work is minted, and never after
a key that lent itself code          -> its signature counts all the same (EIP-7702)
digest                               -> the one of a library that knows nothing of ours
"""

import pytest
from brownie import chain, web3
from consenting import EVERY_WORK, PAYEES, consented
from expect import reverts_with
from malforming import MALFORMED
from scene import DAY, next_block_at, now, work_id

WORK = work_id(1)
ALICE, BOB = PAYEES[0], PAYEES[1]
CHANGES = {
    "work": {"work": work_id(2)},
    "artist": {"artist": "0x" + "11" * 20},
    "payee": {"payee": BOB.address},
    "share": {"bps": 101},
    "epoch": {"epoch": 1},
    "signer": {"signer": BOB},
    "name": {"domain": {"name": "Atelier Artwork"}},
    "version": {"domain": {"version": "2"}},
    "chain": {"domain": {"chainId": 1}},
    "contract": {"domain": {"verifyingContract": "0x" + "22" * 20}},
}


@pytest.fixture
def sign(royalties, artist):
    def build(payee=ALICE, bps=100, **terms):
        facts = {"work": WORK, "artist": artist, "bps": bps, **terms}
        return consented(royalties, payee, **facts)

    return build


@pytest.fixture
def bring(mint):
    """Mint with one payee's consent."""

    def build(consent, payee=ALICE, number=1):
        return mint(number, shares=[(payee, 100)], consents=[consent])

    return build


def test_a_second_too_late(sign, bring):
    consent = sign(deadline=now() + DAY)
    next_block_at(now() + DAY + 1)
    with reverts_with("ConsentExpired", ALICE.address, consent[1]):
        bring(consent)


def test_the_last_second(sign, bring, split_of):
    consent = sign(deadline=now() + DAY)
    next_block_at(now() + DAY)
    bring(consent)
    assert chain[-1].timestamp == consent[1]
    assert split_of(WORK)[2] == [(ALICE.address, 100)]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_differs(sign, bring, change):
    with reverts_with("ConsentForged", ALICE.address):
        bring(sign(**CHANGES[change]))


def test_another_deadline_than_signed(sign, bring):
    _, deadline, signature = sign()
    with reverts_with("ConsentForged", ALICE.address):
        bring((False, deadline + 1, signature))


@pytest.mark.parametrize("spelling", MALFORMED)
def test_another_spelling(sign, bring, spelling):
    is_standing, deadline, signature = sign()
    with reverts_with("ConsentForged", ALICE.address):
        bring((is_standing, deadline, MALFORMED[spelling](signature)))


def test_each_payee_signs(mint, sign):
    with reverts_with("ConsentForged", BOB.address):
        mint(shares=[(ALICE, 100), (BOB, 100)], consents=[sign(), sign()])


def test_a_standing_consent_holds_for_every_work(sign, bring, split_of):
    consent = sign(is_standing=True)
    for number in (1, 2):
        bring(consent, number=number)
    assert split_of(work_id(2))[2] == [(ALICE.address, 100)]


def test_a_standing_consent_is_for_its_artist(sign, mint, collector):
    with reverts_with("ConsentForged", ALICE.address):
        mint(shares=[(ALICE, 100)], by=collector, consents=[sign(is_standing=True)])


def test_a_standing_consent_is_for_its_share(sign, mint):
    with reverts_with("ConsentForged", ALICE.address):
        mint(shares=[(ALICE, 200)], consents=[sign(is_standing=True)])


@pytest.mark.parametrize("is_standing", [True, False])
def test_the_two_kinds_are_not_mixed(sign, bring, is_standing):
    _, deadline, signature = sign(is_standing=is_standing)
    with reverts_with("ConsentForged", ALICE.address):
        bring((not is_standing, deadline, signature))


def test_withdrawn(sign, bring, royalties, stranger):
    consent = sign(stranger, is_standing=True)
    receipt = royalties.withdrawConsents({"from": stranger})
    assert receipt.return_value == royalties.consentEpochs(stranger) == 1
    assert dict(receipt.events["ConsentsWithdrawn"]) == {"payee": stranger, "epoch": 1}
    with reverts_with("ConsentForged", stranger):
        bring(consent, stranger)


def test_signed_after_withdrawing(sign, bring, royalties, stranger, split_of):
    royalties.withdrawConsents({"from": stranger})
    bring(sign(stranger, epoch=1), stranger)
    assert split_of(WORK)[2] == [(stranger, 100)]


def test_a_withdrawal_is_the_payees_alone(sign, bring, royalties, stranger):
    royalties.withdrawConsents({"from": stranger})
    bring(sign())
    assert royalties.consentEpochs(ALICE.address) == 0


def test_a_wallet_contract_consents(sign, bring, split_of, double):
    wallet = double("Puppet")
    bring(sign(wallet), wallet)
    assert split_of(WORK)[2] == [(wallet, 100)]


def test_a_key_that_lent_itself_code_still_signs(sign, bring, split_of, token):
    code = web3.eth.get_code(token.address).to_0x_hex()
    web3.provider.make_request("anvil_setCode", [ALICE.address, code])
    bring(sign())
    assert split_of(WORK)[2] == [(ALICE.address, 100)]


@pytest.mark.parametrize("kind", ["LyingWallet", "RefusingPayee"])
def test_a_wallet_contract_that_does_not(sign, bring, double, kind):
    wallet = double(kind)
    with reverts_with("ConsentForged", wallet):
        bring(sign(wallet, signer=BOB), wallet)


def test_the_digest(royalties, artist, sign):
    deadline = now() + DAY
    digest = royalties.consentDigest(EVERY_WORK, artist, (ALICE.address, 100), deadline)
    _, _, signature = sign(is_standing=True, deadline=deadline)
    assert ALICE.unsafe_sign_hash(digest).signature == signature
