"""Take a commission, move it from state to state, and let a failed one start again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from generation.recipe import Recipe
from indexer.primitives import Address, Hash32
from marketplace.curation.queries import is_artist
from marketplace.studio import job, queries
from marketplace.studio.error import (
    AlreadyCommissioned,
    AlreadyMinted,
    KeyReused,
    NotAdmitted,
    NotReady,
    QuotaReached,
)
from marketplace.studio.models import Commission, CommissionChange
from marketplace.studio.state import FOLLOWERS, State, resumption
from marketplace.studio.voucher import Terms, Voucher

MOST_QUEUED: Final = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What an artist asks for, checked field by field."""

    title: str
    description: str
    recipe: Recipe
    idempotency_key: str | None

    @property
    def digest(self) -> Hash32:
        return Hash32(f"0x{self.recipe.digest}")


def ask(session: Session, id_: UUID, artist: Address, order: Order) -> Commission:
    """Keep the order and defer its rendering; asked again with the same key, give the first one."""
    if not is_artist(session, artist):
        raise NotAdmitted(
            f"{artist} is not an admitted artist; apply first, the members decide.", artist=artist
        )
    # One artist's orders one after the other: the quota and the key are looked at under this lock.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(artist, 0))))
    if repeated := _repeated(session, artist, order):
        return repeated
    waiting = queries.queued(session, artist)
    if waiting >= MOST_QUEUED and queries.by_recipe(session, order.digest) is None:
        raise QuotaReached(
            f"{waiting} of your commissions wait for the studio, which takes {MOST_QUEUED} at "
            "once; ask again when one is done.",
            waiting=waiting,
            limit=MOST_QUEUED,
        )
    _insert(session, id_, artist, order)
    commission = queries.locked(session, id_)
    assert commission is not None  # noqa: S101 - inserted above, in this transaction
    _note(session, commission, "")
    job.defer(session, job.RENDER, id_)
    return commission


def enter(session: Session, commission: Commission, state: State, detail: str = "") -> None:
    """Move a locked commission on; exactly one row of its history says so."""
    if state not in FOLLOWERS[State(commission.state)]:
        raise NotReady(
            f"the commission is {commission.state}; it cannot become {state}.",
            state=commission.state,
        )
    commission.state = state
    commission.failure = detail if state is State.FAILED else None
    _note(session, commission, detail)


def fail(session: Session, id_: UUID, reason: str) -> None:
    """Say for good why a step could not be done; nothing that was made is lost."""
    commission = queries.locked(session, id_)
    if commission and State.FAILED in FOLLOWERS[State(commission.state)]:
        enter(session, commission, State.FAILED, reason)


def retry(session: Session, commission: Commission, terms: Terms | None) -> None:
    """Start a failed, locked commission again from its last good state."""
    if commission.state != State.FAILED:
        raise NotReady(
            f"the commission is {commission.state}, not failed; there is nothing to retry.",
            state=commission.state,
        )
    signed = Voucher.from_message(commission.voucher) if commission.voucher else None
    state = resumption(
        is_rendered=commission.artefact_cid is not None,
        is_pinned=commission.metadata_cid is not None,
        is_voucher_alive=bool(signed and terms and signed.is_alive(terms)),
    )
    commission.transaction_hash = None
    if state is not State.SIGNED:
        commission.voucher = commission.voucher_signature = None
    enter(session, commission, state, "tried again")
    step = job.STEPS.get(state)
    if step:
        job.defer(session, step, commission.id)


def sweep(session: Session, before: datetime) -> int:
    """Give a job to every commission that has none and has not moved since; how many had none.

    That should not be, but a database may fall over just as a step says that it failed, and a
    reorg may take back a mint that nobody watches any more.
    """
    lost = queries.left_alone(session, list(job.STEPS), before)
    for commission in lost:
        commission.updated_at = func.now()
        job.defer(session, job.STEPS[State(commission.state)], commission.id)
    return len(lost)


def sign(session: Session, commission: Commission, voucher: Voucher, signature: bytes) -> None:
    """Keep the artist's voucher with a locked commission and defer its relay."""
    commission.voucher = voucher.as_message()
    commission.voucher_signature = signature
    enter(session, commission, State.SIGNED)
    job.defer(session, job.SEND, commission.id)


def is_signed_already(commission: Commission, voucher: Voucher, signature: bytes) -> bool:
    """Whether this very answer was taken before: then there is nothing more to do."""
    is_the_same = (commission.voucher, commission.voucher_signature) == (
        voucher.as_message(),
        signature,
    )
    return is_the_same and commission.state in (State.SIGNED, State.SENT)


def require_pinned(commission: Commission, is_minted: bool) -> None:
    """A voucher makes sense for a pinned work that is not minted."""
    if is_minted:
        raise AlreadyMinted("this work is minted already.", work=commission.metadata_cid)
    if commission.state != State.PINNED:
        raise NotReady(
            f"the commission is {commission.state}; a voucher is signed once it is pinned.",
            state=commission.state,
        )


def _repeated(session: Session, artist: Address, order: Order) -> Commission | None:
    if order.idempotency_key is None:
        return None
    first = queries.by_key(session, artist, order.idempotency_key)
    if first is None:
        return None
    if (first.recipe_digest, first.title, first.description) != (
        order.digest,
        order.title,
        order.description,
    ):
        raise KeyReused(
            "this Idempotency-Key was used for another commission; take a new one.",
            commission=str(first.id),
        )
    return first


def _insert(session: Session, id_: UUID, artist: Address, order: Order) -> None:
    query = insert(Commission).values(
        id=id_,
        artist=artist,
        title=order.title,
        description=order.description,
        recipe=order.recipe.as_dict(),
        recipe_digest=order.digest,
        idempotency_key=order.idempotency_key,
        state=State.ASKED,
        progress_permille=0,
        stage="",
    )
    query = query.on_conflict_do_nothing(index_elements=["recipe_digest"])
    if session.scalar(query.returning(Commission.id)) is None:
        raise _taken(session, artist, order)


def _taken(session: Session, artist: Address, order: Order) -> AlreadyCommissioned:
    """Two works of one recipe would be one picture: say where the first one is."""
    first = queries.by_recipe(session, order.digest)
    values: dict[str, str] = {"recipe_digest": order.digest}
    if first and first.artist == artist:
        values["commission"] = str(first.id)
        if first.metadata_cid:
            values["work"] = first.metadata_cid
        return AlreadyCommissioned(
            f"you commissioned this very recipe already (it is {first.state}); "
            "choose another seed, or go on with that one.",
            **values,
        )
    return AlreadyCommissioned(
        "another artist commissioned this very recipe already; choose another seed.", **values
    )


def _note(session: Session, commission: Commission, detail: str) -> None:
    session.add(
        CommissionChange(commission=commission.id, state=State(commission.state), detail=detail)
    )
    session.flush()
