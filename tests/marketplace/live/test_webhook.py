"""webhooks
an event of their topic         -> is sent once, signed, with its id
a failure                       -> is tried again after ever longer pauses; others rest meanwhile
too many failures               -> dead, and the next is sent
an endpoint that is gone        -> sleeps at once; one that fails for days sleeps, too
woken and replayed              -> what was dead arrives
a reorganisation                -> is sent as retracted, after what it takes back
replay from a cursor            -> everything after it once more, under the same ids
another key                     -> both sign, until the first one ends
many deliveries                 -> a bounded number waits; all arrive in order
a herald that dies in between   -> another sends again when the lease is over, under the same id
two heralds                     -> do not send the same at once
an address that became inner    -> dead, and the webhook sleeps
"""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from indexer.primitives import Address
from marketplace.db import Units, unit
from marketplace.live import parcel, patience, webhook
from marketplace.live.deliver import Deliverer
from marketplace.live.models import Delivery, Webhook
from marketplace.live.seal import Seal
from marketplace.live.tell import tell_all
from marketplace.live.topic import Topic
from tests.marketplace.live.receiver import Receiver, is_ours
from tests.marketplace.live.scribe import BID, MINT, SALE, Scribe

OWNER = Address("0x90F79bf6EB2c4f870365E785982E1f101E93b906")
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


class Desk:
    """One webhook, whoever sends its deliveries, and a clock that goes when told to."""

    def __init__(self, units: Units, engine: Engine, receiver: Receiver) -> None:
        self.units, self.engine, self.receiver = units, engine, receiver
        self.now = BEGINNING
        self.seal = Seal(b"s" * 32)
        self.hands = self.herald()
        self.id, self.key = self.subscribe()

    def herald(self) -> Deliverer:
        """Somebody who sends."""
        return Deliverer(self.units, self.seal, loopback=True, clock=lambda: self.now)

    def subscribe(self, *topics: Topic, url: str = "") -> tuple[Any, str]:
        """A webhook and its first key."""
        with unit(self.units) as session:
            hook, key = webhook.subscribe(
                session, OWNER, url or self.receiver.url, topics, None, self.now, loopback=True
            )
            return hook.id, key.id

    def send(self) -> None:
        """Send what is due now."""

        async def once() -> None:
            await self.hands.look()
            await self.hands.rest()

        asyncio.run(once())

    def later(self, pause: timedelta) -> None:
        """Let time pass and send."""
        self.now += pause
        self.send()

    def tell(self) -> None:
        """Tell what the index says, and send it."""
        tell_all(self.engine)
        self.send()

    def hook(self) -> Webhook:
        """The webhook as it is."""
        with unit(self.units) as session:
            return session.get_one(Webhook, self.id)

    def log(self) -> list[tuple[str, int, int | None]]:
        """Of each delivery its state, attempts, and the last status."""
        with unit(self.units) as session:
            rows = session.scalars(select(Delivery).order_by(Delivery.id))
            return [(row.state, row.attempts, row.status) for row in rows]

    def act(self, deed: Any, *arguments: Any, **options: Any) -> Any:
        """Do something to the webhook, as its owner."""
        with unit(self.units) as session:
            hook = webhook.find(session, OWNER, self.id)
            return deed(session, hook, *arguments, **options)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Whose server it is sent to."""
    one = Receiver()
    server = one.start()
    yield one
    server.shutdown()
    server.server_close()


@pytest.fixture
def desk(units: Units, engine: Engine, scribe: Scribe, receiver: Receiver) -> Desk:
    """A webhook to all topics."""
    return Desk(units, engine, receiver)


def test_an_event_is_sent_once_and_signed(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    desk.subscribe(Topic.BIDS)
    scribe.block(MINT)
    desk.tell()
    desk.send()
    (came,) = receiver.received
    assert came.content["event"] == "WorkMinted"
    assert came.headers["Atelier-Event"] == came.content["id"]
    secrets = {desk.key: desk.seal.secret(desk.key)}
    now = desk.now.timestamp()
    assert is_ours(came.headers, came.body, secrets, now)
    assert not is_ours(came.headers, came.body + b" ", secrets, now)
    assert not is_ours(came.headers, came.body, secrets, now + 301)
    assert not is_ours(came.headers, came.body, {desk.key: "whsec_guessed"}, now)
    assert desk.log() == [("delivered", 1, 200)]


def test_pauses_grow_and_end(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    assert list(patience.PAUSES) == sorted(patience.PAUSES)
    receiver.answers.extend([500] * 20)
    scribe.block(MINT)
    desk.tell()
    for number, pause in enumerate(patience.PAUSES, 1):
        assert desk.log() == [("waiting", number, 500)]
        desk.later(pause - timedelta(seconds=1))
        assert len(receiver.received) == number
        desk.later(timedelta(seconds=1))
    assert desk.log() == [("dead", len(patience.PAUSES) + 1, 500)]
    assert len(set(receiver.ids)) == 1
    receiver.answers.clear()
    scribe.block(SALE)
    tell_all(desk.engine)
    desk.later(patience.LONGEST_REST)
    assert desk.log()[1] == ("delivered", 1, 200)
    assert desk.hook().failing_since is None


def test_an_endpoint_rests_as_a_whole(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    receiver.answers.append(503)
    scribe.block(MINT, SALE, BID)
    desk.tell()
    assert len(receiver.received) == 1
    desk.later(patience.PAUSES[0])
    assert len(receiver.received) == 4
    assert [state for state, _, _ in desk.log()] == ["delivered"] * 3


def test_who_is_gone_sleeps_until_woken(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    receiver.answers.append(410)
    scribe.block(MINT)
    desk.tell()
    desk.later(timedelta(days=1))
    assert (len(receiver.received), desk.hook().asleep) == (
        1,
        "The endpoint answered 410: it is gone.",
    )
    desk.act(webhook.change, None, None, True, loopback=True)
    desk.send()
    assert desk.log() == [("delivered", 2, 200)]


def test_who_fails_for_days_sleeps(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    receiver.answers.extend([500] * 2)
    scribe.block(MINT)
    desk.tell()
    desk.later(patience.SLEEP_AFTER)
    assert desk.hook().asleep == "Nothing arrived for 3 days."
    scribe.block(SALE)
    desk.tell()
    assert len(receiver.received) == 2
    desk.act(webhook.change, None, None, True, loopback=True)
    desk.act(webhook.replay, 0, desk.now)
    desk.send()
    assert [state for state, _, _ in desk.log()] == ["delivered"] * 2


def test_a_reorganisation_is_sent(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    scribe.block(SALE)
    desk.tell()
    scribe.rewind(0)
    scribe.block(BID, branch="bbbb")
    desk.tell()
    first, second, third = (each.content for each in receiver.received)
    assert (second["kind"], second["retracts"]) == ("retracted", first["id"])
    assert third["event"] == "BidPlaced"


def test_a_replay_sends_again(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    scribe.block(MINT, SALE, BID)
    desk.tell()
    desk.act(webhook.replay, int(receiver.ids[0]), desk.now)
    desk.send()
    assert receiver.ids[3:] == receiver.ids[1:3]
    assert receiver.received[3].body == receiver.received[1].body


def test_keys_are_replaced_without_a_gap(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    fresh = desk.act(webhook.rotate, desk.now).id
    for pause in (timedelta(0), webhook.OVERLAP):
        desk.now += pause
        scribe.block(MINT)
        desk.tell()
    both, one = (
        [
            key
            for key in (desk.key, fresh)
            if is_ours(each.headers, each.body, {key: desk.seal.secret(key)}, now)
        ]
        for each, now in zip(
            receiver.received,
            (BEGINNING.timestamp(), desk.now.timestamp()),
            strict=True,
        )
    )
    assert (both, one) == ([desk.key, fresh], [fresh])
    with pytest.raises(webhook.KeysFull):
        desk.act(webhook.end_key, fresh, desk.now)


def test_many_come_in_order_and_few_wait(
    desk: Desk, scribe: Scribe, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "MOST_WAITING", 4)
    monkeypatch.setattr(parcel, "SCANNED", 2)
    scribe.blocks([(MINT, SALE, BID)] * 3)
    receiver.answers.append(500)
    desk.tell()
    assert len(desk.log()) == 4
    desk.later(patience.PAUSES[0])
    desk.send()
    desk.send()
    ids = [int(one) for one in receiver.ids[1:]]
    assert ids == list(range(ids[0], ids[0] + 9))


def test_a_dead_heralds_delivery_is_sent_again(
    desk: Desk, scribe: Scribe, receiver: Receiver
) -> None:
    scribe.block(MINT)
    tell_all(desk.engine)
    with unit(desk.units) as session:
        parcel.spread(session, desk.now)
    with unit(desk.units) as session:
        (held,) = parcel.take(session, desk.now, 1)
    desk.send()
    assert receiver.received == []
    desk.later(parcel.LEASE)
    assert receiver.ids == [held.event]
    with unit(desk.units) as session:  # and the dead one's late word counts for nothing
        late = parcel.Outcome(500, "late", 1)
        assert parcel.record(session, held, late, desk.now) is None
    assert desk.log() == [("delivered", 1, 200)]


def test_two_heralds_share_the_work(desk: Desk, scribe: Scribe, receiver: Receiver) -> None:
    for _ in range(3):
        desk.subscribe()
    scribe.blocks([(MINT, SALE)] * 3)
    tell_all(desk.engine)

    async def both() -> None:
        hands = [desk.herald() for _ in range(2)]
        await asyncio.gather(*(one.look() for one in hands))
        await asyncio.gather(*(one.rest() for one in hands))

    asyncio.run(both())
    desk.send()
    assert len(receiver.received) == 4 * 6
    assert all(receiver.ids.count(one) == 4 for one in receiver.ids)


def test_an_address_that_became_inner_is_not_sent_to(desk: Desk, scribe: Scribe) -> None:
    scribe.block(MINT)
    desk.hands.loopback = False
    desk.tell()
    assert desk.log() == [("dead", 1, None)]
    assert "https" in (desk.hook().asleep or "")
