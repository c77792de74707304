from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ModelAnswer")


@_attrs_define
class ModelAnswer:
    """A trained taste: from what, how good, and whether the members decided for it.

    Attributes:
        ballots (int):
        choices (int):
        digest (str):
        features_digest (str):
        foreseen (int):
        held_out (int):
        members (int):
        trained_at (datetime.datetime):
        votes_cid (str):
        votes_sha256 (str):
        is_ratified (bool | Unset):  Default: False.
        leans (list[str] | Unset):
        proposal (None | str | Unset):
        second (int | None | Unset):
        state (None | str | Unset):
    """

    ballots: int
    choices: int
    digest: str
    features_digest: str
    foreseen: int
    held_out: int
    members: int
    trained_at: datetime.datetime
    votes_cid: str
    votes_sha256: str
    is_ratified: bool | Unset = False
    leans: list[str] | Unset = UNSET
    proposal: None | str | Unset = UNSET
    second: int | None | Unset = UNSET
    state: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ballots = self.ballots

        choices = self.choices

        digest = self.digest

        features_digest = self.features_digest

        foreseen = self.foreseen

        held_out = self.held_out

        members = self.members

        trained_at = self.trained_at.isoformat()

        votes_cid = self.votes_cid

        votes_sha256 = self.votes_sha256

        is_ratified = self.is_ratified

        leans: list[str] | Unset = UNSET
        if not isinstance(self.leans, Unset):
            leans = self.leans

        proposal: None | str | Unset
        if isinstance(self.proposal, Unset):
            proposal = UNSET
        else:
            proposal = self.proposal

        second: int | None | Unset
        if isinstance(self.second, Unset):
            second = UNSET
        else:
            second = self.second

        state: None | str | Unset
        if isinstance(self.state, Unset):
            state = UNSET
        else:
            state = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ballots": ballots,
                "choices": choices,
                "digest": digest,
                "features_digest": features_digest,
                "foreseen": foreseen,
                "held_out": held_out,
                "members": members,
                "trained_at": trained_at,
                "votes_cid": votes_cid,
                "votes_sha256": votes_sha256,
            }
        )
        if is_ratified is not UNSET:
            field_dict["is_ratified"] = is_ratified
        if leans is not UNSET:
            field_dict["leans"] = leans
        if proposal is not UNSET:
            field_dict["proposal"] = proposal
        if second is not UNSET:
            field_dict["second"] = second
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ballots = d.pop("ballots")

        choices = d.pop("choices")

        digest = d.pop("digest")

        features_digest = d.pop("features_digest")

        foreseen = d.pop("foreseen")

        held_out = d.pop("held_out")

        members = d.pop("members")

        trained_at = datetime.datetime.fromisoformat(d.pop("trained_at"))

        votes_cid = d.pop("votes_cid")

        votes_sha256 = d.pop("votes_sha256")

        is_ratified = d.pop("is_ratified", UNSET)

        leans = cast(list[str], d.pop("leans", UNSET))

        def _parse_proposal(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        proposal = _parse_proposal(d.pop("proposal", UNSET))

        def _parse_second(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        second = _parse_second(d.pop("second", UNSET))

        def _parse_state(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        state = _parse_state(d.pop("state", UNSET))

        model_answer = cls(
            ballots=ballots,
            choices=choices,
            digest=digest,
            features_digest=features_digest,
            foreseen=foreseen,
            held_out=held_out,
            members=members,
            trained_at=trained_at,
            votes_cid=votes_cid,
            votes_sha256=votes_sha256,
            is_ratified=is_ratified,
            leans=leans,
            proposal=proposal,
            second=second,
            state=state,
        )

        model_answer.additional_properties = d
        return model_answer

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
