from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_answer_details import EventAnswerDetails


T = TypeVar("T", bound="EventAnswer")


@_attrs_define
class EventAnswer:
    """One thing that somebody said, as it is kept.

    Attributes:
        created_at (datetime.datetime):
        details (EventAnswerDetails):
        kind (str):
        other (None | str):
        picture (str):
        value (int):
    """

    created_at: datetime.datetime
    details: EventAnswerDetails
    kind: str
    other: None | str
    picture: str
    value: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        details = self.details.to_dict()

        kind = self.kind

        other: None | str
        other = self.other

        picture = self.picture

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "details": details,
                "kind": kind,
                "other": other,
                "picture": picture,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_answer_details import EventAnswerDetails  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        details = EventAnswerDetails.from_dict(d.pop("details"))

        kind = d.pop("kind")

        def _parse_other(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        other = _parse_other(d.pop("other"))

        picture = d.pop("picture")

        value = d.pop("value")

        event_answer = cls(
            created_at=created_at,
            details=details,
            kind=kind,
            other=other,
            picture=picture,
            value=value,
        )

        event_answer.additional_properties = d
        return event_answer

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
