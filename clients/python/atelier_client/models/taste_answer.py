from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.leaning_answer import LeaningAnswer
    from ..models.picture_answer import PictureAnswer


T = TypeVar("T", bound="TasteAnswer")


@_attrs_define
class TasteAnswer:
    """What is known of one's own taste, and from how much: what was said, and looks at works.

    `thrown` questions were chosen by chance: how many of them were `foreseen` says how good it is.

        Attributes:
            agreed_at (datetime.datetime | None):
            favourites (list[PictureAnswer]):
            foreseen (int):
            leanings (list[LeaningAnswer]):
            looks (int):
            said (int):
            thrown (int):
    """

    agreed_at: datetime.datetime | None
    favourites: list[PictureAnswer]
    foreseen: int
    leanings: list[LeaningAnswer]
    looks: int
    said: int
    thrown: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreed_at: None | str
        if isinstance(self.agreed_at, datetime.datetime):
            agreed_at = self.agreed_at.isoformat()
        else:
            agreed_at = self.agreed_at

        favourites = []
        for favourites_item_data in self.favourites:
            favourites_item = favourites_item_data.to_dict()
            favourites.append(favourites_item)

        foreseen = self.foreseen

        leanings = []
        for leanings_item_data in self.leanings:
            leanings_item = leanings_item_data.to_dict()
            leanings.append(leanings_item)

        looks = self.looks

        said = self.said

        thrown = self.thrown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreed_at": agreed_at,
                "favourites": favourites,
                "foreseen": foreseen,
                "leanings": leanings,
                "looks": looks,
                "said": said,
                "thrown": thrown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.leaning_answer import LeaningAnswer  # noqa: PLC0415
        from ..models.picture_answer import PictureAnswer  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_agreed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                agreed_at_type_0 = datetime.datetime.fromisoformat(data)

                return agreed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        agreed_at = _parse_agreed_at(d.pop("agreed_at"))

        favourites = []
        _favourites = d.pop("favourites")
        for favourites_item_data in _favourites:
            favourites_item = PictureAnswer.from_dict(favourites_item_data)

            favourites.append(favourites_item)

        foreseen = d.pop("foreseen")

        leanings = []
        _leanings = d.pop("leanings")
        for leanings_item_data in _leanings:
            leanings_item = LeaningAnswer.from_dict(leanings_item_data)

            leanings.append(leanings_item)

        looks = d.pop("looks")

        said = d.pop("said")

        thrown = d.pop("thrown")

        taste_answer = cls(
            agreed_at=agreed_at,
            favourites=favourites,
            foreseen=foreseen,
            leanings=leanings,
            looks=looks,
            said=said,
            thrown=thrown,
        )

        taste_answer.additional_properties = d
        return taste_answer

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
