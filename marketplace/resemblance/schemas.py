"""Say what comparisons speak over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.primitives import Address, Hash32
from marketplace.resemblance import rules
from marketplace.resemblance.models import Check
from marketplace.resemblance.rules import Verdict


class ShownAnswer(BaseModel):
    """Where the other picture is shown, and its CID."""

    kind: str
    subject: Hash32
    artist: Address
    picture: str


class FoundAnswer(BaseModel):
    """A picture (by its place in `pictures`) that resembles another; 1000 is as alike as can be."""

    picture: int
    other: ShownAnswer
    relation: str
    permille: int
    words: list[str]


class CheckAnswer(BaseModel):
    """What comparing came to; `statement` is the signed text's CID."""

    subject: Hash32
    kind: str
    artist: Address
    state: str
    verdict: Verdict
    failure: str | None
    pictures: list[str]
    found: list[FoundAnswer]
    statement: str | None
    attester: Address | None
    signature: str | None
    reason: str
    checked_at: datetime | None

    @classmethod
    def of(cls, check: Check) -> Self:
        found: list[dict[str, Any]] = check.found
        return cls(
            subject=check.subject,
            kind=check.kind,
            artist=check.artist,
            state=check.state,
            verdict=rules.verdict(check.state, found),
            failure=check.failure,
            pictures=check.pictures,
            found=[FoundAnswer(**one) for one in found],
            statement=check.statement_cid,
            attester=check.attester,
            signature=None if check.signature is None else f"0x{check.signature.hex()}",
            reason=check.reason,
            checked_at=check.checked_at,
        )


class ReasonRequest(BaseModel):
    """Why the artist goes on although a picture resembles somebody else's."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(max_length=4_000)]
