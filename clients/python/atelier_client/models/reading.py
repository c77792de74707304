from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reading_how import ReadingHow
from ..types import UNSET, Unset

T = TypeVar("T", bound="Reading")


@_attrs_define
class Reading:
    """One word as it was written and what it was taken for; similarity is per mille, 1000 exact.

    `kind` is concept, palette, light, layout, style, colour, mood, trait, count, becoming or
    without; a word that says two things (dusk: light and palette) has two readings.

        Attributes:
            how (ReadingHow):
            kind (str):
            meaning (str):
            written (str):
            similarity (int | Unset):  Default: 1000.
    """

    how: ReadingHow
    kind: str
    meaning: str
    written: str
    similarity: int | Unset = 1000
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        how = self.how.value

        kind = self.kind

        meaning = self.meaning

        written = self.written

        similarity = self.similarity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "how": how,
                "kind": kind,
                "meaning": meaning,
                "written": written,
            }
        )
        if similarity is not UNSET:
            field_dict["similarity"] = similarity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        how = ReadingHow(d.pop("how"))

        kind = d.pop("kind")

        meaning = d.pop("meaning")

        written = d.pop("written")

        similarity = d.pop("similarity", UNSET)

        reading = cls(
            how=how,
            kind=kind,
            meaning=meaning,
            written=written,
            similarity=similarity,
        )

        reading.additional_properties = d
        return reading

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
