from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..models.post_uploads_body_machine import PostUploadsBodyMachine
from ..types import UNSET, File, FileTypes, Unset

T = TypeVar("T", bound="PostUploadsBody")


@_attrs_define
class PostUploadsBody:
    """
    Attributes:
        machine (PostUploadsBodyMachine):
        title (str):
        work (File):
        description (str | Unset):
        is_sensitive (bool | Unset):
        poster (File | Unset):
    """

    machine: PostUploadsBodyMachine
    title: str
    work: File
    description: str | Unset = UNSET
    is_sensitive: bool | Unset = UNSET
    poster: File | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        machine = self.machine.value

        title = self.title

        work = self.work.to_tuple()

        description = self.description

        is_sensitive = self.is_sensitive

        poster: FileTypes | Unset = UNSET
        if not isinstance(self.poster, Unset):
            poster = self.poster.to_tuple()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "machine": machine,
                "title": title,
                "work": work,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if is_sensitive is not UNSET:
            field_dict["is_sensitive"] = is_sensitive
        if poster is not UNSET:
            field_dict["poster"] = poster

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("machine", (None, str(self.machine.value).encode(), "text/plain")))

        files.append(("title", (None, str(self.title).encode(), "text/plain")))

        files.append(("work", self.work.to_tuple()))

        if not isinstance(self.description, Unset):
            files.append(("description", (None, str(self.description).encode(), "text/plain")))

        if not isinstance(self.is_sensitive, Unset):
            files.append(("is_sensitive", (None, str(self.is_sensitive).encode(), "text/plain")))

        if not isinstance(self.poster, Unset):
            files.append(("poster", self.poster.to_tuple()))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        machine = PostUploadsBodyMachine(d.pop("machine"))

        title = d.pop("title")

        work = File(payload=BytesIO(d.pop("work")))

        description = d.pop("description", UNSET)

        is_sensitive = d.pop("is_sensitive", UNSET)

        _poster = d.pop("poster", UNSET)
        poster: File | Unset
        if isinstance(_poster, Unset):
            poster = UNSET
        else:
            poster = File(payload=BytesIO(_poster))

        post_uploads_body = cls(
            machine=machine,
            title=title,
            work=work,
            description=description,
            is_sensitive=is_sensitive,
            poster=poster,
        )

        post_uploads_body.additional_properties = d
        return post_uploads_body

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
