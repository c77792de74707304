"""Draw trees: broad-leaved or pine, a willow by itself, a forest."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import crescent, fitted
from generation.painter.concept.concept import Concept, Trait, amount
from generation.painter.concept.figure import Figure, Point, Points, Shape, Shapes, flat, ramp
from generation.painter.concept.form import (
    GOLDEN,
    along,
    bezier,
    blade,
    moved,
    oval,
    points,
    ribbon,
    rough,
)
from generation.painter.concept.part import tones
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.13, 0.09, 0.09)


def tree(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Trunk and boughs, then clumps of leaves from back to front; pines in level clouds."""
    green = blend(paints.leaf, (0.22, 0.42, 0.18), 0.25)
    turned = blend(paints.bloom(traits["colour"]), paints.metal, 0.25)
    tint = blend(green, turned, max(0.0, amount(traits["season"], -0.6, 1.0)))
    tint = paints.worn(tint)
    bark = blend(paints.earth, SOOT, 0.45)
    pine = traits["kind"] > 550
    wide, tall = amount(traits["spread"], 0.52, 0.86), amount(traits["height"], 0.30, 0.62)
    lean = amount(traits["lean"], -0.24, 0.24)
    if pine:
        spots = _shelves(wide, tall, lean, dice)
        tint = blend(tint, (0.10, 0.26, 0.20), 0.45)
    else:
        spots = _crown(wide, tall, lean, dice)
    top = (lean * 1.1, -0.72) if pine else (lean * 0.8, -0.34 - 0.18 * tall)
    shapes = _trunk(spots, top, lean, bark, light)
    blob, foliage = ((0.24, 0.072), _needles) if pine else ((0.20, 0.18), _leaves)
    for k, (x, y) in enumerate(spots):
        near = k / (len(spots) - 1)
        grown = dice.stage("clump", k)
        share = 0.80 + 0.40 * float(grown.uniform(1)[0])
        size = (blob[0] * share, blob[1] * share)
        tone = blend(blend(tint, deepen(tint, 1.6), 0.5), tint, 0.75 if pine else near)
        shapes += (_clump(x, y, size, tone, light, near),)
        shapes += foliage(x, y, size, tone, light, grown.stage("leaves"))
    if traits["season"] > 760 and not pine:
        shapes += _fruit(spots, paints.bloom((traits["colour"] + 380) % 1000), light, dice)
    return Figure(fitted(shapes))


def _crown(wide: float, tall: float, lean: float, dice: Dice) -> list[Point]:
    """Spots over a dome, the highest and furthest out first."""
    many, middle = 30, -0.30 - 0.18 * tall
    throws = dice.stage("crown").uniform((many, 2)).tolist()
    spots = []
    for k, (a, b) in enumerate(throws):
        reach = math.sqrt((k + 0.5) / many)
        angle = GOLDEN * k + 0.5 * (a - 0.5)
        x, y = math.cos(angle) * reach * wide, math.sin(angle) * reach * 0.52
        y = y * (1.0 if y < 0 else 0.62)
        spots.append((x + lean * 0.8 + 0.06 * (b - 0.5), middle + y))
    return sorted(
        spots,
        key=lambda spot: -math.hypot((spot[0] - lean) / wide, (spot[1] - middle - 0.10) / 0.5),
    )


def _shelves(wide: float, tall: float, lean: float, dice: Dice) -> list[Point]:
    """Spots on level shelves to the left and to the right, as of a pine on a cliff."""
    spots = []
    for k, (a, b, c) in enumerate(dice.stage("shelves").uniform((7, 3)).tolist()):
        y = -0.80 + 0.165 * k
        side = 1.0 if k % 2 else -1.0
        reach = wide * (0.12 + 0.115 * k) * (0.85 + 0.3 * a) if k else 0.0
        x = lean * (1.2 - k * 0.16) + side * reach
        spots += [(x - 0.15, y + 0.03 * b), (x + 0.15, y + 0.03 * c), (x + 0.02 * b, y - 0.05)]
    return spots


def _trunk(spots: list[Point], top: Point, lean: float, bark: Colour, light: Light) -> Shapes:
    """Roots, a trunk that tapers up into the crown, boughs to every third clump."""
    foot = (-lean * 0.5, 0.94)
    path = bezier(foot, (-lean * 1.0, 0.50), (lean * 0.6, 0.30), top, many=24)
    edges = []
    low = sorted(spots[::3], key=lambda spot: -spot[1])
    for k, (x, y) in enumerate(low):
        sx, sy, _ = along(path, 0.40 + 0.48 * k / len(low))
        sy = max(sy, y + 0.04)
        bough = bezier(
            (sx, sy), (sx + (x - sx) * 0.2, sy - 0.12), (x - (x - sx) * 0.4, y + 0.06), (x, y)
        )
        edges.append(ribbon(bough, (0.075, 0.05, 0.032, 0.014)))
    for side, reach in ((-1.0, 0.20), (1.0, 0.22), (-0.35, 0.10)):
        root = bezier(
            (foot[0], 0.78),
            (foot[0] + side * 0.03, 0.90),
            (foot[0] + side * reach * 0.6, 0.93),
            (foot[0] + side * reach, 0.97),
        )
        edges.append(ribbon(root, (0.13, 0.11, 0.06, 0.012)))
    shapes = tuple(shape for edge in edges for shape in _wood(edge, bark, light, 0.05))
    trunk = ribbon(path, (0.24, 0.185, 0.16, 0.14, 0.12, 0.095, 0.065, 0.03))
    shapes += _wood(rough(trunk, 0.007, 15.0), bark, light, 0.12)
    for k in range(8):
        side = (k - 3.5) / 4
        first = (k * 5) % 11
        crack = (path + points((side * 0.050, 0.0)))[first : first + 7]
        dark = flat(deepen(bark, 1.8), 0.55)
        shapes += (Shape(crack, dark, line=0.007, closed=False),)
    return shapes


def _wood(edge: Points, bark: Colour, light: Light, wide: float) -> Shapes:
    lit, _, deep = tones(bark, light)
    inside = (
        crescent(edge, -light.x * wide * 0.25, 0.0, lit, 0.85, wide * 0.08),
        crescent(edge, light.x * wide * 0.30, 0.0, blend(deep, SOOT, 0.4), 0.8, wide * 0.12),
    )
    return (Shape(edge, flat(bark), flat(0.35), inside=inside),)


def _clump(
    x: float, y: float, size: tuple[float, float], tone: Colour, light: Light, near: float
) -> Shape:
    """A cushion of leaves, lit above and dark below."""
    rx, ry = size
    edge = rough(oval(x, y, rx, ry, many=44), min(rx, ry) * 0.10, 11.0, x * 9.0 + y * 5.0)
    lit, body, deep = tones(tone, light)
    start = (x + light.x * rx, y + light.y * ry)
    fill = ramp(start, (2 * x - start[0], 2 * y - start[1]), blend(body, lit, 0.7), body, deep)
    inside = (crescent(edge, light.x * rx * 0.25, light.y * ry * 0.3, deep, 0.5, ry * 0.15),)
    rise = ramp((x, y - ry), (x, y + ry), 0.35 + 0.35 * near, 0.25 + 0.3 * near)
    return Shape(edge, fill, rise, shadow=0.035, inside=inside)


def _leaves(
    x: float, y: float, size: tuple[float, float], tone: Colour, light: Light, dice: Dice
) -> Shapes:
    """Single leaves on a cushion and beyond its edge, lighter where they face the light."""
    lit, _, deep = tones(tone, light)
    shapes: Shapes = ()
    for a, b, c, d in dice.uniform((17, 4)).tolist():
        angle, reach = 6.283 * a, 0.20 + 0.90 * math.sqrt(b)
        px, py = x + math.cos(angle) * size[0] * reach, y + math.sin(angle) * size[1] * reach
        up = 0.5 + 0.5 * light.on(math.cos(angle), math.sin(angle)) * reach
        tint = blend(deep, blend(lit, tone, 0.35), min(1.0, max(0.0, up + 0.3 * (c - 0.5))))
        long_ = 0.050 + 0.025 * d
        leaf = moved(blade(long_, long_ * 0.55, 1.0, 0.8, many=8), px, py, angle + 1.6 * (c - 0.5))
        shapes += (Shape(leaf, flat(tint), flat(0.5)),)
    return shapes


def _needles(
    x: float, y: float, size: tuple[float, float], tone: Colour, light: Light, dice: Dice
) -> Shapes:
    """Fans of needles that rise from a level twig."""
    lit, _, deep = tones(tone, light)
    shapes: Shapes = ()
    for a, b, c in sorted(dice.uniform((28, 3)).tolist(), key=lambda throw: -throw[1]):
        px = x + (a * 2 - 1) * size[0] * 0.95
        py = y + size[1] * (0.7 - 1.2 * b)
        angle = -math.pi / 2 + (a * 2 - 1) * 0.9 + 0.5 * (c - 0.5)
        end = (px + math.cos(angle) * 0.085, py + math.sin(angle) * 0.060)
        tint = blend(deep, blend(lit, tone, 0.3), min(1.0, 0.15 + 0.85 * b))
        shapes += (Shape(points((px, py), end), flat(tint), flat(0.5), line=0.010, closed=False),)
    return shapes


def _fruit(spots: list[Point], tint: Colour, light: Light, dice: Dice) -> Shapes:
    found: list[Shape] = []
    for (x, y), (a, b) in zip(
        spots, dice.stage("fruit").uniform((len(spots), 2)).tolist(), strict=True
    ):
        px, py = x + 0.22 * (a - 0.5), y + 0.16 * (b - 0.3)
        found.append(Shape(oval(px, py, 0.026), flat(tint), flat(0.8), shadow=0.012))
        found.append(
            Shape(
                oval(px + light.x * 0.009, py + light.y * 0.009, 0.009, many=8),
                flat(blend(tint, WHITE, 0.7)),
            )
        )
    return tuple(found)


def willow(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A leaning trunk, boughs that arch, curtains of whips with narrow leaves."""
    tint = blend(paints.leaf, (0.60, 0.70, 0.26), amount(traits["season"], 0.05, 0.60))
    tint = paints.worn(tint)
    bark = blend(paints.earth, SOOT, 0.45)
    lean, wide = amount(traits["lean"], -0.28, 0.28), amount(traits["spread"], 0.60, 0.92)
    wind, long_ = amount(traits["wind"], -0.30, 0.30), amount(traits["whips"], 0.70, 1.05)
    arches = []
    for k in range(9):
        side = (k - 4) / 4
        end = (lean * 0.3 + side * wide, -0.46 + 0.36 * side * side)
        rise = (lean * 0.3 + side * wide * 0.45, -0.98 + 0.22 * abs(side))
        arches.append(bezier((lean * 0.15, -0.05), (side * 0.12, -0.5), rise, end, many=16))
    shapes = _curtain(arches, tint, light, wind, long_, dice.stage("back"), 0.0)
    spots = [tuple(arch[k].tolist()) for arch in arches for k in (5, 9, 12)]
    shapes += _trunk(spots[:6], (lean * 0.2, -0.30), lean, bark, light)
    for arch in arches:
        shapes += _wood(ribbon(arch, (0.075, 0.055, 0.036, 0.014)), bark, light, 0.06)
    for k, (x, y) in enumerate(sorted(spots, key=lambda spot: spot[1])):
        grown = dice.stage("crown", k)
        tone = blend(deepen(tint, 1.3), tint, 0.25 + 0.5 * k / len(spots))
        shapes += (_clump(x, y + 0.02, (0.15, 0.10), tone, light, 0.4),)
        if k % 2:
            shapes += _leaves(x, y, (0.16, 0.11), tone, light, grown)[:7]
    return Figure(
        fitted(shapes + _curtain(arches, tint, light, wind, long_, dice.stage("front"), 1.0))
    )


def _curtain(
    arches: list[Points],
    tint: Colour,
    light: Light,
    wind: float,
    long_: float,
    dice: Dice,
    near: float,
) -> Shapes:
    """Whips that hang from the arches, each with leaves on both sides."""
    shapes: Shapes = ()
    many = 5 if near else 2
    lit, body, deep = tones(tint, light)
    for k, arch in enumerate(arches):
        for j, (a, b, c) in enumerate(dice.stage("arch", k).uniform((many, 3)).tolist()):
            x, y, _ = along(arch, 0.26 + 0.74 * (j + a) / many)
            fall = (0.86 - y) * long_ * (0.60 + 0.40 * b)
            swing = wind * fall + 0.10 * (c - 0.5)
            whip = bezier(
                (x, y),
                (x + swing * 0.05, y + fall * 0.35),
                (x + swing * 0.45, y + fall * 0.7),
                (x + swing, y + fall),
                many=10,
            )
            tone = (
                blend(deep, blend(body, lit, b), 0.35 + 0.65 * near)
                if near
                else blend(deep, body, 0.4 * b)
            )
            shapes += (
                Shape(ribbon(whip, (0.014, 0.010, 0.004)), flat(deep), flat(0.3 + 0.3 * near)),
            )
            for i in range(8):
                px, py, way = along(whip, 0.02 + 0.98 * i / 8)
                side = 0.42 if (i + j) % 2 else -0.42
                leaf = blade(0.14, 0.026, 0.9, 1.0, 0.12 * (1 if side < 0 else -1), many=7)
                own = blend(tone, lit, 0.35 * ((i * 37 % 10) / 10) * near)
                shapes += (
                    Shape(moved(leaf, px, py, way + side), flat(own), flat(0.35 + 0.35 * near)),
                )
    return shapes


CONCEPTS = (
    Concept(
        "tree",
        (
            Trait("kind", "Kind", "broad-leaved", "pine"),
            Trait("spread", "Crown", "narrow", "wide"),
            Trait("height", "Trunk", "short", "tall"),
            Trait("lean", "Lean", "to the left", "to the right"),
            Trait("season", "Season", "spring", "autumn with fruit", 400),
            Trait("colour", "Autumn", "first bloom", "last bloom"),
        ),
        tree,
    ),
    Concept(
        "willow",
        (
            Trait("lean", "Lean", "to the left", "to the right"),
            Trait("spread", "Crown", "narrow", "wide"),
            Trait("whips", "Whips", "short", "long", 650),
            Trait("wind", "Wind", "from the right", "from the left"),
            Trait("season", "Season", "summer", "spring"),
        ),
        willow,
    ),
)
