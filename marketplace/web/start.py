"""Decide what the studio's form begins with: nothing, an example, or a work that is remixed."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from generation import registry
from generation.errors import UnknownEngine
from generation.schema import Card, Value
from marketplace.adapters.ipfs.cid import Cid
from marketplace.errors import Missing
from marketplace.gallery import queries
from marketplace.gallery.error import WorkMissing
from marketplace.studio.prompt import MOST_CHARACTERS
from marketplace.web import choice
from marketplace.web.view import WorkView

ENGINE: Final = "painter"
SEEDS: Final = 2**32
MOST_SEED: Final = 2**53


@dataclass(frozen=True, slots=True)
class Start:
    """An engine's card, the values its form begins with, and the work they come from."""

    card: Card
    values: Mapping[str, Value]
    prompt: str
    seed: int
    example: str | None = None
    link: int = 1  # of the example, where it has several
    parent: WorkView | None = None


def blank(engine: str = ENGINE) -> Start:
    """An engine's defaults, and a seed of one's own."""
    try:
        card = registry.card(engine)
    except UnknownEngine as unknown:
        raise Missing(f"There is no engine {engine[:40]!r} here.") from unknown
    return Start(card, card.defaults(), "", secrets.randbelow(SEEDS))


def from_example(name: str, link: int = 1) -> Start:
    """An example of the engine's, or a later one of the forms that belong to it."""
    card = registry.card(ENGINE)
    found = next((one for one in card.examples if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in card.examples)
        raise Missing(f"The studio has no example {name[:40]!r}; it has {known}.")
    if not 1 <= link <= len(found.links):
        raise Missing(f"The example {name!r} has links 1 to {len(found.links)}, not {link}.")
    parameters = choice.kept(card, found.links[link - 1])
    return Start(card, parameters, "", found.seed, example=name, link=link)


def from_work(session: Session, name: str) -> Start:
    """The recipe of a minted work, as far as today's engine knows what it says."""
    known = Cid.from_digest(int(name)) if name.isdecimal() and len(name) < 80 else Cid.parse(name)
    facts = queries.work(session, known.token) if known.is_block else None
    if facts is None:
        raise WorkMissing(f"No work {name[:80]} is minted here to be remixed.", work=name[:80])
    recipe = (facts.metadata or {}).get("recipe") or {}
    card = _card(recipe.get("engine"))
    seed, prompt = recipe.get("seed"), recipe.get("prompt")
    is_ours = recipe.get("engine") == card.name
    return Start(
        card,
        choice.kept(card, recipe.get("parameters") if is_ours else None),
        prompt[:MOST_CHARACTERS] if isinstance(prompt, str) else "",
        seed if isinstance(seed, int) and 0 <= seed < MOST_SEED else secrets.randbelow(SEEDS),
        parent=WorkView.of(facts),
    )


def _card(engine: object) -> Card:
    """The newest of the engine, or the painter where it is not here."""
    try:
        return registry.card(str(engine))
    except UnknownEngine:
        return registry.card(ENGINE)
