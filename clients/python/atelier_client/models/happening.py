from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.happening_finality import HappeningFinality
from ..models.happening_kind import HappeningKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Happening")


@_attrs_define
class Happening:
    """One happening.

    Attributes:
        id (str): Where the chain says it.
        actor (str | Unset): Who did it: artist, seller, bidder.
        block_number (int | Unset):
        counterpart (None | str | Unset): To whom.
        currency (None | str | Unset):
        finality (HappeningFinality | Unset): How sure its block is.
        happened_at (int | Unset):
        kind (HappeningKind | Unset):
        log_index (int | Unset):
        price (None | str | Unset):
        transaction_hash (str | Unset):
        work (None | str | Unset): The work or the edition.
    """

    id: str
    actor: str | Unset = UNSET
    block_number: int | Unset = UNSET
    counterpart: None | str | Unset = UNSET
    currency: None | str | Unset = UNSET
    finality: HappeningFinality | Unset = UNSET
    happened_at: int | Unset = UNSET
    kind: HappeningKind | Unset = UNSET
    log_index: int | Unset = UNSET
    price: None | str | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    work: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        actor = self.actor

        block_number = self.block_number

        counterpart: None | str | Unset
        if isinstance(self.counterpart, Unset):
            counterpart = UNSET
        else:
            counterpart = self.counterpart

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        happened_at = self.happened_at

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        log_index = self.log_index

        price: None | str | Unset
        if isinstance(self.price, Unset):
            price = UNSET
        else:
            price = self.price

        transaction_hash = self.transaction_hash

        work: None | str | Unset
        if isinstance(self.work, Unset):
            work = UNSET
        else:
            work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if actor is not UNSET:
            field_dict["actor"] = actor
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if counterpart is not UNSET:
            field_dict["counterpart"] = counterpart
        if currency is not UNSET:
            field_dict["currency"] = currency
        if finality is not UNSET:
            field_dict["finality"] = finality
        if happened_at is not UNSET:
            field_dict["happened_at"] = happened_at
        if kind is not UNSET:
            field_dict["kind"] = kind
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if price is not UNSET:
            field_dict["price"] = price
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        actor = d.pop("actor", UNSET)

        block_number = d.pop("block_number", UNSET)

        def _parse_counterpart(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        counterpart = _parse_counterpart(d.pop("counterpart", UNSET))

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        _finality = d.pop("finality", UNSET)
        finality: HappeningFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = HappeningFinality(_finality)

        happened_at = d.pop("happened_at", UNSET)

        _kind = d.pop("kind", UNSET)
        kind: HappeningKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = HappeningKind(_kind)

        log_index = d.pop("log_index", UNSET)

        def _parse_price(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        price = _parse_price(d.pop("price", UNSET))

        transaction_hash = d.pop("transaction_hash", UNSET)

        def _parse_work(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        work = _parse_work(d.pop("work", UNSET))

        happening = cls(
            id=id,
            actor=actor,
            block_number=block_number,
            counterpart=counterpart,
            currency=currency,
            finality=finality,
            happened_at=happened_at,
            kind=kind,
            log_index=log_index,
            price=price,
            transaction_hash=transaction_hash,
            work=work,
        )

        happening.additional_properties = d
        return happening

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
