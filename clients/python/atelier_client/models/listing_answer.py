from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ListingAnswer")


@_attrs_define
class ListingAnswer:
    """A signed listing; a buyer of null means anybody.

    Attributes:
        buyer (None | str):
        currency (str):
        digest (str):
        expires_at (int):
        price (str):
        seller (str):
        token_id (str):
        work (str):
    """

    buyer: None | str
    currency: str
    digest: str
    expires_at: int
    price: str
    seller: str
    token_id: str
    work: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        buyer: None | str
        buyer = self.buyer

        currency = self.currency

        digest = self.digest

        expires_at = self.expires_at

        price = self.price

        seller = self.seller

        token_id = self.token_id

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "buyer": buyer,
                "currency": currency,
                "digest": digest,
                "expires_at": expires_at,
                "price": price,
                "seller": seller,
                "token_id": token_id,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_buyer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        buyer = _parse_buyer(d.pop("buyer"))

        currency = d.pop("currency")

        digest = d.pop("digest")

        expires_at = d.pop("expires_at")

        price = d.pop("price")

        seller = d.pop("seller")

        token_id = d.pop("token_id")

        work = d.pop("work")

        listing_answer = cls(
            buyer=buyer,
            currency=currency,
            digest=digest,
            expires_at=expires_at,
            price=price,
            seller=seller,
            token_id=token_id,
            work=work,
        )

        listing_answer.additional_properties = d
        return listing_answer

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
