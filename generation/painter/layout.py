"""Place one to thirty things in a picture: eight ways of composing them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generation.painter.plan import TURN, UNIT
from generation.schema import Option

if TYPE_CHECKING:  # a form shows the layouts, and needs no dice for that
    from generation.dice import Dice


@dataclass(frozen=True, slots=True)
class Place:
    """Where one thing stands, in picture widths and radians; depth from 0 near to 1 far."""

    x: float
    y: float
    scale: float
    turn: float = 0.0
    depth: float = 0.0
    mirror: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One way of composing: how many things it takes by itself, and where it puts them."""

    name: str
    title: str
    help: str
    many: tuple[int, int]
    places: Callable[[int, Dice], list[Place]]

    def option(self) -> Option:
        return Option(self.name, self.title, self.help)


def whole(place: Place) -> tuple[int, int, int, int, int, bool]:
    """A place in the plan's units: x, y, scale, turn, depth, mirror."""
    return (
        round(place.x * UNIT),
        round(place.y * UNIT),
        round(place.scale * UNIT),
        round(place.turn / (2 * math.pi) * TURN),
        round(place.depth * 1000),
        place.mirror,
    )


def _centred(many: int, dice: Dice) -> list[Place]:
    """One in the middle; more of them crowd around it like a bouquet."""
    x, y = 0.5 + _some(dice, 0.02), 0.485 + _some(dice, 0.02)
    if many == 1:
        return [Place(x, y, 0.42 + _some(dice, 0.02))]
    found = []
    for k in range(many):
        angle, share = k * math.pi * (3 - math.sqrt(5)), math.sqrt((k + 0.4) / many)
        size = 0.62 / math.sqrt(many + 1.2) * (1.08 - 0.45 * share)
        reach = 0.33 * share
        place = Place(
            x + math.cos(angle) * reach,
            y + math.sin(angle) * reach,
            size * (1 + _some(dice, 0.1)),
            _some(dice, 0.3),
            0.35 * share,
            dice.whole(0, 1) == 1,
        )
        found.append(place)
    return found


def _thirds(many: int, dice: Dice) -> list[Place]:
    """A large one on one third; each further one smaller, towards the other side."""
    side = 1 if dice.whole(0, 1) else -1
    found = [Place(0.5 + side * 0.145, 0.53 + _some(dice, 0.03), 0.345 + _some(dice, 0.02))]
    for k in range(1, many):
        away = k / max(1, many - 1)
        place = Place(
            0.5 - side * (0.17 + 0.17 * away) + _some(dice, 0.03),
            0.30 - 0.10 * away + 0.12 * (k % 2) + _some(dice, 0.03),
            0.135 * (1 - 0.45 * away),
            _some(dice, 0.25),
            0.45 + 0.4 * away,
            True,
        )
        found.append(place)
    return found


def _diagonal(many: int, dice: Dice) -> list[Place]:
    """From near at one corner to far at the other."""
    side = 1 if dice.whole(0, 1) else -1
    found = []
    for k in range(many):
        t = k / max(1, many - 1)
        size = 0.25 * 0.30**t * (3.2 / max(3.2, many)) ** 0.35
        way = t**0.8
        place = Place(
            0.5 + side * (0.5 - way) * 0.54 + _some(dice, 0.03) * t,
            0.70 - way * 0.52 + _some(dice, 0.03) * t,
            size * (1 + _some(dice, 0.08)),
            -side * 0.35 + _some(dice, 0.25),
            0.75 * t,
            side < 0,
        )
        found.append(place)
    return found


def _ring(many: int, dice: Dice) -> list[Place]:
    """A wreath, or two when they are many: each turned outwards, the upper ones further away."""
    first, found = _some(dice, math.pi), []
    squash = 0.86 + _some(dice, 0.1)
    outer = many if many <= 12 else many * 5 // 8
    size = min(0.16, 1.12 / outer)
    for k in range(many):
        reach, row, of = (0.325, k, outer) if k < outer else (0.175, k - outer, many - outer)
        angle = first + 2 * math.pi * row / of + _some(dice, 0.3 / of)
        high = math.sin(angle)
        place = Place(
            0.5 + math.cos(angle) * reach,
            0.5 + high * reach * squash,
            size * (1 + 0.16 * high) * (1 + _some(dice, 0.12)),
            angle + math.pi / 2,
            0.22 - 0.22 * high,
        )
        found.append(place)
    return found


def _swarm(many: int, dice: Dice) -> list[Place]:
    """On one wind: a spiral that begins far and small and sweeps out to the near and large."""
    side = 1 if dice.whole(0, 1) else -1
    first, found = _some(dice, math.pi), []
    for k in range(many):
        t = (k + 0.5) / many
        angle = first + side * t * 7.2
        reach = 0.06 + 0.34 * t**0.85
        size = (0.040 + 0.088 * t**1.4) * (0.78 + 0.5 * dice.whole(0, 1000) / 1000)
        if k == many - 1:
            size = max(size, 0.13)
        place = Place(
            0.5 + math.cos(angle) * reach * 1.04 + _some(dice, 0.022),
            0.50 + math.sin(angle) * reach * 0.92 + _some(dice, 0.022),
            size,
            angle + side * math.pi / 2 + math.pi / 2 + _some(dice, 0.6),
            0.75 * (1 - t),
            dice.whole(0, 1) == 1,
        )
        found.append(place)
    return found


def _horizon(many: int, dice: Dice) -> list[Place]:
    """Low in the picture under a great sky."""
    found = []
    middle = (many - 1) / 2
    for k in range(many):
        aside = (k - middle) / max(1.0, middle)
        size = (0.29 if many == 1 else 0.74 / (many + 1.4)) * (1 - 0.25 * abs(aside))
        place = Place(
            0.5 + aside * 0.33 + _some(dice, 0.05),
            0.69 - 0.02 * abs(aside) + _some(dice, 0.01),
            size * (1 + _some(dice, 0.06)),
            0.0,
            0.25 * abs(aside),
            k % 2 == 1,
        )
        found.append(place)
    return found


def _monument(many: int, dice: Dice) -> list[Place]:
    """So near that it hardly fits; any others stand small behind it."""
    found = [Place(0.5 + _some(dice, 0.03), 0.51 + _some(dice, 0.03), 0.49 + _some(dice, 0.02))]
    for k in range(1, many):
        side = 1 if k % 2 else -1
        place = Place(
            0.5 + side * (0.38 + _some(dice, 0.05)),
            0.16 + 0.1 * (k // 2) + _some(dice, 0.04),
            0.075,
            _some(dice, 0.3),
            0.8,
            side > 0,
        )
        found.append(place)
    return found


def _pair(many: int, dice: Dice) -> list[Place]:
    """Two that turn to each other; more go by twos, smaller."""
    found = []
    for k in range(many):
        row, side = k // 2, -1 if k % 2 == 0 else 1
        lean = 0.12 + _some(dice, 0.05)
        place = Place(
            0.5 + side * (0.225 - 0.05 * row) + _some(dice, 0.012),
            (0.52 if row == 0 else 0.24 - 0.1 * (row - 1)) + side * 0.035,
            (0.238 + (0.022 if side > 0 else 0.0)) * 0.5 ** min(row, 2),
            -side * lean,
            min(1.0, 0.06 * (side < 0) + 0.4 * row),
            side > 0,
        )
        found.append(place)
    return found


def _some(dice: Dice, most: float) -> float:
    """Anything between minus and plus so much."""
    return dice.whole(-1000, 1000) / 1000 * most


LAYOUTS: tuple[Layout, ...] = (
    Layout("centred", "Centred", "In the middle, at rest.", (1, 1), _centred),
    Layout("thirds", "Thirds", "Off the middle, an echo far away.", (1, 2), _thirds),
    Layout("diagonal", "Diagonal", "From near to far across the picture.", (3, 6), _diagonal),
    Layout("ring", "Ring", "A wreath around an open middle.", (7, 11), _ring),
    Layout("swarm", "Swarm", "Many on one wind, far and near.", (14, 26), _swarm),
    Layout("horizon", "Low horizon", "Low, under a great sky.", (2, 3), _horizon),
    Layout("monument", "Monument", "So near that it hardly fits.", (1, 1), _monument),
    Layout("pair", "Pair", "Two that turn to each other.", (2, 2), _pair),
)
BY_NAME = {layout.name: layout for layout in LAYOUTS}
