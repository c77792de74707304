from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.volume import Volume


T = TypeVar("T", bound="Statistics")


@_attrs_define
class Statistics:
    """The whole market at the newest block.

    Attributes:
        applications (int):
        artists (int):
        bids (int):
        copies (str):
        editions (int):
        exhibitions (int):
        members (int):
        proposals (int):
        transfers (int):
        volumes (list[Volume]):
        works (int):
    """

    applications: int
    artists: int
    bids: int
    copies: str
    editions: int
    exhibitions: int
    members: int
    proposals: int
    transfers: int
    volumes: list[Volume]
    works: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        applications = self.applications

        artists = self.artists

        bids = self.bids

        copies = self.copies

        editions = self.editions

        exhibitions = self.exhibitions

        members = self.members

        proposals = self.proposals

        transfers = self.transfers

        volumes = []
        for volumes_item_data in self.volumes:
            volumes_item = volumes_item_data.to_dict()
            volumes.append(volumes_item)

        works = self.works

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "applications": applications,
                "artists": artists,
                "bids": bids,
                "copies": copies,
                "editions": editions,
                "exhibitions": exhibitions,
                "members": members,
                "proposals": proposals,
                "transfers": transfers,
                "volumes": volumes,
                "works": works,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.volume import Volume  # noqa: PLC0415

        d = dict(src_dict)
        applications = d.pop("applications")

        artists = d.pop("artists")

        bids = d.pop("bids")

        copies = d.pop("copies")

        editions = d.pop("editions")

        exhibitions = d.pop("exhibitions")

        members = d.pop("members")

        proposals = d.pop("proposals")

        transfers = d.pop("transfers")

        volumes = []
        _volumes = d.pop("volumes")
        for volumes_item_data in _volumes:
            volumes_item = Volume.from_dict(volumes_item_data)

            volumes.append(volumes_item)

        works = d.pop("works")

        statistics = cls(
            applications=applications,
            artists=artists,
            bids=bids,
            copies=copies,
            editions=editions,
            exhibitions=exhibitions,
            members=members,
            proposals=proposals,
            transfers=transfers,
            volumes=volumes,
            works=works,
        )

        statistics.additional_properties = d
        return statistics

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
