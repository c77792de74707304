from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.split_message import SplitMessage


T = TypeVar("T", bound="VoucherMessage")


@_attrs_define
class VoucherMessage:
    """The contract's `Voucher`, by the contract's names.

    Attributes:
        artist (str):
        currency (str):
        deadline (int):
        max_fee_bps (int):
        nonce (int):
        price (int):
        royalty_bps (int):
        split (SplitMessage): The contract's `Split`.
        submitter (str):
        to (str):
        work (int):
    """

    artist: str
    currency: str
    deadline: int
    max_fee_bps: int
    nonce: int
    price: int
    royalty_bps: int
    split: SplitMessage
    submitter: str
    to: str
    work: int

    def to_dict(self) -> dict[str, Any]:
        artist = self.artist

        currency = self.currency

        deadline = self.deadline

        max_fee_bps = self.max_fee_bps

        nonce = self.nonce

        price = self.price

        royalty_bps = self.royalty_bps

        split = self.split.to_dict()

        submitter = self.submitter

        to = self.to

        work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "artist": artist,
                "currency": currency,
                "deadline": deadline,
                "maxFeeBps": max_fee_bps,
                "nonce": nonce,
                "price": price,
                "royaltyBps": royalty_bps,
                "split": split,
                "submitter": submitter,
                "to": to,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.split_message import SplitMessage  # noqa: PLC0415

        d = dict(src_dict)
        artist = d.pop("artist")

        currency = d.pop("currency")

        deadline = d.pop("deadline")

        max_fee_bps = d.pop("maxFeeBps")

        nonce = d.pop("nonce")

        price = d.pop("price")

        royalty_bps = d.pop("royaltyBps")

        split = SplitMessage.from_dict(d.pop("split"))

        submitter = d.pop("submitter")

        to = d.pop("to")

        work = d.pop("work")

        voucher_message = cls(
            artist=artist,
            currency=currency,
            deadline=deadline,
            max_fee_bps=max_fee_bps,
            nonce=nonce,
            price=price,
            royalty_bps=royalty_bps,
            split=split,
            submitter=submitter,
            to=to,
            work=work,
        )

        return voucher_message
