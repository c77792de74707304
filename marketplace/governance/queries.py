"""Read the DAO's members as the index tells of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, exists, select
from sqlalchemy.orm import Session

from indexer.models import Block, Delegation, MemberAdmission, MemberRemoval
from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member and to whom their vote is delegated; to themselves at first."""

    member: int
    holder: Address
    delegate: Address
    admitted_at: int


def members(session: Session, *, after: int = 0, limit: int = 100) -> Sequence[MemberView]:
    """Members by number, those removed left out."""
    query = _members().where(MemberAdmission.member > after)
    return [
        _view(row) for row in session.execute(query.order_by(MemberAdmission.member).limit(limit))
    ]


def member(session: Session, holder: Address) -> MemberView | None:
    """The membership that somebody holds now."""
    row = session.execute(_members().where(MemberAdmission.holder == holder)).one_or_none()
    return None if row is None else _view(row)


def _view(row: Row[Any]) -> MemberView:
    return MemberView(row.member, row.holder, row.delegate or row.holder, row.timestamp)


def _members() -> Select[Any]:
    latest = (
        select(Delegation.delegate)
        .where(Delegation.delegator == MemberAdmission.holder)
        .order_by(Delegation.block_number.desc(), Delegation.log_index.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            MemberAdmission.member,
            MemberAdmission.holder,
            latest.label("delegate"),
            Block.timestamp,
        )
        .join(Block, Block.number == MemberAdmission.block_number)
        .where(~exists().where(MemberRemoval.member == MemberAdmission.member))
    )
