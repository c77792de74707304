"""Say what a medium is: how its works are stored, read back and compared.

Recipe, plan, receipt and verdict are the same for every medium; only this differs. A picture's is
`generation.picture`; another package offers one by an entry point of the group `atelier.media`,
whose object is the `Medium` and whose name is what cards write as `medium`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol, TypeVar, cast, runtime_checkable

from generation.engine import Sample
from generation.errors import MediumMissing
from generation.plugin import Broken, offers
from generation.schema import Card

GROUP = "atelier.media"
_HOUSE = {"picture": "generation.picture"}
S = TypeVar("S", bound=Sample)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two works are apart: each measure by name, and in words those beyond tolerance."""

    measures: Mapping[str, float]
    faults: tuple[str, ...] = ()


@runtime_checkable
class Medium(Protocol[S]):
    """One kind of work: a picture, a song, a dance."""

    name: str
    media_type: str  # of the master that `encode` writes
    suffix: str  # of its files, with the dot
    digest_name: str  # what metadata and receipts call the digest of the samples
    tolerance: str  # what level C means here, in words

    def encode(self, sample: S, recipe_digest: str) -> bytes:
        """The master file: the same samples always make the same bytes here."""

    def decode(self, content: bytes, like: S) -> S:
        """The samples in a file, which must be as large as `like`; raises `NotAnArtefact`."""

    def facts(self, sample: S) -> dict[str, int]:
        """What a receipt says of the work's extent, such as width and height."""

    def compare(self, one: S, other: S) -> Comparison:
        """How alike two works of the same extent are."""


def of(card: Card) -> Medium[Any]:
    """The medium that an engine works in; raises `MediumMissing`."""
    if card.medium in _HOUSE:
        return cast("Medium[Any]", import_module(_HOUSE[card.medium]).MEDIUM)
    known, broken = _offered()
    if card.medium not in known:
        left_out = "".join(f"; {one}" for one in broken)
        names = ", ".join([*_HOUSE, *known])
        raise MediumMissing(
            f"{card.name} {card.version} makes a {card.medium!r}, which is no medium here; "
            f"known are {names}{left_out}"
        )
    return known[card.medium]


@cache
def _offered() -> tuple[dict[str, Medium[Any]], tuple[Broken, ...]]:
    known: dict[str, Medium[Any]] = {}
    broken: list[Broken] = []
    for offer in offers(GROUP, _checked):
        if isinstance(offer, Broken):
            broken.append(offer)
        elif offer.name in known or offer.name in _HOUSE:
            broken.append(Broken(offer.name, offer.package, "there is a medium of this name"))
        else:
            known[offer.name] = offer.thing
    return known, tuple(broken)


def _checked(thing: object) -> Medium[Any]:
    if not isinstance(thing, Medium):
        raise ValueError(f"a {type(thing).__name__} is no generation.medium.Medium")
    return thing
