"""Read what people said of pictures, and which pictures there are to ask about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, delete, func, or_, select, true
from sqlalchemy.orm import Session

from indexer.models import Bid, Chain, Proposal, ProposalStep, Sale, Work
from indexer.primitives import Address
from marketplace.taste.models import Ballot, Consent, Feedback, Model, Picture, Question


def has_agreed(session: Session, person: Address) -> bool:
    """Whether what the person says may be kept and learnt from."""
    found = session.get(Consent, person)
    return found is not None and found.withdrawn_at is None


def consent(session: Session, person: Address) -> Consent | None:
    """What the person agreed to, and when."""
    return session.get(Consent, person)


def gallery_pictures(session: Session, digest: str) -> Sequence[Picture]:
    """What anybody may be asked about: works and studies, in an order that stays."""
    query = select(Picture).where(
        Picture.features_digest == digest,
        Picture.source.in_(("work", "study")),
        Picture.features.is_not(None),
    )
    return session.scalars(query.order_by(Picture.sha256)).all()


def pictures(session: Session, names: Sequence[str]) -> dict[str, Picture]:
    """Pictures by name."""
    query = select(Picture).where(Picture.sha256.in_(names))
    return {one.sha256: one for one in session.scalars(query)}


def of_work(session: Session, work: int) -> Picture | None:
    """The picture of a minted work."""
    return session.scalars(select(Picture).where(Picture.work == work)).one_or_none()


def of_sketches(session: Session, ids: Sequence[UUID], digest: str) -> dict[UUID, Picture]:
    """The measured pictures of an artist's sketches."""
    query = select(Picture).where(Picture.sketch.in_(ids), Picture.features_digest == digest)
    return {one.sketch: one for one in session.scalars(query) if one.sketch}


def measured_studies(session: Session, digest: str) -> frozenset[str]:
    """The studies whose features are of this kind."""
    query = select(Picture.study).where(Picture.source == "study")
    return frozenset(
        name for name in session.scalars(query.where(Picture.features_digest == digest)) if name
    )


def unmeasured_works(session: Session, digest: str, before: datetime, limit: int) -> Sequence[int]:
    """Works without features of this kind, or that had no picture when it was last looked."""
    query = (
        select(Work.work)
        .join(Picture, Picture.work == Work.work, isouter=True)
        .where(
            or_(
                Picture.work.is_(None),
                Picture.features_digest != digest,
                and_(Picture.fault.is_not(None), Picture.measured_at < before),
            )
        )
        .order_by(Picture.measured_at.asc().nulls_first())
    )
    return session.scalars(query.limit(limit)).all()


def waiting(session: Session, person: Address) -> Question | None:
    """The question that the person has not answered; ours alone until the transaction ends."""
    return session.get(Question, person, with_for_update=True, populate_existing=True)


def said(session: Session, person: Address) -> Sequence[Feedback]:
    """All that a person said, oldest first."""
    query = select(Feedback).where(Feedback.person == person)
    return session.scalars(query.order_by(Feedback.id)).all()


def said_since(session: Session, person: Address, span: timedelta) -> int:
    """How often the person said something within that time."""
    query = select(func.count()).where(
        Feedback.person == person, Feedback.created_at > func.now() - span
    )
    return session.scalar(query) or 0


def said_of(session: Session, person: Address, picture: str) -> dict[str, Feedback]:
    """What the person last said of a picture, by kind."""
    query = select(Feedback).where(
        Feedback.person == person, Feedback.picture == picture, Feedback.other.is_(None)
    )
    return {one.kind: one for one in session.scalars(query.order_by(Feedback.id))}


def forget(session: Session, person: Address) -> int:
    """Delete all that a person said, for good; how much it was."""
    session.execute(delete(Question).where(Question.person == person))
    gone = session.execute(
        delete(Feedback).where(Feedback.person == person).returning(Feedback.id)
    ).all()
    return len(gone)


def wanted(session: Session, person: Address) -> Sequence[Picture]:
    """The pictures of works that a person bought or bid for, as the chain tells."""
    bought = select(Sale.work).where(Sale.buyer == person)
    bid = select(Bid.work).where(Bid.bidder == person)
    works = set(session.scalars(bought)) | set(session.scalars(bid))
    query = select(Picture).where(Picture.work.in_(works), Picture.features.is_not(None))
    return session.scalars(query.order_by(Picture.sha256)).all()


def chain_time(session: Session) -> int:
    """The newest indexed block's second."""
    return session.scalar(select(Chain.head_timestamp)) or 0


def ballots(session: Session) -> Sequence[Ballot]:
    """Every signed ballot, in the order in which a set of votes lists them."""
    return session.scalars(select(Ballot).order_by(Ballot.member, Ballot.nonce)).all()


def ballots_of(session: Session, member: Address) -> Sequence[Ballot]:
    """A member's ballots, oldest first."""
    query = select(Ballot).where(Ballot.member == member)
    return session.scalars(query.order_by(Ballot.nonce)).all()


def newest_ballot(session: Session) -> datetime | None:
    """When the last ballot was handed in."""
    return session.scalar(select(func.max(Ballot.created_at)))


def models(session: Session, limit: int = 20) -> Sequence[Model]:
    """The tastes that were trained, newest first."""
    query = select(Model).order_by(Model.trained_at.desc(), Model.digest)
    return session.scalars(query.limit(limit)).all()


def model(session: Session, digest: str) -> Model | None:
    """The taste of a digest."""
    return session.get(Model, digest)


def said_in_public(session: Session, person: Address) -> Sequence[Feedback]:
    """A person's choices between pictures that anybody may see, oldest first."""
    public = select(Picture.sha256).where(Picture.source.in_(("work", "study")))
    query = select(Feedback).where(
        Feedback.person == person,
        Feedback.kind == "pair",
        Feedback.value > 0,
        Feedback.picture.in_(public),
        Feedback.other.in_(public),
    )
    return session.scalars(query.order_by(Feedback.id)).all()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal with its last step (None while it is voted on) and where that happened."""

    proposal: Proposal
    step: str | None
    second: int
    place: tuple[int, int]


def proposals(session: Session, target: Address) -> list[Proposed]:
    """Proposals that call one address alone, oldest first."""
    step = (
        select(
            ProposalStep.step,
            ProposalStep.second,
            ProposalStep.block_number,
            ProposalStep.log_index,
        )
        .where(ProposalStep.proposal == Proposal.proposal, ProposalStep.step != "extended")
        .order_by(ProposalStep.block_number.desc(), ProposalStep.log_index.desc())
        .limit(1)
        .lateral("step")
    )
    query = select(Proposal, *step.c).join(step, true(), isouter=True)
    query = query.where(Proposal.targets == [target])
    rows = session.execute(query.order_by(Proposal.block_number, Proposal.log_index))
    return [
        Proposed(proposal, said, second or 0, (block or 0, log or 0))
        for proposal, said, second, block, log in rows
    ]
