from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_answer_state import DeliveryAnswerState

T = TypeVar("T", bound="DeliveryAnswer")


@_attrs_define
class DeliveryAnswer:
    """One delivery and its last attempt; `event` is none for a try-out.

    Attributes:
        attempts (int):
        due_at (datetime.datetime | None):
        event (None | str):
        id (str):
        made_at (datetime.datetime):
        milliseconds (int | None):
        said (None | str):
        state (DeliveryAnswerState):
        status (int | None):
        tried_at (datetime.datetime | None):
    """

    attempts: int
    due_at: datetime.datetime | None
    event: None | str
    id: str
    made_at: datetime.datetime
    milliseconds: int | None
    said: None | str
    state: DeliveryAnswerState
    status: int | None
    tried_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attempts = self.attempts

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        event: None | str
        event = self.event

        id = self.id

        made_at = self.made_at.isoformat()

        milliseconds: int | None
        milliseconds = self.milliseconds

        said: None | str
        said = self.said

        state = self.state.value

        status: int | None
        status = self.status

        tried_at: None | str
        if isinstance(self.tried_at, datetime.datetime):
            tried_at = self.tried_at.isoformat()
        else:
            tried_at = self.tried_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attempts": attempts,
                "due_at": due_at,
                "event": event,
                "id": id,
                "made_at": made_at,
                "milliseconds": milliseconds,
                "said": said,
                "state": state,
                "status": status,
                "tried_at": tried_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attempts = d.pop("attempts")

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        def _parse_event(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        event = _parse_event(d.pop("event"))

        id = d.pop("id")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_milliseconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        milliseconds = _parse_milliseconds(d.pop("milliseconds"))

        def _parse_said(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        said = _parse_said(d.pop("said"))

        state = DeliveryAnswerState(d.pop("state"))

        def _parse_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status = _parse_status(d.pop("status"))

        def _parse_tried_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tried_at_type_0 = datetime.datetime.fromisoformat(data)

                return tried_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        tried_at = _parse_tried_at(d.pop("tried_at"))

        delivery_answer = cls(
            attempts=attempts,
            due_at=due_at,
            event=event,
            id=id,
            made_at=made_at,
            milliseconds=milliseconds,
            said=said,
            state=state,
            status=status,
            tried_at=tried_at,
        )

        delivery_answer.additional_properties = d
        return delivery_answer

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
