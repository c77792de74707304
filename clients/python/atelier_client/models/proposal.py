from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.proposal_finality import ProposalFinality
from ..models.proposal_state import ProposalState
from ..types import UNSET, Unset

T = TypeVar("T", bound="Proposal")


@_attrs_define
class Proposal:
    """One proposal.

    Attributes:
        proposal (str): A number of 256 bits.
        abstentions (str | Unset):
        amounts (list[Any] | Unset): In wei, in decimal.
        block_number (int | Unset):
        calldatas (list[Any] | Unset): In hexadecimal digits.
        description (str | Unset):
        ends_at (int | Unset):
        finality (ProposalFinality | Unset): How sure its block is.
        log_index (int | Unset):
        proposed_at (int | Unset):
        proposer (str | Unset):
        starts_at (int | Unset):
        state (ProposalState | Unset): What the chain said of it; one that ended unqueued may have failed or waits.
        targets (list[Any] | Unset):
        transaction_hash (str | Unset):
        votes_against (str | Unset):
        votes_for (str | Unset):
    """

    proposal: str
    abstentions: str | Unset = UNSET
    amounts: list[Any] | Unset = UNSET
    block_number: int | Unset = UNSET
    calldatas: list[Any] | Unset = UNSET
    description: str | Unset = UNSET
    ends_at: int | Unset = UNSET
    finality: ProposalFinality | Unset = UNSET
    log_index: int | Unset = UNSET
    proposed_at: int | Unset = UNSET
    proposer: str | Unset = UNSET
    starts_at: int | Unset = UNSET
    state: ProposalState | Unset = UNSET
    targets: list[Any] | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    votes_against: str | Unset = UNSET
    votes_for: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        proposal = self.proposal

        abstentions = self.abstentions

        amounts: list[Any] | Unset = UNSET
        if not isinstance(self.amounts, Unset):
            amounts = self.amounts

        block_number = self.block_number

        calldatas: list[Any] | Unset = UNSET
        if not isinstance(self.calldatas, Unset):
            calldatas = self.calldatas

        description = self.description

        ends_at = self.ends_at

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        log_index = self.log_index

        proposed_at = self.proposed_at

        proposer = self.proposer

        starts_at = self.starts_at

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value

        targets: list[Any] | Unset = UNSET
        if not isinstance(self.targets, Unset):
            targets = self.targets

        transaction_hash = self.transaction_hash

        votes_against = self.votes_against

        votes_for = self.votes_for

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "proposal": proposal,
            }
        )
        if abstentions is not UNSET:
            field_dict["abstentions"] = abstentions
        if amounts is not UNSET:
            field_dict["amounts"] = amounts
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if calldatas is not UNSET:
            field_dict["calldatas"] = calldatas
        if description is not UNSET:
            field_dict["description"] = description
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at
        if finality is not UNSET:
            field_dict["finality"] = finality
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if proposed_at is not UNSET:
            field_dict["proposed_at"] = proposed_at
        if proposer is not UNSET:
            field_dict["proposer"] = proposer
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at
        if state is not UNSET:
            field_dict["state"] = state
        if targets is not UNSET:
            field_dict["targets"] = targets
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if votes_against is not UNSET:
            field_dict["votes_against"] = votes_against
        if votes_for is not UNSET:
            field_dict["votes_for"] = votes_for

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        proposal = d.pop("proposal")

        abstentions = d.pop("abstentions", UNSET)

        amounts = cast(list[Any], d.pop("amounts", UNSET))

        block_number = d.pop("block_number", UNSET)

        calldatas = cast(list[Any], d.pop("calldatas", UNSET))

        description = d.pop("description", UNSET)

        ends_at = d.pop("ends_at", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: ProposalFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = ProposalFinality(_finality)

        log_index = d.pop("log_index", UNSET)

        proposed_at = d.pop("proposed_at", UNSET)

        proposer = d.pop("proposer", UNSET)

        starts_at = d.pop("starts_at", UNSET)

        _state = d.pop("state", UNSET)
        state: ProposalState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = ProposalState(_state)

        targets = cast(list[Any], d.pop("targets", UNSET))

        transaction_hash = d.pop("transaction_hash", UNSET)

        votes_against = d.pop("votes_against", UNSET)

        votes_for = d.pop("votes_for", UNSET)

        proposal = cls(
            proposal=proposal,
            abstentions=abstentions,
            amounts=amounts,
            block_number=block_number,
            calldatas=calldatas,
            description=description,
            ends_at=ends_at,
            finality=finality,
            log_index=log_index,
            proposed_at=proposed_at,
            proposer=proposer,
            starts_at=starts_at,
            state=state,
            targets=targets,
            transaction_hash=transaction_hash,
            votes_against=votes_against,
            votes_for=votes_for,
        )

        proposal.additional_properties = d
        return proposal

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
