from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.new_key_answer import NewKeyAnswer
    from ..models.webhook_answer import WebhookAnswer


T = TypeVar("T", bound="NewWebhookAnswer")


@_attrs_define
class NewWebhookAnswer:
    """A webhook and its first key's secret, which is not shown again.

    Attributes:
        id (UUID):
        key (NewKeyAnswer): A key with its secret: keep it, it is not shown again.
        webhook (WebhookAnswer): A webhook as its owner sees it.
    """

    id: UUID
    key: NewKeyAnswer
    webhook: WebhookAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        key = self.key.to_dict()

        webhook = self.webhook.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "key": key,
                "webhook": webhook,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_key_answer import NewKeyAnswer  # noqa: PLC0415
        from ..models.webhook_answer import WebhookAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        key = NewKeyAnswer.from_dict(d.pop("key"))

        webhook = WebhookAnswer.from_dict(d.pop("webhook"))

        new_webhook_answer = cls(
            id=id,
            key=key,
            webhook=webhook,
        )

        new_webhook_answer.additional_properties = d
        return new_webhook_answer

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
