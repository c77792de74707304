from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.reason_answer_facts import ReasonAnswerFacts


T = TypeVar("T", bound="ReasonAnswer")


@_attrs_define
class ReasonAnswer:
    """Why the muse proposes something: what kind of reason, its figures, and a sentence.

    Attributes:
        en (str):
        facts (ReasonAnswerFacts):
        kind (str):
        zh (str):
    """

    en: str
    facts: ReasonAnswerFacts
    kind: str
    zh: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        en = self.en

        facts = self.facts.to_dict()

        kind = self.kind

        zh = self.zh

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "en": en,
                "facts": facts,
                "kind": kind,
                "zh": zh,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reason_answer_facts import ReasonAnswerFacts  # noqa: PLC0415

        d = dict(src_dict)
        en = d.pop("en")

        facts = ReasonAnswerFacts.from_dict(d.pop("facts"))

        kind = d.pop("kind")

        zh = d.pop("zh")

        reason_answer = cls(
            en=en,
            facts=facts,
            kind=kind,
            zh=zh,
        )

        reason_answer.additional_properties = d
        return reason_answer

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
