from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rule_answer import RuleAnswer


T = TypeVar("T", bound="RulesAnswer")


@_attrs_define
class RulesAnswer:
    """What may be submitted.

    Attributes:
        kinds (list[RuleAnswer]):
        most_poster_bytes (int):
    """

    kinds: list[RuleAnswer]
    most_poster_bytes: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.to_dict()
            kinds.append(kinds_item)

        most_poster_bytes = self.most_poster_bytes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kinds": kinds,
                "most_poster_bytes": most_poster_bytes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_answer import RuleAnswer  # noqa: PLC0415

        d = dict(src_dict)
        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = RuleAnswer.from_dict(kinds_item_data)

            kinds.append(kinds_item)

        most_poster_bytes = d.pop("most_poster_bytes")

        rules_answer = cls(
            kinds=kinds,
            most_poster_bytes=most_poster_bytes,
        )

        rules_answer.additional_properties = d
        return rules_answer

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
