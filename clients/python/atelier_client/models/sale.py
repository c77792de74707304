from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sale_finality import SaleFinality
from ..models.sale_kind import SaleKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Sale")


@_attrs_define
class Sale:
    """One sale.

    Attributes:
        id (str): Where the chain says it.
        block_number (int | Unset):
        buyer (str | Unset): Who has it afterwards.
        copies (str | Unset):
        currency (str | Unset): The zero address is ether.
        fee (str | Unset):
        finality (SaleFinality | Unset): How sure its block is.
        kind (SaleKind | Unset):
        log_index (int | Unset):
        order_digest (None | str | Unset):
        price (str | Unset): Of all copies together.
        royalty (str | Unset):
        royalty_receiver (None | str | Unset):
        seller (str | Unset):
        sold_at (int | Unset):
        transaction_hash (str | Unset):
        work (str | Unset): The work or the edition.
    """

    id: str
    block_number: int | Unset = UNSET
    buyer: str | Unset = UNSET
    copies: str | Unset = UNSET
    currency: str | Unset = UNSET
    fee: str | Unset = UNSET
    finality: SaleFinality | Unset = UNSET
    kind: SaleKind | Unset = UNSET
    log_index: int | Unset = UNSET
    order_digest: None | str | Unset = UNSET
    price: str | Unset = UNSET
    royalty: str | Unset = UNSET
    royalty_receiver: None | str | Unset = UNSET
    seller: str | Unset = UNSET
    sold_at: int | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    work: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        block_number = self.block_number

        buyer = self.buyer

        copies = self.copies

        currency = self.currency

        fee = self.fee

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        log_index = self.log_index

        order_digest: None | str | Unset
        if isinstance(self.order_digest, Unset):
            order_digest = UNSET
        else:
            order_digest = self.order_digest

        price = self.price

        royalty = self.royalty

        royalty_receiver: None | str | Unset
        if isinstance(self.royalty_receiver, Unset):
            royalty_receiver = UNSET
        else:
            royalty_receiver = self.royalty_receiver

        seller = self.seller

        sold_at = self.sold_at

        transaction_hash = self.transaction_hash

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if buyer is not UNSET:
            field_dict["buyer"] = buyer
        if copies is not UNSET:
            field_dict["copies"] = copies
        if currency is not UNSET:
            field_dict["currency"] = currency
        if fee is not UNSET:
            field_dict["fee"] = fee
        if finality is not UNSET:
            field_dict["finality"] = finality
        if kind is not UNSET:
            field_dict["kind"] = kind
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if order_digest is not UNSET:
            field_dict["order_digest"] = order_digest
        if price is not UNSET:
            field_dict["price"] = price
        if royalty is not UNSET:
            field_dict["royalty"] = royalty
        if royalty_receiver is not UNSET:
            field_dict["royalty_receiver"] = royalty_receiver
        if seller is not UNSET:
            field_dict["seller"] = seller
        if sold_at is not UNSET:
            field_dict["sold_at"] = sold_at
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        block_number = d.pop("block_number", UNSET)

        buyer = d.pop("buyer", UNSET)

        copies = d.pop("copies", UNSET)

        currency = d.pop("currency", UNSET)

        fee = d.pop("fee", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: SaleFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = SaleFinality(_finality)

        _kind = d.pop("kind", UNSET)
        kind: SaleKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = SaleKind(_kind)

        log_index = d.pop("log_index", UNSET)

        def _parse_order_digest(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        order_digest = _parse_order_digest(d.pop("order_digest", UNSET))

        price = d.pop("price", UNSET)

        royalty = d.pop("royalty", UNSET)

        def _parse_royalty_receiver(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        royalty_receiver = _parse_royalty_receiver(d.pop("royalty_receiver", UNSET))

        seller = d.pop("seller", UNSET)

        sold_at = d.pop("sold_at", UNSET)

        transaction_hash = d.pop("transaction_hash", UNSET)

        work = d.pop("work", UNSET)

        sale = cls(
            id=id,
            block_number=block_number,
            buyer=buyer,
            copies=copies,
            currency=currency,
            fee=fee,
            finality=finality,
            kind=kind,
            log_index=log_index,
            order_digest=order_digest,
            price=price,
            royalty=royalty,
            royalty_receiver=royalty_receiver,
            seller=seller,
            sold_at=sold_at,
            transaction_hash=transaction_hash,
            work=work,
        )

        sale.additional_properties = d
        return sale

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
