"""Make a minted work again because somebody asks, judge it, and keep what came of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from indexer.primitives import ZERO_ADDRESS
from marketplace import metadata
from marketplace.adapters.difference import AGAIN, DIFFERENCE
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.renderer import Judgement, Stated
from marketplace.db import unit
from marketplace.metadata import MetadataFaulty
from marketplace.studio import glimpse, job, queries, turn
from marketplace.studio.error import VerificationMissing, VerificationsMany
from marketplace.studio.making import StepFailed
from marketplace.studio.models import Verification
from marketplace.studio.progress import Progress, Withdrawn
from marketplace.studio.state import State
from marketplace.studio.workshop import Workshop

JUDGED: Final = "judged"
HOUR: Final = timedelta(hours=1)
REMEMBERED: Final = timedelta(days=1)  # who asked
MOST_HOURLY: Final = 12  # for one address
MOST_OWN: Final = 3  # waiting at once, of one address
MOST_WAITING: Final = 60  # of everybody's


def ask(session: Session, work: int, asker: str) -> Verification:
    """Have a work made again; while that is under way, whoever asks gets the same one.

    Raises `VerificationMissing` for what nobody minted, `VerificationsMany` beyond the bounds.
    """
    if not queries.is_minted(session, work):
        cid = Cid.from_digest(work)
        raise VerificationMissing(f"nobody has minted {cid}, as far as the index has read.")
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{work}", 1))))
    newest = queries.verification(session, work)
    if newest is not None and newest.state == State.ASKED:
        return newest
    _require_room(session, asker)
    made = Verification(id=uuid4(), work=work, asker=asker, state=State.ASKED)
    session.add(made)
    session.flush()
    # All who verify take turns with the artists as one of them.
    place = turn.take(session, ZERO_ADDRESS, job.VERIFY)
    job.defer(session, job.VERIFY, made.id, turn=place)
    return made


def make_again(workshop: Workshop, id_: UUID, check: Callable[[], None]) -> None:
    """asked -> judged: the recipe was rendered anew, and the artefact compared with it.

    `check` is called at every progress and may raise to stop the work.
    """
    with unit(workshop.units) as session:
        found = session.get(Verification, id_)
        if found is None or found.state != State.ASKED:
            return
        glimpse.begin(session, Verification, id_)
    stated, recipe, content = _read(workshop, found.work)
    progress = Progress(workshop.units, Verification, id_)

    def hear(permille: int, stage: str, preview: bytes | None = None) -> None:
        check()
        progress(permille, stage, preview)

    try:
        judgement = workshop.again(recipe, content, stated, hear)
    except Withdrawn:
        return
    with unit(workshop.units) as session:
        found = _locked(session, id_)
        if found is None or found.state != State.ASKED:
            return
        _keep(session, found, judgement)
        glimpse.forget_preview(session, id_)


def fail(session: Session, id_: UUID, reason: str) -> None:
    """Say for good why a work could not be made again; that says nothing against the work."""
    found = _locked(session, id_)
    if found is not None and found.state == State.ASKED:
        found.state, found.failure = State.FAILED, reason
        found.revision += 1
        glimpse.forget_preview(session, id_)


def forget(session: Session, now: datetime) -> None:
    """Let go of who asked, when it no longer bounds what they may ask."""
    old = Verification.created_at < now - REMEMBERED
    session.execute(
        update(Verification)
        .where(Verification.asker.is_not(None), old)
        .values(asker=None, updated_at=Verification.updated_at)
    )


def _require_room(session: Session, asker: str) -> None:
    waiting, own, recent = queries.verifying(session, asker, HOUR)
    for has, limit, said in (
        (own, MOST_OWN, "works are being made again for you, of which there may be {} at once"),
        (recent, MOST_HOURLY, "works were made again for you within an hour, which takes {}"),
        (waiting, MOST_WAITING, "works wait to be made again, of which there may be {}"),
    ):
        if has >= limit:
            raise VerificationsMany(
                f"{has} {said.format(limit)}; ask again later, or verify it yourself with "
                "`atelier verify`.",
                asked=has,
                limit=limit,
                retry_after=60,
            )


def _read(workshop: Workshop, work: int) -> tuple[Stated, dict[str, object], bytes]:
    """What is stated of the work, its recipe and its file, as the store holds them."""
    cid = Cid.from_digest(work)
    try:
        known = metadata.read(workshop.store.block(cid))
    except MetadataFaulty as fault:
        raise StepFailed(f"the metadata of {cid} is none of ours: {fault}") from fault
    made = known.made
    if made is None:
        raise StepFailed(
            "its artist made it elsewhere and submitted it; there is nothing to re-run"
        )
    artefact = known.artefact
    stated = Stated(
        plan_sha256=made.plan_sha256,
        media_type=artefact.media_type,
        sha256=artefact.sha256,
        sample_sha256=made.sample_sha256,
        facts=made.facts,
    )
    return stated, made.recipe, workshop.store.read(Cid.parse(artefact.cid))


def _keep(session: Session, found: Verification, judgement: Judgement) -> None:
    """The judgement for ever, its pictures until the work is made again the next time."""
    session.execute(
        update(Verification)
        .where(Verification.work == found.work, Verification.id != found.id)
        .values(again=None, difference=None, updated_at=Verification.updated_at)
    )
    found.state, found.progress_permille, found.stage = JUDGED, 1000, ""
    found.found = {**judgement.as_dict(), "pictures": sorted(judgement.pictures)}
    found.again = judgement.pictures.get(AGAIN)
    found.difference = judgement.pictures.get(DIFFERENCE)
    found.revision += 1


def _locked(session: Session, id_: UUID) -> Verification | None:
    return session.get(Verification, id_, with_for_update=True, populate_existing=True)
