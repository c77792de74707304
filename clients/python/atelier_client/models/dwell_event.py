from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="DwellEvent")


@_attrs_define
class DwellEvent:
    """How long a work was looked at.

    Attributes:
        kind (Literal['dwell']):
        seconds (int):
        work (str):
    """

    kind: Literal["dwell"]
    seconds: int
    work: str

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        seconds = self.seconds

        work = self.work

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "seconds": seconds,
                "work": work,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["dwell"], d.pop("kind"))
        if kind != "dwell":
            raise ValueError(f"kind must match const 'dwell', got '{kind}'")

        seconds = d.pop("seconds")

        work = d.pop("work")

        dwell_event = cls(
            kind=kind,
            seconds=seconds,
            work=work,
        )

        return dwell_event
