from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.member_finality import MemberFinality
from ..types import UNSET, Unset

T = TypeVar("T", bound="Member")


@_attrs_define
class Member:
    """One member.

    Attributes:
        member (int): The membership's number.
        admitted_at (int | Unset):
        block_number (int | Unset):
        delegate (str | Unset): Who votes with their vote; they themselves at first.
        finality (MemberFinality | Unset): How sure its block is.
        holder (str | Unset):
        is_member (bool | Unset):
        log_index (int | Unset):
        removal_reason (None | str | Unset):
        transaction_hash (str | Unset):
        votes (str | Unset): How many votes they cast themselves, their own included.
    """

    member: int
    admitted_at: int | Unset = UNSET
    block_number: int | Unset = UNSET
    delegate: str | Unset = UNSET
    finality: MemberFinality | Unset = UNSET
    holder: str | Unset = UNSET
    is_member: bool | Unset = UNSET
    log_index: int | Unset = UNSET
    removal_reason: None | str | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    votes: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member = self.member

        admitted_at = self.admitted_at

        block_number = self.block_number

        delegate = self.delegate

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        holder = self.holder

        is_member = self.is_member

        log_index = self.log_index

        removal_reason: None | str | Unset
        if isinstance(self.removal_reason, Unset):
            removal_reason = UNSET
        else:
            removal_reason = self.removal_reason

        transaction_hash = self.transaction_hash

        votes = self.votes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member": member,
            }
        )
        if admitted_at is not UNSET:
            field_dict["admitted_at"] = admitted_at
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if delegate is not UNSET:
            field_dict["delegate"] = delegate
        if finality is not UNSET:
            field_dict["finality"] = finality
        if holder is not UNSET:
            field_dict["holder"] = holder
        if is_member is not UNSET:
            field_dict["is_member"] = is_member
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if removal_reason is not UNSET:
            field_dict["removal_reason"] = removal_reason
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if votes is not UNSET:
            field_dict["votes"] = votes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member = d.pop("member")

        admitted_at = d.pop("admitted_at", UNSET)

        block_number = d.pop("block_number", UNSET)

        delegate = d.pop("delegate", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: MemberFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = MemberFinality(_finality)

        holder = d.pop("holder", UNSET)

        is_member = d.pop("is_member", UNSET)

        log_index = d.pop("log_index", UNSET)

        def _parse_removal_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        removal_reason = _parse_removal_reason(d.pop("removal_reason", UNSET))

        transaction_hash = d.pop("transaction_hash", UNSET)

        votes = d.pop("votes", UNSET)

        member = cls(
            member=member,
            admitted_at=admitted_at,
            block_number=block_number,
            delegate=delegate,
            finality=finality,
            holder=holder,
            is_member=is_member,
            log_index=log_index,
            removal_reason=removal_reason,
            transaction_hash=transaction_hash,
            votes=votes,
        )

        member.additional_properties = d
        return member

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
