"""relaying
signed                                -> minted to the artist, gas paid by the relayer, value zero
answer lost                           -> looked for by its hash; sent once
bytes dropped by the node             -> the same bytes again
nonce taken by something else         -> signed anew
transaction fails in its block        -> failed with the reason
voucher expired, voided before sending -> failed with the contract's own error; signed again, minted
no ether                              -> failed, saying how much is missing; goes on once there is
somebody else brought the voucher     -> minted all the same
node away                             -> waits
an artist who is none any more        -> nothing is sent
several at once                       -> nonces without gap or double
one, by two workers at once           -> signed once
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text

from indexer.models import Decision
from marketplace.adapters.chain import Chain as Node
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import relay, transaction
from marketplace.studio.models import Commission, RelayTransaction
from marketplace.studio.voucher import DAY, Voucher
from marketplace.studio.workshop import Workshop
from tests.marketplace.conftest import Actor
from tests.marketplace.studio.conftest import Artist, Liar, WorkOff

Index = Callable[[], None]


def relayed(parts: Parts) -> list[RelayTransaction]:
    """All that the relayer ever signed and did not forget."""
    with unit(parts.units) as session:
        return list(session.scalars(select(RelayTransaction).order_by(RelayTransaction.nonce)))


def hurry(parts: Parts) -> None:
    """Let what waits for later be due now."""
    with unit(parts.units) as session:
        session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL"))


@pytest.fixture
def signed(artist: Artist, pinned: str) -> str:
    """A commission whose voucher waits for the relayer."""
    assert artist.mint(pinned).status_code == 202
    return pinned


def owner(act: Actor, commission: dict[str, Any]) -> str:
    """Who has the work, by the contract."""
    return str(act.read("Artwork", "ownerOf", int(commission["token_id"]))[0])


def test_a_voucher_is_minted_to_its_artist(
    artist: Artist, signed: str, work_off: WorkOff, index: Index, act: Actor, parts: Parts
) -> None:
    work_off()
    sent = artist.look(signed)
    assert (sent["state"], sent["transaction_hash"]) == ("sent", relayed(parts)[0].hash)
    index()
    minted = artist.look(signed)
    assert (minted["state"], owner(act, minted)) == ("minted", artist.account.address.lower())
    (uri,) = act.read("Artwork", "tokenURI", int(minted["token_id"]))
    assert uri == f"ipfs://{minted['metadata_cid']}"
    with act.chain as chain:
        transaction = chain.ask("eth_getTransactionByHash", minted["transaction_hash"])
    assert (transaction["value"], transaction["type"]) == ("0x0", "0x2")
    refused = artist.terms(signed)
    assert refused.status_code == 409


@pytest.mark.parametrize("way", ["lost", "garbled"])
def test_a_lost_answer_is_looked_for(
    way: str,
    artist: Artist,
    signed: str,
    work_off: WorkOff,
    index: Index,
    parts: Parts,
    liar: Liar,
    lied_to: Node,
) -> None:
    setattr(liar, way, {"eth_sendRawTransaction"})
    work_off(chain=lied_to)
    assert artist.look(signed)["state"] == "signed"
    setattr(liar, way, set())
    hurry(parts)
    work_off(chain=lied_to)
    index()
    assert artist.look(signed)["state"] == "minted"
    assert [row.nonce for row in relayed(parts)] == [0]


def test_dropped_bytes_are_sent_again(
    artist: Artist,
    signed: str,
    work_off: WorkOff,
    index: Index,
    parts: Parts,
    liar: Liar,
    lied_to: Node,
) -> None:
    liar.unheard = {"eth_sendRawTransaction"}
    work_off(chain=lied_to)
    sent = artist.look(signed)
    liar.unheard = set()
    hurry(parts)
    work_off(chain=lied_to)
    index()
    minted = artist.look(signed)
    assert (sent["state"], minted["state"]) == ("sent", "minted")
    assert minted["transaction_hash"] == sent["transaction_hash"]
    assert liar.heard.count("eth_sendRawTransaction") == 2


def test_a_taken_nonce_is_signed_anew(
    artist: Artist,
    signed: str,
    work_off: WorkOff,
    index: Index,
    parts: Parts,
    liar: Liar,
    lied_to: Node,
    workshop: Workshop,
) -> None:
    liar.unheard = {"eth_sendRawTransaction"}
    work_off(chain=lied_to)
    liar.unheard = set()
    spend_nonce(workshop)
    hurry(parts)
    for _ in range(3):
        work_off()
        hurry(parts)
    index()
    minted = artist.look(signed)
    assert minted["state"] == "minted"
    assert [row.nonce for row in relayed(parts)] == [1]
    assert [c["state"] for c in minted["changes"]][-4:] == ["signed", "sent", "signed", "sent"]


def spend_nonce(workshop: Workshop) -> None:
    """Use the relayer's next nonce for something else, as a second installation would."""
    relayer, chain = workshop.relayer.address, workshop.chain
    chain.ask("anvil_impersonateAccount", relayer)
    chain.ask("eth_sendTransaction", {"from": relayer, "to": relayer, "value": "0x1"})
    chain.ask("evm_mine")


def test_an_expired_voucher_fails_and_is_signed_again(
    artist: Artist, signed: str, work_off: WorkOff, index: Index, act: Actor, parts: Parts
) -> None:
    act.skip(8 * DAY)
    index()
    work_off()
    failed = artist.look(signed)
    assert failed["state"] == "failed"
    assert "VoucherExpired" in failed["failure"]
    assert relayed(parts) == []
    retried = artist.site.post(f"/api/v1/commissions/{signed}/retry").json()
    assert (retried["state"], retried["voucher"]) == ("pinned", None)
    assert artist.mint(signed).status_code == 202
    work_off()
    index()
    assert artist.look(signed)["state"] == "minted"


def test_a_voided_voucher_is_not_sent(
    artist: Artist, signed: str, work_off: WorkOff, act: Actor, parts: Parts
) -> None:
    act.send(artist.account.address, "Artwork", "cancelVouchers")
    work_off()
    failed = artist.look(signed)
    assert failed["state"] == "failed"
    assert "VoucherCancelled (nonce 0, current 1)" in failed["failure"]
    assert relayed(parts) == []


def test_without_ether_it_says_so_and_goes_on_later(
    artist: Artist, signed: str, work_off: WorkOff, index: Index, workshop: Workshop, parts: Parts
) -> None:
    relayer = workshop.relayer.address
    workshop.chain.ask("anvil_setBalance", relayer, "0x1")
    work_off()
    failed = artist.look(signed)
    assert failed["state"] == "failed"
    assert f"the relayer {relayer} has 1 wei and needs " in failed["failure"]
    assert relayed(parts) == []
    workshop.chain.ask("anvil_setBalance", relayer, hex(10**18))
    assert artist.site.post(f"/api/v1/commissions/{signed}/retry").json()["state"] == "signed"
    work_off()
    index()
    assert artist.look(signed)["state"] == "minted"


def test_a_refused_transaction_frees_its_nonce(
    artist: Artist, signed: str, work_off: WorkOff, index: Index, workshop: Workshop, parts: Parts
) -> None:
    class Refuses(Node):
        def broadcast(self, raw: bytes) -> None:
            self.ask("eth_sendRawTransaction", "0x00")  # the node's own refusal

    with Refuses(parts.settings.rpc) as chain:
        work_off(chain=chain)
    failed = artist.look(signed)
    assert failed["state"] == "failed"
    assert "the node refuses the transaction" in failed["failure"]
    assert relayed(parts) == []


def test_whoever_brings_the_voucher_it_is_minted(
    artist: Artist, signed: str, work_off: WorkOff, index: Index, act: Actor, parts: Parts
) -> None:
    made = artist.look(signed)
    with unit(parts.units) as session:
        signature = session.scalar(text("SELECT voucher_signature FROM commissions"))
    voucher = Voucher.from_message(made["voucher"]).as_tuple()
    sender = artist.account.address
    act.send(sender, "Artwork", "mintWithVoucher", voucher, bytes(signature), ())
    work_off()
    assert artist.look(signed)["state"] == "sent"
    assert relayed(parts) == []
    index()
    assert artist.look(signed)["state"] == "minted"


def test_a_transaction_that_fails_in_its_block_is_told(
    artist: Artist, signed: str, work_off: WorkOff, act: Actor, parts: Parts, workshop: Workshop
) -> None:
    workshop.chain.ask("evm_setAutomine", False)
    work_off()
    assert artist.look(signed)["state"] == "sent"
    cancel = act.contract("Artwork").encode("cancelVouchers")
    workshop.chain.ask(
        "eth_sendTransaction",
        {
            "from": artist.account.address,
            "to": act.contract("Artwork").address,
            "data": cancel,
            "gas": hex(200_000),
            "maxFeePerGas": hex(10**12),
            "maxPriorityFeePerGas": hex(10**11),  # goes first in the block
        },
    )
    workshop.chain.ask("evm_mine")
    workshop.chain.ask("evm_setAutomine", True)
    hurry(parts)
    work_off()
    failed = artist.look(signed)
    assert failed["state"] == "failed"
    assert "VoucherCancelled" in failed["failure"]


def test_a_node_that_is_away_costs_only_time(
    artist: Artist, signed: str, work_off: WorkOff, index: Index, parts: Parts
) -> None:
    with Node("http://127.0.0.1:9") as nobody:
        work_off(chain=nobody)
    assert artist.look(signed)["state"] == "signed"
    hurry(parts)
    work_off()
    index()
    assert artist.look(signed)["state"] == "minted"


def test_for_somebody_who_is_no_artist_any_more_nothing_is_sent(
    artist: Artist, signed: str, work_off: WorkOff, parts: Parts
) -> None:
    with unit(parts.units) as session:
        session.execute(delete(Decision))
    work_off()
    failed = artist.look(signed)
    assert (failed["state"], "no longer an admitted artist" in failed["failure"]) == (
        "failed",
        True,
    )
    assert relayed(parts) == []


def test_several_at_once_share_the_nonces(
    artist: Artist, work_off: WorkOff, index: Index, parts: Parts
) -> None:
    ids = [artist.ask(seed=seed).json()["id"] for seed in range(4)]
    work_off()
    for id_ in ids:
        assert artist.mint(id_).status_code == 202
    work_off()
    index()
    assert {artist.look(id_)["state"] for id_ in ids} == {"minted"}
    assert [row.nonce for row in relayed(parts)] == [0, 1, 2, 3]


def test_a_worker_taken_for_dead_and_its_heir_sign_once(
    artist: Artist,
    signed: str,
    parts: Parts,
    workshop: Workshop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look, both = transaction.is_minted_already, Barrier(2, timeout=60)

    def look_at_once(workshop: Workshop, commission: Commission) -> bool:
        is_minted = look(workshop, commission)
        both.wait()
        return is_minted

    monkeypatch.setattr(transaction, "is_minted_already", look_at_once)
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda id_: relay.send(workshop, id_), [UUID(signed)] * 2))
    (row,) = relayed(parts)
    assert artist.look(signed)["transaction_hash"] == row.hash
