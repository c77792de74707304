"""the painting
at 0            -> a cloud: near neutral, brighter than the sky around it
at 1000         -> a flower: saturated where it opens, unlike the sky behind it
between         -> colour grows step by step as the flower comes out, never falls back
light           -> the sun's side of a cloud is brighter than the other
strokes         -> paint is laid over all the canvas, with visible relief
palettes        -> each gives another sky
versions        -> each still paints what it painted when it was released (golden thumbnails)
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generation import Raster, render
from generation.likeness import compare
from generation.painter.arrange import arrange
from generation.painter.edition import BY_VERSION
from generation.painter.palette import PALETTES, Palette
from generation.painter.plan import UNIT, PainterPlan
from generation.painter.scene import compose, direction
from tests.generation.easel import Ask, Pixels

GOLDEN = Path(__file__).parent / "golden"
SEED = 5


def colourfulness(rgb: np.ndarray) -> float:
    """M of Hasler and Suesstrunk 2003: spread and mean of the opponent colours."""
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    rg, yb = red - green, (red + green) / 2 - blue
    spread = np.hypot(rg.std(), yb.std())
    return float(spread + 0.3 * np.hypot(rg.mean(), yb.mean()))


def saturation(rgb: np.ndarray) -> float:
    top, low = rgb.max(-1), rgb.min(-1)
    return float(((top - low) / np.maximum(top, 1e-6)).mean())


def around(picture: np.ndarray, plan: PainterPlan, reach: float) -> np.ndarray:
    """The pixels no further from the flower's centre than a share of its radius."""
    (flower,) = plan.becoming
    at = (np.arange(len(picture)) + 0.5) / len(picture)
    dx, dy = at[None, :] - flower.x / UNIT, at[:, None] - flower.y / UNIT
    return picture[np.hypot(dx, dy) < reach * flower.scale / UNIT]


def subject(recipe: Ask, **chosen: int | str) -> np.ndarray:
    return compose(arrange(recipe(SEED, **chosen))).subject > 0.9


def test_a_cloud_is_near_neutral_and_brighter_than_the_sky(pixels: Pixels, recipe: Ask) -> None:
    picture, inside = pixels(SEED, position=0), subject(recipe, position=0)
    assert saturation(picture[inside]) < 0.75 * saturation(picture[~inside])
    assert picture[inside].mean() > picture[~inside].mean() + 0.1


def test_a_flower_is_saturated_where_the_cloud_was_not(pixels: Pixels, recipe: Ask) -> None:
    plan = arrange(recipe(SEED))
    cloud, flower = (around(pixels(SEED, position=p), plan, 0.6) for p in (0, 1000))
    assert saturation(flower) > saturation(cloud) + 0.1


def test_colour_grows_along_the_morph(pixels: Pixels, recipe: Ask) -> None:
    plan = arrange(recipe(SEED))
    found = [
        colourfulness(around(pixels(SEED, position=p), plan, 0.9)) for p in (400, 600, 800, 1000)
    ]
    assert found == sorted(found)
    assert found[-1] > 1.3 * found[0]


def test_the_morph_ends_far_from_where_it_began(pixels: Pixels) -> None:
    cloud, flower = (pixels(SEED, position=p) for p in (0, 1000))
    assert np.abs(cloud - flower).mean() > 0.05


def test_the_side_towards_the_sun_is_brighter(recipe: Ask, pixels: Pixels) -> None:
    plan = arrange(recipe(SEED, position=0))
    picture, inside = pixels(SEED, position=0).mean(-1), subject(recipe, position=0)
    y, x = np.nonzero(inside)
    light = direction(plan)
    along = (x - x.mean()) * light[0] + (y - y.mean()) * light[1]
    towards, away = along > np.quantile(along, 0.75), along < np.quantile(along, 0.25)
    assert picture[y[towards], x[towards]].mean() > picture[y[away], x[away]].mean() + 0.05


def test_paint_covers_the_canvas_with_relief_everywhere(pixels: Pixels) -> None:
    grey = pixels(SEED, position=600).mean(-1)
    rough = grey.reshape(16, 32, 16, 32).swapaxes(1, 2).std((2, 3))
    assert rough.min() > 0.008


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_sky_has_its_palettes_colours(recipe: Ask, palette: Palette) -> None:
    scene = compose(arrange(recipe(SEED, palette=palette.name, light="morning")))
    horizon = np.array([int(palette.horizon[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    sky = scene.target[440:460][:, :80].mean((0, 1))
    distances = {
        other.name: np.abs(
            np.array([int(other.horizon[i : i + 2], 16) / 255 for i in (1, 3, 5)]) - sky
        ).sum()
        for other in PALETTES
    }
    assert np.abs(horizon - sky).sum() < 0.6
    assert sorted(distances, key=distances.get).index(palette.name) < 6


@pytest.mark.parametrize("version", BY_VERSION)
def test_the_painter_paints_as_it_was_released(version: str, recipe: Ask) -> None:
    made = render(replace(recipe(SEED), engine_version=version)).png
    golden = GOLDEN / f"painter-{version}.png"
    with Image.open(golden) as image, Image.open(io.BytesIO(made)) as now:
        before = image.convert("RGB")
        small = now.resize(before.size, Image.Resampling.BOX)
    found = compare(*(Raster(*image.size, image.tobytes()) for image in (before, small)))
    assert found.mean_error < 2 / 255
    assert found.hash_distance <= 2
    assert found.similarity > 0.99
