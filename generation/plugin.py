"""Find what other packages offer to this one, by the entry points that they declare.

A package offers an engine by a few lines in its own pyproject.toml:

    [project.entry-points."atelier.engines"]
    weaver = "weaver.card:CARD"

Whoever installs it has the engine; whoever does not is not bothered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Offer(Generic[T]):
    """A thing that somebody's package offers under a name."""

    name: str
    package: str
    thing: T


@dataclass(frozen=True, slots=True)
class Broken:
    """An offer that cannot be taken, and why."""

    name: str
    package: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name} of the package {self.package} is left out: {self.reason}"


def offers(group: str, check: Callable[[object], T]) -> Iterator[Offer[T] | Broken]:
    """All offers of a group, by package and name; `check` returns the thing or raises ValueError.

    The modules are somebody else's, so whatever importing them raises concerns that offer alone.
    """
    for point in sorted(entry_points(group=group), key=_place):
        package = _package(point)
        try:
            thing = point.load()
            if thing is not None:  # the package has nothing to offer on this machine
                yield Offer(point.name, package, check(thing))
        except (Exception, SystemExit) as cause:
            reason = str(cause) or "no reason given"
            yield Broken(point.name, package, f"{type(cause).__name__}: {reason}")


def _place(point: EntryPoint) -> tuple[str, str, str]:
    return _package(point), point.name, point.value


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else "of no name"
