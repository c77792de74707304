from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.commission_request_parameters import CommissionRequestParameters


T = TypeVar("T", bound="CommissionRequest")


@_attrs_define
class CommissionRequest:
    """What an artist asks the studio for.

    Attributes:
        engine (str):
        seed (int):
        title (str):
        description (str | Unset):  Default: ''.
        parameters (CommissionRequestParameters | Unset):
        parents (list[str] | Unset):
        prompt (str | Unset):  Default: ''.
    """

    engine: str
    seed: int
    title: str
    description: str | Unset = ""
    parameters: CommissionRequestParameters | Unset = UNSET
    parents: list[str] | Unset = UNSET
    prompt: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        engine = self.engine

        seed = self.seed

        title = self.title

        description = self.description

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        parents: list[str] | Unset = UNSET
        if not isinstance(self.parents, Unset):
            parents = self.parents

        prompt = self.prompt

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "engine": engine,
                "seed": seed,
                "title": title,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if parents is not UNSET:
            field_dict["parents"] = parents
        if prompt is not UNSET:
            field_dict["prompt"] = prompt

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.commission_request_parameters import CommissionRequestParameters  # noqa: PLC0415

        d = dict(src_dict)
        engine = d.pop("engine")

        seed = d.pop("seed")

        title = d.pop("title")

        description = d.pop("description", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: CommissionRequestParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = CommissionRequestParameters.from_dict(_parameters)

        parents = cast(list[str], d.pop("parents", UNSET))

        prompt = d.pop("prompt", UNSET)

        commission_request = cls(
            engine=engine,
            seed=seed,
            title=title,
            description=description,
            parameters=parameters,
            parents=parents,
            prompt=prompt,
        )

        return commission_request
