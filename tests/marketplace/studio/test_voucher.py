"""vouchers
before it is pinned              -> NotReady
terms                            -> a gift to the artist, at this fee, for a week of chain time
its digest                       -> the contract's own
any field changed                -> VoucherWrong, or VoucherForged where the artist may choose it
signed by another, a bit flipped -> VoucherForged
handed in twice                  -> taken once
nonce raised since               -> VoucherWrong
"""

from collections.abc import Callable
from typing import Any

from marketplace.studio.voucher import DAY, Voucher
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor
from tests.marketplace.studio.conftest import Artist, kind

STRANGER = "0x" + "11" * 20
ALL = {"payee": STRANGER, "bps": 10_000}
CHANGES: tuple[tuple[str, Any, str], ...] = (
    ("work", "1", "voucher-wrong"),
    ("artist", STRANGER, "voucher-wrong"),
    ("to", STRANGER, "voucher-wrong"),
    ("price", "1", "voucher-wrong"),
    ("royaltyBps", 1001, "voucher-wrong"),
    ("royaltyBps", 701, "voucher-forged"),
    ("maxFeeBps", 10_000, "voucher-wrong"),
    ("deadline", 1, "voucher-wrong"),
    ("deadline", 2**40, "voucher-wrong"),
    ("currency", STRANGER, "voucher-wrong"),
    ("nonce", 1, "voucher-wrong"),
    ("split", {"parents": ["1"], "parentsBps": 500, "shares": []}, "voucher-wrong"),
    ("split", {"parents": [], "parentsBps": 0, "shares": [ALL]}, "voucher-wrong"),
    ("submitter", STRANGER, "voucher-wrong"),
)


def test_there_is_nothing_to_sign_before_it_is_pinned(artist: Artist) -> None:
    refused = artist.terms(artist.ask().json()["id"])
    assert (refused.status_code, kind(refused)) == (409, "not-ready")


def test_terms_are_a_gift_to_the_artist(artist: Artist, pinned: str, act: Actor) -> None:
    message = artist.terms(pinned).json()["typed_data"]["message"]
    with act.chain as chain:
        now = chain.head().timestamp
    assert message == {
        "work": artist.look(pinned)["token_id"],
        "artist": artist.account.address,
        "to": artist.account.address,
        "currency": "0x" + "00" * 20,
        "price": "0",
        "royaltyBps": 700,
        "maxFeeBps": act.read("Artwork", "policy")[0][0],
        "deadline": now + 7 * DAY,
        "nonce": 0,
        "submitter": "0x" + "00" * 20,
        "split": {"parents": [], "parentsBps": 0, "shares": []},
    }
    for royalty_bps in (-1, 1001):
        assert artist.terms(pinned, royalty_bps).status_code == 422


def test_any_other_voucher_is_refused(artist: Artist, pinned: str) -> None:
    typed = artist.terms(pinned).json()["typed_data"]
    signature = artist.sign(typed)
    for field, value, expected in CHANGES:
        refused = artist.hand_in(pinned, typed["message"] | {field: value}, signature)
        assert (refused.status_code, kind(refused)) == (422, expected), field
    assert artist.look(pinned)["state"] == "pinned"


def test_any_other_signature_is_refused(artist: Artist, pinned: str, accounts: Accounts) -> None:
    typed = artist.terms(pinned).json()["typed_data"]
    signature = artist.sign(typed)
    flipped = "0x" + f"{int(signature, 16) ^ (1 << 300):0130x}"
    another = Artist(artist.site, accounts.stranger).sign(typed)
    for forged in (flipped, another, "0x", signature[:-2], signature + "00"):
        refused = artist.hand_in(pinned, typed["message"], forged)
        assert (refused.status_code, kind(refused)) == (422, "voucher-forged"), forged
    assert artist.hand_in(pinned, typed["message"], "0xzz").status_code == 400


def test_its_digest_is_the_contracts(artist: Artist, pinned: str, act: Actor) -> None:
    from marketplace import typed_data

    typed = artist.terms(pinned).json()["typed_data"]
    struct = Voucher.from_message(typed["message"]).as_tuple()
    assert act.read("Artwork", "voucherDigest", struct) == (typed_data.digest(typed),)


def test_handed_in_twice_it_is_taken_once(artist: Artist, pinned: str) -> None:
    typed = artist.terms(pinned).json()["typed_data"]
    signature = artist.sign(typed)
    for _ in range(2):
        assert artist.hand_in(pinned, typed["message"], signature).status_code == 202
    states = [change["state"] for change in artist.look(pinned)["changes"]]
    assert states.count("signed") == 1
    refused = artist.terms(pinned)
    assert (refused.status_code, kind(refused)) == (409, "not-ready")


def test_a_wallet_that_counts_v_from_zero_is_understood(artist: Artist, pinned: str) -> None:
    typed = artist.terms(pinned).json()["typed_data"]
    signature = bytearray.fromhex(artist.sign(typed)[2:])
    signature[64] -= 27
    assert artist.hand_in(pinned, typed["message"], "0x" + signature.hex()).status_code == 202


def test_a_raised_nonce_voids_what_was_offered(
    artist: Artist, pinned: str, act: Actor, index: Callable[[], None]
) -> None:
    typed = artist.terms(pinned).json()["typed_data"]
    act.send(artist.account.address, "Artwork", "cancelVouchers")
    index()
    refused = artist.hand_in(pinned, typed["message"], artist.sign(typed))
    assert (refused.status_code, kind(refused)) == (422, "voucher-wrong")
    assert refused.json()["field"] == "nonce"
    assert artist.terms(pinned).json()["typed_data"]["message"]["nonce"] == 1
