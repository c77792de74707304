from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.reason_answer import ReasonAnswer
    from ..models.sketch_answer_recipe_type_0 import SketchAnswerRecipeType0


T = TypeVar("T", bound="SketchAnswer")


@_attrs_define
class SketchAnswer:
    """One variant; `picture` is where its look is, once there is one.

    What the muse finds has no recipe until it is found; then it has reasons.

        Attributes:
            failure (None | str):
            number (int):
            picture (None | str):
            progress_permille (int):
            reasons (list[ReasonAnswer] | None):
            recipe (None | SketchAnswerRecipeType0):
            rest_seconds (int | None):
            stage (str):
            state (str):
            value (Any):
    """

    failure: None | str
    number: int
    picture: None | str
    progress_permille: int
    reasons: list[ReasonAnswer] | None
    recipe: None | SketchAnswerRecipeType0
    rest_seconds: int | None
    stage: str
    state: str
    value: Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sketch_answer_recipe_type_0 import SketchAnswerRecipeType0  # noqa: PLC0415

        failure: None | str
        failure = self.failure

        number = self.number

        picture: None | str
        picture = self.picture

        progress_permille = self.progress_permille

        reasons: list[dict[str, Any]] | None
        if isinstance(self.reasons, list):
            reasons = []
            for reasons_type_0_item_data in self.reasons:
                reasons_type_0_item = reasons_type_0_item_data.to_dict()
                reasons.append(reasons_type_0_item)

        else:
            reasons = self.reasons

        recipe: dict[str, Any] | None
        if isinstance(self.recipe, SketchAnswerRecipeType0):
            recipe = self.recipe.to_dict()
        else:
            recipe = self.recipe

        rest_seconds: int | None
        rest_seconds = self.rest_seconds

        stage = self.stage

        state = self.state

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "failure": failure,
                "number": number,
                "picture": picture,
                "progress_permille": progress_permille,
                "reasons": reasons,
                "recipe": recipe,
                "rest_seconds": rest_seconds,
                "stage": stage,
                "state": state,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reason_answer import ReasonAnswer  # noqa: PLC0415
        from ..models.sketch_answer_recipe_type_0 import SketchAnswerRecipeType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        number = d.pop("number")

        def _parse_picture(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        picture = _parse_picture(d.pop("picture"))

        progress_permille = d.pop("progress_permille")

        def _parse_reasons(data: object) -> list[ReasonAnswer] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                reasons_type_0 = []
                _reasons_type_0 = data
                for reasons_type_0_item_data in _reasons_type_0:
                    reasons_type_0_item = ReasonAnswer.from_dict(reasons_type_0_item_data)

                    reasons_type_0.append(reasons_type_0_item)

                return reasons_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ReasonAnswer] | None, data)

        reasons = _parse_reasons(d.pop("reasons"))

        def _parse_recipe(data: object) -> None | SketchAnswerRecipeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recipe_type_0 = SketchAnswerRecipeType0.from_dict(data)

                return recipe_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SketchAnswerRecipeType0, data)

        recipe = _parse_recipe(d.pop("recipe"))

        def _parse_rest_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rest_seconds = _parse_rest_seconds(d.pop("rest_seconds"))

        stage = d.pop("stage")

        state = d.pop("state")

        value = d.pop("value")

        sketch_answer = cls(
            failure=failure,
            number=number,
            picture=picture,
            progress_permille=progress_permille,
            reasons=reasons,
            recipe=recipe,
            rest_seconds=rest_seconds,
            stage=stage,
            state=state,
            value=value,
        )

        sketch_answer.additional_properties = d
        return sketch_answer

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
