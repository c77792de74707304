"""living
limbs          -> skin on both sides of the bones, as far away as it is told
fitted         -> the furthest spot at the reach, whatever the shapes' own frames
modelled       -> light on the lit side, shade on the other
poses          -> other silhouettes: a leap is wider than a stand
words          -> what has a colour by nature wears the one that words ask for
water          -> a fish is drawn among weeds, a koi among pads
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from generation.dice import Dice
from generation.painter.concept.body import chain, coat, fitted, limb, modelled
from generation.painter.concept.catalogue import BY_NAME
from generation.painter.concept.concept import concept
from generation.painter.concept.draw import Sheets, draw
from generation.painter.concept.figure import Figure, Shape, flat, frame
from generation.painter.concept.form import oval
from generation.painter.light import Light
from generation.painter.paints import asked, mixed
from generation.painter.palette import PALETTES
from generation.painter.setting import backdrop

LIGHT = Light(0.0, -1.0)
SIZE = 96


def posed(name: str, **chosen: int) -> Sheets:
    """A thing with every trait in the middle, but for those chosen."""
    kind = concept(name)
    traits = [chosen.get(trait.name, 500) for trait in kind.traits]
    figure = kind.draw(traits, mixed(PALETTES[1]), LIGHT, Dice("pose"))
    return draw([figure.placed(frame(0.5, 0.5, 0.48))], LIGHT, SIZE)


def outline(sheets: Sheets) -> tuple[int, int]:
    """How many columns and rows the thing takes."""
    solid = sheets.cover > 0.5
    return int(solid.any(0).sum()), int(solid.any(1).sum())


def test_bones_hang_from_their_joint() -> None:
    joints = chain(0.0, 0.0, ((1.0, 0.0), (1.0, 90.0), (1.0, 180.0)))
    assert joints.round(9).tolist() == [[0, 0], [0, 1], [1, 1], [1, 0]]


def test_skin_lies_on_both_sides_of_a_limb() -> None:
    skin = ((0.0, 0.1), (0.5, 0.2), (1.0, 0.1))
    edge = limb(chain(0.0, 0.0, ((1.0, 0.0),)), skin, skin)
    assert edge[:, 0].max() == pytest.approx(0.2, abs=0.01)
    assert edge[:, 0].min() == pytest.approx(-0.2, abs=0.01)


def test_what_is_fitted_reaches_as_far_as_it_may() -> None:
    ball = Shape(oval(3.0, 1.0, 0.2), flat(0.5)).placed(frame(1.0, 1.0, 2.0, 0.7))
    other = Shape(oval(-1.0, 0.0, 0.4), flat(0.5))
    sheets = draw([Figure(fitted((ball, other), 0.9)).placed(frame(0.5, 0.5, 0.5))], LIGHT, SIZE)
    at = (np.arange(SIZE) + 0.5) / SIZE - 0.5
    away = np.hypot(at[None, :], at[:, None])[sheets.cover > 0.5]
    assert away.max() == pytest.approx(0.45, abs=0.02)


def test_a_body_is_lighter_where_the_light_comes_from() -> None:
    wear = coat((0.5, 0.4, 0.3), LIGHT)
    body = Figure((modelled(oval(0.0, 0.0, 0.8), wear),)).placed(frame(0.5, 0.5, 0.5))
    colour = draw([body], LIGHT, SIZE).colour
    assert colour[SIZE // 6, SIZE // 2].mean() > colour[-SIZE // 6, SIZE // 2].mean() + 0.15


@pytest.mark.parametrize("name", ["horse", "deer", "crane"])
def test_what_moves_is_wider_against_its_height(name: str) -> None:
    still, moving = (outline(posed(name, motion=motion)) for motion in (0, 1000))
    assert moving[0] / moving[1] > still[0] / still[1] + 0.2


def test_a_cat_sits_taller_than_it_walks() -> None:
    sits, walks = (outline(posed("cat", motion=motion)) for motion in (0, 1000))
    assert sits[1] / sits[0] > walks[1] / walks[0]


def test_antlers_make_a_deer_taller() -> None:
    hind, stag = (posed("deer", motion=0, antlers=antlers) for antlers in (0, 1000))
    assert np.abs(hind.cover - stag.cover).mean() > 0.02


def test_musk_roses_are_many() -> None:
    kind = concept("rose")
    light, paints = Light(math.cos(-2.2), math.sin(-2.2)), mixed(PALETTES[4])
    one, many = (
        kind.draw(
            [musk if t.name == "musk" else 500 for t in kind.traits], paints, light, Dice("r")
        )
        for musk in (0, 1000)
    )
    assert many.count > one.count


@pytest.mark.parametrize("name", ["horse", "cat", "deer", "crane", "swallow", "leaf", "tree"])
def test_words_colour_what_has_a_colour_of_its_own(name: str) -> None:
    kind = concept(name)
    traits = [300 for _ in kind.traits]
    shown = []
    for colours in (["#2040ff"], ["#ff3010"]):
        figure = kind.draw(traits, asked(mixed(PALETTES[1]), colours), LIGHT, Dice("words"))
        found = draw([figure.placed(frame(0.5, 0.5, 0.48))], LIGHT, SIZE)
        shown.append((found.colour * found.cover[..., None]).sum((0, 1)) / found.cover.sum())
    blue, red = shown
    assert blue[2] > red[2] + 0.05
    assert red[0] > blue[0] + 0.05


@pytest.mark.parametrize(("name", "setting"), [("koi", "pond"), ("fish", "deep")])
def test_fish_have_water_all_around(name: str, setting: str) -> None:
    assert BY_NAME[name].setting == setting
    around = backdrop(setting, mixed(PALETTES[3]), LIGHT, Dice("water"))
    sheets = draw([around.placed(frame(0.5, 0.5, 0.5))], LIGHT, SIZE)
    assert sheets.cover.min() > 0.99
    assert sheets.colour.std() > 0.03
