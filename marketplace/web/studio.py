"""The studio's pages: what can be made, and each commission on its way to a token."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from fastapi import APIRouter, Response

from generation import registry
from marketplace.auth import Signed
from marketplace.dependency import Unit
from marketplace.studio import queries
from marketplace.studio.error import CommissionMissing
from marketplace.studio.models import Commission
from marketplace.studio.state import CANCELLABLE, MINTED, RESTING, STOPPED
from marketplace.web import wording
from marketplace.web.asset import assets
from marketplace.web.page import PageDep
from marketplace.web.view import Picture

SECTION: Final = "/studio"
WAY: Final = ("asked", "rendered", "pinned", "voucher signed", "sent", "minted")
WORDS: Final = {"signed": "voucher signed"}
LIMITS: Final = {"title": 120, "description": 2000, "prompt": 500}
SEEDS: Final = 2**32
SHOWN_COMMISSIONS: Final = 12

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class CommissionView:
    """A commission as its artist sees it."""

    id: UUID
    title: str
    description: str
    state: str
    progress_permille: int
    stage: str
    failure: str | None
    picture: Picture | None
    recipe_digest: str
    metadata_cid: str | None
    transaction_hash: str | None
    created_at: datetime

    @property
    def shown(self) -> str:
        """The word for its state."""
        return WORDS.get(self.state, self.state)

    @property
    def may_be_cancelled(self) -> bool:
        """Whether its rendering can still be stopped."""
        return self.state in CANCELLABLE

    @property
    def is_moving(self) -> bool:
        """Whether something happens to it by itself."""
        return self.state != MINTED and self.state not in RESTING


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the way: past, now, ahead, or wrong."""

    name: str
    mood: str


@router.get("/studio")
def studio(page: PageDep, unit: Unit) -> Response:
    """Choose what to make; below it, what was made before."""
    viewer = page.viewer.address if page.viewer else None
    rows = queries.own_all(unit, viewer, limit=SHOWN_COMMISSIONS) if viewer else []
    engine = registry.card("painter")
    return page.show(
        "studio.html",
        section=SECTION,
        engine=engine,
        strip=_strip(engine.name),
        seed=secrets.randbelow(SEEDS),
        limits=LIMITS,
        commissions=[view(row, is_minted) for row, is_minted in rows],
    )


@router.get("/studio/{id_}")
def commission(id_: UUID, page: PageDep, unit: Unit, artist: Signed) -> Response:
    """One commission: how far it is, and what its artist can do next."""
    found = queries.own(unit, id_, artist)
    if found is None:
        raise CommissionMissing(f"You have no commission {id_}.", commission=str(id_))
    row, is_minted = found
    return page.show(
        "commission.html",
        section=SECTION,
        commission=view(row, is_minted),
        steps=way(row, is_minted),
        parameters=_parameters(row.recipe),
    )


def view(row: Commission, is_minted: bool) -> CommissionView:
    """What a page shows of a commission."""
    return CommissionView(
        id=row.id,
        title=row.title,
        description=row.description,
        state=MINTED if is_minted else str(row.state),
        progress_permille=row.progress_permille,
        stage=row.stage,
        failure=row.failure,
        picture=Picture.of_artefact(row.content),
        recipe_digest=row.recipe_digest,
        metadata_cid=row.metadata_cid,
        transaction_hash=row.transaction_hash,
        created_at=row.created_at,
    )


def way(row: Commission, is_minted: bool) -> list[Step]:
    """The line from asked to minted; a stopped commission ends after the last thing it has."""
    if is_minted:
        return [Step(name, "past") for name in WAY]
    if row.state in STOPPED:
        reached = 1 + sum(map(bool, (row.artefact_cid, row.metadata_cid, row.voucher_signature)))
        past = [Step(name, "past") for name in WAY[:reached]]
        return [*past, Step(row.state, "wrong"), *(Step(name, "ahead") for name in WAY[reached:])]
    at = WAY.index(WORDS.get(row.state, row.state))
    moods = ["past"] * at + ["now"] + ["ahead"] * (len(WAY) - at - 1)
    return [Step(name, mood) for name, mood in zip(WAY, moods, strict=True)]


def _parameters(recipe: Mapping[str, Any]) -> wording.Words:
    prompt = [("Prompt", recipe["prompt"])] if recipe["prompt"] else []
    return [*wording.choices(recipe), ("Seed", str(recipe["seed"])), *prompt]


def _strip(engine: str) -> list[str]:
    """Frames of the engine's first range in equal steps, rendered by itself (seed 7, dawn)."""
    return [name for name in assets() if name.startswith(f"pictures/{engine}-")]
