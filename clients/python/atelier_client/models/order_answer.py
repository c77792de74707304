from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.placed_answer import PlacedAnswer


T = TypeVar("T", bound="OrderAnswer")


@_attrs_define
class OrderAnswer:
    """A contact sheet's drawn sketches, the most promising first.

    Attributes:
        said (int):
        sketches (list[PlacedAnswer]):
        strength (int):
    """

    said: int
    sketches: list[PlacedAnswer]
    strength: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        said = self.said

        sketches = []
        for sketches_item_data in self.sketches:
            sketches_item = sketches_item_data.to_dict()
            sketches.append(sketches_item)

        strength = self.strength

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "said": said,
                "sketches": sketches,
                "strength": strength,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.placed_answer import PlacedAnswer  # noqa: PLC0415

        d = dict(src_dict)
        said = d.pop("said")

        sketches = []
        _sketches = d.pop("sketches")
        for sketches_item_data in _sketches:
            sketches_item = PlacedAnswer.from_dict(sketches_item_data)

            sketches.append(sketches_item)

        strength = d.pop("strength")

        order_answer = cls(
            said=said,
            sketches=sketches,
            strength=strength,
        )

        order_answer.additional_properties = d
        return order_answer

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
