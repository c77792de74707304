from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.application_answer_state import ApplicationAnswerState

if TYPE_CHECKING:
    from ..models.dossier_answer import DossierAnswer


T = TypeVar("T", bound="ApplicationAnswer")


@_attrs_define
class ApplicationAnswer:
    """An application and how its vote stands; times are the chain's, in seconds.

    Attributes:
        abstentions (int):
        application (int):
        artist (str):
        bond_wei (str):
        closes_at (int):
        cooldown_ends_at (int | None):
        dossier (str):
        opened_at (int):
        portfolio (DossierAnswer | None):
        quorum (int):
        round_ (int):
        seconds_left (int):
        snapshot (int):
        state (ApplicationAnswerState):
        transaction_hash (str):
        turnout (int):
        votes_against (int):
        votes_for (int):
    """

    abstentions: int
    application: int
    artist: str
    bond_wei: str
    closes_at: int
    cooldown_ends_at: int | None
    dossier: str
    opened_at: int
    portfolio: DossierAnswer | None
    quorum: int
    round_: int
    seconds_left: int
    snapshot: int
    state: ApplicationAnswerState
    transaction_hash: str
    turnout: int
    votes_against: int
    votes_for: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.dossier_answer import DossierAnswer  # noqa: PLC0415

        abstentions = self.abstentions

        application = self.application

        artist = self.artist

        bond_wei = self.bond_wei

        closes_at = self.closes_at

        cooldown_ends_at: int | None
        cooldown_ends_at = self.cooldown_ends_at

        dossier = self.dossier

        opened_at = self.opened_at

        portfolio: dict[str, Any] | None
        if isinstance(self.portfolio, DossierAnswer):
            portfolio = self.portfolio.to_dict()
        else:
            portfolio = self.portfolio

        quorum = self.quorum

        round_ = self.round_

        seconds_left = self.seconds_left

        snapshot = self.snapshot

        state = self.state.value

        transaction_hash = self.transaction_hash

        turnout = self.turnout

        votes_against = self.votes_against

        votes_for = self.votes_for

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "abstentions": abstentions,
                "application": application,
                "artist": artist,
                "bond_wei": bond_wei,
                "closes_at": closes_at,
                "cooldown_ends_at": cooldown_ends_at,
                "dossier": dossier,
                "opened_at": opened_at,
                "portfolio": portfolio,
                "quorum": quorum,
                "round": round_,
                "seconds_left": seconds_left,
                "snapshot": snapshot,
                "state": state,
                "transaction_hash": transaction_hash,
                "turnout": turnout,
                "votes_against": votes_against,
                "votes_for": votes_for,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dossier_answer import DossierAnswer  # noqa: PLC0415

        d = dict(src_dict)
        abstentions = d.pop("abstentions")

        application = d.pop("application")

        artist = d.pop("artist")

        bond_wei = d.pop("bond_wei")

        closes_at = d.pop("closes_at")

        def _parse_cooldown_ends_at(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cooldown_ends_at = _parse_cooldown_ends_at(d.pop("cooldown_ends_at"))

        dossier = d.pop("dossier")

        opened_at = d.pop("opened_at")

        def _parse_portfolio(data: object) -> DossierAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                portfolio_type_0 = DossierAnswer.from_dict(data)

                return portfolio_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DossierAnswer | None, data)

        portfolio = _parse_portfolio(d.pop("portfolio"))

        quorum = d.pop("quorum")

        round_ = d.pop("round")

        seconds_left = d.pop("seconds_left")

        snapshot = d.pop("snapshot")

        state = ApplicationAnswerState(d.pop("state"))

        transaction_hash = d.pop("transaction_hash")

        turnout = d.pop("turnout")

        votes_against = d.pop("votes_against")

        votes_for = d.pop("votes_for")

        application_answer = cls(
            abstentions=abstentions,
            application=application,
            artist=artist,
            bond_wei=bond_wei,
            closes_at=closes_at,
            cooldown_ends_at=cooldown_ends_at,
            dossier=dossier,
            opened_at=opened_at,
            portfolio=portfolio,
            quorum=quorum,
            round_=round_,
            seconds_left=seconds_left,
            snapshot=snapshot,
            state=state,
            transaction_hash=transaction_hash,
            turnout=turnout,
            votes_against=votes_against,
            votes_for=votes_for,
        )

        application_answer.additional_properties = d
        return application_answer

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
