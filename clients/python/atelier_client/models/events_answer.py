from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.chain_event import ChainEvent


T = TypeVar("T", bound="EventsAnswer")


@_attrs_define
class EventsAnswer:
    """A part of the log; ask with `next` for what follows, now or later.

    Attributes:
        events (list[ChainEvent]):
        is_all (bool): Whether nothing follows yet.
        next_ (str):
    """

    events: list[ChainEvent]
    is_all: bool
    next_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        events = []
        for events_item_data in self.events:
            events_item = events_item_data.to_dict()
            events.append(events_item)

        is_all = self.is_all

        next_ = self.next_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "events": events,
                "is_all": is_all,
                "next": next_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chain_event import ChainEvent  # noqa: PLC0415

        d = dict(src_dict)
        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = ChainEvent.from_dict(events_item_data)

            events.append(events_item)

        is_all = d.pop("is_all")

        next_ = d.pop("next")

        events_answer = cls(
            events=events,
            is_all=is_all,
            next_=next_,
        )

        events_answer.additional_properties = d
        return events_answer

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
