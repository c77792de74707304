"""Read what the studio needs: commissions, the artist's standing, the terms of the moment."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, exists, func, select, text
from sqlalchemy.orm import Session

from indexer.models import Chain, Fee, VoucherEpoch, Work
from indexer.primitives import Address, Hash32
from marketplace.adapters.ipfs.cid import Cid
from marketplace.metadata import Provenance
from marketplace.resemblance import queries as resemblances
from marketplace.resemblance.queries import Subject
from marketplace.studio.models import (
    Commission,
    CommissionChange,
    Preview,
    RelayTransaction,
    Sheet,
    Sketch,
    Verification,
)
from marketplace.studio.state import State

QUEUED = (State.ASKED, State.RENDERED)


def is_minted(session: Session, work: int) -> bool:
    """Whether the index has the work."""
    return bool(session.scalar(select(exists().where(Work.work == work))))


def commission(session: Session, id_: UUID) -> Commission | None:
    """One commission as it is."""
    return session.get(Commission, id_)


def locked(session: Session, id_: UUID) -> Commission | None:
    """One commission, ours alone until the transaction ends."""
    return session.get(Commission, id_, with_for_update=True, populate_existing=True)


def own(session: Session, id_: UUID, artist: Address) -> Row[Commission, bool] | None:
    """An artist's commission, and whether it is minted."""
    query = _with_mint().where(Commission.id == id_, Commission.artist == artist)
    return session.execute(query).one_or_none()


def own_all(
    session: Session, artist: Address, *, before: datetime | None = None, limit: int = 50
) -> Sequence[Row[Commission, bool]]:
    """An artist's commissions, newest first."""
    query = _with_mint().where(Commission.artist == artist)
    if before is not None:
        query = query.where(Commission.created_at < before)
    return session.execute(query.order_by(Commission.created_at.desc()).limit(limit)).all()


def subject(commission: Commission) -> Subject:
    """What is compared of a pinned commission."""
    named = (commission.recipe or {}).get("parents", [])
    parents = [Cid.parse(str(name)).token for name in named]
    picture = resemblances.shown(commission.content)
    return Subject.of_work(commission.work or 0, commission.artist, picture, parents)


def ask_to_compare(session: Session, limit: int) -> None:
    """Have pinned works compared that never were."""
    query = select(Commission).where(
        Commission.work.is_not(None), resemblances.unasked(Commission.work)
    )
    for found in session.scalars(query.limit(limit)).all():
        resemblances.ask(session, subject(found))


def changes(session: Session, id_: UUID) -> Sequence[CommissionChange]:
    """All that happened to a commission, oldest first."""
    query = select(CommissionChange).where(CommissionChange.commission == id_)
    return session.scalars(query.order_by(CommissionChange.id)).all()


def by_key(session: Session, artist: Address, key: str) -> Commission | None:
    """What the artist asked for under this Idempotency-Key."""
    query = select(Commission).where(Commission.artist == artist, Commission.idempotency_key == key)
    return session.scalars(query).one_or_none()


def by_recipe(session: Session, digest: str) -> Commission | None:
    """Whoever's commission of this very recipe."""
    query = select(Commission).where(Commission.recipe_digest == digest)
    return session.scalars(query).one_or_none()


def by_upload(session: Session, digest: Hash32) -> Commission | None:
    """Whoever's commission of this very file."""
    query = select(Commission).where(Commission.upload_sha256 == digest)
    return session.scalars(query).one_or_none()


def queued(session: Session, artist: Address) -> int:
    """How many of the artist's commissions wait for the worker."""
    query = select(func.count()).where(Commission.artist == artist, Commission.state.in_(QUEUED))
    return session.scalar(query) or 0


def asked_since(
    session: Session, artist: Address, span: timedelta, provenance: Provenance | None = None
) -> int:
    """How many commissions the artist asked for within that time, of one provenance or of any."""
    query = select(func.count()).where(
        Commission.artist == artist, Commission.created_at > func.now() - span
    )
    if provenance is not None:
        query = query.where(Commission.provenance == provenance)
    return session.scalar(query) or 0


def failed(session: Session, limit: int = 200) -> Sequence[Commission]:
    """What failed for good and waits for somebody, newest first."""
    query = select(Commission).where(Commission.state == State.FAILED)
    return session.scalars(query.order_by(Commission.updated_at.desc()).limit(limit)).all()


def left_alone(
    session: Session, states: Sequence[State], before: datetime, limit: int = 20
) -> Sequence[Commission]:
    """Commissions that should move, have not since then, and wait for no job; locked."""
    unattended = text(
        "NOT EXISTS (SELECT 1 FROM procrastinate_jobs j WHERE j.status IN ('todo', 'doing') "
        "AND j.args ->> 'commission' = commissions.id::text)"
    )
    minted = select(Work.work).where(Work.work == Commission.work).exists()
    query = select(Commission).where(
        Commission.state.in_(states), Commission.updated_at < before, unattended, ~minted
    )
    return session.scalars(query.limit(limit).with_for_update(skip_locked=True)).all()


def sheet(session: Session, id_: UUID, artist: Address) -> Sheet | None:
    """An artist's contact sheet that was not discarded."""
    query = _sheets(artist).where(Sheet.id == id_)
    return session.scalars(query).one_or_none()


def sheets(session: Session, artist: Address, limit: int) -> Sequence[Sheet]:
    """An artist's contact sheets, newest first."""
    query = _sheets(artist).order_by(Sheet.created_at.desc())
    return session.scalars(query.limit(limit)).all()


def sheet_by_key(session: Session, artist: Address, key: str) -> Sheet | None:
    """What the artist asked for under this Idempotency-Key."""
    query = select(Sheet).where(Sheet.artist == artist, Sheet.idempotency_key == key)
    return session.scalars(query).one_or_none()


def sketch(session: Session, sheet_: UUID, number: int, artist: Address) -> Sketch | None:
    """One sketch of an artist's sheet."""
    query = select(Sketch).join(Sheet, Sheet.id == Sketch.sheet)
    query = query.where(Sheet.artist == artist, Sketch.sheet == sheet_, Sketch.number == number)
    return session.scalars(query).one_or_none()


def looks(session: Session, sheet_: UUID) -> Sequence[Row[Sketch, Preview]]:
    """A sheet's drawn sketches with their pictures, in their order."""
    query = select(Sketch, Preview).join(Preview, Preview.subject == Sketch.id)
    query = query.where(Sketch.sheet == sheet_, Sketch.state == "drawn")
    return session.execute(query.order_by(Sketch.number)).all()


def locked_sketch(session: Session, id_: UUID) -> Sketch | None:
    """One sketch, ours alone until the transaction ends."""
    return session.get(Sketch, id_, with_for_update=True, populate_existing=True)


def sketched(session: Session, artist: Address, span: timedelta) -> tuple[int, int]:
    """How many of an artist's sketches wait, and how many were asked for within that time."""
    waiting = select(func.count()).join_from(Sketch, Sheet, Sheet.id == Sketch.sheet)
    recent = select(func.sum(Sheet.number)).where(Sheet.created_at > func.now() - span)
    return (
        session.scalar(waiting.where(Sheet.artist == artist, Sketch.state == State.ASKED)) or 0,
        session.scalar(recent.where(Sheet.artist == artist)) or 0,
    )


def verification(session: Session, work: int) -> Verification | None:
    """The newest making again of a work, under way or over."""
    query = select(Verification).where(Verification.work == work)
    return session.scalars(query.order_by(Verification.created_at.desc()).limit(1)).one_or_none()


def judged(session: Session, work: int) -> Verification | None:
    """The newest one that came to a judgement."""
    query = select(Verification).where(Verification.work == work, Verification.state == "judged")
    return session.scalars(query.order_by(Verification.created_at.desc()).limit(1)).one_or_none()


def verified(session: Session, work: int) -> int:
    """How often a work was made again here and judged."""
    query = select(func.count()).where(Verification.work == work, Verification.state == "judged")
    return session.scalar(query) or 0


def verifying(session: Session, asker: str, span: timedelta) -> tuple[int, int, int]:
    """How many verifications wait at all, wait for this asker, and were asked by them lately."""
    waiting = Verification.state == State.ASKED
    query = select(
        func.count().filter(waiting),
        func.count().filter(waiting, Verification.asker == asker),
        func.count().filter(
            Verification.asker == asker, Verification.created_at > func.now() - span
        ),
    ).where(waiting | (Verification.created_at > func.now() - span))
    everybody, own, recent = session.execute(query).one()
    return everybody, own, recent


def shown(session: Session, limit: int) -> Sequence[Any]:
    """The attributes of the works that are minted, newest first."""
    query = select(Commission.content["attributes"]).join(Work, Work.work == Commission.work)
    return session.scalars(query.order_by(Commission.created_at.desc()).limit(limit)).all()


def timestamp(session: Session) -> int | None:
    """Chain time: the newest indexed block's."""
    return session.scalar(select(Chain.head_timestamp))


def mint_fee_bps(session: Session) -> int | None:
    """What the DAO takes of a paid mint, as the index knows it."""
    query = select(Fee.primary_fee_bps).where(Fee.contract == "Artwork")
    return session.scalar(query.order_by(Fee.block_number.desc(), Fee.log_index.desc()).limit(1))


def voucher_nonce(session: Session, artist: Address) -> int:
    """The nonce that the artist's vouchers have to name now."""
    query = select(VoucherEpoch.nonce).where(VoucherEpoch.artist == artist)
    query = query.order_by(VoucherEpoch.block_number.desc(), VoucherEpoch.log_index.desc())
    return session.scalar(query.limit(1)) or 0


def relayed(session: Session, id_: UUID) -> RelayTransaction | None:
    """The newest transaction that was signed for the commission."""
    query = select(RelayTransaction).where(RelayTransaction.commission == id_)
    return session.scalars(query.order_by(RelayTransaction.nonce.desc()).limit(1)).one_or_none()


def relayed_from(session: Session, chain_id: int, nonce: int) -> Sequence[RelayTransaction]:
    """All signed transactions that are not known to be mined, in their order."""
    query = select(RelayTransaction).where(
        RelayTransaction.chain_id == chain_id, RelayTransaction.nonce >= nonce
    )
    return session.scalars(query.order_by(RelayTransaction.nonce)).all()


def _sheets(artist: Address) -> Select[Sheet]:
    is_kept = select(Sketch.id).where(Sketch.sheet == Sheet.id).exists()
    return select(Sheet).where(Sheet.artist == artist, is_kept)


def _with_mint() -> Select[Commission, bool]:
    return select(Commission, Work.work.is_not(None).label("is_minted")).join_from(
        Commission, Work, Work.work == Commission.work, isouter=True
    )
