"""Draw what stands in the sky: moon, sun, stars."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice, count
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    radial,
    ramp,
)
from generation.painter.concept.form import arc, blade, joined, oval, points, scatter, star
from generation.painter.concept.part import glow, line, shining, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

SILVER: Colour = (0.93, 0.93, 0.90)
GOLD: Colour = (1.0, 0.80, 0.36)
WHITE: Colour = (1.0, 0.99, 0.95)


def moon(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """From a thin crescent to full, with seas and craters, in a halo of its own."""
    stone = blend(SILVER, paints.bloom(traits["colour"]), amount(traits["tint"], 0.0, 0.35))
    phase, turn = amount(traits["phase"], 0.16, 1.0), amount(traits["lean"], -0.7, 0.5)
    radius = amount(traits["halo"], 0.88, 0.70)
    shine = blend(stone, WHITE, 0.4)
    shapes: Shapes = (
        glow(0.0, 0.0, 1.5, blend(shine, paints.middle, 0.4), 0.34),
        glow(0.0, 0.0, radius * 1.35, shine, 0.30),
    )
    if traits["halo"] > 500:
        ring = arc(0.0, 0.0, radius * 1.28, 0.0, 2 * math.pi, 64)
        shapes += (line(ring, 0.010, shine, 0.30),)
    night = oval(0.0, 0.0, radius * 0.99, many=40)
    shapes += (Shape(night, flat(blend(paints.ink, paints.middle, 0.45), 0.62), flat(0.3)),)
    body = placed(_globe(phase, stone, paints.shade, dice), frame(scale=radius, turn=turn))
    return Figure(shapes + body)


def _globe(phase: float, stone: Colour, shade: Colour, dice: Dice) -> Shapes:
    """The lit part of a globe of radius 1; light comes from the right."""
    lit, dark = blend(stone, WHITE, 0.55), blend(stone, shade, 0.42)
    fill = radial((0.42, -0.22), 1.7, WHITE, lit, stone, dark, at=(0.0, 0.30, 0.62, 1.0))
    rise = radial((0.1, 0.0), 1.1, 0.9, 0.75, 0.3, at=(0.0, 0.6, 1.0))
    marks: list[Shape] = []
    for x, y, r, throw in _seas(dice):
        blot = oval(x, y, r, r * (0.72 + 0.4 * throw), turn=throw * 3)
        marks.append(Shape(blot, flat(dark, 0.42), soft=r * 0.22))
    for (x, y), (size, _) in zip(
        scatter(26, 0.94, 1.0).tolist(),
        dice.stage("craters").uniform((26, 2)).tolist(),
        strict=True,
    ):
        r = 0.018 + 0.065 * size**3
        marks.append(Shape(oval(x, y, r), flat(dark, 0.55)))
        marks.append(Shape(oval(x - r * 0.22, y + r * 0.12, r * 0.86), flat(lit, 0.75)))
    limb = Shape(oval(0.0, 0.0, 0.99), flat(dark, 0.5), line=0.05, soft=0.03)
    edge = _lit_part(phase)
    return shining(Shape(edge, fill, rise, inside=(*marks, limb)))


def _seas(dice: Dice) -> list[tuple[float, float, float, float]]:
    spots = (
        *((-0.30, -0.38, 0.34), (0.16, -0.36, 0.22), (0.36, -0.10, 0.24), (-0.46, 0.10, 0.30)),
        *((0.02, 0.06, 0.17), (-0.12, 0.46, 0.22), (0.62, 0.22, 0.13)),
    )
    throws = dice.stage("seas").uniform((len(spots), 3)).tolist()
    return [
        (x + 0.1 * (a - 0.5), y + 0.1 * (b - 0.5), r * (0.85 + 0.3 * c), c)
        for (x, y, r), (a, b, c) in zip(spots, throws, strict=True)
    ]


def _lit_part(phase: float) -> Points:
    """Half a circle on the right, closed by the terminator, which is half an ellipse."""
    rim = arc(0.0, 0.0, 1.0, -math.pi / 2, math.pi / 2, 40)
    half = arc(0.0, 0.0, 1.0, math.pi / 2, -math.pi / 2, 40)
    return joined(rim, half * np.array([1.0 - 2.0 * phase, 1.0]))


def sun(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A disc in rings of rays, as on old maps: flames and blades by turns."""
    gold = blend(GOLD, paints.bloom(traits["colour"]), amount(traits["tint"], 0.05, 0.55))
    lit, body, deep = tones(gold, light)
    many, disc = count(traits["rays"], 8, 16), amount(traits["disc"], 0.34, 0.46)
    reach = amount(traits["reach"], 0.82, 0.97)
    bend = amount(traits["flame"], 0.0, 0.32)
    shapes: list[Shape] = [glow(0.0, 0.0, 1.5, blend(gold, WHITE, 0.3), 0.45)]
    for ring, (long_, wide, floor) in enumerate(((reach, 0.62, 0.3), (reach * 0.82, 0.86, 0.42))):
        for k in range(many):
            angle = 2 * math.pi * (k + 0.5 * ring) / many
            own = light.seen(angle)
            width = 2 * math.pi * disc / many * wide
            edge = blade(
                long_ - disc * 0.7, width, 0.55, 1.15, bend * (1 - 2 * (k % 2)), width * 0.9
            )
            tip = blend(body, paints.bloom((traits["colour"] + 250) % 1000), 0.35)
            fill = ramp((0.0, 0.0), (long_ - disc, 0.0), lit, body, blend(tip, deep, 0.3))
            rise = ramp((0.0, 0.0), (long_ - disc, 0.0), floor + 0.2, floor)
            side = ramp(
                (0.0, -width / 2), (0.0, width / 2), (*WHITE, 0.35), (*WHITE, 0.0), (*deep, 0.4)
            )
            if own.y > 0:
                side = ramp(
                    (0.0, width / 2), (0.0, -width / 2), (*WHITE, 0.35), (*WHITE, 0.0), (*deep, 0.4)
                )
            spot = frame(math.cos(angle) * disc * 0.7, math.sin(angle) * disc * 0.7, 1.0, angle)
            shapes.append(
                Shape(edge, fill, rise, shadow=0.03, inside=(Shape(edge, side),), frame=spot)
            )
    shapes += _disc(disc, (lit, body, deep), light, traits["face"])
    return Figure(shining(*shapes))


def _disc(r: float, three: tuple[Colour, Colour, Colour], light: Light, rings: int) -> Shapes:
    """The middle: a dome with engraved rings."""
    lit, body, deep = three
    near = (light.x * r * 0.4, light.y * r * 0.4)
    fill = radial(near, r * 1.5, WHITE, blend(lit, WHITE, 0.3), body, deep, at=(0.0, 0.2, 0.7, 1.0))
    rise = radial((0.0, 0.0), r, 0.95, 0.85, 0.5, at=(0.0, 0.7, 1.0))
    marks = tuple(
        line(arc(0.0, 0.0, r * share, 0.0, 2 * math.pi, 48), r * 0.025, deep, 0.5)
        for share in (0.92, 0.82, *((0.60, 0.52) if rings > 500 else ()))
    )
    return (Shape(oval(0.0, 0.0, r, many=40), fill, rise, shadow=0.05, inside=marks),)


def stars(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """One great star, and a constellation of lesser ones around it, joined by fine lines."""
    warm = blend(WHITE, paints.bloom(traits["colour"]), amount(traits["tint"], 0.1, 0.6))
    rays, many = choice(traits["rays"], (4, 5, 6, 8)), count(traits["many"], 7, 22)
    spots = scatter(many, 1.0, amount(traits["turn"], 0.0, 6.28))
    away = np.sqrt((spots * spots).sum(-1, keepdims=True))
    spots = spots / away * (0.52 + 0.38 * away)  # none before the great one
    spots = spots + (dice.stage("places").uniform((many, 2)) - 0.5) * 0.16
    shapes: list[Shape] = [glow(0.0, 0.0, 1.2, warm, 0.30)]
    order = sorted(range(1, many), key=lambda k: math.atan2(spots[k][1], spots[k][0]))
    for a, b in pairwise(order):
        thread = points(tuple(spots[a]), tuple(spots[b]))
        shapes.append(line(thread, 0.007, warm, 0.45))
    for k, (size, turn) in enumerate(dice.stage("sizes").uniform((many, 2)).tolist()):
        x, y = spots[k].tolist()
        r = amount(traits["size"], 0.44, 0.62) if k == 0 else 0.05 + 0.10 * size * size
        x, y = (0.0, 0.0) if k == 0 else (x, y)
        shapes += placed(_star(rays, r, warm, light, 0.0 if k == 0 else turn), frame(x, y))
    return Figure(tuple(shapes))


def _star(rays: int, r: float, colour: Colour, light: Light, turn: float) -> Shapes:
    """A star cut in facets: each ray has a lit and a shaded side."""
    lit, body, deep = tones(colour, light)
    corners = star(0.0, 0.0, r, r * (0.36 if rays < 6 else 0.42), rays, turn * 0.6)
    found: list[Shape] = [glow(0.0, 0.0, r * 1.5, colour, 0.35)]
    found.append(
        Shape(corners, flat(body), radial((0.0, 0.0), r, 0.9, 0.4), corners=True, shadow=0.02)
    )
    for k in range(2 * rays):
        a, b = corners[k], corners[(k + 1) % (2 * rays)]
        m = (a + b) / 2
        length = float(np.hypot(m[0], m[1])) or 1.0
        way = -1.0 if k % 2 else 1.0
        facing = light.on(-m[1] / length * way, m[0] / length * way)
        tint = blend(body, WHITE, 0.5 * facing) if facing > 0 else blend(body, deep, -0.55 * facing)
        facet = points((0.0, 0.0), tuple(a.tolist()), tuple(b.tolist()))
        found.append(Shape(facet, flat(blend(tint, lit, 0.2)), corners=True))
    return shining(*found)


CONCEPTS = (
    Concept(
        "moon",
        (
            Trait("phase", "Phase", "thin crescent", "full", 560),
            COLOUR,
            Trait("tint", "Stone", "silver", "tinted", 350),
            Trait("halo", "Halo", "close", "wide ring"),
            Trait("lean", "Lean", "lit from above", "lit from below"),
        ),
        moon,
    ),
    Concept(
        "sun",
        (
            COLOUR,
            Trait("tint", "Metal", "gold", "tinted"),
            Trait("rays", "Rays", "eight", "sixteen"),
            Trait("disc", "Disc", "small", "large"),
            Trait("reach", "Reach", "short rays", "long rays"),
            Trait("flame", "Rays", "straight", "flaming"),
            Trait("face", "Rings", "plain", "engraved"),
        ),
        sun,
    ),
    Concept(
        "star",
        (
            COLOUR,
            Trait("tint", "Light", "white", "tinted", 350),
            Trait("rays", "Rays", "four", "eight"),
            Trait("many", "Company", "few", "many"),
            Trait("size", "Size", "small", "great"),
            Trait("turn", "Sky", "early", "late"),
        ),
        stars,
    ),
)
