from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.royalty_finality import RoyaltyFinality
from ..types import UNSET, Unset

T = TypeVar("T", bound="Royalty")


@_attrs_define
class Royalty:
    """One royalty.

    Attributes:
        id (str): Where the chain says it.
        amount (str | Unset):
        block_number (int | Unset):
        currency (str | Unset): The zero address is ether.
        finality (RoyaltyFinality | Unset): How sure its block is.
        log_index (int | Unset):
        paid_at (int | Unset):
        payee (str | Unset):
        transaction_hash (str | Unset):
        work (str | Unset):
    """

    id: str
    amount: str | Unset = UNSET
    block_number: int | Unset = UNSET
    currency: str | Unset = UNSET
    finality: RoyaltyFinality | Unset = UNSET
    log_index: int | Unset = UNSET
    paid_at: int | Unset = UNSET
    payee: str | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    work: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        amount = self.amount

        block_number = self.block_number

        currency = self.currency

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        log_index = self.log_index

        paid_at = self.paid_at

        payee = self.payee

        transaction_hash = self.transaction_hash

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if currency is not UNSET:
            field_dict["currency"] = currency
        if finality is not UNSET:
            field_dict["finality"] = finality
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if paid_at is not UNSET:
            field_dict["paid_at"] = paid_at
        if payee is not UNSET:
            field_dict["payee"] = payee
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        amount = d.pop("amount", UNSET)

        block_number = d.pop("block_number", UNSET)

        currency = d.pop("currency", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: RoyaltyFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = RoyaltyFinality(_finality)

        log_index = d.pop("log_index", UNSET)

        paid_at = d.pop("paid_at", UNSET)

        payee = d.pop("payee", UNSET)

        transaction_hash = d.pop("transaction_hash", UNSET)

        work = d.pop("work", UNSET)

        royalty = cls(
            id=id,
            amount=amount,
            block_number=block_number,
            currency=currency,
            finality=finality,
            log_index=log_index,
            paid_at=paid_at,
            payee=payee,
            transaction_hash=transaction_hash,
            work=work,
        )

        royalty.additional_properties = d
        return royalty

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
