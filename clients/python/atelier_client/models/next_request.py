from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NextRequest")


@_attrs_define
class NextRequest:
    """Where a sketch shall go from here: towards words, what one likes, or just on.

    Attributes:
        number (int | Unset):  Default: 6.
        seed (int | None | Unset):
        strength (int | Unset):  Default: 500.
        towards (str | Unset):  Default: ''.
    """

    number: int | Unset = 6
    seed: int | None | Unset = UNSET
    strength: int | Unset = 500
    towards: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        strength = self.strength

        towards = self.towards

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if number is not UNSET:
            field_dict["number"] = number
        if seed is not UNSET:
            field_dict["seed"] = seed
        if strength is not UNSET:
            field_dict["strength"] = strength
        if towards is not UNSET:
            field_dict["towards"] = towards

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number", UNSET)

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        strength = d.pop("strength", UNSET)

        towards = d.pop("towards", UNSET)

        next_request = cls(
            number=number,
            seed=seed,
            strength=strength,
            towards=towards,
        )

        return next_request
