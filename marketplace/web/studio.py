"""The studio's pages: what can be made, and each commission on its way to a token."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse

from generation import registry
from generation.schema import Card
from marketplace.auth import Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.metadata import SUBMITTED
from marketplace.studio import queries, routes
from marketplace.studio.error import CommissionMissing
from marketplace.studio.models import Commission
from marketplace.studio.schemas import CommissionRequest
from marketplace.studio.state import CANCELLABLE, MINTED, RESTING, STOPPED
from marketplace.web import choice, resemblance, start, wording
from marketplace.web.page import PageDep
from marketplace.web.view import Picture, Player

SECTION: Final = "/studio"
WAY: Final = ("asked", "rendered", "pinned", "voucher signed", "sent", "minted")
WORDS: Final = {"signed": "voucher signed"}
WAY_SUBMITTED: Final = ("uploaded", "checked", *WAY[2:])  # the same places, by other names
LIMITS: Final = {"title": 120, "description": 2000, "prompt": 500}
TEXTS: Final = ("title", "description", "prompt")
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
    player: Player | None
    provenance: str
    recipe_digest: str | None
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


Name = Annotated[str | None, Query(max_length=100)]
Link = Annotated[int, Query(ge=1, le=100)]


def _engines() -> dict[str, Card]:
    """The newest of each, the house's own painter first."""
    newest = {card.name: card for card in registry.describe()}
    return {start.ENGINE: newest.pop(start.ENGINE), **newest}


@router.get("/studio")
def studio(
    page: PageDep,
    unit: Unit,
    remix: Name = None,
    preset: Name = None,
    link: Link = 1,
    engine: Name = None,
) -> Response:
    """Say what to make, look at sketches of it; below, what was made before."""
    if remix:
        begun = start.from_work(unit, remix)
    else:
        blank = start.blank(engine or start.ENGINE)
        begun = start.from_example(preset, link) if preset else blank
    viewer = page.viewer.address if page.viewer else None
    rows = queries.own_all(unit, viewer, limit=SHOWN_COMMISSIONS) if viewer else []
    return page.show(
        "studio.html",
        section=SECTION,
        start=begun,
        engines=_engines(),
        fields=choice.fields(begun.card, begun.values),
        examples=choice.examples(begun.card),
        varied=choice.varied(begun.card),
        surroundings=choice.surroundings(begun.card),
        limits=LIMITS,
        commissions=[view(row, is_minted) for row, is_minted in rows],
    )


async def _form(request: Request) -> FormData:
    return await request.form(max_files=0)


@router.post("/studio")
def order(
    form: Annotated[FormData, Depends(_form)], artist: Signed, unit: Unit, parts: PartsDep
) -> Response:
    """Commission what a form without script sends."""
    made = routes.ask(_order(form), artist, unit, parts, Response())
    return RedirectResponse(f"/studio/{made.id}", status_code=303)


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
        resemblance=resemblance.of_work(unit, row.work or 0),
        steps=way(row, is_minted),
        parameters=_parameters(row),
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
        player=Player.of_artefact(row.content),
        provenance=row.provenance,
        recipe_digest=row.recipe_digest,
        metadata_cid=row.metadata_cid,
        transaction_hash=row.transaction_hash,
        created_at=row.created_at,
    )


def way(row: Commission, is_minted: bool) -> list[Step]:
    """The line from asked to minted; a stopped commission ends after the last thing it has."""
    names = WAY_SUBMITTED if row.provenance == SUBMITTED else WAY
    if is_minted:
        return [Step(name, "past") for name in names]
    if row.state in STOPPED:
        reached = 1 + sum(map(bool, (row.artefact_cid, row.metadata_cid, row.voucher_signature)))
        past = [Step(name, "past") for name in names[:reached]]
        return [*past, Step(row.state, "wrong"), *(Step(name, "ahead") for name in names[reached:])]
    at = WAY.index(WORDS.get(row.state, row.state))
    moods = ["past"] * at + ["now"] + ["ahead"] * (len(names) - at - 1)
    return [Step(name, mood) for name, mood in zip(names, moods, strict=True)]


def _parameters(row: Commission) -> wording.Words:
    recipe = row.recipe
    if recipe is None:
        return [("Medium", wording.medium(row.content["artefact"]))] if row.content else []
    prompt = [("Prompt", recipe["prompt"])] if recipe["prompt"] else []
    return [*wording.choices(recipe), ("Seed", str(recipe["seed"])), *prompt]


def _order(form: FormData) -> CommissionRequest:
    """The form's texts, read as the engine's card says; what is wrong with them others say."""
    texts = {name: text for name, text in form.multi_items() if isinstance(text, str)}
    card = registry.card(texts.get("engine", ""))
    parameters = {
        one.name: one.read(texts[name])
        for one in card.parameters
        if (name := f"parameters.{one.name}") in texts
    }
    seed = texts.get("seed", "")
    asked: dict[str, Any] = {
        **{name: texts[name] for name in TEXTS if name in texts},
        "engine": card.name,
        "parameters": parameters,
        "seed": int(seed) if seed.isdecimal() else None,
        "parents": [name for name in texts.get("parents", "").split(",") if name],
    }
    try:
        return CommissionRequest.model_validate(asked)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error
