from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PictureAnswer")


@_attrs_define
class PictureAnswer:
    """A picture to look at; `work` is set for minted works.

    Attributes:
        address (str):
        name (str):
        title (str):
        work (None | str):
    """

    address: str
    name: str
    title: str
    work: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        name = self.name

        title = self.title

        work: None | str
        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "name": name,
                "title": title,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        name = d.pop("name")

        title = d.pop("title")

        def _parse_work(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        work = _parse_work(d.pop("work"))

        picture_answer = cls(
            address=address,
            name=name,
            title=title,
            work=work,
        )

        picture_answer.additional_properties = d
        return picture_answer

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
