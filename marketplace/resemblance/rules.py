"""Decide what a comparison means, and what has to be said before somebody goes on.

AtelierError
├── Missing         CheckMissing
├── Conflict        StillComparing, ReasonMissing, NothingToAnswer
└── Unprocessable   ReasonUnfit
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from marketplace import text
from marketplace.errors import Conflict, Missing, Unprocessable

REASON_LEAST: Final = 20
REASON_MOST: Final = 1_000


class State(StrEnum):
    """How far a comparison is."""

    ASKED = "asked"
    CHECKED = "checked"
    FAILED = "failed"


class Relation(StrEnum):
    """Whose the picture is that another one resembles."""

    OWN = "own"
    PARENT = "parent"
    OTHER = "other"


class Verdict(StrEnum):
    """What the pictures of a subject resemble, as a whole."""

    PENDING = "pending"
    UNKNOWN = "unknown"  # they could not be compared
    CLEAR = "clear"
    KIN = "kin"  # the artist's own works, or those that it is remixed from
    ALIKE = "alike"  # somebody else's


class CheckMissing(Missing):
    """No such comparison, or not for this person to see."""

    title = "No such comparison"


class StillComparing(Conflict):
    """The pictures are being compared."""

    title = "Still comparing"


class ReasonMissing(Conflict):
    """The pictures resemble somebody else's, and their artist has not said why that is right."""

    title = "A resemblance wants a reason"


class NothingToAnswer(Conflict):
    """Nobody has to say anything."""

    title = "There is nothing to answer"


class ReasonUnfit(Unprocessable):
    """The reason is too short, too long, or no text."""

    title = "The reason needs a change"


def verdict(state: str, found: Iterable[Mapping[str, Any]]) -> Verdict:
    """What a comparison says as a whole."""
    if state != State.CHECKED:
        return Verdict.PENDING if state == State.ASKED else Verdict.UNKNOWN
    relations = {one["relation"] for one in found}
    if Relation.OTHER in relations:
        return Verdict.ALIKE
    return Verdict.KIN if relations else Verdict.CLEAR


def relation(artist: str, other: str, subject: str, parents: Iterable[str]) -> Relation:
    """Whose a found picture is, from the point of view of who is compared."""
    if subject in parents:
        return Relation.PARENT
    return Relation.OWN if artist == other else Relation.OTHER


def require_settled(said: Verdict, reason: str) -> None:
    """Refuse to go on while pictures are compared, or resemble another's without a word."""
    if said is Verdict.PENDING:
        raise StillComparing(
            "the pictures are being compared with those that are shown here; "
            "try again in a few seconds.",
            retry_after=2,
        )
    if said is Verdict.ALIKE and not reason:
        raise ReasonMissing(
            "a picture resembles somebody else's; look at both, and go on with a reason "
            f"of {REASON_LEAST} to {REASON_MOST} characters, or leave it."
        )


def read_reason(given: str) -> str:
    """The artist's words, which everybody will read."""
    try:
        reason = text.plain(given).strip()
    except ValueError as fault:
        raise ReasonUnfit(f"reason: {fault}.", field="reason") from fault
    if not REASON_LEAST <= len(reason) <= REASON_MOST:
        raise ReasonUnfit(
            f"reason: {len(reason)} characters; write {REASON_LEAST} to {REASON_MOST}.",
            field="reason",
        )
    return reason
