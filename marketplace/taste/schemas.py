"""Say what the questions of taste speak over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Final, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from generation.taste import Leaning, leanings
from indexer.primitives import Address
from marketplace.adapters.ipfs.cid import Cid
from marketplace.taste import pool
from marketplace.taste.asking import GALLERY, Answer
from marketplace.taste.learning import Learned
from marketplace.taste.models import Consent, Feedback, Picture, Question
from marketplace.web.asset import address_of

FEELINGS: Final = (
    "calm",
    "joy",
    "wonder",
    "tenderness",
    "longing",
    "sadness",
    "unease",
    "indifference",
)
MOST_SECONDS: Final = 600

Feeling = Literal[
    "calm", "joy", "wonder", "tenderness", "longing", "sadness", "unease", "indifference"
]
Name = Annotated[str, Field(max_length=128)]


class Asked(BaseModel):
    """Whatever is sent: nothing beside what is named."""

    model_config = ConfigDict(extra="forbid")


class QuestionRequest(Asked):
    """Where the two pictures should come from: `gallery`, or one of one's own contact sheets."""

    pictures: Literal["gallery"] | UUID = GALLERY


class PairEvent(Asked):
    """The answer to a question."""

    kind: Literal["pair"]
    question: UUID
    chosen: Answer


class RatingEvent(Asked):
    """One to five stars for a work."""

    kind: Literal["rating"]
    work: Name
    stars: StrictInt = Field(ge=1, le=5)


class FeelingEvent(Asked):
    """What a work leaves behind: from unpleasant to pleasant, from still to stirring, in words."""

    kind: Literal["feeling"]
    work: Name
    valence: StrictInt = Field(ge=-100, le=100)
    arousal: StrictInt = Field(ge=-100, le=100)
    words: list[Feeling] = Field(default_factory=list, max_length=3)


class DwellEvent(Asked):
    """How long a work was looked at."""

    kind: Literal["dwell"]
    work: Name
    seconds: StrictInt = Field(ge=1, le=MOST_SECONDS)


FeedbackRequest = Annotated[
    PairEvent | RatingEvent | FeelingEvent | DwellEvent, Field(discriminator="kind")
]


class PictureAnswer(BaseModel):
    """A picture to look at; `work` is set for minted works."""

    name: str
    title: str
    address: str
    work: str | None

    @classmethod
    def of(cls, picture: Picture) -> Self:
        """The row, and where a browser finds what it shows."""
        return cls(
            name=picture.sha256,
            title=picture.title or "Untitled",
            address=_address(picture),
            work=None if picture.work is None else str(Cid.from_digest(picture.work)),
        )


class QuestionAnswer(BaseModel):
    """Which of the two?"""

    id: UUID
    left: PictureAnswer
    right: PictureAnswer

    @classmethod
    def of(cls, question: Question, pictures: dict[str, Picture]) -> Self:
        """The row and its pictures."""
        left, right = pictures[question.left], pictures[question.right]
        return cls(id=question.id, left=PictureAnswer.of(left), right=PictureAnswer.of(right))


class LeaningAnswer(BaseModel):
    """Something that somebody leans towards; with a sureness of 1 it is likely, of 2 sure."""

    model_config = ConfigDict(from_attributes=True)

    feature: str
    words: str
    worth: float
    sureness: float


class TasteAnswer(BaseModel):
    """What is known of one's own taste, and from how much: what was said, and looks at works.

    `thrown` questions were chosen by chance: how many of them were `foreseen` says how good it is.
    """

    agreed_at: datetime | None
    said: int
    looks: int
    thrown: int
    foreseen: int
    leanings: list[LeaningAnswer]
    favourites: list[PictureAnswer]

    @classmethod
    def of(cls, learned: Learned, consent: Consent | None, favourites: list[Picture]) -> Self:
        """The model in words."""
        told: tuple[Leaning, ...] = leanings(learned.taste) if learned.said else ()
        is_given = consent is not None and consent.withdrawn_at is None
        return cls(
            agreed_at=consent.given_at if consent and is_given else None,
            said=learned.answers,
            looks=len(learned.said) - learned.answers,
            thrown=learned.thrown,
            foreseen=learned.foreseen,
            leanings=[LeaningAnswer.model_validate(one) for one in told],
            favourites=[PictureAnswer.of(one) for one in favourites],
        )


class EventAnswer(BaseModel):
    """One thing that somebody said, as it is kept."""

    model_config = ConfigDict(from_attributes=True)

    kind: str
    picture: str
    other: str | None
    value: int
    details: dict[str, Any]
    created_at: datetime


class ExportAnswer(BaseModel):
    """All that is kept of a person's taste: what was said, and of which pictures."""

    person: Address
    given_at: datetime | None
    withdrawn_at: datetime | None
    features: str
    pictures: list[dict[str, Any]]
    events: list[EventAnswer]

    @classmethod
    def of(
        cls,
        person: Address,
        consent: Consent | None,
        said: list[Feedback],
        pictures: dict[str, Picture],
        features: str,
    ) -> Self:
        """The rows."""
        return cls(
            person=person,
            given_at=consent.given_at if consent else None,
            withdrawn_at=consent.withdrawn_at if consent else None,
            features=features,
            pictures=[_told(one) for one in pictures.values()],
            events=[EventAnswer.model_validate(one) for one in said],
        )


class DeletedAnswer(BaseModel):
    """How much was deleted."""

    deleted: int


class PlacedAnswer(BaseModel):
    """A sketch at its place, and why it is there: own order, taste, or exploration."""

    number: int
    why: Literal["own", "taste", "exploration"]


class OrderAnswer(BaseModel):
    """A contact sheet's drawn sketches, the most promising first."""

    strength: int
    said: int
    sketches: list[PlacedAnswer]


def _told(picture: Picture) -> dict[str, Any]:
    return {
        "name": picture.sha256,
        "source": picture.source,
        "title": picture.title,
        "work": None if picture.work is None else str(Cid.from_digest(picture.work)),
        "features": picture.features,
    }


def _address(picture: Picture) -> str:
    if picture.study is not None:
        return address_of(pool.study_address(picture.study))
    return picture.address or ""
