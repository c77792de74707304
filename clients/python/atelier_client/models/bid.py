from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bid_finality import BidFinality
from ..types import UNSET, Unset

T = TypeVar("T", bound="Bid")


@_attrs_define
class Bid:
    """One bid.

    Attributes:
        id (str): Where the chain says it.
        amount (str | Unset):
        bid_at (int | Unset):
        bidder (str | Unset):
        block_number (int | Unset):
        ends_at (int | Unset): When the auction ends if this bid is the last.
        finality (BidFinality | Unset): How sure its block is.
        log_index (int | Unset):
        transaction_hash (str | Unset):
        work (str | Unset):
    """

    id: str
    amount: str | Unset = UNSET
    bid_at: int | Unset = UNSET
    bidder: str | Unset = UNSET
    block_number: int | Unset = UNSET
    ends_at: int | Unset = UNSET
    finality: BidFinality | Unset = UNSET
    log_index: int | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    work: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        amount = self.amount

        bid_at = self.bid_at

        bidder = self.bidder

        block_number = self.block_number

        ends_at = self.ends_at

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        log_index = self.log_index

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
        if bid_at is not UNSET:
            field_dict["bid_at"] = bid_at
        if bidder is not UNSET:
            field_dict["bidder"] = bidder
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at
        if finality is not UNSET:
            field_dict["finality"] = finality
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
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

        bid_at = d.pop("bid_at", UNSET)

        bidder = d.pop("bidder", UNSET)

        block_number = d.pop("block_number", UNSET)

        ends_at = d.pop("ends_at", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: BidFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = BidFinality(_finality)

        log_index = d.pop("log_index", UNSET)

        transaction_hash = d.pop("transaction_hash", UNSET)

        work = d.pop("work", UNSET)

        bid = cls(
            id=id,
            amount=amount,
            bid_at=bid_at,
            bidder=bidder,
            block_number=block_number,
            ends_at=ends_at,
            finality=finality,
            log_index=log_index,
            transaction_hash=transaction_hash,
            work=work,
        )

        bid.additional_properties = d
        return bid

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
