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


class ChoiceRequest(BaseModel):
    """What a chosen sketch is called as a commission."""

    model_config = ConfigDict(extra="forbid")

    title: Line = Field(min_length=1, max_length=120)
    description: Text = Field(default="", max_length=2000)


class SketchAnswer(BaseModel):
    """One variant; `picture` is where its look is, once there is one."""

    number: int
    recipe: dict[str, Any]
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
    created_at: datetime
    expires_at: datetime
    sketches: list[SketchAnswer]

    @classmethod
    def of(cls, sheet: Sheet, rows: Sequence[Row[Sketch, str | None, float | None]]) -> Self:
        """The rows."""
        return cls(
            id=sheet.id,
            varies=sheet.varies,
            created_at=sheet.created_at,
            expires_at=sheet.expires_at,
            sketches=[
                SketchAnswer(
                    recipe=sketch.recipe,
                    value=_value(sketch.recipe, sheet.varies),
                    **watch.of_sketch(sketch, look, seconds),
                )
                for sketch, look, seconds in rows
            ],
        )


class SheetsAnswer(BaseModel):
    """An artist's contact sheets, newest first."""

    sheets: list[SheetAnswer]


def _value(recipe: dict[str, Any], varies: str) -> Any:
    return recipe["seed"] if varies == SEED else recipe["parameters"].get(varies)
