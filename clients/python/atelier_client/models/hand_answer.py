from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HandAnswer")


@_attrs_define
class HandAnswer:
    """The picture's colours, most of it first, and its hand; that is None where no network is.

    Attributes:
        style (None | str):
        style_title (None | str):
        style_vector (list[int] | None):
        swatches (list[str]):
    """

    style: None | str
    style_title: None | str
    style_vector: list[int] | None
    swatches: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        style: None | str
        style = self.style

        style_title: None | str
        style_title = self.style_title

        style_vector: list[int] | None
        if isinstance(self.style_vector, list):
            style_vector = self.style_vector

        else:
            style_vector = self.style_vector

        swatches = self.swatches

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "style": style,
                "style_title": style_title,
                "style_vector": style_vector,
                "swatches": swatches,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_style(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        style = _parse_style(d.pop("style"))

        def _parse_style_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        style_title = _parse_style_title(d.pop("style_title"))

        def _parse_style_vector(data: object) -> list[int] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                style_vector_type_0 = cast(list[int], data)

                return style_vector_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None, data)

        style_vector = _parse_style_vector(d.pop("style_vector"))

        swatches = cast(list[str], d.pop("swatches"))

        hand_answer = cls(
            style=style,
            style_title=style_title,
            style_vector=style_vector,
            swatches=swatches,
        )

        hand_answer.additional_properties = d
        return hand_answer

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
