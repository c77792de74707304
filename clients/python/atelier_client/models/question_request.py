from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="QuestionRequest")


@_attrs_define
class QuestionRequest:
    """Where the two pictures should come from: `gallery`, or one of one's own contact sheets.

    Attributes:
        pictures (Literal['gallery'] | Unset | UUID):  Default: 'gallery'.
    """

    pictures: Literal["gallery"] | Unset | UUID = "gallery"

    def to_dict(self) -> dict[str, Any]:
        pictures: Literal["gallery"] | str | Unset
        if isinstance(self.pictures, Unset):
            pictures = UNSET
        elif isinstance(self.pictures, UUID):
            pictures = str(self.pictures)
        else:
            pictures = self.pictures

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if pictures is not UNSET:
            field_dict["pictures"] = pictures

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_pictures(data: object) -> Literal["gallery"] | Unset | UUID:
            if isinstance(data, Unset):
                return data
            pictures_type_0 = cast(Literal["gallery"], data)
            if pictures_type_0 != "gallery":
                raise ValueError(
                    f"pictures_type_0 must match const 'gallery', got '{pictures_type_0}'"
                )
            return pictures_type_0
            if not isinstance(data, str):
                raise TypeError()
            pictures_type_1 = UUID(data)

            return pictures_type_1

        pictures = _parse_pictures(d.pop("pictures", UNSET))

        question_request = cls(
            pictures=pictures,
        )

        return question_request
