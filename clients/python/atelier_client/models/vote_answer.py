from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.vote_answer_support import VoteAnswerSupport

T = TypeVar("T", bound="VoteAnswer")


@_attrs_define
class VoteAnswer:
    """A vote and why it was given.

    Attributes:
        member (str):
        reason (str):
        reason_digest (None | str):
        round_ (int):
        support (VoteAnswerSupport):
        transaction_hash (str):
        voted_at (int):
        weight (int):
    """

    member: str
    reason: str
    reason_digest: None | str
    round_: int
    support: VoteAnswerSupport
    transaction_hash: str
    voted_at: int
    weight: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member = self.member

        reason = self.reason

        reason_digest: None | str
        reason_digest = self.reason_digest

        round_ = self.round_

        support = self.support.value

        transaction_hash = self.transaction_hash

        voted_at = self.voted_at

        weight = self.weight

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member": member,
                "reason": reason,
                "reason_digest": reason_digest,
                "round": round_,
                "support": support,
                "transaction_hash": transaction_hash,
                "voted_at": voted_at,
                "weight": weight,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member = d.pop("member")

        reason = d.pop("reason")

        def _parse_reason_digest(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason_digest = _parse_reason_digest(d.pop("reason_digest"))

        round_ = d.pop("round")

        support = VoteAnswerSupport(d.pop("support"))

        transaction_hash = d.pop("transaction_hash")

        voted_at = d.pop("voted_at")

        weight = d.pop("weight")

        vote_answer = cls(
            member=member,
            reason=reason,
            reason_digest=reason_digest,
            round_=round_,
            support=support,
            transaction_hash=transaction_hash,
            voted_at=voted_at,
            weight=weight,
        )

        vote_answer.additional_properties = d
        return vote_answer

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
