from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset

T = TypeVar("T", bound="PostDossiersBody")


@_attrs_define
class PostDossiersBody:
    """
    Attributes:
        samples (list[File]):
        statement (str):
        links (list[str] | Unset):
        titles (list[str] | Unset):
    """

    samples: list[File]
    statement: str
    links: list[str] | Unset = UNSET
    titles: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        samples = []
        for samples_item_data in self.samples:
            samples_item = samples_item_data.to_tuple()

            samples.append(samples_item)

        statement = self.statement

        links: list[str] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links

        titles: list[str] | Unset = UNSET
        if not isinstance(self.titles, Unset):
            titles = self.titles

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "samples": samples,
                "statement": statement,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links
        if titles is not UNSET:
            field_dict["titles"] = titles

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        for samples_item_element in self.samples:
            files.append(("samples", samples_item_element.to_tuple()))

        files.append(("statement", (None, str(self.statement).encode(), "text/plain")))

        if not isinstance(self.links, Unset):
            for links_item_element in self.links:
                files.append(("links", (None, str(links_item_element).encode(), "text/plain")))

        if not isinstance(self.titles, Unset):
            for titles_item_element in self.titles:
                files.append(("titles", (None, str(titles_item_element).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        samples = []
        _samples = d.pop("samples")
        for samples_item_data in _samples:
            samples_item = File(payload=BytesIO(samples_item_data))

            samples.append(samples_item)

        statement = d.pop("statement")

        links = cast(list[str], d.pop("links", UNSET))

        titles = cast(list[str], d.pop("titles", UNSET))

        post_dossiers_body = cls(
            samples=samples,
            statement=statement,
            links=links,
            titles=titles,
        )

        post_dossiers_body.additional_properties = d
        return post_dossiers_body

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
