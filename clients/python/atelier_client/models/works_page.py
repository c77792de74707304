from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.work import Work


T = TypeVar("T", bound="WorksPage")


@_attrs_define
class WorksPage:
    """A page of works.

    Attributes:
        next_ (None | str): The `cursor` of the next page; null on the last one.
        works (list[Work]):
    """

    next_: None | str
    works: list[Work]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        next_: None | str
        next_ = self.next_

        works = []
        for works_item_data in self.works:
            works_item = works_item_data.to_dict()
            works.append(works_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "next": next_,
                "works": works,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.work import Work  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))

        works = []
        _works = d.pop("works")
        for works_item_data in _works:
            works_item = Work.from_dict(works_item_data)

            works.append(works_item)

        works_page = cls(
            next_=next_,
            works=works,
        )

        works_page.additional_properties = d
        return works_page

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
