from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.auction_finality import AuctionFinality
from ..models.auction_state import AuctionState
from ..types import UNSET, Unset

T = TypeVar("T", bound="Auction")


@_attrs_define
class Auction:
    """One auction.

    Attributes:
        id (str): Where the chain says it.
        amount (str | Unset): The leading bid.
        bid_count (int | Unset):
        bidder (None | str | Unset): Who leads; null before the first bid.
        block_number (int | Unset):
        duration (int | Unset): In seconds, from the first bid.
        ends_at (int | Unset): 0 before the first bid.
        extension (int | Unset): A bid this close to the end moves it, in seconds.
        extension_cap (int | Unset): By how much all bids together can move it, in seconds.
        fee_bps (int | Unset):
        finality (AuctionFinality | Unset): How sure its block is.
        increment_bps (int | Unset):
        log_index (int | Unset):
        opened_at (int | Unset):
        reserve (str | Unset):
        seller (str | Unset):
        state (AuctionState | Unset):
        transaction_hash (str | Unset):
        transfer_count (int | Unset): Tells this auction of the work from its others.
        work (str | Unset):
    """

    id: str
    amount: str | Unset = UNSET
    bid_count: int | Unset = UNSET
    bidder: None | str | Unset = UNSET
    block_number: int | Unset = UNSET
    duration: int | Unset = UNSET
    ends_at: int | Unset = UNSET
    extension: int | Unset = UNSET
    extension_cap: int | Unset = UNSET
    fee_bps: int | Unset = UNSET
    finality: AuctionFinality | Unset = UNSET
    increment_bps: int | Unset = UNSET
    log_index: int | Unset = UNSET
    opened_at: int | Unset = UNSET
    reserve: str | Unset = UNSET
    seller: str | Unset = UNSET
    state: AuctionState | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    transfer_count: int | Unset = UNSET
    work: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        amount = self.amount

        bid_count = self.bid_count

        bidder: None | str | Unset
        if isinstance(self.bidder, Unset):
            bidder = UNSET
        else:
            bidder = self.bidder

        block_number = self.block_number

        duration = self.duration

        ends_at = self.ends_at

        extension = self.extension

        extension_cap = self.extension_cap

        fee_bps = self.fee_bps

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        increment_bps = self.increment_bps

        log_index = self.log_index

        opened_at = self.opened_at

        reserve = self.reserve

        seller = self.seller

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value

        transaction_hash = self.transaction_hash

        transfer_count = self.transfer_count

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
        if bid_count is not UNSET:
            field_dict["bid_count"] = bid_count
        if bidder is not UNSET:
            field_dict["bidder"] = bidder
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if duration is not UNSET:
            field_dict["duration"] = duration
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at
        if extension is not UNSET:
            field_dict["extension"] = extension
        if extension_cap is not UNSET:
            field_dict["extension_cap"] = extension_cap
        if fee_bps is not UNSET:
            field_dict["fee_bps"] = fee_bps
        if finality is not UNSET:
            field_dict["finality"] = finality
        if increment_bps is not UNSET:
            field_dict["increment_bps"] = increment_bps
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if opened_at is not UNSET:
            field_dict["opened_at"] = opened_at
        if reserve is not UNSET:
            field_dict["reserve"] = reserve
        if seller is not UNSET:
            field_dict["seller"] = seller
        if state is not UNSET:
            field_dict["state"] = state
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if transfer_count is not UNSET:
            field_dict["transfer_count"] = transfer_count
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        amount = d.pop("amount", UNSET)

        bid_count = d.pop("bid_count", UNSET)

        def _parse_bidder(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bidder = _parse_bidder(d.pop("bidder", UNSET))

        block_number = d.pop("block_number", UNSET)

        duration = d.pop("duration", UNSET)

        ends_at = d.pop("ends_at", UNSET)

        extension = d.pop("extension", UNSET)

        extension_cap = d.pop("extension_cap", UNSET)

        fee_bps = d.pop("fee_bps", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: AuctionFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = AuctionFinality(_finality)

        increment_bps = d.pop("increment_bps", UNSET)

        log_index = d.pop("log_index", UNSET)

        opened_at = d.pop("opened_at", UNSET)

        reserve = d.pop("reserve", UNSET)

        seller = d.pop("seller", UNSET)

        _state = d.pop("state", UNSET)
        state: AuctionState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = AuctionState(_state)

        transaction_hash = d.pop("transaction_hash", UNSET)

        transfer_count = d.pop("transfer_count", UNSET)

        work = d.pop("work", UNSET)

        auction = cls(
            id=id,
            amount=amount,
            bid_count=bid_count,
            bidder=bidder,
            block_number=block_number,
            duration=duration,
            ends_at=ends_at,
            extension=extension,
            extension_cap=extension_cap,
            fee_bps=fee_bps,
            finality=finality,
            increment_bps=increment_bps,
            log_index=log_index,
            opened_at=opened_at,
            reserve=reserve,
            seller=seller,
            state=state,
            transaction_hash=transaction_hash,
            transfer_count=transfer_count,
            work=work,
        )

        auction.additional_properties = d
        return auction

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
