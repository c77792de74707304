from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ListingTermsRequest")


@_attrs_define
class ListingTermsRequest:
    """What a seller chooses about a listing.

    Attributes:
        days (int):
        price (int):
        buyer (None | str | Unset):
    """

    days: int
    price: int
    buyer: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        days = self.days

        price = self.price

        buyer: None | str | Unset
        if isinstance(self.buyer, Unset):
            buyer = UNSET
        else:
            buyer = self.buyer

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "days": days,
                "price": price,
            }
        )
        if buyer is not UNSET:
            field_dict["buyer"] = buyer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        days = d.pop("days")

        price = d.pop("price")

        def _parse_buyer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        buyer = _parse_buyer(d.pop("buyer", UNSET))

        listing_terms_request = cls(
            days=days,
            price=price,
            buyer=buyer,
        )

        return listing_terms_request
