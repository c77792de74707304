"""Say what the studio speaks over HTTP about contact sheets."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr
from sqlalchemy import Row

from marketplace.studio import watch
from marketplace.studio.lineage import MOST as MOST_PARENTS
from marketplace.studio.models import Sheet, Sketch
from marketplace.studio.schemas import Choice, Line, Parents, Text
from marketplace.studio.variant import MOST, SEED

MOST_SEED = 2**53 - 1  # as recipes have it


class Place(BaseModel):
    """Where a sketch is: on which sheet, the how manieth."""

    model_config = ConfigDict(extra="forbid")

    sheet: UUID
    number: StrictInt = Field(ge=0, lt=MOST)


class SheetRequest(BaseModel):
    """A recipe, what of it should vary, and in how many ways."""

    model_config = ConfigDict(extra="forbid")

    engine: StrictStr = Field(max_length=40)
    parameters: dict[str, Choice] = Field(default_factory=dict, max_length=64)
    prompt: StrictStr = Field(default="", max_length=2000)
    seed: StrictInt | None = None
    varies: StrictStr = Field(default=SEED, max_length=80)  # one name, or several with + between
    number: StrictInt = Field(default=6, ge=1, le=MOST)
    parents: Parents = Field(default_factory=list, max_length=MOST_PARENTS)
    begun_from: Place | None = None  # the own sketch that led to these


class MuseRequest(BaseModel):
    """How many subjects the muse shall propose, and how much one's own taste counts."""

    model_config = ConfigDict(extra="forbid")

    number: StrictInt = Field(default=6, ge=1, le=MOST)
    strength: StrictInt = Field(default=500, ge=0, le=1000)  # per mille
    seed: StrictInt | None = Field(default=None, ge=0, le=MOST_SEED)


class NextRequest(BaseModel):
    """Where a sketch shall go from here: towards words, what one likes, or just on."""

    model_config = ConfigDict(extra="forbid")

    towards: Line = Field(default="", max_length=200)
    number: StrictInt = Field(default=6, ge=1, le=MOST)
    strength: StrictInt = Field(default=500, ge=0, le=1000)  # per mille
    seed: StrictInt | None = Field(default=None, ge=0, le=MOST_SEED)


class ChoiceRequest(BaseModel):
    """What a chosen sketch is called as a commission."""

    model_config = ConfigDict(extra="forbid")

    title: Line = Field(min_length=1, max_length=120)
    description: Text = Field(default="", max_length=2000)


class ReasonAnswer(BaseModel):
    """Why the muse proposes something: what kind of reason, its figures, and a sentence."""

    kind: str
    facts: dict[str, str | int]
    en: str
    zh: str


class SketchAnswer(BaseModel):
    """One variant; `picture` is where its look is, once there is one.

    What the muse finds has no recipe until it is found; then it has reasons.
    """

    number: int
    recipe: dict[str, Any] | None
    reasons: list[ReasonAnswer] | None
    value: Any
    state: str
    progress_permille: int
    stage: str
    failure: str | None
    rest_seconds: int | None
    picture: str | None


class SheetAnswer(BaseModel):
    """A contact sheet; it and its pictures are kept until `expires_at`."""

    id: UUID
    varies: str
    towards: str
    begun_from: Place | None
    created_at: datetime
    expires_at: datetime
    sketches: list[SketchAnswer]

    @classmethod
    def of(cls, sheet: Sheet, rows: Sequence[Row[Sketch, str | None, float | None]]) -> Self:
        """The rows."""
        return cls(
            id=sheet.id,
            varies=sheet.varies,
            towards=(sheet.wish or {}).get("towards", ""),
            begun_from=(sheet.wish or {}).get("from"),
            created_at=sheet.created_at,
            expires_at=sheet.expires_at,
            sketches=[
                SketchAnswer(
                    recipe=sketch.recipe,
                    reasons=_reasons(sketch.reasons),
                    value=_value(sketch.recipe, sheet.varies),
                    **watch.of_sketch(sketch, look, seconds),
                )
                for sketch, look, seconds in rows
            ],
        )


class SheetsAnswer(BaseModel):
    """An artist's contact sheets, newest first."""

    sheets: list[SheetAnswer]


def _reasons(kept: list[dict[str, Any]] | None) -> list[ReasonAnswer] | None:
    return None if kept is None else [ReasonAnswer.model_validate(one) for one in kept]


def _value(recipe: dict[str, Any] | None, varies: str) -> Any:
    if recipe is None:
        return None
    return recipe["seed"] if varies == SEED else recipe["parameters"].get(varies)
