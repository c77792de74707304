from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LeaningAnswer")


@_attrs_define
class LeaningAnswer:
    """Something that somebody leans towards; with a sureness of 1 it is likely, of 2 sure.

    Attributes:
        feature (str):
        sureness (float):
        words (str):
        worth (float):
    """

    feature: str
    sureness: float
    words: str
    worth: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        feature = self.feature

        sureness = self.sureness

        words = self.words

        worth = self.worth

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "feature": feature,
                "sureness": sureness,
                "words": words,
                "worth": worth,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        feature = d.pop("feature")

        sureness = d.pop("sureness")

        words = d.pop("words")

        worth = d.pop("worth")

        leaning_answer = cls(
            feature=feature,
            sureness=sureness,
            words=words,
            worth=worth,
        )

        leaning_answer.additional_properties = d
        return leaning_answer

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
