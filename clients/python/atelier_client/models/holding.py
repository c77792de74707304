from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.holding_kind import HoldingKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Holding")


@_attrs_define
class Holding:
    """One holding.

    Attributes:
        work (str): The work or the edition.
        copies (str | Unset):
        holder (str | Unset):
        kind (HoldingKind | Unset):
    """

    work: str
    copies: str | Unset = UNSET
    holder: str | Unset = UNSET
    kind: HoldingKind | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        work = self.work

        copies = self.copies

        holder = self.holder

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "work": work,
            }
        )
        if copies is not UNSET:
            field_dict["copies"] = copies
        if holder is not UNSET:
            field_dict["holder"] = holder
        if kind is not UNSET:
            field_dict["kind"] = kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        work = d.pop("work")

        copies = d.pop("copies", UNSET)

        holder = d.pop("holder", UNSET)

        _kind = d.pop("kind", UNSET)
        kind: HoldingKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = HoldingKind(_kind)

        holding = cls(
            work=work,
            copies=copies,
            holder=holder,
            kind=kind,
        )

        holding.additional_properties = d
        return holding

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
