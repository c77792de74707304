from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.place import Place
    from ..models.sketch_answer import SketchAnswer


T = TypeVar("T", bound="SheetAnswer")


@_attrs_define
class SheetAnswer:
    """A contact sheet; it and its pictures are kept until `expires_at`.

    Attributes:
        begun_from (None | Place):
        created_at (datetime.datetime):
        expires_at (datetime.datetime):
        id (UUID):
        sketches (list[SketchAnswer]):
        towards (str):
        varies (str):
    """

    begun_from: None | Place
    created_at: datetime.datetime
    expires_at: datetime.datetime
    id: UUID
    sketches: list[SketchAnswer]
    towards: str
    varies: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.place import Place  # noqa: PLC0415

        begun_from: dict[str, Any] | None
        if isinstance(self.begun_from, Place):
            begun_from = self.begun_from.to_dict()
        else:
            begun_from = self.begun_from

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        sketches = []
        for sketches_item_data in self.sketches:
            sketches_item = sketches_item_data.to_dict()
            sketches.append(sketches_item)

        towards = self.towards

        varies = self.varies

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "begun_from": begun_from,
                "created_at": created_at,
                "expires_at": expires_at,
                "id": id,
                "sketches": sketches,
                "towards": towards,
                "varies": varies,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.place import Place  # noqa: PLC0415
        from ..models.sketch_answer import SketchAnswer  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_begun_from(data: object) -> None | Place:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                begun_from_type_0 = Place.from_dict(data)

                return begun_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Place, data)

        begun_from = _parse_begun_from(d.pop("begun_from"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        sketches = []
        _sketches = d.pop("sketches")
        for sketches_item_data in _sketches:
            sketches_item = SketchAnswer.from_dict(sketches_item_data)

            sketches.append(sketches_item)

        towards = d.pop("towards")

        varies = d.pop("varies")

        sheet_answer = cls(
            begun_from=begun_from,
            created_at=created_at,
            expires_at=expires_at,
            id=id,
            sketches=sketches,
            towards=towards,
            varies=varies,
        )

        sheet_answer.additional_properties = d
        return sheet_answer

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
