from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChoiceMessage")


@_attrs_define
class ChoiceMessage:
    """Names of the better and of the worse picture.

    Attributes:
        better (str):
        worse (str):
    """

    better: str
    worse: str

    def to_dict(self) -> dict[str, Any]:
        better = self.better

        worse = self.worse

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "better": better,
                "worse": worse,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        better = d.pop("better")

        worse = d.pop("worse")

        choice_message = cls(
            better=better,
            worse=worse,
        )

        return choice_message
