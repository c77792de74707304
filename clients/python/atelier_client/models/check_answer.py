from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.verdict import Verdict

if TYPE_CHECKING:
    from ..models.found_answer import FoundAnswer


T = TypeVar("T", bound="CheckAnswer")


@_attrs_define
class CheckAnswer:
    """What comparing came to; `statement` is the signed text's CID.

    Attributes:
        artist (str):
        attester (None | str):
        checked_at (datetime.datetime | None):
        failure (None | str):
        found (list[FoundAnswer]):
        kind (str):
        pictures (list[str]):
        reason (str):
        signature (None | str):
        state (str):
        statement (None | str):
        subject (str):
        verdict (Verdict): What the pictures of a subject resemble, as a whole.
    """

    artist: str
    attester: None | str
    checked_at: datetime.datetime | None
    failure: None | str
    found: list[FoundAnswer]
    kind: str
    pictures: list[str]
    reason: str
    signature: None | str
    state: str
    statement: None | str
    subject: str
    verdict: Verdict
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        artist = self.artist

        attester: None | str
        attester = self.attester

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        failure: None | str
        failure = self.failure

        found = []
        for found_item_data in self.found:
            found_item = found_item_data.to_dict()
            found.append(found_item)

        kind = self.kind

        pictures = self.pictures

        reason = self.reason

        signature: None | str
        signature = self.signature

        state = self.state

        statement: None | str
        statement = self.statement

        subject = self.subject

        verdict = self.verdict.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "artist": artist,
                "attester": attester,
                "checked_at": checked_at,
                "failure": failure,
                "found": found,
                "kind": kind,
                "pictures": pictures,
                "reason": reason,
                "signature": signature,
                "state": state,
                "statement": statement,
                "subject": subject,
                "verdict": verdict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_answer import FoundAnswer  # noqa: PLC0415

        d = dict(src_dict)
        artist = d.pop("artist")

        def _parse_attester(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        attester = _parse_attester(d.pop("attester"))

        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)

                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        found = []
        _found = d.pop("found")
        for found_item_data in _found:
            found_item = FoundAnswer.from_dict(found_item_data)

            found.append(found_item)

        kind = d.pop("kind")

        pictures = cast(list[str], d.pop("pictures"))

        reason = d.pop("reason")

        def _parse_signature(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        signature = _parse_signature(d.pop("signature"))

        state = d.pop("state")

        def _parse_statement(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        statement = _parse_statement(d.pop("statement"))

        subject = d.pop("subject")

        verdict = Verdict(d.pop("verdict"))

        check_answer = cls(
            artist=artist,
            attester=attester,
            checked_at=checked_at,
            failure=failure,
            found=found,
            kind=kind,
            pictures=pictures,
            reason=reason,
            signature=signature,
            state=state,
            statement=statement,
            subject=subject,
            verdict=verdict,
        )

        check_answer.additional_properties = d
        return check_answer

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
