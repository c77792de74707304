"""Ask somebody which of two pictures they like better, and keep the answer."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from generation import taste
from generation.dice import Dice
from generation.taste import Taste
from indexer.primitives import Address
from marketplace.studio import queries as studio
from marketplace.taste import learning, pool, queries
from marketplace.taste.error import (
    ConsentMissing,
    EnoughForToday,
    PictureMissing,
    QuestionAnswered,
    QuestionMissing,
    SheetMissing,
)
from marketplace.taste.models import Consent, Feedback, Picture, Question

GALLERY: Final = "gallery"
DAY: Final = timedelta(days=1)
MOST_A_DAY: Final = 500
FEWEST: Final = 2  # pictures that make a question

Answer = Literal["left", "right", "neither"]


def agree(session: Session, person: Address, now: datetime) -> None:
    """The person agrees; agreed already, it stays as it was."""
    given = {"given_at": now, "withdrawn_at": None}
    query = insert(Consent).values(person=person, **given)
    session.execute(
        query.on_conflict_do_update(
            index_elements=["person"], set_=given, where=Consent.withdrawn_at.is_not(None)
        )
    )


def withdraw(session: Session, person: Address, now: datetime) -> None:
    """Nothing more is kept of the person, and nothing is learnt from what was."""
    found = session.get(Consent, person, with_for_update=True)
    if found is not None and found.withdrawn_at is None:
        found.withdrawn_at = now


def require_consent(session: Session, person: Address) -> None:
    """Refuse whoever has not agreed."""
    if not queries.has_agreed(session, person):
        raise ConsentMissing(
            "You have not agreed that your choices are kept; agree first, you can withdraw it."
        )


def ask(session: Session, person: Address, pictures: str, start: Taste | None) -> Question:
    """The question that waits for the person, or a new one about pictures of that place.

    `pictures` is `gallery`, or the id of one of the person's contact sheets.
    """
    require_consent(session, person)
    _one_at_a_time(session, person)
    found = queries.waiting(session, person)
    if found is not None and found.pictures == pictures:
        return found
    if found is not None:
        session.delete(found)
        session.flush()
    made = _question(session, person, pictures, start)
    session.add(made)
    session.flush()
    return made


def answer(session: Session, person: Address, id_: UUID, chosen: Answer) -> None:
    """Keep the answer to the question that waits."""
    require_consent(session, person)
    _one_at_a_time(session, person)
    found = queries.waiting(session, person)
    if found is None or found.id != id_:
        raise QuestionAnswered(
            f"the question {id_} does not wait for your answer; ask for the next one.",
            question=str(id_),
        )
    require_room(session, person)
    low, high = sorted((found.left, found.right))
    left_is = "picture" if found.left == low else "other"
    value = 0 if chosen == "neither" else 1 if (chosen == "left") == (left_is == "picture") else 2
    details = {
        "left": left_is,
        "foreseen": found.foreseen_permille,
        "thrown": found.is_thrown,
        "pictures": GALLERY if found.pictures == GALLERY else "sheet",
    }
    session.add(
        Feedback(person=person, kind="pair", picture=low, other=high, value=value, details=details)
    )
    session.delete(found)
    session.flush()


def note(
    session: Session,
    person: Address,
    work: int,
    kind: Literal["rating", "feeling", "dwell"],
    value: int,
    details: dict[str, object],
) -> None:
    """Keep what a person says of a minted work."""
    require_consent(session, person)
    _one_at_a_time(session, person)
    require_room(session, person)
    picture = queries.of_work(session, work)
    if picture is None:
        raise PictureMissing("this work has not been looked at yet; try again in a minute.")
    session.add(
        Feedback(person=person, kind=kind, picture=picture.sha256, value=value, details=details)
    )
    session.flush()


def require_room(session: Session, person: Address) -> None:
    """Refuse who said enough for one day."""
    if queries.said_since(session, person, DAY) >= MOST_A_DAY:
        raise EnoughForToday(
            f"you said {MOST_A_DAY} things within a day; come back tomorrow.", most=MOST_A_DAY
        )


def sketches(session: Session, person: Address, sheet: UUID) -> dict[int, Picture]:
    """The drawn sketches of the person's own contact sheet, measured, by their number."""
    if studio.sheet(session, sheet, person) is None:
        raise SheetMissing(f"you have no contact sheet {sheet}, or not any more.", sheet=str(sheet))
    looks = studio.looks(session, sheet)
    ids = [one.id for one, _ in looks]
    known = queries.of_sketches(session, ids, taste.digest())
    now = session.scalar(select(func.now()))
    for one, look in looks:
        if one.id not in known:
            address = f"/api/v1/sketches/{sheet}/{one.number}/picture"
            values = pool.of_sketch(one.id, look.content, f"Sketch {one.number + 1}", address)
            pool.keep(session, {**values, "measured_at": now})
    known = queries.of_sketches(session, ids, taste.digest())
    return {one.number: known[one.id] for one, _ in looks if known[one.id].features}


def _question(session: Session, person: Address, pictures: str, start: Taste | None) -> Question:
    found = _pictures(session, person, pictures)
    learned = learning.of(session, person, start)
    place = {one.sha256: row for row, one in enumerate(found)}
    asked = {
        (min(place[one.picture], place[one.other]), max(place[one.picture], place[one.other]))
        for one in learned.said
        if one.other and one.picture in place and one.other in place
    }
    dice = Dice(f"{person} {pictures}", "question", len(learned.said))
    chosen = None
    if len(found) >= FEWEST:
        chosen = taste.next_pair(learned.taste, pool.table(found), dice, asked)
    if chosen is None:
        raise QuestionMissing(
            "you have seen every pair there is; more come with every new work."
            if len(found) >= FEWEST
            else "there are not two pictures to compare yet; come back in a minute."
        )
    left, right = found[chosen.left], found[chosen.right]
    return Question(
        person=person,
        id=uuid4(),
        pictures=pictures,
        left=left.sha256,
        right=right.sha256,
        foreseen_permille=learning.chance(learned.taste, left, right),
        is_thrown=chosen.is_thrown,
    )


def _pictures(session: Session, person: Address, pictures: str) -> Sequence[Picture]:
    if pictures == GALLERY:
        return queries.gallery_pictures(session, taste.digest())
    found = sketches(session, person, UUID(pictures)).values()
    return sorted(found, key=lambda one: one.sha256)


def _one_at_a_time(session: Session, person: Address) -> None:
    """Two windows of one person ask and answer one after the other."""
    key = func.hashtextextended("taste " + person, 0)
    session.execute(select(func.pg_advisory_xact_lock(key)))
