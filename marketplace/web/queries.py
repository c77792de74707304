"""Read what every page says about who looks at it, in one query."""

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from indexer.models import Chain, MemberAdmission, MemberRemoval
from indexer.primitives import Address
from marketplace.curation.queries import admission


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks; nobody in particular has no address."""

    address: Address | None
    is_artist: bool = False
    is_member: bool = False


def viewer(session: Session, person: Address | None) -> tuple[int, Viewer]:
    """The chain's time as the index knows it, and what the person is in this house."""
    if person is None:
        return session.scalar(select(Chain.head_timestamp)) or 0, Viewer(None)
    is_artist = admission(person)
    removed = select(MemberRemoval.member).where(MemberRemoval.holder == person)
    is_member = exists().where(
        MemberAdmission.holder == person, MemberAdmission.member.not_in(removed)
    )
    now = select(Chain.head_timestamp).scalar_subquery()
    row = session.execute(select(now, is_artist, is_member)).one()
    return row[0] or 0, Viewer(person, row[1], row[2])
