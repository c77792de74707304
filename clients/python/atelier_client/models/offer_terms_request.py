from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OfferTermsRequest")


@_attrs_define
class OfferTermsRequest:
    """What a bidder chooses: no work is any work, no artist anybody's, no copies a unique work.

    Attributes:
        currency (str):
        days (int):
        price (int):
        artist (None | str | Unset):
        copies (int | Unset):  Default: 0.
        work (None | str | Unset):
    """

    currency: str
    days: int
    price: int
    artist: None | str | Unset = UNSET
    copies: int | Unset = 0
    work: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        days = self.days

        price = self.price

        artist: None | str | Unset
        if isinstance(self.artist, Unset):
            artist = UNSET
        else:
            artist = self.artist

        copies = self.copies

        work: None | str | Unset
        if isinstance(self.work, Unset):
            work = UNSET
        else:
            work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "days": days,
                "price": price,
            }
        )
        if artist is not UNSET:
            field_dict["artist"] = artist
        if copies is not UNSET:
            field_dict["copies"] = copies
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        days = d.pop("days")

        price = d.pop("price")

        def _parse_artist(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        artist = _parse_artist(d.pop("artist", UNSET))

        copies = d.pop("copies", UNSET)

        def _parse_work(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        work = _parse_work(d.pop("work", UNSET))

        offer_terms_request = cls(
            currency=currency,
            days=days,
            price=price,
            artist=artist,
            copies=copies,
            work=work,
        )

        return offer_terms_request
