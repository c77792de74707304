from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OfferMessage")


@_attrs_define
class OfferMessage:
    """The contract's `Offer`, by the contract's names.

    Attributes:
        artist (str):
        bidder (str):
        copies (int):
        currency (str):
        epoch (int):
        expires_at (int):
        nonce (int):
        price (int):
        work (int):
    """

    artist: str
    bidder: str
    copies: int
    currency: str
    epoch: int
    expires_at: int
    nonce: int
    price: int
    work: int

    def to_dict(self) -> dict[str, Any]:
        artist = self.artist

        bidder = self.bidder

        copies = self.copies

        currency = self.currency

        epoch = self.epoch

        expires_at = self.expires_at

        nonce = self.nonce

        price = self.price

        work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "artist": artist,
                "bidder": bidder,
                "copies": copies,
                "currency": currency,
                "epoch": epoch,
                "expiresAt": expires_at,
                "nonce": nonce,
                "price": price,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        artist = d.pop("artist")

        bidder = d.pop("bidder")

        copies = d.pop("copies")

        currency = d.pop("currency")

        epoch = d.pop("epoch")

        expires_at = d.pop("expiresAt")

        nonce = d.pop("nonce")

        price = d.pop("price")

        work = d.pop("work")

        offer_message = cls(
            artist=artist,
            bidder=bidder,
            copies=copies,
            currency=currency,
            epoch=epoch,
            expires_at=expires_at,
            nonce=nonce,
            price=price,
            work=work,
        )

        return offer_message
