"""Say what the studio speaks over HTTP about works that artists bring."""

from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field

from marketplace.deliverables.submission import Machine
from marketplace.studio.schemas import Line, Text
from marketplace.uploads.kind import KINDS, LIMITS, POSTER_LIMIT

# The form as the API's description tells it; the framework cannot see it, we read it ourselves.
FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["title", "machine", "work"],
                    "properties": {
                        "title": {"type": "string", "maxLength": 120},
                        "description": {"type": "string", "maxLength": 2000},
                        "machine": {"enum": ["none", "assisted", "generated"]},
                        "is_sensitive": {"type": "boolean"},
                        "work": {"type": "string", "format": "binary"},
                        "poster": {"type": "string", "format": "binary"},
                    },
                }
            }
        },
    }
}


class UploadRequest(BaseModel):
    """What an artist says of a work of theirs; `machine` is their word on a machine's part."""

    model_config = ConfigDict(extra="forbid")

    title: Line = Field(min_length=1, max_length=120)
    description: Text = Field(default="", max_length=2000)
    machine: Machine
    is_sensitive: bool = False


class RuleAnswer(BaseModel):
    """One type of file that may be submitted."""

    media_type: str
    medium: str
    suffix: str
    most_bytes: int
    needs_poster: bool


class RulesAnswer(BaseModel):
    """What may be submitted."""

    kinds: list[RuleAnswer]
    most_poster_bytes: int

    @classmethod
    def now(cls) -> Self:
        """As it is here."""
        kinds = [
            RuleAnswer(
                media_type=kind.media_type,
                medium=kind.medium,
                suffix=kind.suffix,
                most_bytes=LIMITS[kind.medium],
                needs_poster=kind.medium == "model",
            )
            for kind in KINDS
        ]
        return cls(kinds=kinds, most_poster_bytes=POSTER_LIMIT)
