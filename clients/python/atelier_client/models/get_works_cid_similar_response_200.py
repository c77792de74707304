from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.similar_work import SimilarWork


T = TypeVar("T", bound="GetWorksCidSimilarResponse200")


@_attrs_define
class GetWorksCidSimilarResponse200:
    """
    Attributes:
        works (list[SimilarWork]):
    """

    works: list[SimilarWork]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        works = []
        for works_item_data in self.works:
            works_item = works_item_data.to_dict()
            works.append(works_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "works": works,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.similar_work import SimilarWork  # noqa: PLC0415

        d = dict(src_dict)
        works = []
        _works = d.pop("works")
        for works_item_data in _works:
            works_item = SimilarWork.from_dict(works_item_data)

            works.append(works_item)

        get_works_cid_similar_response_200 = cls(
            works=works,
        )

        get_works_cid_similar_response_200.additional_properties = d
        return get_works_cid_similar_response_200

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
