"""versions of the painter
a later version      -> throws the same dice, so a seed keeps its figures
an older version     -> is known and loads, but is not offered for new works
lamps, moons, stars  -> keep their brightness at night, as they did not in version 2
thin limbs           -> stay in one piece while they are matter
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.ndimage import label

from generation import compose, describe, registry
from generation.engine import load
from generation.painter.arrange import arrange
from generation.painter.edition import BY_VERSION
from generation.painter.field import luminance
from generation.painter.scene import Scene, Stage
from generation.recipe import Recipe


def asked(version: str, seed: int = 1, prompt: str = "", **chosen: str | int) -> Recipe:
    """A small recipe of one version of the painter."""
    newest = compose("painter", {"size": 512, **chosen}, seed=seed, prompt=prompt)
    return replace(newest, engine_version=version)


def scene(version: str, position: int = 0, seed: int = 1, **chosen: str | int) -> Scene:
    return Stage(arrange(asked(version, seed, **chosen))).scene(position)


def test_a_seed_keeps_its_figures() -> None:
    older, newer = (arrange(asked(version, 9, "a horse by the sea")) for version in ("2", "3"))
    assert newer == replace(older, version="3")
    assert "version" not in older.as_dict()
    assert newer.as_dict()["version"] == "3"


def test_only_the_newest_is_offered() -> None:
    assert [card.version for card in describe() if card.name == "painter"] == ["3"]
    assert registry.card("painter").version == "3"
    for version in BY_VERSION:
        assert load("painter", version).card.version == version


@pytest.mark.parametrize("concept", ["lantern", "moon", "star", "moonbeams"])
def test_what_shines_is_bright_at_night(concept: str) -> None:
    dull, bright = (
        np.quantile(luminance(scene(v, concept=concept, light="night").target), 0.97)
        for v in ("2", "3")
    )
    assert bright > dull + 0.05
    assert bright > 0.65


def test_thin_limbs_hold_together() -> None:
    """Pieces of matter that lie apart from the body, half way from a horse to a deer."""
    loose = []
    for version in ("2", "3"):
        found = scene(version, 650, seed=3, concept="horse", becoming="deer")
        pieces, _ = label(found.subject > 0.35)
        sizes = np.bincount(pieces.ravel())[1:]
        loose.append(1.0 - sizes.max() / sizes.sum())
    assert loose[1] < 0.5 * loose[0]
