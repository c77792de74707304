"""Say what the studio speaks over HTTP about works that were made again."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel

from marketplace.adapters.ipfs.cid import Cid
from marketplace.studio.models import Verification


class RungAnswer(BaseModel):
    """One thing that was compared."""

    name: str
    holds: bool
    seen: str


class JudgementAnswer(BaseModel):
    """Where on the ladder the work stands: A the very file, B the very pixels, C alike, or fail.

    `promise` is the rung that the recipe's engine promises, `environment` what the second rendering
    ran on, `departures` where that is not what the first one ran on.
    """

    level: str
    promise: str
    reason: str
    rungs: list[RungAnswer]
    measures: dict[str, float] | None
    environment: dict[str, str]
    departures: list[str]
    pixel_sha256: str
    differing_pixels: int | None
    largest_difference: int | None


class VerificationAnswer(BaseModel):
    """A work made again: asked, judged, or failed (which says nothing against the work)."""

    id: UUID
    work: str
    state: str
    progress_permille: int
    stage: str
    failure: str | None
    created_at: datetime
    begun_at: datetime | None
    updated_at: datetime
    judgement: JudgementAnswer | None
    again: str | None
    difference: str | None

    @classmethod
    def of(cls, row: Verification) -> Self:
        """The row."""
        return cls(
            id=row.id,
            work=str(Cid.from_digest(row.work)),
            state=row.state,
            progress_permille=row.progress_permille,
            stage=row.stage,
            failure=row.failure,
            created_at=row.created_at,
            begun_at=row.begun_at,
            updated_at=row.updated_at,
            judgement=judgement(row.found) if row.found else None,
            again=picture_url(row, "again"),
            difference=picture_url(row, "difference"),
        )


def judgement(found: dict[str, Any]) -> JudgementAnswer:
    """A judgement as it was kept."""
    return JudgementAnswer(
        level=found["level"],
        promise=found["promise"],
        reason=found["reason"],
        rungs=[
            RungAnswer(name=name, holds=holds, seen=seen) for name, holds, seen in found["rungs"]
        ],
        measures=found["measures"],
        environment=found["environment"],
        departures=found["departures"],
        pixel_sha256=found["sample_sha256"],
        differing_pixels=found["differing"],
        largest_difference=found["largest"],
    )


def picture_url(row: Verification, name: str) -> str | None:
    """Where a run's picture is; only the newest judged run of a work has any."""
    has = row.found is not None and f"{name}.webp" in row.found["pictures"]
    return f"/api/v1/verifications/{row.id}/{name}" if has else None
