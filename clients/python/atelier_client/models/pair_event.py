from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)
from uuid import UUID

from attrs import define as _attrs_define

from ..models.pair_event_chosen import PairEventChosen

T = TypeVar("T", bound="PairEvent")


@_attrs_define
class PairEvent:
    """The answer to a question.

    Attributes:
        chosen (PairEventChosen):
        kind (Literal['pair']):
        question (UUID):
    """

    chosen: PairEventChosen
    kind: Literal["pair"]
    question: UUID

    def to_dict(self) -> dict[str, Any]:
        chosen = self.chosen.value

        kind = self.kind

        question = str(self.question)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "chosen": chosen,
                "kind": kind,
                "question": question,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chosen = PairEventChosen(d.pop("chosen"))

        kind = cast(Literal["pair"], d.pop("kind"))
        if kind != "pair":
            raise ValueError(f"kind must match const 'pair', got '{kind}'")

        question = UUID(d.pop("question"))

        pair_event = cls(
            chosen=chosen,
            kind=kind,
            question=question,
        )

        return pair_event
