from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.feeling_event_words_item import FeelingEventWordsItem
from ..types import UNSET, Unset

T = TypeVar("T", bound="FeelingEvent")


@_attrs_define
class FeelingEvent:
    """What a work leaves behind: from unpleasant to pleasant, from still to stirring, in words.

    Attributes:
        arousal (int):
        kind (Literal['feeling']):
        valence (int):
        work (str):
        words (list[FeelingEventWordsItem] | Unset):
    """

    arousal: int
    kind: Literal["feeling"]
    valence: int
    work: str
    words: list[FeelingEventWordsItem] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        arousal = self.arousal

        kind = self.kind

        valence = self.valence

        work = self.work

        words: list[str] | Unset = UNSET
        if not isinstance(self.words, Unset):
            words = []
            for words_item_data in self.words:
                words_item = words_item_data.value
                words.append(words_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "arousal": arousal,
                "kind": kind,
                "valence": valence,
                "work": work,
            }
        )
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        arousal = d.pop("arousal")

        kind = cast(Literal["feeling"], d.pop("kind"))
        if kind != "feeling":
            raise ValueError(f"kind must match const 'feeling', got '{kind}'")

        valence = d.pop("valence")

        work = d.pop("work")

        _words = d.pop("words", UNSET)
        words: list[FeelingEventWordsItem] | Unset = UNSET
        if _words is not UNSET:
            words = []
            for words_item_data in _words:
                words_item = FeelingEventWordsItem(words_item_data)

                words.append(words_item)

        feeling_event = cls(
            arousal=arousal,
            kind=kind,
            valence=valence,
            work=work,
            words=words,
        )

        return feeling_event
