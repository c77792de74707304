from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.application_answer import ApplicationAnswer


T = TypeVar("T", bound="ArtistAnswer")


@_attrs_define
class ArtistAnswer:
    """An artist and all their applications, newest first.

    Attributes:
        applications (list[ApplicationAnswer]):
        artist (str):
        is_admitted (bool):
    """

    applications: list[ApplicationAnswer]
    artist: str
    is_admitted: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        applications = []
        for applications_item_data in self.applications:
            applications_item = applications_item_data.to_dict()
            applications.append(applications_item)

        artist = self.artist

        is_admitted = self.is_admitted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "applications": applications,
                "artist": artist,
                "is_admitted": is_admitted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.application_answer import ApplicationAnswer  # noqa: PLC0415

        d = dict(src_dict)
        applications = []
        _applications = d.pop("applications")
        for applications_item_data in _applications:
            applications_item = ApplicationAnswer.from_dict(applications_item_data)

            applications.append(applications_item)

        artist = d.pop("artist")

        is_admitted = d.pop("is_admitted")

        artist_answer = cls(
            applications=applications,
            artist=artist,
            is_admitted=is_admitted,
        )

        artist_answer.additional_properties = d
        return artist_answer

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
