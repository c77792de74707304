from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AcceptanceRequest")


@_attrs_define
class AcceptanceRequest:
    """Which work is sold; may be left out where the offer names it.

    Attributes:
        work (None | str | Unset):
    """

    work: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        work: None | str | Unset
        if isinstance(self.work, Unset):
            work = UNSET
        else:
            work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if work is not UNSET:
            field_dict["work"] = work

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_work(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        work = _parse_work(d.pop("work", UNSET))

        acceptance_request = cls(
            work=work,
        )

        return acceptance_request
