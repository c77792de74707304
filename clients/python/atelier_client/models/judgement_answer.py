from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.judgement_answer_environment import JudgementAnswerEnvironment
    from ..models.judgement_answer_measures_type_0 import JudgementAnswerMeasuresType0
    from ..models.rung_answer import RungAnswer


T = TypeVar("T", bound="JudgementAnswer")


@_attrs_define
class JudgementAnswer:
    """Where on the ladder the work stands: A the very file, B the very pixels, C alike, or fail.

    `promise` is the rung that the recipe's engine promises, `environment` what the second rendering
    ran on, `departures` where that is not what the first one ran on.

        Attributes:
            departures (list[str]):
            differing_pixels (int | None):
            environment (JudgementAnswerEnvironment):
            largest_difference (int | None):
            level (str):
            measures (JudgementAnswerMeasuresType0 | None):
            pixel_sha256 (str):
            promise (str):
            reason (str):
            rungs (list[RungAnswer]):
    """

    departures: list[str]
    differing_pixels: int | None
    environment: JudgementAnswerEnvironment
    largest_difference: int | None
    level: str
    measures: JudgementAnswerMeasuresType0 | None
    pixel_sha256: str
    promise: str
    reason: str
    rungs: list[RungAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.judgement_answer_measures_type_0 import (
            JudgementAnswerMeasuresType0,  # noqa: PLC0415
        )

        departures = self.departures

        differing_pixels: int | None
        differing_pixels = self.differing_pixels

        environment = self.environment.to_dict()

        largest_difference: int | None
        largest_difference = self.largest_difference

        level = self.level

        measures: dict[str, Any] | None
        if isinstance(self.measures, JudgementAnswerMeasuresType0):
            measures = self.measures.to_dict()
        else:
            measures = self.measures

        pixel_sha256 = self.pixel_sha256

        promise = self.promise

        reason = self.reason

        rungs = []
        for rungs_item_data in self.rungs:
            rungs_item = rungs_item_data.to_dict()
            rungs.append(rungs_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "departures": departures,
                "differing_pixels": differing_pixels,
                "environment": environment,
                "largest_difference": largest_difference,
                "level": level,
                "measures": measures,
                "pixel_sha256": pixel_sha256,
                "promise": promise,
                "reason": reason,
                "rungs": rungs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.judgement_answer_environment import JudgementAnswerEnvironment  # noqa: PLC0415
        from ..models.judgement_answer_measures_type_0 import (
            JudgementAnswerMeasuresType0,  # noqa: PLC0415
        )
        from ..models.rung_answer import RungAnswer  # noqa: PLC0415

        d = dict(src_dict)
        departures = cast(list[str], d.pop("departures"))

        def _parse_differing_pixels(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        differing_pixels = _parse_differing_pixels(d.pop("differing_pixels"))

        environment = JudgementAnswerEnvironment.from_dict(d.pop("environment"))

        def _parse_largest_difference(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        largest_difference = _parse_largest_difference(d.pop("largest_difference"))

        level = d.pop("level")

        def _parse_measures(data: object) -> JudgementAnswerMeasuresType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                measures_type_0 = JudgementAnswerMeasuresType0.from_dict(data)

                return measures_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JudgementAnswerMeasuresType0 | None, data)

        measures = _parse_measures(d.pop("measures"))

        pixel_sha256 = d.pop("pixel_sha256")

        promise = d.pop("promise")

        reason = d.pop("reason")

        rungs = []
        _rungs = d.pop("rungs")
        for rungs_item_data in _rungs:
            rungs_item = RungAnswer.from_dict(rungs_item_data)

            rungs.append(rungs_item)

        judgement_answer = cls(
            departures=departures,
            differing_pixels=differing_pixels,
            environment=environment,
            largest_difference=largest_difference,
            level=level,
            measures=measures,
            pixel_sha256=pixel_sha256,
            promise=promise,
            reason=reason,
            rungs=rungs,
        )

        judgement_answer.additional_properties = d
        return judgement_answer

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
