"""List the members of the DAO."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from indexer.primitives import Address
from marketplace import cursor
from marketplace.dependency import Unit
from marketplace.governance import queries

PAGE = 100

router = APIRouter(prefix="/api/v1", tags=["governance"])


class MemberAnswer(BaseModel):
    """A member, and who votes with their vote; times are the chain's, in seconds."""

    model_config = ConfigDict(from_attributes=True)

    member: int
    holder: Address
    delegate: Address
    admitted_at: int


class MembersAnswer(BaseModel):
    """A page of members; `next` is the cursor of the page after it."""

    members: list[MemberAnswer]
    next: str | None


@router.get("/members")
def list_members(
    unit: Unit,
    after: Annotated[str | None, Query(alias="cursor", max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = PAGE,
) -> MembersAnswer:
    """The members in the order in which they joined."""
    last = int(cursor.read(after, int)[0]) if after else 0
    found = queries.members(unit, after=last, limit=limit + 1)
    return MembersAnswer(
        members=[MemberAnswer.model_validate(view) for view in found[:limit]],
        next=cursor.write(found[limit - 1].member) if len(found) > limit else None,
    )
