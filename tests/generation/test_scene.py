"""scene
each setting     -> draws below, leaves the sky above, and is itself at any hour
each hour        -> another sky; night is dark and starry, storm duller than noon, mist paler
each concept     -> a subject that stands out from what lies behind it, with relief
depth            -> what is far away is nearer to the colour of the air
size             -> the same scene
the words' own colour -> is the colour of the thing
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from generation import compose
from generation.painter import hour
from generation.painter.arrange import arrange
from generation.painter.concept.catalogue import ENTRIES
from generation.painter.plan import PainterPlan
from generation.painter.scene import Scene, Stage
from generation.painter.setting import BACKDROPS

INDOORS = {"room", "pond", "deep"}  # no sky is seen there
AIR = {"size": 512, "palette": "lagoon", "light": "noon", "becoming": "nothing"}


def plan(seed: int = 5, prompt: str = "", **chosen: Any) -> PainterPlan:
    return arrange(compose("painter", {**AIR, **chosen}, seed=seed, prompt=prompt))


def scene(planned: PainterPlan, **changes: Any) -> Scene:
    return Stage(replace(planned, **changes)).scene(0)


def empty_sky(**chosen: Any) -> np.ndarray:
    """The sky without clouds, in its upper half where nothing else is."""
    found = scene(plan(concept="cloud", **chosen), subjects=(), setting="sky", bank=False, cirrus=0)
    return found.target[:256]


@pytest.mark.parametrize("setting", BACKDROPS)
def test_a_setting_lies_below_the_sky(setting: str) -> None:
    planned = plan(concept="butterfly", layout="centred")
    open_, there = (scene(planned, setting=one, bank=False) for one in ("sky", setting))
    change = np.abs(open_.target - there.target).mean(-1)
    assert change[400:].mean() > 0.03
    assert setting in INDOORS or change[:150].mean() < 0.02


@pytest.mark.parametrize("light", [one.name for one in hour.HOURS])
def test_every_hour_has_a_sky_of_its_own(light: str) -> None:
    here = empty_sky(light=light)
    for other in hour.HOURS:
        if other.name != light:
            assert np.abs(here - empty_sky(light=other.name)).mean() > 0.01


def test_hours_look_as_they_are_called() -> None:
    night, noon, mist, storm = (empty_sky(light=n) for n in ("night", "noon", "mist", "storm"))
    assert night.mean() < 0.6 * noon.mean()
    assert (night.max(-1) > 0.75).any()  # stars
    spread = [(sky.max(-1) - sky.min(-1)).mean() for sky in (mist, storm, noon)]
    assert max(spread[:2]) < 0.75 * spread[2]
    assert mist.mean() > storm.mean()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_subject_stands_out(entry: Any) -> None:
    planned = plan(concept=entry.name, layout="centred", light="auto")
    found, bare = scene(planned), scene(planned, subjects=())
    inside = found.subject > 0.5
    assert inside.mean() > 0.02
    assert np.abs(found.target - bare.target).mean(-1)[inside].mean() > 0.06
    assert found.height[inside].max() > (0.1 if entry.is_scene else 0.25)
    for field in (found.target, found.subject, found.height):
        assert 0.0 <= field.min() <= field.max() <= 1.0


def test_what_is_far_away_takes_the_colour_of_the_air() -> None:
    (thing,) = plan(concept="heart", layout="centred", light="mist").subjects
    planned = plan(concept="heart", layout="centred", light="mist")
    near, far = (scene(planned, subjects=(replace(thing, depth=d),)) for d in (0, 900))
    inside = near.subject > 0.9
    air = np.asarray(Stage(planned).air.horizon)
    away = [np.abs(found.target[inside] - air).mean() for found in (near, far)]
    assert away[1] < 0.6 * away[0]


def test_another_size_is_the_same_scene() -> None:
    planned = plan(concept="butterfly", layout="pair")
    small, large = (scene(planned, size=size).target for size in (512, 1024))
    cells = (
        found.reshape(64, len(found) // 64, 64, -1, 3).mean((1, 3)) for found in (small, large)
    )
    assert np.abs(next(cells) - next(cells)).mean() < 0.01


def test_a_thing_has_the_colour_that_the_words_ask() -> None:
    for word, channel in (("red", 0), ("green", 1), ("blue", 2)):
        found = scene(plan(prompt=f"a {word} heart", layout="centred"))
        mean = found.target[found.subject > 0.9].mean(0)
        assert mean.argmax() == channel
