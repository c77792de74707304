"""Agree, be asked, answer, see what was learnt; take it along, or have it deleted."""

from datetime import UTC, datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query, Response

from generation import taste
from marketplace.adapters.ipfs.cid import Cid
from marketplace.auth import Signed
from marketplace.dependency import Unit
from marketplace.taste import asking, learning, pool, queries, standing
from marketplace.taste.error import PictureMissing
from marketplace.taste.schemas import (
    DeletedAnswer,
    ExportAnswer,
    FeedbackRequest,
    FeelingEvent,
    OrderAnswer,
    PairEvent,
    PlacedAnswer,
    QuestionAnswer,
    QuestionRequest,
    RatingEvent,
    TasteAnswer,
)

FULL: Final = 1000
FAVOURITES: Final = 4

router = APIRouter(prefix="/api/v1", tags=["taste"])


@router.get("/taste")
def read(person: Signed, unit: Unit) -> TasteAnswer:
    """What is known of one's own taste."""
    learned = learning.of(unit, person, standing.start(unit))
    liked = learning.favourites(unit, learned.taste, FAVOURITES) if learned.taste.count else []
    return TasteAnswer.of(learned, queries.consent(unit, person), liked)


@router.put("/taste/consent", status_code=204)
def agree(person: Signed, unit: Unit) -> None:
    """Agree that what one says of pictures is kept and learnt from."""
    asking.agree(unit, person, datetime.now(UTC))


@router.delete("/taste/consent", status_code=204)
def withdraw(person: Signed, unit: Unit) -> None:
    """Withdraw that: nothing more is kept, and nothing is learnt from what was."""
    asking.withdraw(unit, person, datetime.now(UTC))


@router.post("/taste/questions")
def ask(content: QuestionRequest, person: Signed, unit: Unit) -> QuestionAnswer:
    """The question that waits for one's answer; a new one where none does."""
    found = asking.ask(unit, person, str(content.pictures), standing.start(unit))
    return QuestionAnswer.of(found, queries.pictures(unit, (found.left, found.right)))


@router.post("/feedback", status_code=204)
def say(content: FeedbackRequest, person: Signed, unit: Unit) -> None:
    """Keep one thing that somebody says or does about pictures."""
    if isinstance(content, PairEvent):
        asking.answer(unit, person, content.question, content.chosen)
        return
    work = _token(content.work)
    if isinstance(content, RatingEvent):
        asking.note(unit, person, work, "rating", content.stars, {})
    elif isinstance(content, FeelingEvent):
        details = {"arousal": content.arousal, "words": list(dict.fromkeys(content.words))}
        asking.note(unit, person, work, "feeling", content.valence, details)
    else:
        asking.note(unit, person, work, "dwell", content.seconds, {})


@router.get("/feedback")
def export(person: Signed, unit: Unit, response: Response) -> ExportAnswer:
    """All that is kept of one's own taste."""
    said = list(queries.said(unit, person))
    names = {one.picture for one in said} | {one.other for one in said if one.other}
    response.headers["Content-Disposition"] = 'attachment; filename="my-taste.json"'
    return ExportAnswer.of(
        person,
        queries.consent(unit, person),
        said,
        queries.pictures(unit, sorted(names)),
        taste.digest(),
    )


@router.delete("/feedback")
def forget(person: Signed, unit: Unit) -> DeletedAnswer:
    """Delete all that one ever said here; signed ballots are public, and stay."""
    return DeletedAnswer(deleted=queries.forget(unit, person))


@router.get("/taste/orders/{sheet}")
def order(
    sheet: UUID, person: Signed, unit: Unit, strength: Annotated[int, Query(ge=0, le=FULL)] = 0
) -> OrderAnswer:
    """The drawn sketches of one's own sheet by one's own taste, as strongly as one likes."""
    drawn = asking.sketches(unit, person, sheet)
    learned = learning.of(unit, person, standing.start(unit))
    numbers, pictures = list(drawn), list(drawn.values())
    placed = taste.ordered(learned.taste, pool.table(pictures), strength)
    return OrderAnswer(
        strength=strength,
        said=learned.answers,
        sketches=[PlacedAnswer(number=numbers[one.row], why=one.why) for one in placed],
    )


def _token(name: str) -> int:
    known = Cid.parse(name)
    if not known.is_block:
        raise PictureMissing(f"{name[:80]} names no work.", work=name[:80])
    return known.token
