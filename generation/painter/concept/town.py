"""Draw what lights a harbour: lanterns and boats."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
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
from generation.painter.concept.form import (
    arc,
    bezier,
    both_sides,
    curve,
    joined,
    moved,
    points,
    ribbon,
)
from generation.painter.concept.part import ball, glow, line, shining, solid, tones, tube
from generation.painter.light import Light
from generation.painter.paints import Paints

FLAME: Colour = (1.0, 0.82, 0.46)
PAPER: Colour = (1.0, 0.96, 0.86)
TIMBER: Colour = (0.42, 0.25, 0.15)


def lantern(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Paper on bamboo ribs, lit from within, hanging from a hook with its tassel."""
    colour = paints.bloom(traits["colour"])
    wide, tall = amount(traits["width"], 0.42, 0.64), amount(traits["height"], 0.42, 0.56)
    sway = amount(traits["sway"], -0.14, 0.14)
    edge = _paper(wide, tall)
    shapes: Shapes = (
        glow(0.0, -0.05, 1.3, blend(colour, FLAME, 0.55), amount(traits["glow"], 0.3, 0.6)),
    )
    shapes += _hook(tall, paints.metal, light)
    shapes += shining(_shade(edge, wide, tall, colour, count(traits["ribs"], 7, 12), light))
    for y, size in ((-0.08 - tall, 1.0), (-0.08 + tall, 0.94)):
        ring = both_sides(
            points(
                (0.0, y - 0.045),
                (wide * 0.42 * size, y - 0.042),
                (wide * 0.42 * size, y + 0.042),
                (0.0, y + 0.05),
            )
        )
        shapes += (solid(ring, blend(paints.metal, FLAME, 0.3), light, (0.5, 0.7)),)
    shapes += _tassel(-0.04 + tall, blend(colour, FLAME, 0.25), light, dice)
    return Figure(placed(shapes, frame(turn=sway)))


def _paper(wide: float, tall: float) -> Points:
    right = joined(
        bezier(
            (wide * 0.42, -0.08 - tall),
            (wide * 0.95, -0.08 - tall * 0.95),
            (wide, -0.08 - tall * 0.45),
            (wide, -0.08),
        ),
        bezier(
            (wide, -0.08),
            (wide, -0.08 + tall * 0.45),
            (wide * 0.95, -0.08 + tall * 0.95),
            (wide * 0.40, -0.08 + tall),
        )[1:],
    )
    return both_sides(right)


def _shade(
    edge: Points, wide: float, tall: float, colour: Colour, ribs: int, light: Light
) -> Shape:
    """Bright where the flame is near, deep at the rim; between ribs the paper bulges."""
    core = blend(colour, FLAME, 0.75)
    inks = (blend(core, PAPER, 0.6), core, colour, deepen(colour))
    fill = radial((0.0, 0.02), wide * 1.25, *inks, at=(0.0, 0.36, 0.72, 1.0))
    rise = radial((0.0, -0.08), max(wide, tall), 0.85, 0.7, 0.3, at=(0.0, 0.6, 1.0))
    marks: list[Shape] = []
    for k in range(-ribs, ribs + 1):
        x = wide * math.sin(k / ribs * math.pi / 2)
        rib = curve(
            (x * 0.40, -0.08 - tall),
            (x, -0.08 - tall * 0.4),
            (x, -0.08 + tall * 0.4),
            (x * 0.40, -0.08 + tall),
        )
        marks.append(line(rib, 0.013, deepen(colour), 0.55))
        aside = moved(rib, wide * 0.5 / ribs * (1 - abs(k) / ribs))
        marks.append(Shape(ribbon(aside, (0.0, 0.035, 0.035, 0.0)), flat(PAPER, 0.16), soft=0.01))
    for y in (-0.62, 0.62):
        band = curve(
            (-wide, -0.08 + y * tall), (0.0, -0.08 + y * tall * 1.18), (wide, -0.08 + y * tall)
        )
        marks.append(line(band, 0.035, deepen(colour), 0.35))
    side = 1.0 if light.x > 0 else -1.0
    sheen = curve(
        (side * wide * 0.55, -0.08 - tall * 0.75),
        (side * wide * 0.82, -0.16),
        (side * wide * 0.62, 0.20),
    )
    marks.append(Shape(ribbon(sheen, (0.0, 0.055, 0.0)), flat(light.sun, 0.45), soft=0.02))
    return Shape(edge, fill, rise, inside=tuple(marks))


def _hook(tall: float, metal: Colour, light: Light) -> Shapes:
    rod = curve(
        (0.0, -0.08 - tall), (0.0, -0.30 - tall), (0.05, -0.36 - tall), (0.09, -0.30 - tall)
    )
    return tube(rod, 0.022, metal, light, relief=0.5)


def _tassel(y: float, colour: Colour, light: Light, dice: Dice) -> Shapes:
    found: list[Shape] = [line(points((0.0, y), (0.0, y + 0.10)), 0.016, colour)]
    found += ball(0.0, y + 0.11, 0.035, blend(colour, FLAME, 0.5), light)
    for k, throw in enumerate(dice.stage("tassel").uniform(15).tolist()):
        aside = (k - 7) * 0.010
        thread = curve(
            (aside * 0.4, y + 0.13), (aside * 0.8, y + 0.24), (aside * 1.5, y + 0.38 + 0.04 * throw)
        )
        found.append(line(thread, 0.011, blend(colour, deepen(colour), throw), 0.95))
    return tuple(found)


def boat(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A junk with battened sails, or a boat with two white ones, on its own reflection."""
    sail = paints.bloom(traits["colour"]) if traits["kind"] < 550 else paints.light
    rig = _junk if traits["kind"] < 550 else _sloop
    hull, deck = _hull(traits, blend(TIMBER, paints.earth, 0.4), light)
    shapes = rig(traits, sail, light) + hull + deck
    back = ramp(
        (0.0, 0.60),
        (0.0, 0.95),
        (*blend(paints.water, paints.ink, 0.35), 0.75),
        (*paints.water, 0.0),
    )
    mirror = curve(
        (-0.72, 0.585),
        (0.0, 0.62),
        (0.74, 0.575),
        (0.45, 0.76),
        (0.05, 0.92),
        (-0.40, 0.78),
        closed=True,
    )
    water: list[Shape] = [Shape(mirror, back, soft=0.02)]
    for k, (a, b, c) in enumerate(dice.stage("ripples").uniform((13, 3)).tolist()):
        y = 0.59 + 0.30 * k / 13
        half = (0.34 - 0.015 * k) * (0.5 + 0.8 * a)
        x = 0.5 * (b - 0.5)
        ripple = curve((x - half, y), (x, y + 0.014), (x + half, y))
        tint = blend(paints.light, paints.water, 0.25 + 0.5 * c)
        water.append(Shape(ribbon(ripple, (0.0, 0.018, 0.0)), flat(tint, 0.8), flat(0.2)))
    lean = amount(traits["heel"], -0.10, 0.10)
    return Figure(
        placed((*water[:1], *placed(shapes, frame(turn=lean)), *water[1:]), frame(0.0, 0.04))
    )


def _hull(traits: Mapping[str, int], wood: Colour, light: Light) -> tuple[Shapes, Shapes]:
    """The hull with its planks, and what stands on deck."""
    bow = amount(traits["bow"], 0.20, 0.36)
    top = curve((-0.76, 0.26), (-0.40, 0.42), (0.05, 0.45), (0.48, 0.40), (0.82, bow))
    edge = joined(
        top,
        curve(
            (0.82, bow), (0.66, 0.58), (0.20, 0.645), (-0.30, 0.645), (-0.66, 0.58), (-0.76, 0.26)
        )[1:],
    )
    marks = tuple(
        line(top * (1.0 - 0.03 * k, 1.0) + (0.0, 0.048 * k), 0.010, deepen(wood, 2.2), 0.75)
        for k in range(1, 5)
    )
    lit, _, _ = tones(wood, light)
    rail = Shape(ribbon(top, (0.030, 0.022, 0.030)), flat(blend(lit, light.sun, 0.25)), flat(0.75))
    cabin = curve(
        (-0.56, 0.36),
        (-0.52, 0.16),
        (-0.34, 0.10),
        (-0.18, 0.18),
        (-0.14, 0.42),
        closed=True,
        many=6,
    )
    mats = tuple(
        line(arc(-0.35, 0.40, 0.10 + 0.05 * k, math.pi, 2 * math.pi), 0.010, deepen(wood), 0.5)
        for k in range(5)
    )
    house = solid(cabin, blend(wood, PAPER, 0.45), light, (0.5, 0.75), inside=mats)
    return (house, solid(edge, wood, light, (0.45, 0.7), inside=marks)), (rail,)


def _junk(traits: Mapping[str, int], sail: Colour, light: Light) -> Shapes:
    """Two fans of cloth on bamboo battens."""
    found: list[Shape] = []
    for x, high, wide, foot in ((0.42, 0.62, 0.30, 0.30), (-0.02, 1.22, 0.52, 0.30)):
        found += tube(points((x, 0.44), (x + 0.01, foot - high)), 0.026, TIMBER, light, relief=0.5)
        found += _fan(x, foot, high, wide * amount(traits["sails"], 0.85, 1.15), sail, light)
    return tuple(found)


def _fan(x: float, foot: float, high: float, wide: float, sail: Colour, light: Light) -> Shapes:
    lit, body, deep = tones(sail, light)
    found: list[Shape] = []
    bays = 6
    spots = []
    for k in range(bays + 1):
        u = k / bays
        y = foot - 0.04 - high * 0.90 * u
        lead = x + wide * (0.34 - 0.16 * u**2)
        trail = x - wide * (0.72 + 0.10 * math.sin(u * 2.4)) * (1.0 - 0.42 * u**2.2)
        spots.append(((trail, y + 0.10 * (1 - u) - 0.09 * u), (lead, y)))
    for k in range(bays):
        (a, b), (c, d) = spots[k], spots[k + 1]
        belly = (a[0] + c[0]) / 2 - 0.025, (a[1] + c[1]) / 2
        bay = points(a, b, (b[0] + 0.012, (b[1] + d[1]) / 2), d, c, belly)
        shade = ramp(a, b, blend(deep, body, 0.4 + 0.08 * k), body, blend(lit, body, 0.3), lit)
        if light.x < 0:
            shade = ramp(b, a, blend(deep, body, 0.4 + 0.08 * k), body, blend(lit, body, 0.3), lit)
        rise = ramp(c, a, 0.45, 0.62, 0.48)
        found.append(Shape(bay, shade, rise, corners=True, shadow=0.015))
    for a, b in spots:
        found.append(line(points(a, b), 0.014, deepen(TIMBER), 0.95))
        found.append(line(points(a, b) - (0.0, 0.006), 0.004, light.sun, 0.5))
    return tuple(found)


def _sloop(traits: Mapping[str, int], sail: Colour, light: Light) -> Shapes:
    """A mainsail and a jib, full of wind."""
    lit, body, deep = tones(sail, light)
    full = amount(traits["sails"], 0.06, 0.22)
    found: list[Shape] = [
        *tube(points((0.10, 0.44), (0.08, -0.94)), 0.024, TIMBER, light, relief=0.5)
    ]
    main = joined(
        bezier((0.06, -0.90), (-0.10 - full, -0.40), (-0.40 - full, 0.02), (-0.60, 0.26)),
        bezier((-0.60, 0.26), (-0.36, 0.36), (-0.10, 0.34), (0.07, 0.28))[1:],
    )
    jib = joined(
        bezier((0.12, -0.82), (0.22 + full, -0.34), (0.40 + full * 0.5, 0.05), (0.74, 0.24)),
        bezier((0.74, 0.24), (0.52, 0.34), (0.28, 0.34), (0.16, 0.30))[1:],
    )
    for edge, near, far in ((main, (0.06, 0.0), (-0.6, 0.1)), (jib, (0.7, 0.1), (0.14, 0.0))):
        seams = tuple(
            line(curve((-0.9, y), (0.0, y + 0.10), (0.9, y)), 0.007, deep, 0.4)
            for y in (-0.6, -0.36, -0.12, 0.1)
        )
        ends = (near, far) if light.x > 0 else (far, near)
        found.append(
            Shape(
                edge,
                ramp(*ends, lit, body, blend(body, deep, 0.55)),
                ramp(near, far, 0.45, 0.7, 0.5),
                shadow=0.02,
                inside=seams,
            )
        )
    pennant = curve(
        (0.08, -0.96), (0.24, -0.94), (0.36, -0.89), (0.22, -0.905), (0.08, -0.90), closed=True
    )
    found.append(solid(pennant, blend(TIMBER, FLAME, 0.5), light))
    return tuple(found)


CONCEPTS = (
    Concept(
        "lantern",
        (
            COLOUR,
            Trait("width", "Width", "slender", "round"),
            Trait("height", "Height", "low", "tall"),
            Trait("ribs", "Ribs", "few", "many"),
            Trait("sway", "Sway", "left", "right"),
            Trait("glow", "Light", "dim", "bright"),
        ),
        lantern,
    ),
    Concept(
        "boat",
        (
            COLOUR,
            Trait("kind", "Rig", "junk", "sloop"),
            Trait("sails", "Sails", "slack", "full"),
            Trait("bow", "Bow", "high", "low"),
            Trait("heel", "Heel", "to the left", "to the right"),
        ),
        boat,
    ),
)
