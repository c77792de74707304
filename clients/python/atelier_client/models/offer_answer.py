from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OfferAnswer")


@_attrs_define
class OfferAnswer:
    """A signed offer; a work or an artist of null means any.

    Attributes:
        artist (None | str):
        bidder (str):
        copies (int):
        currency (str):
        digest (str):
        expires_at (int):
        nonce (str):
        price (str):
        token_id (None | str):
        work (None | str):
    """

    artist: None | str
    bidder: str
    copies: int
    currency: str
    digest: str
    expires_at: int
    nonce: str
    price: str
    token_id: None | str
    work: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        artist: None | str
        artist = self.artist

        bidder = self.bidder

        copies = self.copies

        currency = self.currency

        digest = self.digest

        expires_at = self.expires_at

        nonce = self.nonce

        price = self.price

        token_id: None | str
        token_id = self.token_id

        work: None | str
        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artist": artist,
                "bidder": bidder,
                "copies": copies,
                "currency": currency,
                "digest": digest,
                "expires_at": expires_at,
                "nonce": nonce,
                "price": price,
                "token_id": token_id,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_artist(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        artist = _parse_artist(d.pop("artist"))

        bidder = d.pop("bidder")

        copies = d.pop("copies")

        currency = d.pop("currency")

        digest = d.pop("digest")

        expires_at = d.pop("expires_at")

        nonce = d.pop("nonce")

        price = d.pop("price")

        def _parse_token_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        token_id = _parse_token_id(d.pop("token_id"))

        def _parse_work(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        work = _parse_work(d.pop("work"))

        offer_answer = cls(
            artist=artist,
            bidder=bidder,
            copies=copies,
            currency=currency,
            digest=digest,
            expires_at=expires_at,
            nonce=nonce,
            price=price,
            token_id=token_id,
            work=work,
        )

        offer_answer.additional_properties = d
        return offer_answer

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
