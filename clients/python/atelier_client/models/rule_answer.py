from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RuleAnswer")


@_attrs_define
class RuleAnswer:
    """One type of file that may be submitted.

    Attributes:
        media_type (str):
        medium (str):
        most_bytes (int):
        needs_poster (bool):
        suffix (str):
    """

    media_type: str
    medium: str
    most_bytes: int
    needs_poster: bool
    suffix: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        media_type = self.media_type

        medium = self.medium

        most_bytes = self.most_bytes

        needs_poster = self.needs_poster

        suffix = self.suffix

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "media_type": media_type,
                "medium": medium,
                "most_bytes": most_bytes,
                "needs_poster": needs_poster,
                "suffix": suffix,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        media_type = d.pop("media_type")

        medium = d.pop("medium")

        most_bytes = d.pop("most_bytes")

        needs_poster = d.pop("needs_poster")

        suffix = d.pop("suffix")

        rule_answer = cls(
            media_type=media_type,
            medium=medium,
            most_bytes=most_bytes,
            needs_poster=needs_poster,
            suffix=suffix,
        )

        rule_answer.additional_properties = d
        return rule_answer

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
