from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.auction import Auction


T = TypeVar("T", bound="AuctionsPage")


@_attrs_define
class AuctionsPage:
    """A page of auctions.

    Attributes:
        auctions (list[Auction]):
        next_ (None | str): The `cursor` of the next page; null on the last one.
    """

    auctions: list[Auction]
    next_: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        auctions = []
        for auctions_item_data in self.auctions:
            auctions_item = auctions_item_data.to_dict()
            auctions.append(auctions_item)

        next_: None | str
        next_ = self.next_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "auctions": auctions,
                "next": next_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.auction import Auction  # noqa: PLC0415

        d = dict(src_dict)
        auctions = []
        _auctions = d.pop("auctions")
        for auctions_item_data in _auctions:
            auctions_item = Auction.from_dict(auctions_item_data)

            auctions.append(auctions_item)

        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))

        auctions_page = cls(
            auctions=auctions,
            next_=next_,
        )

        auctions_page.additional_properties = d
        return auctions_page

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
