from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.ballot_message import BallotMessage


T = TypeVar("T", bound="BallotRequest")


@_attrs_define
class BallotRequest:
    """A signed ballot.

    Attributes:
        ballot (BallotMessage): The ballot as the terms offered it.
        signature (str):
    """

    ballot: BallotMessage
    signature: str

    def to_dict(self) -> dict[str, Any]:
        ballot = self.ballot.to_dict()

        signature = self.signature

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ballot": ballot,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ballot_message import BallotMessage  # noqa: PLC0415

        d = dict(src_dict)
        ballot = BallotMessage.from_dict(d.pop("ballot"))

        signature = d.pop("signature")

        ballot_request = cls(
            ballot=ballot,
            signature=signature,
        )

        return ballot_request
