from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.vote_request_support import VoteRequestSupport

T = TypeVar("T", bound="VoteRequest")


@_attrs_define
class VoteRequest:
    """How somebody wants to vote, and why.

    Attributes:
        reason (str):
        support (VoteRequestSupport):
    """

    reason: str
    support: VoteRequestSupport

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        support = self.support.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "support": support,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        support = VoteRequestSupport(d.pop("support"))

        vote_request = cls(
            reason=reason,
            support=support,
        )

        return vote_request
