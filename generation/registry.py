"""Know every engine by name and version; loading one is `generation.engine`'s.

The house's own engines are always here. Others come from installed packages that declare an entry
point of the group `atelier.engines`, whose object is the engine's `Card`. A recipe must mean the
same engine on every machine: so nobody takes a name and version of ours, and where two packages
claim the same, neither gets it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from generation.errors import UnknownEngine
from generation.painter.card import CARD as PAINTER
from generation.painter.card import SECOND as PAINTER_2
from generation.plugin import Broken, Offer, offers
from generation.schema import Card

GROUP = "atelier.engines"
_HOUSE = (PAINTER_2, PAINTER)
_REFERENCE = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All engines of this installation, and the offers that could not be taken."""

    cards: dict[Key, Card]
    broken: tuple[Broken, ...]


@cache
def shelf() -> Shelf:
    """What is installed; looked up once, for packages do not come and go in a running process."""
    house = {(card.name, card.version): card for card in _HOUSE}
    broken: list[Broken] = []
    claims: dict[Key, list[Offer[Card]]] = defaultdict(list)
    for offer in offers(GROUP, _checked):
        if isinstance(offer, Broken):
            broken.append(offer)
        else:
            claims[offer.thing.name, offer.thing.version].append(offer)
    cards = dict(house)
    for key, claimants in claims.items():
        rivals = [claim.package for claim in claimants]
        if key in house or len(claimants) > 1:
            owner = "Atelier itself has" if key in house else f"{' and '.join(rivals)} both offer"
            reason = f"{owner} an engine {' '.join(key)}"
            broken.extend(Broken(claim.name, claim.package, reason) for claim in claimants)
        else:
            cards[key] = claimants[0].thing
    return Shelf(cards, tuple(broken))


def describe() -> tuple[Card, ...]:
    """The cards of all engines that make new works, older versions first; loads nothing heavy."""
    return tuple(card for card in _known() if not card.is_retired)


def _known() -> list[Card]:
    """All cards, those among them that only make again what they made."""
    return sorted(shelf().cards.values(), key=_age)


def broken() -> tuple[Broken, ...]:
    """Offers of other packages that are left out, and why."""
    return shelf().broken


def card(name: str, version: str | None = None) -> Card:
    """The card of one engine; without a version, of its newest."""
    found = [c for c in _known() if c.name == name and version in (None, c.version)]
    if not found:
        asked = name if version is None else f"{name} {version}"
        known = ", ".join(f"{c.name} {c.version}" for c in _known())
        left_out = "".join(f"; {one}" for one in broken())
        raise UnknownEngine("engine", asked, known + left_out)
    return found[-1]


def _checked(thing: object) -> Card:
    """The card, if it is one that a recipe, a form and `engine.load` can live with."""
    if not isinstance(thing, Card):
        raise ValueError(f"a {type(thing).__name__} is no generation.schema.Card")
    for field, value, pattern in (
        ("name", thing.name, r"[a-z][a-z0-9_-]{0,39}"),
        ("version", thing.version, r"[0-9A-Za-z.+_-]{1,40}"),
        ("engine", thing.engine, _REFERENCE),
    ):
        if not re.fullmatch(pattern, value):
            raise ValueError(f"the card's {field} {value!r} does not have the form {pattern}")
    for parameter in thing.parameters:
        if fault := parameter.fault(parameter.name, parameter.default):
            raise ValueError(f"the card's own default is refused: {fault}")
    return thing


def _age(card: Card) -> tuple[str, list[tuple[int, str]]]:
    """Versions in the order of their numbers: 10 comes after 9."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", card.version)
    return card.name, [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
