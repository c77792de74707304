"""Draw what grows: blossoms seen from the front."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, clip, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice, count
from generation.painter.concept.figure import (
    Affine,
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    radial,
)
from generation.painter.concept.form import GOLDEN, oval
from generation.painter.concept.part import petal
from generation.painter.light import Light
from generation.painter.paints import Paints
from generation.painter.species import SPECIES, Species

CREAM: Colour = (1.0, 0.97, 0.92)
NIGHT: Colour = (0.10, 0.02, 0.14)
POLLEN: Colour = (0.98, 0.80, 0.25)
RUST: Colour = (0.50, 0.22, 0.06)
INWARD = (-0.07, 0.05, 0.08, 0.11)  # how much paler (or deeper) each ring is than the one outside


def flower(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Rings of petals from outside in, turned by the golden angle, around a heart of stamens."""
    species = choice(traits["species"], SPECIES)
    body, heart = paints.bloom(traits["colour"]), paints.bloom((traits["colour"] + 400) % 1000)
    shapes = _rings(traits, species, (body, heart), light, dice.stage("petals"))
    disc = species.disc * amount(traits["heart"], 0.85, 1.15)
    shapes += stamens(disc, heart, 70 + traits["heart"] // 25, dice.stage("stamens"))
    tilt = amount(traits["tilt"], 0.0, math.pi)
    squash = amount(traits["facing"], *(share / 1000 for share in species.squash))
    return Figure(placed(shapes, _tilted(tilt, squash)))


def _tilted(tilt: float, squash: float) -> Affine:
    """Turned away from the eye a little, about an axis at the angle `tilt`."""
    return frame(turn=-tilt).then(frame(stretch=squash)).then(frame(turn=tilt))


def _rings(
    traits: Mapping[str, int],
    species: Species,
    colours: tuple[Colour, Colour],
    light: Light,
    dice: Dice,
) -> Shapes:
    many, rings = (
        count(traits["petals"], *species.petals),
        count(traits["fullness"], *species.rings),
    )
    inward, lean = choice(traits["depth"], INWARD), amount(traits["twist"], -0.09, 0.09)
    found: list[Shape] = []
    first = dice.uniform(1)[0] * 2 * math.pi
    for ring in range(rings):
        reach, around = 0.93 * species.shrink**ring, max(5, many - ring)
        wide = 2 * math.pi / around * species.fullness * 0.52
        for i, throw in enumerate(dice.uniform((around, 6)).tolist()):
            wander, long_, broad, bend, tone, grain = throw
            angle = first + GOLDEN * ring + 2 * math.pi * i / around + (wander - 0.5) * 0.12
            sun = light.seen(angle)
            length, width = reach * (0.93 + 0.12 * long_), reach * wide * (0.9 + 0.18 * broad)
            bent = lean + (bend - 0.5) * 0.22
            outline = _outline(species, length, width, bent, grain * 40.0)
            three = _tones(*colours, ring * inward + (tone - 0.5) * 0.1, sun)
            floor, shadow = 0.30 + 0.11 * ring, 0.045 if ring else 0.0
            found += petal(
                0.0, 0.0, angle, length, width, three, light, outline, floor, shadow, 9, bent * 0.9
            )
    return tuple(found)


def _outline(species: Species, length: float, width: float, bend: float, grain: float) -> Points:
    """The petal's edge in its own frame, with its species' notch and ruffles."""
    u = (1 - np.cos(np.linspace(0.0, np.pi, 28))) / 2
    half, side = width / 2, species.halfwidth(u)
    waves = np.sin(u * 17 + grain) * 0.6 + np.sin(u * 31 + grain * 1.7) * 0.4
    edge = half * side * (1 + 0.10 * species.ruffle * waves * u)
    foot = half * 0.14 * (1 - u) ** 3
    along = length * (u - species.notch * u**6 * (1 - side) * 0.9)
    along = along + length * 0.02 * species.ruffle * np.sin(u * 23 + grain) * u**4
    bent = bend * length * (u**2) * 0.9
    left = np.stack([along, bent - edge - foot], -1)
    right = np.stack([along, bent + edge + foot], -1)
    return np.concatenate([left, right[::-1]])


def _tones(body: Colour, heart: Colour, change: float, sun: Light) -> tuple[Colour, Colour, Colour]:
    """A petal that leans from the sun shows its lit inside; rings grow paler or deeper inwards."""
    body = blend(body, CREAM, change) if change > 0 else blend(body, deepen(body), -change)
    body = blend(body, deepen(body), max(0.0, sun.x) * 0.30)
    foot = blend(deepen(body), heart, 0.25)
    tip = blend(body, CREAM, 0.20 + max(0.0, -sun.x) * 0.24)
    return clip(foot), clip(body), clip(tip)


def stamens(disc: float, heart: Colour, many: int, dice: Dice) -> Shapes:
    """A heart of pollen on a sunflower spiral (Vogel 1979), dark between the grains."""
    dark = blend(heart, NIGHT, 0.62)
    inks = [(*dark, 0.95), (*dark, 0.75), (*dark, 0.0)]
    ring = radial((0.0, 0.0), disc * 1.25, *inks, at=(0.0, 0.6, 1.0))
    found = [
        Shape(oval(0, 0, disc * 1.25), ring),
        Shape(oval(0, 0, disc), None, flat(0.8)),
    ]
    for n, (wander, tint) in enumerate(dice.uniform((many, 2)).tolist()):
        share = math.sqrt((n + 0.5) / many)
        angle, reach = n * GOLDEN + wander * 0.4, disc * share * (0.92 + 0.2 * wander)
        x, y, r = math.cos(angle) * reach, math.sin(angle) * reach, disc * (0.05 + 0.045 * tint)
        colour = blend(RUST, POLLEN, min(1.0, 0.35 + 0.65 * share * (0.6 + 0.4 * tint)))
        under = flat(blend(colour, (0.0, 0.0, 0.0), 0.6), 0.8)
        found.append(Shape(oval(x + r * 0.25, y + r * 0.4, r * 1.1, many=8), under))
        found.append(Shape(oval(x, y, r, many=8), flat(colour)))
        found.append(Shape(oval(x - r * 0.3, y - r * 0.3, r * 0.35, many=6), flat(CREAM, 0.5)))
    return tuple(found)


CONCEPTS = (
    Concept(
        "flower",
        (
            Trait("species", "Kind", "lotus", "gerbera"),
            COLOUR,
            Trait("petals", "Petals", "few", "many"),
            Trait("fullness", "Rings", "single", "double"),
            Trait("depth", "Heart", "deeper inwards", "paler inwards", 600),
            Trait("twist", "Twist", "to the left", "to the right"),
            Trait("heart", "Stamens", "small heart", "large heart"),
            Trait("tilt", "Tilt", "no turn", "half a turn"),
            Trait("facing", "Facing", "turned away", "turned to us", 700),
        ),
        flower,
    ),
)
