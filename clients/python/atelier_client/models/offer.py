from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Offer")


@_attrs_define
class Offer:
    """One offer.

    Attributes:
        digest (str):
        artist (None | str | Unset): Null where works of anybody fit.
        bidder (str | Unset):
        copies (int | Unset): 0: a work of which there is one; else copies of an edition.
        currency (str | Unset): Never ether, which nobody can take from a bidder later.
        expires_at (int | Unset):
        is_cancelled (bool | Unset):
        is_live (bool | Unset): Whether the contract would honour it at the newest block, if its bidder can pay.
        is_taken (bool | Unset):
        offered_at (int | Unset):
        price (str | Unset): For all the copies together.
        token_id (None | str | Unset): Null where any work fits.
        work (None | str | Unset): Null where any work fits.
    """

    digest: str
    artist: None | str | Unset = UNSET
    bidder: str | Unset = UNSET
    copies: int | Unset = UNSET
    currency: str | Unset = UNSET
    expires_at: int | Unset = UNSET
    is_cancelled: bool | Unset = UNSET
    is_live: bool | Unset = UNSET
    is_taken: bool | Unset = UNSET
    offered_at: int | Unset = UNSET
    price: str | Unset = UNSET
    token_id: None | str | Unset = UNSET
    work: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        artist: None | str | Unset
        if isinstance(self.artist, Unset):
            artist = UNSET
        else:
            artist = self.artist

        bidder = self.bidder

        copies = self.copies

        currency = self.currency

        expires_at = self.expires_at

        is_cancelled = self.is_cancelled

        is_live = self.is_live

        is_taken = self.is_taken

        offered_at = self.offered_at

        price = self.price

        token_id: None | str | Unset
        if isinstance(self.token_id, Unset):
            token_id = UNSET
        else:
            token_id = self.token_id

        work: None | str | Unset
        if isinstance(self.work, Unset):
            work = UNSET
        else:
            work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "digest": digest,
            }
        )
        if artist is not UNSET:
            field_dict["artist"] = artist
        if bidder is not UNSET:
            field_dict["bidder"] = bidder
        if copies is not UNSET:
            field_dict["copies"] = copies
        if currency is not UNSET:
            field_dict["currency"] = currency
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if is_cancelled is not UNSET:
            field_dict["is_cancelled"] = is_cancelled
        if is_live is not UNSET:
            field_dict["is_live"] = is_live
        if is_taken is not UNSET:
            field_dict["is_taken"] = is_taken
        if offered_at is not UNSET:
            field_dict["offered_at"] = offered_at
        if price is not UNSET:
            field_dict["price"] = price
        if token_id is not UNSET:
            field_dict["token_id"] = token_id
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        def _parse_artist(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        artist = _parse_artist(d.pop("artist", UNSET))

        bidder = d.pop("bidder", UNSET)

        copies = d.pop("copies", UNSET)

        currency = d.pop("currency", UNSET)

        expires_at = d.pop("expires_at", UNSET)

        is_cancelled = d.pop("is_cancelled", UNSET)

        is_live = d.pop("is_live", UNSET)

        is_taken = d.pop("is_taken", UNSET)

        offered_at = d.pop("offered_at", UNSET)

        price = d.pop("price", UNSET)

        def _parse_token_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        token_id = _parse_token_id(d.pop("token_id", UNSET))

        def _parse_work(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        work = _parse_work(d.pop("work", UNSET))

        offer = cls(
            digest=digest,
            artist=artist,
            bidder=bidder,
            copies=copies,
            currency=currency,
            expires_at=expires_at,
            is_cancelled=is_cancelled,
            is_live=is_live,
            is_taken=is_taken,
            offered_at=offered_at,
            price=price,
            token_id=token_id,
            work=work,
        )

        offer.additional_properties = d
        return offer

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
