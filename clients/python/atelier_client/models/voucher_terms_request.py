from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="VoucherTermsRequest")


@_attrs_define
class VoucherTermsRequest:
    """What the artist chooses; the parents of a remix get a tenth if nothing is said.

    Attributes:
        royalty_bps (int):
        parents_bps (int | None | Unset):
    """

    royalty_bps: int
    parents_bps: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        royalty_bps = self.royalty_bps

        parents_bps: int | None | Unset
        if isinstance(self.parents_bps, Unset):
            parents_bps = UNSET
        else:
            parents_bps = self.parents_bps

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "royalty_bps": royalty_bps,
            }
        )
        if parents_bps is not UNSET:
            field_dict["parents_bps"] = parents_bps

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        royalty_bps = d.pop("royalty_bps")

        def _parse_parents_bps(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        parents_bps = _parse_parents_bps(d.pop("parents_bps", UNSET))

        voucher_terms_request = cls(
            royalty_bps=royalty_bps,
            parents_bps=parents_bps,
        )

        return voucher_terms_request
