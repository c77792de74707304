from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exhibition_finality import ExhibitionFinality
from ..models.exhibition_state import ExhibitionState
from ..types import UNSET, Unset

T = TypeVar("T", bound="Exhibition")


@_attrs_define
class Exhibition:
    """One exhibition.

    Attributes:
        exhibition (int):
        ballot_count (int | Unset):
        block_number (int | Unset):
        brief (str | Unset): The digest of what it is about.
        candidate_count (int | Unset):
        closes_at (int | Unset):
        exhibits (list[Any] | Unset): Ranks, token ids and approvals of the winners, best first.
        finality (ExhibitionFinality | Unset): How sure its block is.
        log_index (int | Unset):
        nominations_until (int | Unset):
        opened_at (int | Unset):
        places (int | Unset):
        quota_per_artist (int | Unset):
        state (ExhibitionState | Unset):
        transaction_hash (str | Unset):
    """

    exhibition: int
    ballot_count: int | Unset = UNSET
    block_number: int | Unset = UNSET
    brief: str | Unset = UNSET
    candidate_count: int | Unset = UNSET
    closes_at: int | Unset = UNSET
    exhibits: list[Any] | Unset = UNSET
    finality: ExhibitionFinality | Unset = UNSET
    log_index: int | Unset = UNSET
    nominations_until: int | Unset = UNSET
    opened_at: int | Unset = UNSET
    places: int | Unset = UNSET
    quota_per_artist: int | Unset = UNSET
    state: ExhibitionState | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        exhibition = self.exhibition

        ballot_count = self.ballot_count

        block_number = self.block_number

        brief = self.brief

        candidate_count = self.candidate_count

        closes_at = self.closes_at

        exhibits: list[Any] | Unset = UNSET
        if not isinstance(self.exhibits, Unset):
            exhibits = self.exhibits

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        log_index = self.log_index

        nominations_until = self.nominations_until

        opened_at = self.opened_at

        places = self.places

        quota_per_artist = self.quota_per_artist

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value

        transaction_hash = self.transaction_hash

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "exhibition": exhibition,
            }
        )
        if ballot_count is not UNSET:
            field_dict["ballot_count"] = ballot_count
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if brief is not UNSET:
            field_dict["brief"] = brief
        if candidate_count is not UNSET:
            field_dict["candidate_count"] = candidate_count
        if closes_at is not UNSET:
            field_dict["closes_at"] = closes_at
        if exhibits is not UNSET:
            field_dict["exhibits"] = exhibits
        if finality is not UNSET:
            field_dict["finality"] = finality
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if nominations_until is not UNSET:
            field_dict["nominations_until"] = nominations_until
        if opened_at is not UNSET:
            field_dict["opened_at"] = opened_at
        if places is not UNSET:
            field_dict["places"] = places
        if quota_per_artist is not UNSET:
            field_dict["quota_per_artist"] = quota_per_artist
        if state is not UNSET:
            field_dict["state"] = state
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        exhibition = d.pop("exhibition")

        ballot_count = d.pop("ballot_count", UNSET)

        block_number = d.pop("block_number", UNSET)

        brief = d.pop("brief", UNSET)

        candidate_count = d.pop("candidate_count", UNSET)

        closes_at = d.pop("closes_at", UNSET)

        exhibits = cast(list[Any], d.pop("exhibits", UNSET))

        _finality = d.pop("finality", UNSET)
        finality: ExhibitionFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = ExhibitionFinality(_finality)

        log_index = d.pop("log_index", UNSET)

        nominations_until = d.pop("nominations_until", UNSET)

        opened_at = d.pop("opened_at", UNSET)

        places = d.pop("places", UNSET)

        quota_per_artist = d.pop("quota_per_artist", UNSET)

        _state = d.pop("state", UNSET)
        state: ExhibitionState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = ExhibitionState(_state)

        transaction_hash = d.pop("transaction_hash", UNSET)

        exhibition = cls(
            exhibition=exhibition,
            ballot_count=ballot_count,
            block_number=block_number,
            brief=brief,
            candidate_count=candidate_count,
            closes_at=closes_at,
            exhibits=exhibits,
            finality=finality,
            log_index=log_index,
            nominations_until=nominations_until,
            opened_at=opened_at,
            places=places,
            quota_per_artist=quota_per_artist,
            state=state,
            transaction_hash=transaction_hash,
        )

        exhibition.additional_properties = d
        return exhibition

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
