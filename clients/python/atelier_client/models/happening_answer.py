from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HappeningAnswer")


@_attrs_define
class HappeningAnswer:
    """One line of a work's history.

    Attributes:
        actor (str):
        at (datetime.datetime):
        block_number (int):
        counterpart (None | str):
        currency (None | str):
        kind (str):
        listing (None | str):
        price (None | str):
        transaction_hash (None | str):
    """

    actor: str
    at: datetime.datetime
    block_number: int
    counterpart: None | str
    currency: None | str
    kind: str
    listing: None | str
    price: None | str
    transaction_hash: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actor = self.actor

        at = self.at.isoformat()

        block_number = self.block_number

        counterpart: None | str
        counterpart = self.counterpart

        currency: None | str
        currency = self.currency

        kind = self.kind

        listing: None | str
        listing = self.listing

        price: None | str
        price = self.price

        transaction_hash: None | str
        transaction_hash = self.transaction_hash

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "actor": actor,
                "at": at,
                "block_number": block_number,
                "counterpart": counterpart,
                "currency": currency,
                "kind": kind,
                "listing": listing,
                "price": price,
                "transaction_hash": transaction_hash,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        actor = d.pop("actor")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        block_number = d.pop("block_number")

        def _parse_counterpart(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        counterpart = _parse_counterpart(d.pop("counterpart"))

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        kind = d.pop("kind")

        def _parse_listing(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        listing = _parse_listing(d.pop("listing"))

        def _parse_price(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        price = _parse_price(d.pop("price"))

        def _parse_transaction_hash(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        transaction_hash = _parse_transaction_hash(d.pop("transaction_hash"))

        happening_answer = cls(
            actor=actor,
            at=at,
            block_number=block_number,
            counterpart=counterpart,
            currency=currency,
            kind=kind,
            listing=listing,
            price=price,
            transaction_hash=transaction_hash,
        )

        happening_answer.additional_properties = d
        return happening_answer

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
