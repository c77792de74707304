from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SampleAnswer")


@_attrs_define
class SampleAnswer:
    """One picture of a dossier.

    Attributes:
        display (str):
        height (int):
        media_type (str):
        original (str):
        title (str):
        width (int):
    """

    display: str
    height: int
    media_type: str
    original: str
    title: str
    width: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display = self.display

        height = self.height

        media_type = self.media_type

        original = self.original

        title = self.title

        width = self.width

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "display": display,
                "height": height,
                "media_type": media_type,
                "original": original,
                "title": title,
                "width": width,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display = d.pop("display")

        height = d.pop("height")

        media_type = d.pop("media_type")

        original = d.pop("original")

        title = d.pop("title")

        width = d.pop("width")

        sample_answer = cls(
            display=display,
            height=height,
            media_type=media_type,
            original=original,
            title=title,
            width=width,
        )

        sample_answer.additional_properties = d
        return sample_answer

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
