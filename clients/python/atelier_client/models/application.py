from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.application_finality import ApplicationFinality
from ..models.application_state import ApplicationState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.application_portfolio_type_0 import ApplicationPortfolioType0


T = TypeVar("T", bound="Application")


@_attrs_define
class Application:
    """One application.

    Attributes:
        application (int):
        abstentions (int | Unset):
        artist (str | Unset):
        block_number (int | Unset):
        bond_wei (str | Unset):
        closes_at (int | Unset):
        cooldown_ends_at (int | None | Unset):
        dossier (str | Unset):
        finality (ApplicationFinality | Unset): How sure its block is.
        log_index (int | Unset):
        opened_at (int | Unset):
        portfolio (ApplicationPortfolioType0 | None | Unset): The dossier, where it was handed in here.
        quorum (int | Unset):
        round_ (int | Unset): 2 once the artist appealed.
        seconds_left (int | Unset): At the newest block.
        snapshot (int | Unset): Who votes was a member then.
        state (ApplicationState | Unset):
        transaction_hash (str | Unset):
        turnout (int | Unset):
        votes_against (int | Unset):
        votes_for (int | Unset):
    """

    application: int
    abstentions: int | Unset = UNSET
    artist: str | Unset = UNSET
    block_number: int | Unset = UNSET
    bond_wei: str | Unset = UNSET
    closes_at: int | Unset = UNSET
    cooldown_ends_at: int | None | Unset = UNSET
    dossier: str | Unset = UNSET
    finality: ApplicationFinality | Unset = UNSET
    log_index: int | Unset = UNSET
    opened_at: int | Unset = UNSET
    portfolio: ApplicationPortfolioType0 | None | Unset = UNSET
    quorum: int | Unset = UNSET
    round_: int | Unset = UNSET
    seconds_left: int | Unset = UNSET
    snapshot: int | Unset = UNSET
    state: ApplicationState | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    turnout: int | Unset = UNSET
    votes_against: int | Unset = UNSET
    votes_for: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.application_portfolio_type_0 import ApplicationPortfolioType0  # noqa: PLC0415

        application = self.application

        abstentions = self.abstentions

        artist = self.artist

        block_number = self.block_number

        bond_wei = self.bond_wei

        closes_at = self.closes_at

        cooldown_ends_at: int | None | Unset
        if isinstance(self.cooldown_ends_at, Unset):
            cooldown_ends_at = UNSET
        else:
            cooldown_ends_at = self.cooldown_ends_at

        dossier = self.dossier

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        log_index = self.log_index

        opened_at = self.opened_at

        portfolio: dict[str, Any] | None | Unset
        if isinstance(self.portfolio, Unset):
            portfolio = UNSET
        elif isinstance(self.portfolio, ApplicationPortfolioType0):
            portfolio = self.portfolio.to_dict()
        else:
            portfolio = self.portfolio

        quorum = self.quorum

        round_ = self.round_

        seconds_left = self.seconds_left

        snapshot = self.snapshot

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value

        transaction_hash = self.transaction_hash

        turnout = self.turnout

        votes_against = self.votes_against

        votes_for = self.votes_for

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "application": application,
            }
        )
        if abstentions is not UNSET:
            field_dict["abstentions"] = abstentions
        if artist is not UNSET:
            field_dict["artist"] = artist
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if bond_wei is not UNSET:
            field_dict["bond_wei"] = bond_wei
        if closes_at is not UNSET:
            field_dict["closes_at"] = closes_at
        if cooldown_ends_at is not UNSET:
            field_dict["cooldown_ends_at"] = cooldown_ends_at
        if dossier is not UNSET:
            field_dict["dossier"] = dossier
        if finality is not UNSET:
            field_dict["finality"] = finality
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if opened_at is not UNSET:
            field_dict["opened_at"] = opened_at
        if portfolio is not UNSET:
            field_dict["portfolio"] = portfolio
        if quorum is not UNSET:
            field_dict["quorum"] = quorum
        if round_ is not UNSET:
            field_dict["round"] = round_
        if seconds_left is not UNSET:
            field_dict["seconds_left"] = seconds_left
        if snapshot is not UNSET:
            field_dict["snapshot"] = snapshot
        if state is not UNSET:
            field_dict["state"] = state
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash
        if turnout is not UNSET:
            field_dict["turnout"] = turnout
        if votes_against is not UNSET:
            field_dict["votes_against"] = votes_against
        if votes_for is not UNSET:
            field_dict["votes_for"] = votes_for

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.application_portfolio_type_0 import ApplicationPortfolioType0  # noqa: PLC0415

        d = dict(src_dict)
        application = d.pop("application")

        abstentions = d.pop("abstentions", UNSET)

        artist = d.pop("artist", UNSET)

        block_number = d.pop("block_number", UNSET)

        bond_wei = d.pop("bond_wei", UNSET)

        closes_at = d.pop("closes_at", UNSET)

        def _parse_cooldown_ends_at(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        cooldown_ends_at = _parse_cooldown_ends_at(d.pop("cooldown_ends_at", UNSET))

        dossier = d.pop("dossier", UNSET)

        _finality = d.pop("finality", UNSET)
        finality: ApplicationFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = ApplicationFinality(_finality)

        log_index = d.pop("log_index", UNSET)

        opened_at = d.pop("opened_at", UNSET)

        def _parse_portfolio(data: object) -> ApplicationPortfolioType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                portfolio_type_0 = ApplicationPortfolioType0.from_dict(data)

                return portfolio_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ApplicationPortfolioType0 | None | Unset, data)

        portfolio = _parse_portfolio(d.pop("portfolio", UNSET))

        quorum = d.pop("quorum", UNSET)

        round_ = d.pop("round", UNSET)

        seconds_left = d.pop("seconds_left", UNSET)

        snapshot = d.pop("snapshot", UNSET)

        _state = d.pop("state", UNSET)
        state: ApplicationState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = ApplicationState(_state)

        transaction_hash = d.pop("transaction_hash", UNSET)

        turnout = d.pop("turnout", UNSET)

        votes_against = d.pop("votes_against", UNSET)

        votes_for = d.pop("votes_for", UNSET)

        application = cls(
            application=application,
            abstentions=abstentions,
            artist=artist,
            block_number=block_number,
            bond_wei=bond_wei,
            closes_at=closes_at,
            cooldown_ends_at=cooldown_ends_at,
            dossier=dossier,
            finality=finality,
            log_index=log_index,
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

        application.additional_properties = d
        return application

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
