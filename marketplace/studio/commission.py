"""Take a commission, move it from state to state, cancel it, and let a stopped one start again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from generation import registry
from generation.recipe import Recipe
from indexer.primitives import Address, Hash32
from marketplace.curation.queries import is_artist
from marketplace.metadata import ATTESTED, Provenance
from marketplace.studio import glimpse, job, queries, turn
from marketplace.studio.error import (
    AlreadyCommissioned,
    AlreadyMinted,
    KeyReused,
    NotAdmitted,
    NotReady,
)
from marketplace.studio.models import Commission, CommissionChange
from marketplace.studio.quota import QUOTA, Quota, require_day, require_room
from marketplace.studio.state import CANCELLABLE, FOLLOWERS, STOPPED, State, resumption
from marketplace.studio.voucher import Terms, Voucher


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

    @property
    def provenance(self) -> Provenance:
        """How far anybody will be able to check the work."""
        return registry.card(self.recipe.engine, self.recipe.engine_version).provenance


def ask(
    session: Session,
    id_: UUID,
    artist: Address,
    order: Order,
    quota: Quota = QUOTA,
    models_on: str = job.CPU,
) -> Commission:
    """Keep the order and defer its rendering; asked again with the same key, give the first one.

    `models_on` is the resource class where models of the operator's own work.
    """
    require_artist(session, artist)
    one_at_a_time(session, artist)
    if repeated := _repeated(session, artist, order):
        return repeated
    if queries.by_recipe(session, order.digest) is None:
        require_room(session, artist, quota)
        require_day(session, artist, quota)
    _insert(session, id_, artist, order)
    commission = queries.locked(session, id_)
    assert commission is not None  # noqa: S101 - inserted above, in this transaction
    note(session, commission, "")
    move_on(session, commission, models_on)
    return commission


def require_artist(session: Session, artist: Address) -> None:
    """Refuse whoever is no admitted artist."""
    if not is_artist(session, artist):
        raise NotAdmitted(
            f"{artist} is not an admitted artist; apply first, the members decide.", artist=artist
        )


def one_at_a_time(session: Session, artist: Address) -> None:
    """One artist's orders one after the other: quota and key are looked at under this lock."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(artist, 0))))


def enter(session: Session, commission: Commission, state: State, detail: str = "") -> None:
    """Move a locked commission on; exactly one row of its history says so."""
    if state not in FOLLOWERS[State(commission.state)]:
        raise NotReady(
            f"the commission is {commission.state}; it cannot become {state}.",
            state=commission.state,
        )
    commission.state = state
    commission.failure = detail if state is State.FAILED else None
    commission.revision += 1
    note(session, commission, detail)


def fail(session: Session, id_: UUID, reason: str) -> None:
    """Say for good why a step could not be done; nothing that was made is lost."""
    commission = queries.locked(session, id_)
    if commission and State.FAILED in FOLLOWERS[State(commission.state)]:
        enter(session, commission, State.FAILED, reason)


def cancel(session: Session, commission: Commission) -> None:
    """Stop a locked commission that nobody has pinned yet; cancelled already, it stays so.

    A rendering under way sees it within a second and ends.
    """
    state = State(commission.state)
    if state is State.CANCELLED:
        return
    if state not in CANCELLABLE:
        raise NotReady(
            f"the commission is {state}; only one that waits or is being rendered can be "
            "cancelled.",
            state=state,
        )
    enter(session, commission, State.CANCELLED)
    commission.progress_permille, commission.stage = 0, ""
    glimpse.forget_preview(session, commission.id)
    if job.withdraw(session, commission.id):
        turn.give_back(session, commission.artist, job.STEPS[state])


def retry(
    session: Session,
    commission: Commission,
    terms: Terms | None,
    quota: Quota = QUOTA,
    models_on: str = job.CPU,
) -> None:
    """Start a failed or cancelled, locked commission again from its last good state."""
    if commission.state not in STOPPED:
        raise NotReady(
            f"the commission is {commission.state}, neither failed nor cancelled; there is "
            "nothing to retry.",
            state=commission.state,
        )
    signed = Voucher.from_message(commission.voucher) if commission.voucher else None
    state = resumption(
        is_rendered=commission.artefact_cid is not None,
        is_pinned=commission.metadata_cid is not None,
        is_voucher_alive=bool(signed and terms and signed.is_alive(terms)),
    )
    if state is State.ASKED:
        one_at_a_time(session, commission.artist)
        require_room(session, commission.artist, quota)
        commission.progress_permille, commission.stage, commission.begun_at = 0, "", None
    commission.transaction_hash = None
    if state is not State.SIGNED:
        commission.voucher = commission.voucher_signature = None
    enter(session, commission, state, "tried again")
    move_on(session, commission, models_on)


def sweep(session: Session, before: datetime) -> int:
    """Give a job to every commission that has none and has not moved since; how many had none.

    That should not be, but a database may fall over just as a step says that it failed, and a
    reorg may take back a mint that nobody watches any more.
    """
    lost = queries.left_alone(session, list(job.STEPS), before)
    for commission in lost:
        commission.updated_at = func.now()
        move_on(session, commission)
    return len(lost)


def sign(session: Session, commission: Commission, voucher: Voucher, signature: bytes) -> None:
    """Keep the artist's voucher with a locked commission and defer its relay."""
    commission.voucher = voucher.as_message()
    commission.voucher_signature = signature
    enter(session, commission, State.SIGNED)
    move_on(session, commission)


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


def move_on(session: Session, commission: Commission, models_on: str = job.CPU) -> None:
    """Queue what moves the commission on from its state, if anything does."""
    step = job.STEPS.get(State(commission.state))
    if step is None:
        return
    is_attested = step == job.RENDER and commission.provenance == ATTESTED
    queue = job.RESOURCES[models_on] if is_attested else None
    place = turn.take(session, commission.artist, step, queue)
    job.defer(session, step, commission.id, turn=place, queue=queue)


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
        provenance=order.provenance,
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


def note(session: Session, commission: Commission, detail: str) -> None:
    """Write the state that a commission has now into its history."""
    session.add(
        CommissionChange(commission=commission.id, state=State(commission.state), detail=detail)
    )
    session.flush()
