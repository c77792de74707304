from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.topic import Topic

if TYPE_CHECKING:
    from ..models.key_answer import KeyAnswer


T = TypeVar("T", bound="WebhookAnswer")


@_attrs_define
class WebhookAnswer:
    """A webhook as its owner sees it.

    Attributes:
        asleep (None | str): Why nothing is sent.
        created_at (datetime.datetime):
        cursor (str): Up to which event deliveries were made ready.
        failing_since (datetime.datetime | None):
        id (UUID):
        is_active (bool):
        keys (list[KeyAnswer]):
        topics (list[Topic]):
        url (str):
    """

    asleep: None | str
    created_at: datetime.datetime
    cursor: str
    failing_since: datetime.datetime | None
    id: UUID
    is_active: bool
    keys: list[KeyAnswer]
    topics: list[Topic]
    url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asleep: None | str
        asleep = self.asleep

        created_at = self.created_at.isoformat()

        cursor = self.cursor

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        id = str(self.id)

        is_active = self.is_active

        keys = []
        for keys_item_data in self.keys:
            keys_item = keys_item_data.to_dict()
            keys.append(keys_item)

        topics = []
        for topics_item_data in self.topics:
            topics_item = topics_item_data.value
            topics.append(topics_item)

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asleep": asleep,
                "created_at": created_at,
                "cursor": cursor,
                "failing_since": failing_since,
                "id": id,
                "is_active": is_active,
                "keys": keys,
                "topics": topics,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.key_answer import KeyAnswer  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_asleep(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        asleep = _parse_asleep(d.pop("asleep"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        cursor = d.pop("cursor")

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failing_since"))

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        keys = []
        _keys = d.pop("keys")
        for keys_item_data in _keys:
            keys_item = KeyAnswer.from_dict(keys_item_data)

            keys.append(keys_item)

        topics = []
        _topics = d.pop("topics")
        for topics_item_data in _topics:
            topics_item = Topic(topics_item_data)

            topics.append(topics_item)

        url = d.pop("url")

        webhook_answer = cls(
            asleep=asleep,
            created_at=created_at,
            cursor=cursor,
            failing_since=failing_since,
            id=id,
            is_active=is_active,
            keys=keys,
            topics=topics,
            url=url,
        )

        webhook_answer.additional_properties = d
        return webhook_answer

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
