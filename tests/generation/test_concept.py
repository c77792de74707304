"""concept
each program       -> something, inside its frame, within so many shapes, at any traits
the same dice      -> the same figure
other traits       -> another figure
each entry         -> has a program, and each program an entry
"""

from __future__ import annotations

import math
from importlib import import_module

import numpy as np
import pytest

from generation.dice import Dice
from generation.painter.concept.catalogue import BY_NAME, ENTRIES
from generation.painter.concept.concept import Concept, concept
from generation.painter.concept.draw import Sheets, draw
from generation.painter.concept.figure import Figure, frame
from generation.painter.light import Light
from generation.painter.paints import mixed
from generation.painter.palette import PALETTES

MOST_SHAPES = 1000
SIZE = 128
LIGHT = Light(math.cos(-2.2), math.sin(-2.2))
NAMES = [entry.name for entry in ENTRIES]
THROWS = range(4)


def thrown(kind: Concept, seed: int) -> tuple[int, ...]:
    """Trait values; the first two throws are the extremes."""
    if seed < 2:
        return (0, 1000)[seed : seed + 1] * len(kind.traits)
    dice = Dice(f"traits {seed}")
    return tuple(trait.thrown(dice) for trait in kind.traits)


def drawn(name: str, seed: int) -> Figure:
    kind = concept(name)
    paints = mixed(PALETTES[seed % len(PALETTES)])
    return kind.draw(thrown(kind, seed), paints, LIGHT, Dice(f"figure {seed}"))


def sheets(figure: Figure, reach: float = 0.45) -> Sheets:
    return draw([figure.placed(frame(0.5, 0.5, reach))], LIGHT, SIZE)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", THROWS)
def test_a_program_draws_something_within_its_frame(name: str, seed: int) -> None:
    figure, entry = drawn(name, seed), BY_NAME[name]
    assert figure.count <= MOST_SHAPES
    if entry.is_scene:
        found = sheets(figure, 0.5)
        assert 0.15 < found.cover.mean() < 0.98
        return
    if figure.balls is not None:
        away = np.hypot(figure.balls[:, 0], figure.balls[:, 1]) + figure.balls[:, 3] * 0.5
        assert 0.5 < away.max() < 1.35
        return
    found = sheets(figure)
    assert found.cover.mean() > 0.02
    assert found.height.max() > 0.2
    at = (np.arange(SIZE) + 0.5) / SIZE - 0.5
    away = np.hypot(at[None, :], at[:, None])[found.cover > 0.5]
    assert 0.30 < away.max() < 0.49


@pytest.mark.parametrize("name", NAMES)
def test_the_same_dice_draw_the_same_figure(name: str) -> None:
    first, second = (sheets(drawn(name, 3)) for _ in range(2))
    assert (first.colour == second.colour).all()
    assert (first.height == second.height).all()


@pytest.mark.parametrize("name", NAMES)
def test_traits_change_the_figure(name: str) -> None:
    low, high = (drawn(name, seed) for seed in (0, 1))
    if low.balls is not None:
        assert high.balls is not None
        assert low.balls.shape != high.balls.shape or not np.allclose(low.balls, high.balls)
        return
    change = np.abs(sheets(low).cover - sheets(high).cover).mean()
    assert change + np.abs(sheets(low).colour - sheets(high).colour).mean() > 0.02


def test_every_entry_has_its_program_and_every_program_its_entry() -> None:
    families = {entry.family for entry in ENTRIES}
    programs = [
        program.name
        for family in families
        for program in import_module(f"generation.painter.concept.{family}").CONCEPTS
    ]
    assert sorted(programs) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_traits_have_names_of_their_own(name: str) -> None:
    names = [trait.name for trait in concept(name).traits]
    assert len(set(names)) == len(names) >= 3
