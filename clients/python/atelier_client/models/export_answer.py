from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_answer import EventAnswer
    from ..models.export_answer_pictures_item import ExportAnswerPicturesItem


T = TypeVar("T", bound="ExportAnswer")


@_attrs_define
class ExportAnswer:
    """All that is kept of a person's taste: what was said, and of which pictures.

    Attributes:
        events (list[EventAnswer]):
        features (str):
        given_at (datetime.datetime | None):
        person (str):
        pictures (list[ExportAnswerPicturesItem]):
        withdrawn_at (datetime.datetime | None):
    """

    events: list[EventAnswer]
    features: str
    given_at: datetime.datetime | None
    person: str
    pictures: list[ExportAnswerPicturesItem]
    withdrawn_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        events = []
        for events_item_data in self.events:
            events_item = events_item_data.to_dict()
            events.append(events_item)

        features = self.features

        given_at: None | str
        if isinstance(self.given_at, datetime.datetime):
            given_at = self.given_at.isoformat()
        else:
            given_at = self.given_at

        person = self.person

        pictures = []
        for pictures_item_data in self.pictures:
            pictures_item = pictures_item_data.to_dict()
            pictures.append(pictures_item)

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "events": events,
                "features": features,
                "given_at": given_at,
                "person": person,
                "pictures": pictures,
                "withdrawn_at": withdrawn_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_answer import EventAnswer  # noqa: PLC0415
        from ..models.export_answer_pictures_item import ExportAnswerPicturesItem  # noqa: PLC0415

        d = dict(src_dict)
        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = EventAnswer.from_dict(events_item_data)

            events.append(events_item)

        features = d.pop("features")

        def _parse_given_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_at_type_0 = datetime.datetime.fromisoformat(data)

                return given_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        given_at = _parse_given_at(d.pop("given_at"))

        person = d.pop("person")

        pictures = []
        _pictures = d.pop("pictures")
        for pictures_item_data in _pictures:
            pictures_item = ExportAnswerPicturesItem.from_dict(pictures_item_data)

            pictures.append(pictures_item)

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawn_at"))

        export_answer = cls(
            events=events,
            features=features,
            given_at=given_at,
            person=person,
            pictures=pictures,
            withdrawn_at=withdrawn_at,
        )

        export_answer.additional_properties = d
        return export_answer

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
