from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ListingMessage")


@_attrs_define
class ListingMessage:
    """The contract's `Listing`, by the contract's names.

    Attributes:
        buyer (str):
        currency (str):
        epoch (int):
        expires_at (int):
        max_fee_bps (int):
        price (int):
        seller (str):
        transfer_count (int):
        work (int):
    """

    buyer: str
    currency: str
    epoch: int
    expires_at: int
    max_fee_bps: int
    price: int
    seller: str
    transfer_count: int
    work: int

    def to_dict(self) -> dict[str, Any]:
        buyer = self.buyer

        currency = self.currency

        epoch = self.epoch

        expires_at = self.expires_at

        max_fee_bps = self.max_fee_bps

        price = self.price

        seller = self.seller

        transfer_count = self.transfer_count

        work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "buyer": buyer,
                "currency": currency,
                "epoch": epoch,
                "expiresAt": expires_at,
                "maxFeeBps": max_fee_bps,
                "price": price,
                "seller": seller,
                "transferCount": transfer_count,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        buyer = d.pop("buyer")

        currency = d.pop("currency")

        epoch = d.pop("epoch")

        expires_at = d.pop("expiresAt")

        max_fee_bps = d.pop("maxFeeBps")

        price = d.pop("price")

        seller = d.pop("seller")

        transfer_count = d.pop("transferCount")

        work = d.pop("work")

        listing_message = cls(
            buyer=buyer,
            currency=currency,
            epoch=epoch,
            expires_at=expires_at,
            max_fee_bps=max_fee_bps,
            price=price,
            seller=seller,
            transfer_count=transfer_count,
            work=work,
        )

        return listing_message
