from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.part_health_status import PartHealthStatus

T = TypeVar("T", bound="PartHealth")


@_attrs_define
class PartHealth:
    """How one part is.

    Attributes:
        detail (str):
        milliseconds (int):
        status (PartHealthStatus):
    """

    detail: str
    milliseconds: int
    status: PartHealthStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        detail = self.detail

        milliseconds = self.milliseconds

        status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "detail": detail,
                "milliseconds": milliseconds,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        detail = d.pop("detail")

        milliseconds = d.pop("milliseconds")

        status = PartHealthStatus(d.pop("status"))

        part_health = cls(
            detail=detail,
            milliseconds=milliseconds,
            status=status,
        )

        part_health.additional_properties = d
        return part_health

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
