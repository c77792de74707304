from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.artist_finality import ArtistFinality
from ..types import UNSET, Unset

T = TypeVar("T", bound="Artist")


@_attrs_define
class Artist:
    """One artist.

    Attributes:
        artist (str):
        admitted_at (int | Unset):
        application (int | Unset): The application by which they were admitted.
        block_number (int | Unset):
        ends_at (int | None | Unset): When the DAO ends the admission.
        finality (ArtistFinality | Unset): How sure its block is.
        is_admitted (bool | Unset): Whether they may mint at the newest block.
        log_index (int | Unset):
        transaction_hash (str | Unset):
    """

    artist: str
    admitted_at: int | Unset = UNSET
    application: int | Unset = UNSET
    block_number: int | Unset = UNSET
    ends_at: int | None | Unset = UNSET
    finality: ArtistFinality | Unset = UNSET
    is_admitted: bool | Unset = UNSET
    log_index: int | Unset = UNSET
    transaction_hash: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        artist = self.artist

        admitted_at = self.admitted_at

        application = self.application

        block_number = self.block_number

        ends_at: int | None | Unset
        if isinstance(self.ends_at, Unset):
            ends_at = UNSET
        else:
            ends_at = self.ends_at

        finality: str | Unset = UNSET
        if not isinstance(self.finality, Unset):
            finality = self.finality.value

        is_admitted = self.is_admitted

        log_index = self.log_index

        transaction_hash = self.transaction_hash

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artist": artist,
            }
        )
        if admitted_at is not UNSET:
            field_dict["admitted_at"] = admitted_at
        if application is not UNSET:
            field_dict["application"] = application
        if block_number is not UNSET:
            field_dict["block_number"] = block_number
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at
        if finality is not UNSET:
            field_dict["finality"] = finality
        if is_admitted is not UNSET:
            field_dict["is_admitted"] = is_admitted
        if log_index is not UNSET:
            field_dict["log_index"] = log_index
        if transaction_hash is not UNSET:
            field_dict["transaction_hash"] = transaction_hash

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        artist = d.pop("artist")

        admitted_at = d.pop("admitted_at", UNSET)

        application = d.pop("application", UNSET)

        block_number = d.pop("block_number", UNSET)

        def _parse_ends_at(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        ends_at = _parse_ends_at(d.pop("ends_at", UNSET))

        _finality = d.pop("finality", UNSET)
        finality: ArtistFinality | Unset
        if isinstance(_finality, Unset):
            finality = UNSET
        else:
            finality = ArtistFinality(_finality)

        is_admitted = d.pop("is_admitted", UNSET)

        log_index = d.pop("log_index", UNSET)

        transaction_hash = d.pop("transaction_hash", UNSET)

        artist = cls(
            artist=artist,
            admitted_at=admitted_at,
            application=application,
            block_number=block_number,
            ends_at=ends_at,
            finality=finality,
            is_admitted=is_admitted,
            log_index=log_index,
            transaction_hash=transaction_hash,
        )

        artist.additional_properties = d
        return artist

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
