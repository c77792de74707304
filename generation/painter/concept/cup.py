"""Draw cupped petals: deep at their foot, rolled at their rim, and the leaves that go with them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from generation.painter.colour import Colour, blend, clip, deepen
from generation.painter.concept.body import crescent
from generation.painter.concept.figure import Points, Shape, Shapes, flat, frame, ramp
from generation.painter.concept.form import bezier, blade, curve
from generation.painter.concept.part import leaf, tube
from generation.painter.light import Light


@dataclass(frozen=True, slots=True)
class Cup:
    """The form of a petal; lengths are shares of its own."""

    belly: float = 1.9  # above 1 it is widest near its rim
    roundness: float = 0.5  # below 1 its rim is round, above it is pointed
    foot: float = 0.35  # width of its foot
    ruffle: float = 0.0  # how much its rim waves
    roll: float = 0.05  # how far the rim is rolled back
    veins: int = 7


def cupped(
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    tint: Colour,
    light: Light,
    cup: Cup,
    bend: float = 0.0,
    floor: float = 0.3,
    grain: float = 0.0,
    foot: Colour | None = None,
    tip: Colour | None = None,
) -> Shape:
    """One petal from its foot at (x, y): `bend` swings its rim, `grain` begins its waves."""
    sun = light.seen(angle)
    edge = _outline(length, width, cup, bend, grain)
    faces = -sun.x * 0.5 + 0.5  # petals that lean from the light show their inside
    deep = clip(blend(deepen(tint, 1.7), light.dark, 0.10))
    pale = clip(blend(tip or tint, light.sun, 0.16 + 0.30 * faces))
    body = clip(blend(tint, deepen(tint), 0.30 * (1.0 - faces)))
    low = foot or blend(tint, deep, 0.75)
    fill = ramp(
        (0.0, 0.0), (length, 0.0), low, blend(low, body, 0.6), body, pale, at=(0.0, 0.3, 0.62, 1.0)
    )
    rise = ramp((0.0, 0.0), (length, 0.0), floor * 0.6, floor + 0.1, floor + 0.2, floor + 0.1)
    step = width * 0.10
    marks = [
        *_veins(length, width, bend, cup.veins, deep, pale),
        crescent(edge, sun.x * step, sun.y * step, deep, 0.60, step * 0.7),
        crescent(edge, -length * cup.roll * 2.4, 0.0, deep, 0.34, length * 0.03),
        crescent(edge, -length * cup.roll, 0.0, blend(pale, light.sun, 0.35), 0.72, length * 0.010),
    ]
    return Shape(
        edge, fill, rise, shadow=length * 0.055, inside=tuple(marks), frame=frame(x, y, 1.0, angle)
    )


def _outline(length: float, width: float, cup: Cup, bend: float, grain: float) -> Points:
    edge = blade(length, width, cup.belly, cup.roundness, bend, width * cup.foot, many=26)
    u = edge[:, 0] / length
    t = np.linspace(0.0, 1.0, len(edge))
    wave = np.sin(t * 41.0 + grain) * 0.6 + np.sin(t * 73.0 + grain * 1.7) * 0.4
    away = cup.ruffle * length * wave * u**3
    side = np.sign(edge[:, 1] - bend * length * u**2) * 0.5
    return np.asarray(edge + np.stack([away, away * side], -1))


def _veins(
    length: float, width: float, bend: float, many: int, deep: Colour, pale: Colour
) -> Shapes:
    found = []
    for k in range(many):
        share = (k - (many - 1) / 2) / max(1.0, (many - 1) / 2)
        vein = bezier(
            (length * 0.03, share * width * 0.06),
            (length * 0.35, share * width * 0.30 + bend * length * 0.10),
            (length * 0.70, share * width * 0.46 + bend * length * 0.48),
            (length * 0.96, share * width * 0.40 + bend * length),
            many=6,
        )
        tint = pale if k % 2 else deep
        found.append(Shape(vein, flat(tint, 0.22), line=length * 0.010, closed=False))
    return tuple(found)


def spray(
    x: float, y: float, angle: float, length: float, green: Colour, light: Light, leaflets: int = 5
) -> Shapes:
    """A compound leaf: pairs of leaflets along a stalk, one at its end."""
    c, s = math.cos(angle), math.sin(angle)

    def at(along: float, aside: float) -> tuple[float, float]:
        return x + c * along - s * aside, y + s * along + c * aside

    stalk = curve(at(0.0, 0.0), at(length * 0.35, length * 0.03), at(length * 0.7, 0.0))
    shapes = tube(stalk, (0.030, 0.022, 0.014), green, light)
    size = length * 0.50
    for k in range((leaflets - 1) // 2):
        share = 0.30 + 0.32 * k
        for side in (-1.0, 1.0):
            spot = at(length * share, length * 0.02)
            shapes += leaf(
                *spot,
                angle + side * 0.95,
                size * (0.8 + 0.1 * k),
                size * 0.50,
                green,
                light,
                pairs=4,
            )
    return shapes + leaf(*at(length * 0.62, 0.0), angle, size, size * 0.54, green, light, pairs=4)
