"""The receipt's page: every digest checked, and the work made again while one watches."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Response
from starlette.responses import RedirectResponse

from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.caller import Caller
from marketplace.dependency import PartsDep, Unit
from marketplace.gallery import queries, receipt
from marketplace.gallery.error import WorkMissing
from marketplace.gallery.queries import WorkFacts
from marketplace.studio import queries as studio
from marketplace.studio import verification
from marketplace.studio.models import Verification
from marketplace.studio.verification_schemas import picture_url
from marketplace.web.page import PageDep
from marketplace.web.view import ReceiptView, WorkView

SECTION: Final = "/"
LADDER: Final = (
    ("A", "The very file", "byte for byte"),
    ("B", "The very pixels", "in a file that was packed otherwise"),
    ("C", "Alike to the eye", "within the tolerance of its medium"),
)
FAIL: Final = "fail"
COMPARED: Final = {
    "plan": "Every decision before the first stroke",
    "samples": "Every pixel",
    "file": "The file",
    "near": "How near it comes",
    "extent": "Size and kind",
}
SIDE: Final = 960  # of the pictures that are compared, at most

WorkCid = Annotated[str, Path(max_length=100)]

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class RungView:
    """A rung of the ladder: whether the work reached it, and whether it was promised."""

    level: str
    title: str
    says: str
    is_reached: bool
    is_promised: bool


@dataclass(frozen=True, slots=True)
class LibraryView:
    """One thing that both renderings ran on."""

    name: str
    recorded: str
    here: str

    @property
    def is_same(self) -> bool:
        """Whether both had the same version."""
        return self.recorded == self.here


@dataclass(frozen=True, slots=True)
class JudgementView:
    """What came of making a work again, as a page says it."""

    level: str
    reason: str
    ladder: tuple[RungView, ...]
    compared: tuple[tuple[str, bool, str], ...]
    libraries: tuple[LibraryView, ...]
    differing: int | None
    largest: int | None
    seconds: int
    at: datetime
    again: str | None
    difference: str | None

    @property
    def holds(self) -> bool:
        """Whether the work is what its recipe makes."""
        return self.level != FAIL

    @classmethod
    def of(cls, row: Verification, recipe: Mapping[str, Any]) -> "JudgementView | None":
        """The row, if it came to a judgement."""
        if row.found is None:
            return None
        found = row.found
        begun = row.begun_at or row.created_at
        return cls(
            level=found["level"],
            reason=found["reason"],
            ladder=_ladder(found["level"], found["promise"]),
            compared=tuple(
                (COMPARED.get(name, name), holds, seen) for name, holds, seen in found["rungs"]
            ),
            libraries=_libraries(recipe, found["environment"]),
            differing=found["differing"],
            largest=found["largest"],
            seconds=max(1, round((row.updated_at - begun).total_seconds())),
            at=row.updated_at,
            again=picture_url(row, "again"),
            difference=picture_url(row, "difference"),
        )


@dataclass(frozen=True, slots=True)
class RunView:
    """A run that is not over, or that came to nothing."""

    id: UUID
    state: str
    permille: int
    stage: str
    failure: str | None


@router.get("/works/{cid}/receipt")
def show(cid: WorkCid, page: PageDep, unit: Unit, parts: PartsDep) -> Response:
    """How a work was made, whether every digest holds, and whether its recipe makes it."""
    facts = _work(unit, cid)
    written = receipt.write(parts, facts)
    newest, judged = studio.verification(unit, facts.work), studio.judged(unit, facts.work)
    view = WorkView.of(facts)
    judgement = JudgementView.of(judged, written.recipe or {}) if judged else None
    return page.show(
        "receipt_page.html",
        section=SECTION,
        work=view,
        receipt=ReceiptView.of(facts.metadata) if facts.metadata else None,
        findings=written.findings,
        is_sound=written.is_sound,
        contract=written.contract,
        run=_run(newest) if newest and newest.state != verification.JUDGED else None,
        judgement=judgement,
        times=studio.verified(unit, facts.work),
        shown=_pictures(view, judgement),
    )


@router.post("/works/{cid}/receipt")
def verify(cid: WorkCid, unit: Unit, caller: Caller) -> Response:
    """Have it made again, for a page without script."""
    verification.ask(unit, _work(unit, cid).work, caller)
    return RedirectResponse(f"/works/{cid}/receipt", status_code=303)


def _pictures(work: WorkView, judgement: JudgementView | None) -> list[dict[str, Any]]:
    """The work as it is kept, as it was made again, and where they differ."""
    if work.picture is None or judgement is None or judgement.again is None:
        return []
    longer = max(work.picture.width, work.picture.height)
    width, height = (side * SIDE // longer for side in (work.picture.width, work.picture.height))
    size = {"width": width, "height": height, "says": "", "srcset": ""}
    kept = f"/pictures/{work.picture.cid}/{SIDE}.webp"
    name = work.name or "Untitled"
    return [
        {**size, "src": kept, "title": "As it is kept", "alt": f"{name}, the minted picture"},
        {
            **size,
            "src": judgement.again,
            "title": "As it was made again",
            "alt": f"{name}, rendered again from its recipe",
        },
        {
            **size,
            "src": judgement.difference,
            "title": _differing(judgement),
            "alt": _differing(judgement),
        },
    ]


def _differing(judgement: JudgementView) -> str:
    if not judgement.differing:
        return "No pixel differs"
    pixels = "pixel differs" if judgement.differing == 1 else "pixels differ"
    return f"{judgement.differing:,} {pixels}, by {judgement.largest} of 255 at most; marked in red"


def _run(row: Verification) -> RunView:
    return RunView(row.id, row.state, row.progress_permille, row.stage, row.failure)


def _ladder(level: str, promise: str) -> tuple[RungView, ...]:
    """From the strictest rung down: who reaches one has reached those below it."""
    levels = [name for name, _, _ in LADDER]
    reached = levels[levels.index(level) :] if level in levels else []
    return tuple(
        RungView(name, title, says, name in reached, name == promise)
        for name, title, says in LADDER
    )


def _libraries(
    recipe: Mapping[str, Any], environment: Mapping[str, str]
) -> tuple[LibraryView, ...]:
    recorded = recipe.get("fingerprint")
    known = recorded if isinstance(recorded, Mapping) else {}
    names = [*environment, *(name for name in known if name not in environment)]
    return tuple(
        LibraryView(str(name), str(known.get(name, "none")), environment.get(str(name), "none"))
        for name in names
    )


def _work(unit: Unit, cid: str) -> WorkFacts:
    known = Cid.parse(cid)
    facts = queries.work(unit, known.token) if known.codec == RAW else None
    if facts is None:
        raise WorkMissing(f"No work {cid} is minted here, as far as the index has read.", work=cid)
    return facts
