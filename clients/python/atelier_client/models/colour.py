from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Colour")


@_attrs_define
class Colour:
    """A colour that the words ask for, as `#rrggbb`; of one concept, or of the whole picture.

    Attributes:
        concept (None | str):
        hex_ (str):
        name (str):
    """

    concept: None | str
    hex_: str
    name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        concept: None | str
        concept = self.concept

        hex_ = self.hex_

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "concept": concept,
                "hex": hex_,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_concept(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        concept = _parse_concept(d.pop("concept"))

        hex_ = d.pop("hex")

        name = d.pop("name")

        colour = cls(
            concept=concept,
            hex_=hex_,
            name=name,
        )

        colour.additional_properties = d
        return colour

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
