from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.vote_finality import VoteFinality
from ..models.vote_kind import VoteKind
from ..models.vote_support import VoteSupport
from ..types import UNSET, Unset

T = TypeVar("T", bound="Vote")


@_attrs_define
class Vote:
    """One vote.

    Attributes:
        id (str): Where the chain says it.
        application (int | None | Unset):
        block_number (int | Unset):
        finality (VoteFinality | Unset): How sure its block is.
        kind (VoteKind | Unset):
        log_index (int | Unset):
        member (str | Unset): Who voted; on proposals, whoever members delegated to.
        proposal (None | str | Unset): A proposal's number has 256 bits.
        reason (str | Unset):
        reason_digest (None | str | Unset): Of a reason that lies elsewhere.
        round_ (int | None | Unset): 2 in an appeal.
        support (VoteSupport | Unset):
        transaction_hash (str | Unset):
        voted_at (int | Unset):
        weight (str | Unset):
    """

    id: str
    application: int | None | Unset = UNSET
    block_number: int | Unset = UNSET
    finality: VoteFinality | Unset = UNSET
    kind: VoteKind | Unset = UNSET
    log_index: int | Unset = UNSET
    member: str | Unset = UNSET
    proposal: None | str | Unset = UNSET
    reason: str | Unset = UNSET
    reason_digest: None | str | Unset = UNSET
    round_: int | None | Unset = UNSET
    support: VoteSupport | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    voted_at: int | Unset = UNSET
    weight: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        application: int | None | Unset
        if isinstance(self.application, Unset):
            application = UNSET
        else:
            application = self.application

        block_number = self.block_number

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        log_index = self.log_index

        member = self.member

        proposal: None | str | Unset
        if isinstance(self.proposal, Unset):
            proposal = UNSET
        else:
            proposal = self.proposal

        reason = self.reason

        reason_digest: None | str | Unset
        if isinstance(self.reason_digest, Unset):
            reason_digest = UNSET
        else:
            reason_digest = self.reason_digest

        round_: int | None | Unset
        if isinstance(self.round_, Unset):
            round_ = UNSET
        else:
            round_ = self.round_

        support: str | Unset = UNSET
        if not isinstance(self.support, Unset):
            support = self.support.value

        transaction_hash = self.transaction_hash

        voted_at = self.voted_at

        weight = self.weight

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if application is not UNSET:
            field_dict["application"] = application
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if finality is not UNSET:
            field_dict["finality"] = finality
        if kind is not UNSET:
            field_dict["kind"] = kind
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if member is not UNSET:
            field_dict["member"] = member
        if proposal is not UNSET:
            field_dict["proposal"] = proposal
        if reason is not UNSET:
            field_dict["reason"] = reason
        if reason_digest is not UNSET:
            field_dict["reason_digest"] = reason_digest
        if round_ is not UNSET:
            field_dict["round"] = round_
        if support is not UNSET:
            field_dict["support"] = support
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if voted_at is not UNSET:
            field_dict["voted_at"] = voted_at
        if weight is not UNSET:
            field_dict["weight"] = weight

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_application(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        application = _parse_application(d.pop("application", UNSET))

        block_number = d.pop("block_number", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: VoteFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = VoteFinality(_finality)

        _kind = d.pop("kind", UNSET)
        kind: VoteKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = VoteKind(_kind)

        log_index = d.pop("log_index", UNSET)

        member = d.pop("member", UNSET)

        def _parse_proposal(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        proposal = _parse_proposal(d.pop("proposal", UNSET))

        reason = d.pop("reason", UNSET)

        def _parse_reason_digest(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason_digest = _parse_reason_digest(d.pop("reason_digest", UNSET))

        def _parse_round_(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        round_ = _parse_round_(d.pop("round", UNSET))

        _support = d.pop("support", UNSET)
        support: VoteSupport | Unset
        if isinstance(_support, Unset):
            support = UNSET
        else:
            support = VoteSupport(_support)

        transaction_hash = d.pop("transaction_hash", UNSET)

        voted_at = d.pop("voted_at", UNSET)

        weight = d.pop("weight", UNSET)

        vote = cls(
            id=id,
            application=application,
            block_number=block_number,
            finality=finality,
            kind=kind,
            log_index=log_index,
            member=member,
            proposal=proposal,
            reason=reason,
            reason_digest=reason_digest,
            round_=round_,
            support=support,
            transaction_hash=transaction_hash,
            voted_at=voted_at,
            weight=weight,
        )

        vote.additional_properties = d
        return vote

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
