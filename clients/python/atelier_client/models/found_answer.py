from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.shown_answer import ShownAnswer


T = TypeVar("T", bound="FoundAnswer")


@_attrs_define
class FoundAnswer:
    """A picture (by its place in `pictures`) that resembles another; 1000 is as alike as can be.

    Attributes:
        other (ShownAnswer): Where the other picture is shown, and its CID.
        permille (int):
        picture (int):
        relation (str):
        words (list[str]):
    """

    other: ShownAnswer
    permille: int
    picture: int
    relation: str
    words: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        other = self.other.to_dict()

        permille = self.permille

        picture = self.picture

        relation = self.relation

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "other": other,
                "permille": permille,
                "picture": picture,
                "relation": relation,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.shown_answer import ShownAnswer  # noqa: PLC0415

        d = dict(src_dict)
        other = ShownAnswer.from_dict(d.pop("other"))

        permille = d.pop("permille")

        picture = d.pop("picture")

        relation = d.pop("relation")

        words = cast(list[str], d.pop("words"))

        found_answer = cls(
            other=other,
            permille=permille,
            picture=picture,
            relation=relation,
            words=words,
        )

        found_answer.additional_properties = d
        return found_answer

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
