from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Hint")


@_attrs_define
class Hint:
    """A trait that the words ask for, per mille; of one concept, or of whatever has that trait.

    A kind is of its concept alone: the pine of a pine tree says nothing of anything else.

        Attributes:
            concept (None | str):
            trait (str):
            value (int):
            is_kind (bool | Unset):  Default: False.
    """

    concept: None | str
    trait: str
    value: int
    is_kind: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        concept: None | str
        concept = self.concept

        trait = self.trait

        value = self.value

        is_kind = self.is_kind

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "concept": concept,
                "trait": trait,
                "value": value,
            }
        )
        if is_kind is not UNSET:
            field_dict["is_kind"] = is_kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_concept(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        concept = _parse_concept(d.pop("concept"))

        trait = d.pop("trait")

        value = d.pop("value")

        is_kind = d.pop("is_kind", UNSET)

        hint = cls(
            concept=concept,
            trait=trait,
            value=value,
            is_kind=is_kind,
        )

        hint.additional_properties = d
        return hint

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
