"""The pages of taste: which of two pictures, what was learnt of one, one's own data."""

from datetime import UTC, datetime
from typing import Annotated, Any, Final, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from fastapi import Path as InPath
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from indexer.primitives import Address
from marketplace.auth import Signed
from marketplace.dependency import Unit
from marketplace.taste import asking, ballot, members, queries, routes
from marketplace.taste.error import QuestionMissing
from marketplace.taste.schemas import (
    FeelingEvent,
    PairEvent,
    QuestionAnswer,
    QuestionRequest,
    RatingEvent,
)
from marketplace.taste.training import FEWEST
from marketplace.web.page import PageDep

SECTION: Final = "/taste"
PAGE: Final = "/taste"

Event = TypeVar("Event", bound=BaseModel)

router = APIRouter(include_in_schema=False)


async def _form(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=20)


Form = Annotated[FormData, Depends(_form)]


@router.get(PAGE)
def taste(page: PageDep, unit: Unit) -> Response:
    """Two pictures; what was learnt from the answers so far."""
    person = page.viewer.address if page.viewer else None
    if person is None or not queries.has_agreed(unit, person):
        return page.show("taste.html", section=SECTION, tab=PAGE, question=None, why="", known=None)
    question, why = _question(person, unit)
    known = routes.read(person, unit)
    told: dict[str, Any] = {"question": question, "why": why, "known": known}
    return page.show("taste.html", section=SECTION, tab=PAGE, **told)


@router.get(f"{PAGE}/members")
def members_taste(page: PageDep, unit: Unit) -> Response:
    """What members teach together, and whether it counts."""
    person = page.viewer.address if page.viewer else None
    found = members.read_models(unit)
    is_member = bool(page.viewer and page.viewer.is_member)
    return page.show(
        "taste_members.html",
        section=SECTION,
        tab=f"{PAGE}/members",
        ballots=found.ballots,
        models=found.models,
        unsigned=len(ballot.unsigned(unit, person)) if person and is_member else 0,
        fewest=FEWEST,
    )


@router.post(f"{PAGE}/agreement")
def agree(person: Signed, unit: Unit) -> Response:
    """Agree to be asked."""
    asking.agree(unit, person, datetime.now(UTC))
    return _back()


@router.post(f"{PAGE}/withdrawal")
def withdraw(person: Signed, unit: Unit) -> Response:
    """Withdraw that."""
    asking.withdraw(unit, person, datetime.now(UTC))
    return _back()


@router.post(f"{PAGE}/deletion")
def forget(person: Signed, unit: Unit) -> Response:
    """Delete all that one said."""
    queries.forget(unit, person)
    return _back()


@router.post(f"{PAGE}/answers")
def answer(form: Form, person: Signed, unit: Unit) -> Response:
    """Keep what a form without script answers."""
    routes.say(_read(PairEvent, kind="pair", **_texts(form, "question", "chosen")), person, unit)
    return _back()


@router.post("/works/{cid}/feedback")
def say(
    cid: Annotated[str, InPath(max_length=128)], form: Form, person: Signed, unit: Unit
) -> Response:
    """Keep stars and feeling that somebody gives a work."""
    texts = _texts(form, "stars", "valence", "arousal")
    if "stars" in texts:
        stars = _whole(texts["stars"])
        routes.say(_read(RatingEvent, kind="rating", work=cid, stars=stars), person, unit)
    words = [one for name, one in form.multi_items() if name == "words"]
    valence, arousal = (_whole(texts.get(name, "0")) for name in ("valence", "arousal"))
    if words or valence or arousal:  # sliders that nobody moved say nothing
        felt = {"valence": valence, "arousal": arousal, "words": words}
        routes.say(_read(FeelingEvent, kind="feeling", work=cid, **felt), person, unit)
    return RedirectResponse(f"/works/{cid}#said", status_code=303)


def _question(person: Address, unit: Session) -> tuple[QuestionAnswer | None, str]:
    try:
        return routes.ask(QuestionRequest(), person, unit), ""
    except QuestionMissing as fault:
        return None, fault.detail


def _texts(form: FormData, *names: str) -> dict[str, str]:
    return {name: text for name in names if isinstance(text := form.get(name), str) and text}


def _whole(text: str) -> int | str:
    """A number where it is one; what else it is the schema says."""
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and len(digits) < 6 else text


def _read(kind_of: type[Event], **fields: Any) -> Event:
    try:
        return kind_of.model_validate(fields)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error


def _back() -> Response:
    return RedirectResponse(PAGE, status_code=303)
