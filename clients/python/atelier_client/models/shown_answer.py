from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ShownAnswer")


@_attrs_define
class ShownAnswer:
    """Where the other picture is shown, and its CID.

    Attributes:
        artist (str):
        kind (str):
        picture (str):
        subject (str):
    """

    artist: str
    kind: str
    picture: str
    subject: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        artist = self.artist

        kind = self.kind

        picture = self.picture

        subject = self.subject

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artist": artist,
                "kind": kind,
                "picture": picture,
                "subject": subject,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        artist = d.pop("artist")

        kind = d.pop("kind")

        picture = d.pop("picture")

        subject = d.pop("subject")

        shown_answer = cls(
            artist=artist,
            kind=kind,
            picture=picture,
            subject=subject,
        )

        shown_answer.additional_properties = d
        return shown_answer

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
