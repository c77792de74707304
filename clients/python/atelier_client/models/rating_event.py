from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="RatingEvent")


@_attrs_define
class RatingEvent:
    """One to five stars for a work.

    Attributes:
        kind (Literal['rating']):
        stars (int):
        work (str):
    """

    kind: Literal["rating"]
    stars: int
    work: str

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        stars = self.stars

        work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "stars": stars,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["rating"], d.pop("kind"))
        if kind != "rating":
            raise ValueError(f"kind must match const 'rating', got '{kind}'")

        stars = d.pop("stars")

        work = d.pop("work")

        rating_event = cls(
            kind=kind,
            stars=stars,
            work=work,
        )

        return rating_event
