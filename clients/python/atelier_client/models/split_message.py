from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.share_message import ShareMessage


T = TypeVar("T", bound="SplitMessage")


@_attrs_define
class SplitMessage:
    """The contract's `Split`.

    Attributes:
        parents (list[int]):
        parents_bps (int):
        shares (list[ShareMessage]):
    """

    parents: list[int]
    parents_bps: int
    shares: list[ShareMessage]

    def to_dict(self) -> dict[str, Any]:
        parents = self.parents

        parents_bps = self.parents_bps

        shares = []
        for shares_item_data in self.shares:
            shares_item = shares_item_data.to_dict()
            shares.append(shares_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parents": parents,
                "parentsBps": parents_bps,
                "shares": shares,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.share_message import ShareMessage  # noqa: PLC0415

        d = dict(src_dict)
        parents = cast(list[int], d.pop("parents"))

        parents_bps = d.pop("parentsBps")

        shares = []
        _shares = d.pop("shares")
        for shares_item_data in _shares:
            shares_item = ShareMessage.from_dict(shares_item_data)

            shares.append(shares_item)

        split_message = cls(
            parents=parents,
            parents_bps=parents_bps,
            shares=shares,
        )

        return split_message
