"""Draw what is of nothing but itself: spirals, orbits, planes, bands, tiles."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice, count
from generation.painter.concept.figure import (
    Figure,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    ramp,
)
from generation.painter.concept.form import arc, joined, oval, points, ribbon, scatter
from generation.painter.concept.part import ball, glow, petal, solid
from generation.painter.light import Light
from generation.painter.paints import Paints

WHITE: Colour = (1.0, 0.995, 0.97)


def spiral(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Arms that wind outwards, of beads that grow, on the angle of sunflowers (Vogel 1979)."""
    many, turn = count(traits["many"], 90, 210), amount(traits["turn"], 0.0, 6.28)
    first = traits["colour"]
    found: list[Shape] = [glow(0.0, 0.0, 1.0, blend(paints.bloom(first), WHITE, 0.4), 0.34)]
    spots = scatter(many, 0.93, turn)
    throws = dice.stage("beads").uniform((many, 2)).tolist()
    arms = choice(traits["arms"], (5, 8, 13))
    for k in reversed(range(many)):
        x, y = spots[k].tolist()
        reach = math.hypot(x, y)
        size = (0.016 + 0.056 * reach) * amount(traits["size"], 0.95, 1.40)
        hue = (first + (k % arms) * 1000 // arms + int(90 * throws[k][0])) % 1000
        colour = blend(paints.bloom(hue), WHITE, 0.30 * (1 - reach))
        way = math.atan2(y, x) + 1.2
        if traits["form"] > 500:
            three = (deepen(colour), colour, blend(colour, WHITE, 0.45))
            found += petal(x, y, way, size * 2.6, size * 1.5, three, light, veins=0)
        else:
            found += ball(x, y, size, colour, light, 0.5)
    return Figure(tuple(found))


def abstract(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """One of four manners: orbits, planes, bands of flow, tiles of quarter circles."""
    manner = choice(traits["manner"], (_orbits, _planes, _bands, _tiles))
    return Figure(manner(traits, paints, light, dice))


def _tint(traits: Mapping[str, int], paints: Paints, throw: float) -> Colour:
    """Mostly the strong colours, now and then a quiet one."""
    quiet = (paints.light, paints.middle, paints.ink, paints.metal)
    if throw > 0.78:
        return quiet[int(throw * 1000) % 4]
    return paints.bloom((traits["colour"] + int(throw * 1280)) % 1000)


def _orbits(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Discs and arcs about one another, some of them only rings."""
    found: list[Shape] = []
    many = count(traits["parts"], 9, 22)
    for k, (a, b, c, d) in enumerate(dice.stage("orbits").uniform((many, 4)).tolist()):
        r = 0.52 * (1.0 - k / many) ** 1.4 + 0.035
        reach = (0.90 - r) * math.sqrt(b)
        x, y = reach * math.cos(6.28 * a), reach * math.sin(6.28 * a)
        colour = _tint(traits, paints, c)
        if d < 0.45:
            found.append(solid(oval(x, y, r, many=40), colour, light, (0.3 + 0.4 * k / many, 0.6)))
        elif d < 0.75:
            ring = ribbon(arc(x, y, r * 0.86, 6.28 * d, 6.28 * d + 3.2 + 3.0 * c, 60), r * 0.26)
            found.append(solid(ring, colour, light, (0.4, 0.7)))
        else:
            half = joined(arc(x, y, r, 6.28 * c, 6.28 * c + math.pi, 40))
            found.append(solid(half, colour, light, (0.4, 0.6)))
        for ring_ in range(1, 4 if d > 0.9 else 1):
            line_ = arc(x, y, r * (1.0 + 0.16 * ring_), 0.0, 2 * math.pi, 48)
            found.append(Shape(line_, flat(colour, 0.8), flat(0.3), line=0.010, closed=False))
    axis = points(
        (-0.9, amount(traits["tilt"], -0.5, 0.5)), (0.9, -amount(traits["tilt"], -0.5, 0.5))
    )
    found.append(Shape(ribbon(axis, 0.018), flat(paints.ink), flat(0.6), shadow=0.02))
    return tuple(found)


def _planes(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Bars and wedges that lean one way and cross, thrown in order of size."""
    found: list[Shape] = []
    lean, many = amount(traits["tilt"], -0.8, 0.8), count(traits["parts"], 10, 24)
    for k, (a, b, c, d, e) in enumerate(dice.stage("planes").uniform((many, 5)).tolist()):
        share = 1.0 - k / many
        long_, wide = 0.22 + 0.62 * share * (0.5 + 0.5 * d), 0.05 + 0.26 * share * e
        x, y = 1.1 * (a - 0.5) * (1 - 0.3 * share), 1.1 * (b - 0.5) * (1 - 0.3 * share)
        turn = lean + (math.pi / 2 if c > 0.6 else 0.0) + 0.16 * (d - 0.5)
        taper = wide * (0.2 if e > 0.7 else 1.0)
        edge = points(
            (-long_, -wide / 2), (long_, -taper / 2), (long_, taper / 2), (-long_, wide / 2)
        )
        colour = _tint(traits, paints, c * e % 1.0)
        own = light.seen(turn)
        body = solid(edge, colour, own, (0.3 + 0.4 * k / many, 0.5), shadow=0.03, corners=True)
        found += placed((body,), frame(x, y, 1.0, turn))
    for a, b, c in dice.stage("dots").uniform((7, 3)).tolist():
        found += ball(
            1.5 * (a - 0.5), 1.5 * (b - 0.5), 0.02 + 0.05 * c, _tint(traits, paints, c), light
        )
    return tuple(found)


def _bands(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Broad bands that flow together as agate does."""
    many, found = count(traits["parts"], 9, 18), []
    swing, lean = amount(traits["tilt"], 0.10, 0.34), dice.stage("lean").uniform(3).tolist()
    disc = oval(0.0, 0.0, 0.93, many=72)
    for k, (a, b, c) in enumerate(dice.stage("bands").uniform((many, 3)).tolist()):
        x = np.linspace(-1.1, 1.1, 50)
        base = -1.0 + 2.0 * k / many
        wave = np.sin(x * (2.0 + 1.5 * lean[0]) + 6.28 * lean[1]) * swing * (1.2 - abs(base) * 0.6)
        small = 0.045 * np.sin(x * (5.0 + 4.0 * a) + 6.28 * b)
        top = np.stack([x, base + wave + small], -1)
        colour = _tint(traits, paints, c)
        edge = joined(top, points((1.1, 1.3), (-1.1, 1.3)))
        fill = ramp(
            (light.x, 0.0), (-light.x, 0.0), blend(colour, light.sun, 0.4), colour, deepen(colour)
        )
        rim = Shape(
            ribbon(top, (0.006, 0.022, 0.010, 0.026, 0.006)), flat(blend(colour, WHITE, 0.6), 0.9)
        )
        found.append(Shape(edge, fill, flat(0.2 + 0.5 * k / many), shadow=0.025, inside=(rim,)))
    rim = Shape(disc, flat(blend(paints.metal, WHITE, 0.3)), flat(0.8), line=0.045)
    return (Shape(disc, flat(paints.ink), flat(0.3), inside=tuple(found)), rim)


def _tiles(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    """A board of squares, each with a quarter disc, a disc or a diagonal of its own."""
    rows, found = choice(traits["parts"], (4, 5, 6)), []
    step = 1.36 / rows
    throws = dice.stage("tiles").uniform((rows * rows, 5)).tolist()
    for k, (a, b, c, d, e) in enumerate(throws):
        x, y = -0.68 + step * (k % rows), -0.68 + step * (k // rows)
        ground, figure = _tint(traits, paints, a), _tint(traits, paints, (a + 0.31 + 0.3 * b) % 1.0)
        square = points((x, y), (x + step, y), (x + step, y + step), (x, y + step))
        inside = _motif(
            x + step / 2,
            y + step / 2,
            step,
            c,
            int(d * 4),
            (figure, blend(ground, WHITE, 0.5)),
            light,
            e,
        )
        tile = solid(square, ground, light, (0.35, 0.5), shadow=0.0, corners=True, inside=inside)
        found.append(tile)
        found.append(Shape(square, flat(paints.ink, 0.55), line=0.008, corners=True))
    lean = amount(traits["tilt"], -0.35, 0.35) + (math.pi / 4 if traits["tilt"] > 700 else 0.0)
    border = points((-0.71, -0.71), (0.71, -0.71), (0.71, 0.71), (-0.71, 0.71))
    board = (solid(border, paints.ink, light, (0.2, 0.4), corners=True), *found)
    return placed(board, frame(scale=0.93, turn=lean))


def _motif(
    x: float,
    y: float,
    step: float,
    kind: float,
    corner: int,
    colours: tuple[Colour, Colour],
    light: Light,
    size: float,
) -> Shapes:
    """What stands on one tile."""
    first, second = colours
    cx = x + step / 2 * (1 if corner % 2 else -1)
    cy = y + step / 2 * (1 if corner > 1 else -1)
    if kind < 0.42:
        return tuple(
            solid(oval(cx, cy, step * r, many=32), colour, light, (0.5, 0.7))
            for r, colour in ((1.0, first), (0.66, second), (0.33, first))
        )
    if kind < 0.66:
        return (
            solid(oval(x, y, step * (0.30 + 0.16 * size), many=28), first, light, (0.5, 0.8)),
            solid(oval(x, y, step * 0.16, many=20), second, light, (0.6, 0.9)),
        )
    if kind < 0.86:
        wedge = points((cx, cy), (x - (cx - x), cy), (cx, y - (cy - y)))
        return (solid(wedge, first, light, (0.5, 0.6), corners=True),)
    return tuple(_stripe(x, y, step, k, first) for k in range(4))


def _stripe(x: float, y: float, step: float, k: int, colour: Colour) -> Shape:
    at = y - step * 0.375 + step * 0.25 * k
    return Shape(
        ribbon(points((x - step, at), (x + step, at)), step * 0.12), flat(colour), flat(0.5)
    )


CONCEPTS = (
    Concept(
        "spiral",
        (
            COLOUR,
            Trait("many", "Parts", "few", "many"),
            Trait("arms", "Arms", "five", "thirteen"),
            Trait("size", "Size", "fine", "full"),
            Trait("form", "Form", "beads", "petals"),
            Trait("turn", "Turn", "none", "whole"),
        ),
        spiral,
    ),
    Concept(
        "abstract",
        (
            Trait("manner", "Manner", "orbits", "tiles"),
            COLOUR,
            Trait("parts", "Parts", "few", "many"),
            Trait("tilt", "Tilt", "left", "right"),
        ),
        abstract,
    ),
)
