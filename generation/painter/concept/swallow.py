"""Draw a swallow in a turn, seen from above."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend
from generation.painter.concept.body import coat, contour, fitted, modelled
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount
from generation.painter.concept.figure import (
    Affine,
    Figure,
    Shape,
    Shapes,
    flat,
    frame,
    mirrored,
    placed,
)
from generation.painter.concept.form import bezier, both_sides, curve, oval, points, ribbon
from generation.painter.concept.part import ball
from generation.painter.concept.plumage import Fan, fan, plume
from generation.painter.light import Light
from generation.painter.paints import Paints

STEEL: Colour = (0.12, 0.19, 0.42)
SOOT: Colour = (0.09, 0.10, 0.14)
RUST: Colour = (0.80, 0.28, 0.14)


def swallow(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Scythe wings, the inner one foreshortened, a fork of long streamers, a rusty face."""
    dye = amount(traits["dye"], 0.05, 0.75)
    steel = blend(blend(STEEL, paints.zenith, 0.2), paints.bloom(traits["colour"]), dye)
    steel = paints.worn(steel)
    lean, bank = amount(traits["lean"], -0.2, 1.1), amount(traits["bank"], -1.0, 1.0)
    own = light.seen(lean)
    tails: Shapes = ()
    wings: Shapes = ()
    for side in (-1.0, 1.0):
        sun = own if side > 0 else own.mirrored
        fold = 1.0 - 0.45 * max(0.0, bank * side)
        tilt = Affine(a=fold, b=-0.18 * (1.0 - fold))
        wing = placed(_scythe(steel, sun, traits, dice.stage("wing")), tilt)
        fork = placed(_fork(steel, sun, traits), tilt)
        wings += wing if side > 0 else mirrored(wing)
        tails += fork if side > 0 else mirrored(fork)
    shapes = tails + wings + _trunk(steel, paints, own)
    return Figure(fitted(placed(shapes, frame(turn=lean))))


def _scythe(steel: Colour, light: Light, traits: Mapping[str, int], dice: Dice) -> Shapes:
    """The right wing: quills that lengthen into a point, coverts with a gloss."""
    sweep = amount(traits["sweep"], -10.0, 16.0)
    arm = bezier((0.03, -0.20), (0.24, -0.44), (0.42, -0.42), (0.56, -0.26), many=24)
    quill = blend(steel, SOOT, 0.60)
    rows = (
        Fan(
            21,
            (0.27, 0.98),
            (92.0 + sweep * 0.3, 30.0 + sweep),
            0.115,
            lambda _: quill,
            0.32,
            0.10,
            point=0.85,
        ),
        Fan(
            12,
            (0.20, 0.42),
            (88.0 + sweep * 0.3, 34.0 + sweep),
            0.085,
            lambda _: blend(quill, steel, 0.5),
            0.44,
            0.10,
        ),
        Fan(
            11, (0.15, 0.24), (84.0 + sweep * 0.3, 40.0 + sweep), 0.080, lambda _: steel, 0.54, 0.10
        ),
        Fan(
            9,
            (0.10, 0.12),
            (80.0, 40.0 + sweep),
            0.07,
            lambda _: blend(steel, light.sun, 0.22),
            0.64,
            0.10,
        ),
    )
    shapes: Shapes = ()
    for k, row in enumerate(rows):
        shapes += fan(arm, row, light, dice.stage("row", k).uniform(row.many).tolist())
    edge = ribbon(arm, (0.07, 0.07, 0.055, 0.02))
    return (*shapes, modelled(edge, coat(steel, light, 0.5), (0.6, 0.8), 0.016))


def _fork(steel: Colour, light: Light, traits: Mapping[str, int]) -> Shapes:
    """Half the tail: the outermost plume is drawn out to a streamer; white windows."""
    long_, spread = amount(traits["tail"], 0.55, 1.0), amount(traits["spread"], 2.0, 20.0)
    quill, found = blend(steel, SOOT, 0.5), []
    for k in range(5):
        angle = math.radians(90.0 - spread * (5 - k) / 5)
        length = 0.30 + 0.05 * (4 - k) + (long_ - 0.25 if k == 0 else 0.0)
        width = 0.055 if k == 0 else 0.075
        x, y = 0.055 - 0.008 * k, 0.26
        found.append(
            plume(x, y, angle, length, width, quill, light, -0.05, 0.35, 1.0 if k == 0 else 0.8)
        )
        if k:
            spot = oval(
                x + math.cos(angle) * length * 0.72,
                y + math.sin(angle) * length * 0.72,
                0.030,
                0.012,
                angle,
            )
            found.append(Shape(spot, flat(WHITE, 0.85)))
    return tuple(found)


def _trunk(steel: Colour, paints: Paints, light: Light) -> Shapes:
    """A drop from the bill to the rump; glossy back, face of rust, dark bill."""
    right = curve(
        *((0.0, -0.545), (0.055, -0.525), (0.095, -0.45), (0.098, -0.37), (0.125, -0.27)),
        *((0.135, -0.12), (0.105, 0.08), (0.065, 0.26), (0.03, 0.36), (0.0, 0.38)),
    )
    body, wear = both_sides(right * points((0.86, 1.0))), coat(steel, light, 0.45, (0.0, -0.1))
    rust = blend(RUST, paints.bloom(0), 0.2)
    face = Shape(oval(0.0, -0.555, 0.10, 0.075), flat(rust, 0.95), soft=0.012)
    collar = Shape(oval(0.0, -0.40, 0.10, 0.035), flat(wear.deep, 0.5), soft=0.015)
    gloss = Shape(
        oval(light.x * 0.05, -0.18 + light.y * 0.05, 0.05, 0.15),
        flat(blend(steel, WHITE, 0.55), 0.55),
        soft=0.03,
    )
    bill = curve((-0.032, -0.53), (0.0, -0.62), (0.032, -0.53), (0.0, -0.51), closed=True)
    shapes: Shapes = (Shape(bill, flat(SOOT), flat(0.6)), *contour((body,), wear, 0.014))
    shapes += (modelled(body, wear, (0.5, 0.9), 0.04, (face, collar, gloss)),)
    mantle: list[Shape] = []
    for k in range(5):
        y = -0.26 + 0.105 * k
        for x in (-0.05, 0.0, 0.05):
            scale = points((x - 0.035, y), (x, y + 0.035), (x + 0.035, y))
            mantle.append(
                Shape(scale, flat(blend(steel, WHITE, 0.3), 0.35), line=0.008, closed=False)
            )
    shapes += tuple(mantle)
    for side in (-1.0, 1.0):
        shapes += ball(0.072 * side, -0.475, 0.019, SOOT, light, 0.9)
    return shapes


CONCEPTS = (
    Concept(
        "swallow",
        (
            Trait("lean", "Flight", "upwards", "to the right"),
            Trait("bank", "Turn", "to the left", "to the right"),
            Trait("sweep", "Wings", "spread", "swept back"),
            Trait("tail", "Streamers", "short", "long"),
            Trait("spread", "Fork", "closed", "open"),
            COLOUR,
            Trait("dye", "Plumage", "steel blue", "tinted", 250),
        ),
        swallow,
    ),
)
