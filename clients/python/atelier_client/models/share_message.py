from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ShareMessage")


@_attrs_define
class ShareMessage:
    """The contract's `Share`.

    Attributes:
        bps (int):
        payee (str):
    """

    bps: int
    payee: str

    def to_dict(self) -> dict[str, Any]:
        bps = self.bps

        payee = self.payee

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bps": bps,
                "payee": payee,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bps = d.pop("bps")

        payee = d.pop("payee")

        share_message = cls(
            bps=bps,
            payee=payee,
        )

        return share_message
