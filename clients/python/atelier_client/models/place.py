from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Place")


@_attrs_define
class Place:
    """Where a sketch is: on which sheet, the how manieth.

    Attributes:
        number (int):
        sheet (UUID):
    """

    number: int
    sheet: UUID

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        sheet = str(self.sheet)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "number": number,
                "sheet": sheet,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        sheet = UUID(d.pop("sheet"))

        place = cls(
            number=number,
            sheet=sheet,
        )

        return place
