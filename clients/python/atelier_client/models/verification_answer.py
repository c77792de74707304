from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.judgement_answer import JudgementAnswer


T = TypeVar("T", bound="VerificationAnswer")


@_attrs_define
class VerificationAnswer:
    """A work made again: asked, judged, or failed (which says nothing against the work).

    Attributes:
        again (None | str):
        begun_at (datetime.datetime | None):
        created_at (datetime.datetime):
        difference (None | str):
        failure (None | str):
        id (UUID):
        judgement (JudgementAnswer | None):
        progress_permille (int):
        stage (str):
        state (str):
        updated_at (datetime.datetime):
        work (str):
    """

    again: None | str
    begun_at: datetime.datetime | None
    created_at: datetime.datetime
    difference: None | str
    failure: None | str
    id: UUID
    judgement: JudgementAnswer | None
    progress_permille: int
    stage: str
    state: str
    updated_at: datetime.datetime
    work: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.judgement_answer import JudgementAnswer  # noqa: PLC0415

        again: None | str
        again = self.again

        begun_at: None | str
        if isinstance(self.begun_at, datetime.datetime):
            begun_at = self.begun_at.isoformat()
        else:
            begun_at = self.begun_at

        created_at = self.created_at.isoformat()

        difference: None | str
        difference = self.difference

        failure: None | str
        failure = self.failure

        id = str(self.id)

        judgement: dict[str, Any] | None
        if isinstance(self.judgement, JudgementAnswer):
            judgement = self.judgement.to_dict()
        else:
            judgement = self.judgement

        progress_permille = self.progress_permille

        stage = self.stage

        state = self.state

        updated_at = self.updated_at.isoformat()

        work = self.work

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "again": again,
                "begun_at": begun_at,
                "created_at": created_at,
                "difference": difference,
                "failure": failure,
                "id": id,
                "judgement": judgement,
                "progress_permille": progress_permille,
                "stage": stage,
                "state": state,
                "updated_at": updated_at,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.judgement_answer import JudgementAnswer  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_again(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        again = _parse_again(d.pop("again"))

        def _parse_begun_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                begun_at_type_0 = datetime.datetime.fromisoformat(data)

                return begun_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        begun_at = _parse_begun_at(d.pop("begun_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_difference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        difference = _parse_difference(d.pop("difference"))

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        id = UUID(d.pop("id"))

        def _parse_judgement(data: object) -> JudgementAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                judgement_type_0 = JudgementAnswer.from_dict(data)

                return judgement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JudgementAnswer | None, data)

        judgement = _parse_judgement(d.pop("judgement"))

        progress_permille = d.pop("progress_permille")

        stage = d.pop("stage")

        state = d.pop("state")

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        work = d.pop("work")

        verification_answer = cls(
            again=again,
            begun_at=begun_at,
            created_at=created_at,
            difference=difference,
            failure=failure,
            id=id,
            judgement=judgement,
            progress_permille=progress_permille,
            stage=stage,
            state=state,
            updated_at=updated_at,
            work=work,
        )

        verification_answer.additional_properties = d
        return verification_answer

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
