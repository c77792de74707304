from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Listing")


@_attrs_define
class Listing:
    """One listing.

    Attributes:
        digest (str):
        buyer (None | str | Unset): Null where anybody may buy.
        currency (str | Unset): The zero address is ether.
        expires_at (int | Unset):
        is_cancelled (bool | Unset):
        is_live (bool | Unset): Whether the contract would honour it at the newest block.
        is_sold (bool | Unset):
        listed_at (int | Unset):
        price (str | Unset):
        seller (str | Unset):
        token_id (str | Unset):
        work (str | Unset):
    """

    digest: str
    buyer: None | str | Unset = UNSET
    currency: str | Unset = UNSET
    expires_at: int | Unset = UNSET
    is_cancelled: bool | Unset = UNSET
    is_live: bool | Unset = UNSET
    is_sold: bool | Unset = UNSET
    listed_at: int | Unset = UNSET
    price: str | Unset = UNSET
    seller: str | Unset = UNSET
    token_id: str | Unset = UNSET
    work: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        buyer: None | str | Unset
        if isinstance(self.buyer, Unset):
            buyer = UNSET
        else:
            buyer = self.buyer

        currency = self.currency

        expires_at = self.expires_at

        is_cancelled = self.is_cancelled

        is_live = self.is_live

        is_sold = self.is_sold

        listed_at = self.listed_at

        price = self.price

        seller = self.seller

        token_id = self.token_id

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "digest": digest,
            }
        )
        if buyer is not UNSET:
            field_dict["buyer"] = buyer
        if currency is not UNSET:
            field_dict["currency"] = currency
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if is_cancelled is not UNSET:
            field_dict["is_cancelled"] = is_cancelled
        if is_live is not UNSET:
            field_dict["is_live"] = is_live
        if is_sold is not UNSET:
            field_dict["is_sold"] = is_sold
        if listed_at is not UNSET:
            field_dict["listed_at"] = listed_at
        if price is not UNSET:
            field_dict["price"] = price
        if seller is not UNSET:
            field_dict["seller"] = seller
        if token_id is not UNSET:
            field_dict["token_id"] = token_id
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        def _parse_buyer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        buyer = _parse_buyer(d.pop("buyer", UNSET))

        currency = d.pop("currency", UNSET)

        expires_at = d.pop("expires_at", UNSET)

        is_cancelled = d.pop("is_cancelled", UNSET)

        is_live = d.pop("is_live", UNSET)

        is_sold = d.pop("is_sold", UNSET)

        listed_at = d.pop("listed_at", UNSET)

        price = d.pop("price", UNSET)

        seller = d.pop("seller", UNSET)

        token_id = d.pop("token_id", UNSET)

        work = d.pop("work", UNSET)

        listing = cls(
            digest=digest,
            buyer=buyer,
            currency=currency,
            expires_at=expires_at,
            is_cancelled=is_cancelled,
            is_live=is_live,
            is_sold=is_sold,
            listed_at=listed_at,
            price=price,
            seller=seller,
            token_id=token_id,
            work=work,
        )

        listing.additional_properties = d
        return listing

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
