"""Describe a picture by numbers: those that people could point at, and those an eye has learnt.

Light, colour, detail and symmetry are measured from what is typical of the painter's works in units
of their spread, and can be told in words. What the dual encoder's eye sees has no words, but knows
a cat from a cloud. Each number is rounded, so that every machine gives the same.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from generation.recipe import canonical_json
from generation.taste import eye

if TYPE_CHECKING:
    from generation.engine import Raster

Vector = NDArray[np.float64]
Plane = NDArray[np.float64]  # (SIDE, SIDE)

SIDE: Final = 64  # of the look that is measured, in pixels
UNIT: Final = 1 << 16
FARTHEST: Final = 6.0  # in spreads: one odd number cannot outvote all others
FORMAT: Final = "atelier-taste-features/1"


@dataclass(frozen=True, slots=True)
class Feature:
    """One number: its name, and mean and spread over a hundred works of the painter, in 1e-4."""

    name: str
    title: str  # what more of it is called
    less: str  # what less of it is called
    typical: int
    spread: int


FEATURES: Final = (
    Feature("lightness", "light pictures", "dark pictures", 6876, 1783),
    Feature("contrast", "strong contrast", "quiet contrast", 1247, 468),
    Feature("shadows", "airy shadows", "deep shadows", 5261, 1937),
    Feature("highlights", "bright highlights", "subdued highlights", 8393, 1654),
    Feature("colour", "rich colour", "muted colour", 418, 242),
    Feature("accents", "single strong accents of colour", "even colour", 166, 113),
    Feature("span", "many hues together", "one hue throughout", 265, 187),
    Feature("red", "reds", "fewer reds", 116, 146),
    Feature("yellow", "yellows and golds", "fewer yellows", 151, 122),
    Feature("green", "greens", "fewer greens", 106, 109),
    Feature("cyan", "blue-greens", "fewer blue-greens", 115, 168),
    Feature("blue", "blues", "fewer blues", 178, 255),
    Feature("violet", "violets and pinks", "fewer violets", 134, 189),
    Feature("fine", "fine detail", "smooth surfaces", 609, 220),
    Feature("middling", "clear shapes", "soft shapes", 841, 379),
    Feature("coarse", "large masses against each other", "one open field", 1228, 480),
    Feature("upright", "upright lines", "level lines", -447, 907),
    Feature("mirrored", "left and right alike", "left and right unlike", -775, 293),
    Feature("reflected", "top and bottom alike", "top and bottom unlike", -1074, 398),
    Feature("glow", "a bright middle", "a dark middle", -134, 679),
    Feature("focus", "detail in the middle", "detail all over", 14266, 5118),
    Feature("aside", "subjects to one side", "subjects in the middle", 243, 271),
    Feature("low", "subjects set low", "subjects set high", 78, 499),
)
NAMES: Final = tuple(one.name for one in FEATURES)  # of the first numbers; the eye's have none
COUNT: Final = len(FEATURES) + eye.WIDTH
EYE_SCALE: Final = 4.0  # brings a vector of length 1 to where a prior on both is fair
# Directions in the plane of OKLab's a and b, 60 degrees apart, from red on.
_HUES: Final = (
    (0.90631, 0.42262),
    (0.08716, 0.99619),
    (-0.81915, 0.57358),
    (-0.90631, -0.42262),
    (-0.08716, -0.99619),
    (0.81915, -0.57358),
)


def features(raster: Raster) -> Vector:
    """What a picture of any size is like, (COUNT,), each number -6 to 6; `NAMES` come first."""
    return of_pixels(raster.width, raster.height, raster.rgb)


def of_pixels(width: int, height: int, rgb: bytes) -> Vector:
    """The same of bare pixels, three bytes each, row by row from the top."""
    look = _look(width, height, rgb)
    typical = np.array([one.typical for one in FEATURES]) / 1e4
    spread = np.array([one.spread for one in FEATURES]) / 1e4
    named = np.clip((_measures(look / 255.0) - typical) / spread, -FARTHEST, FARTHEST)
    unnamed = eye.seen(look) * EYE_SCALE
    return np.asarray(np.rint(np.concatenate([named, unnamed]) * UNIT) / UNIT)


@cache
def digest() -> str:
    """Names these very features, hexadecimal: a model says with which ones it was fitted.

    An eye that is trained anew makes other features of the same pictures.
    """
    told = [[one.name, one.typical, one.spread] for one in FEATURES]
    content = canonical_json(
        {"format": FORMAT, "side": SIDE, "features": told, "eye": eye.digest()}
    )
    return hashlib.sha256(content).hexdigest()


def _measures(look: NDArray[np.float64]) -> Vector:
    """The named numbers of a look of 0 to 1, before they are put on one scale."""
    from generation.painter.style.oklab import oklab

    lab = oklab(look)
    light, a, b = lab[..., 0], lab[..., 1], lab[..., 2]
    return np.array([*_light(light), *_colour(a, b), *_detail(light), *_order(light)])


def _look(width: int, height: int, rgb: bytes) -> NDArray[np.uint8]:
    """The picture as (SIDE, SIDE, 3) of 0 to 255, whole cells averaged."""
    from PIL import Image

    image = Image.frombytes("RGB", (width, height), rgb)
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX))


def _light(light: Plane) -> list[float]:
    """Mean, spread, the shadows' and the highlights' level."""
    levels = np.sort(light, axis=None)
    tenth = len(levels) // 10
    return [light.mean(), light.std(), levels[tenth], levels[-tenth]]


def _colour(a: Plane, b: Plane) -> list[float]:
    """How colourful, how unevenly so, how many hues apart, and how much of six hues."""
    chroma = np.sqrt(a * a + b * b)
    apart = np.sqrt(a.var() + b.var())
    hues = [np.maximum(0.0, a * x + b * y).mean() for x, y in _HUES]
    return [chroma.mean(), chroma.std(), apart, *hues]


def _detail(light: Plane) -> list[float]:
    """How much changes between neighbours: fine, middling, coarse; upright against level."""
    found, plane = [], light
    for _ in range(3):
        across, down = np.abs(np.diff(plane, axis=1)).mean(), np.abs(np.diff(plane, axis=0)).mean()
        found.append(across + down)
        plane = _halved(_halved(plane))
    across, down = np.abs(np.diff(light, axis=1)).mean(), np.abs(np.diff(light, axis=0)).mean()
    return [*found, (across - down) / (across + down + 1e-3)]


def _order(light: Plane) -> list[float]:
    """Likeness of the halves, light and detail in the middle, where the detail lies."""
    quarter = SIDE // 4
    middle = slice(quarter, SIDE - quarter)
    busy = np.abs(np.diff(light, axis=1))[:-1] + np.abs(np.diff(light, axis=0))[:, :-1]
    total, at = busy.sum() + 1e-3, (np.arange(SIDE - 1) + 0.5) / (SIDE - 1) - 0.5
    return [
        -np.abs(light - light[:, ::-1]).mean(),
        -np.abs(light - light[::-1]).mean(),
        light[middle, middle].mean() - light.mean(),
        busy[middle, middle].mean() / (busy.mean() + 1e-3),
        abs(float((busy.sum(0) * at).sum() / total)),
        float((busy.sum(1) * at).sum() / total),
    ]


def _halved(plane: Plane) -> Plane:
    side = len(plane) // 2
    return np.asarray(plane.reshape(side, 2, side, 2).mean((1, 3)))
