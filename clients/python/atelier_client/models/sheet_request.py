from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.place import Place
    from ..models.sheet_request_parameters import SheetRequestParameters


T = TypeVar("T", bound="SheetRequest")


@_attrs_define
class SheetRequest:
    """A recipe, what of it should vary, and in how many ways.

    Attributes:
        engine (str):
        begun_from (None | Place | Unset):
        number (int | Unset):  Default: 6.
        parameters (SheetRequestParameters | Unset):
        parents (list[str] | Unset):
        prompt (str | Unset):  Default: ''.
        seed (int | None | Unset):
        varies (str | Unset):  Default: 'seed'.
    """

    engine: str
    begun_from: None | Place | Unset = UNSET
    number: int | Unset = 6
    parameters: SheetRequestParameters | Unset = UNSET
    parents: list[str] | Unset = UNSET
    prompt: str | Unset = ""
    seed: int | None | Unset = UNSET
    varies: str | Unset = "seed"

    def to_dict(self) -> dict[str, Any]:
        from ..models.place import Place  # noqa: PLC0415

        engine = self.engine

        begun_from: dict[str, Any] | None | Unset
        if isinstance(self.begun_from, Unset):
            begun_from = UNSET
        elif isinstance(self.begun_from, Place):
            begun_from = self.begun_from.to_dict()
        else:
            begun_from = self.begun_from

        number = self.number

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        parents: list[str] | Unset = UNSET
        if not isinstance(self.parents, Unset):
            parents = self.parents

        prompt = self.prompt

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        varies = self.varies

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "engine": engine,
            }
        )
        if begun_from is not UNSET:
            field_dict["begun_from"] = begun_from
        if number is not UNSET:
            field_dict["number"] = number
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if parents is not UNSET:
            field_dict["parents"] = parents
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if seed is not UNSET:
            field_dict["seed"] = seed
        if varies is not UNSET:
            field_dict["varies"] = varies

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.place import Place  # noqa: PLC0415
        from ..models.sheet_request_parameters import SheetRequestParameters  # noqa: PLC0415

        d = dict(src_dict)
        engine = d.pop("engine")

        def _parse_begun_from(data: object) -> None | Place | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                begun_from_type_0 = Place.from_dict(data)

                return begun_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Place | Unset, data)

        begun_from = _parse_begun_from(d.pop("begun_from", UNSET))

        number = d.pop("number", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: SheetRequestParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = SheetRequestParameters.from_dict(_parameters)

        parents = cast(list[str], d.pop("parents", UNSET))

        prompt = d.pop("prompt", UNSET)

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        varies = d.pop("varies", UNSET)

        sheet_request = cls(
            engine=engine,
            begun_from=begun_from,
            number=number,
            parameters=parameters,
            parents=parents,
            prompt=prompt,
            seed=seed,
            varies=varies,
        )

        return sheet_request
