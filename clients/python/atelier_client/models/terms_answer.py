from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.terms_answer_typed_data import TermsAnswerTypedData


T = TypeVar("T", bound="TermsAnswer")


@_attrs_define
class TermsAnswer:
    """What to sign.

    Attributes:
        typed_data (TermsAnswerTypedData):
    """

    typed_data: TermsAnswerTypedData
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        typed_data = self.typed_data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "typed_data": typed_data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.terms_answer_typed_data import TermsAnswerTypedData  # noqa: PLC0415

        d = dict(src_dict)
        typed_data = TermsAnswerTypedData.from_dict(d.pop("typed_data"))

        terms_answer = cls(
            typed_data=typed_data,
        )

        terms_answer.additional_properties = d
        return terms_answer

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
