from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.choice_message import ChoiceMessage


T = TypeVar("T", bound="BallotMessage")


@_attrs_define
class BallotMessage:
    """The ballot as the terms offered it.

    Attributes:
        choices (list[ChoiceMessage]):
        deadline (int):
        member (str):
        nonce (int):
    """

    choices: list[ChoiceMessage]
    deadline: int
    member: str
    nonce: int

    def to_dict(self) -> dict[str, Any]:
        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        deadline = self.deadline

        member = self.member

        nonce = self.nonce

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "choices": choices,
                "deadline": deadline,
                "member": member,
                "nonce": nonce,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choice_message import ChoiceMessage  # noqa: PLC0415

        d = dict(src_dict)
        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = ChoiceMessage.from_dict(choices_item_data)

            choices.append(choices_item)

        deadline = d.pop("deadline")

        member = d.pop("member")

        nonce = d.pop("nonce")

        ballot_message = cls(
            choices=choices,
            deadline=deadline,
            member=member,
            nonce=nonce,
        )

        return ballot_message
