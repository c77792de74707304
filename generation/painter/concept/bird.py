"""Draw a songbird that sits on its twig, or takes wing."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import (
    Coat,
    coat,
    contour,
    crescent,
    eye,
    fitted,
    modelled,
    stroke,
)
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import (
    Figure,
    Point,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
)
from generation.painter.concept.form import along, bezier, curve, points, ribbon
from generation.painter.concept.part import ball, leaf, petal, tube
from generation.painter.concept.plumage import Fan, fan, plume
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.10, 0.10, 0.13)
RUST: Colour = (0.78, 0.30, 0.16)
PERCHED: tuple[Point, ...] = (
    *((0.425, -0.45), (0.33, -0.575), (0.17, -0.62), (0.02, -0.545), (-0.10, -0.38)),
    *((-0.26, -0.10), (-0.40, 0.18), (-0.41, 0.27), (-0.28, 0.335), (-0.06, 0.365), (0.16, 0.29)),
    *((0.33, 0.10), (0.415, -0.12), (0.405, -0.30)),
)
FLYING: tuple[Point, ...] = (
    *((0.66, -0.10), (0.56, -0.215), (0.41, -0.235), (0.24, -0.17), (-0.02, -0.12)),
    *((-0.30, -0.03), (-0.46, 0.04), (-0.38, 0.11), (-0.12, 0.20), (0.14, 0.23), (0.40, 0.17)),
    (0.60, 0.03),
)


def bird(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A songbird: its back in one colour, its breast in another, dark wings with a bar."""
    back = paints.bloom(traits["colour"])
    breast = blend(paints.bloom((traits["colour"] + 300) % 1000), paints.light, 0.30)
    breast = blend(breast, blend(WHITE, paints.light, 0.5), amount(traits["breast"], 0.85, 0.0))
    wear = coat(back, light, 0.6)
    if traits["motion"] < 560:
        return Figure(fitted(_perched(traits, wear, breast, paints, dice)))
    return Figure(fitted(_flying(traits, wear, breast, paints, dice)))


def _perched(
    traits: Mapping[str, int], wear: Coat, breast: Colour, paints: Paints, dice: Dice
) -> Shapes:
    light, plump = wear.light, amount(traits["fullness"], 0.88, 1.08)
    body = curve(*((x * plump, y) for x, y in PERCHED), closed=True)
    quill = blend(deepen(wear.body, 1.8), SOOT, 0.55)
    shapes = _twig(traits, paints, light, dice)
    dip = amount(traits["tail"], 96.0, 132.0)
    for k in range(6):
        angle = math.radians(dip + 2.6 * (k - 2.5))
        x, y = -0.35 * plump + 0.012 * k, 0.20
        shapes += (plume(x, y, angle, 0.62 - 0.02 * k, 0.09, quill, light, 0.0, 0.3, 0.55),)
    shapes += _feet(plump, paints)
    shapes += _tuft(traits, wear, (0.16 * plump, -0.59))
    shapes += contour((body,), wear, 0.018)
    front = curve(
        *((0.47, -0.36), (0.30, -0.34), (0.20, -0.20), (0.10, 0.02), (-0.06, 0.18)),
        *((-0.20, 0.26), (-0.34, 0.40), (0.3, 0.5), (0.6, 0.0)),
        closed=True,
    )
    marks = (Shape(front, flat(breast), soft=0.03), *_down(breast, light, dice))
    shade = (crescent(body, light.x * 0.10, light.y * 0.10, wear.deep, 0.55, 0.05),)
    shapes += (modelled(body, wear, (0.45, 0.85), 0.07, (*marks, *shade)),)
    shapes += _folded(wear, quill, breast, plump, dice)
    at = (0.26 * plump, -0.45)
    return shapes + placed(_face(traits, wear, paints), frame(*at, 1.0, 0.0))


def _down(breast: Colour, light: Light, dice: Dice) -> Shapes:
    """Short strokes of soft plumage on the breast."""
    found, pale, deep = [], blend(breast, light.sun, 0.5), deepen(breast, 1.3)
    for a, b, c in dice.stage("down").uniform((46, 3)).tolist():
        x, y = 0.02 + 0.36 * a - 0.25 * b, -0.25 + 0.55 * b
        path = bezier(
            (x, y), (x - 0.01, y + 0.025), (x - 0.025, y + 0.045), (x - 0.045, y + 0.06), many=6
        )
        found.append(stroke(path, 0.016, pale if c < 0.55 else deep, 0.5))
    return tuple(found)


def _face(traits: Mapping[str, int], wear: Coat, paints: Paints) -> Shapes:
    """Around the middle of the head: bill, mask, eye."""
    dark = blend(SOOT, wear.deep, 0.25)
    horn = blend(blend(paints.metal, (0.9, 0.6, 0.2), 0.4), dark, amount(traits["bill"], 0.1, 0.9))
    upper = curve(
        (0.125, -0.070), (0.19, -0.052), (0.275, 0.006), (0.20, 0.012), (0.13, 0.012), closed=True
    )
    lower = curve(
        (0.13, 0.010), (0.20, 0.012), (0.252, 0.012), (0.19, 0.038), (0.125, 0.044), closed=True
    )
    shapes: Shapes = contour((upper, lower), wear, 0.010)
    shapes += (Shape(lower, flat(blend(horn, dark, 0.35)), flat(0.6)),)
    sheen = crescent(upper, 0.0, 0.018, blend(horn, WHITE, 0.5), 0.7, 0.006)
    shapes += (Shape(upper, flat(horn), flat(0.7), inside=(sheen,)),)
    if traits["mask"] > 400:
        mask = curve(
            (0.145, -0.055),
            (0.03, -0.055),
            (-0.12, -0.035),
            (-0.20, 0.02),
            (-0.08, 0.035),
            (0.04, 0.035),
            (0.14, 0.04),
            closed=True,
        )
        shapes += (Shape(mask, flat(dark, 0.92), soft=0.006),)
        brow = bezier((0.13, -0.068), (0.03, -0.085), (-0.10, -0.07), (-0.20, -0.02))
        shapes += (stroke(brow, 0.022, blend(wear.lit, WHITE, 0.7), 0.85, 0.004),)
    return shapes + eye(points((0.035, -0.022))[0], 0.030, wear.light, blend(dark, RUST, 0.3))


def _tuft(traits: Mapping[str, int], wear: Coat, at: Point) -> Shapes:
    """A crest of short plumes, for those that wear one."""
    if traits["crest"] < 450:
        return ()
    long_, found = amount(traits["crest"], 0.04, 0.34), []
    for k in range(5):
        angle = math.radians(-178.0 + 12.0 * k)
        x = at[0] - 0.06 + 0.03 * k
        found.append(
            plume(
                x,
                at[1] + 0.05,
                angle,
                long_ * (0.75 + 0.06 * k) + 0.08,
                0.075,
                wear.body,
                wear.light,
                0.12,
                0.5,
                1.0,
            )
        )
    return tuple(found)


def _folded(wear: Coat, quill: Colour, breast: Colour, plump: float, dice: Dice) -> Shapes:
    """Long quills below, two rows of coverts with pale tips over them."""
    shoulder = bezier(
        (0.17 * plump, -0.06), (0.16 * plump, -0.22), (0.06, -0.33), (-0.08, -0.32), many=20
    )
    rows = (
        Fan(8, (0.40, 0.66), (128.0, 117.0), 0.10, lambda _: quill, 0.50, 0.06, point=0.7),
        Fan(
            8, (0.27, 0.42), (130.0, 116.0), 0.10, lambda s: blend(quill, breast, 0.55), 0.60, 0.05
        ),
        Fan(
            7,
            (0.19, 0.28),
            (132.0, 118.0),
            0.10,
            lambda s: blend(wear.body, quill, 0.15),
            0.70,
            0.05,
        ),
        Fan(
            6,
            (0.12, 0.15),
            (136.0, 122.0),
            0.10,
            lambda s: blend(wear.body, wear.lit, 0.3),
            0.80,
            0.05,
        ),
    )
    shapes: Shapes = ()
    for k, row in enumerate(rows):
        shapes += fan(shoulder, row, wear.light, dice.stage("folded", k).uniform(row.many).tolist())
    return shapes


def _feet(plump: float, paints: Paints) -> Shapes:
    skin, found = blend(paints.earth, SOOT, 0.55), []
    for x in (0.0, 0.12):
        shank = curve(
            (x * plump, 0.30), (x * plump + 0.02, 0.40), (x * plump + 0.01, 0.475), many=5
        )
        found.append(Shape(ribbon(shank, (0.05, 0.03, 0.028)), flat(skin), flat(0.5)))
        for toe in (-0.035, 0.005, 0.045):
            claw = bezier(
                (x * plump + 0.01, 0.465),
                (x * plump + toe, 0.45),
                (x * plump + toe * 1.4 + 0.01, 0.49),
                (x * plump + toe * 1.2 + 0.01, 0.535),
                many=6,
            )
            found.append(Shape(ribbon(claw, (0.026, 0.026, 0.012)), flat(skin), flat(0.8)))
    return tuple(found)


def _twig(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    """What it sits on, with leaves or blossoms."""
    bark = blend(paints.earth, SOOT, 0.25)
    path = curve((-0.84, 0.62), (-0.45, 0.52), (0.05, 0.515), (0.50, 0.46), (0.92, 0.34))
    side = curve((0.42, 0.475), (0.60, 0.52), (0.80, 0.56), many=6)
    shapes = tube(side, (0.04, 0.028, 0.012), bark, light) + tube(
        path, (0.030, 0.062, 0.066, 0.05, 0.018), bark, light
    )
    many = count(traits["twig"], 3, 9)
    for k, (a, b, c) in enumerate(dice.stage("twig").uniform((9, 3)).tolist()[:many]):
        x, y, way = along(
            side if k % 3 == 2 else path, (0.04 + 0.96 * ((k * 0.382 + 0.1 * a) % 1.0))
        )
        if -0.25 < x < 0.3:
            x = 0.55 + 0.2 * a
            y = 0.45
        if traits["twig"] > 480 and k % 2:
            shapes += _blossom(x, y - 0.03, 0.10 + 0.03 * b, paints, light, c)
            continue
        angle = way + (0.9 if k % 2 else -0.9) + 0.5 * (b - 0.5)
        green = blend(paints.leaf, blend(paints.leaf, light.sun, 0.5), 0.5 * c)
        shapes += leaf(x, y, angle, 0.20 + 0.08 * b, 0.085, green, light)
    return shapes


def _blossom(x: float, y: float, r: float, paints: Paints, light: Light, turn: float) -> Shapes:
    pink = blend(paints.bloom(120), paints.light, 0.55)
    shapes: Shapes = ()
    for k in range(5):
        angle = turn * 6.28 + k * 2 * math.pi / 5
        three = (blend(pink, paints.bloom(120), 0.5), pink, blend(pink, WHITE, 0.5))
        shapes += petal(x, y, angle, r, r * 0.95, three, light, veins=3)
    return shapes + ball(x, y, r * 0.2, blend(paints.metal, (1.0, 0.8, 0.3), 0.4), light)


def _flying(
    traits: Mapping[str, int], wear: Coat, breast: Colour, paints: Paints, dice: Dice
) -> Shapes:
    light, beat = wear.light, amount(traits["tail"], 0.30, -0.45)
    quill = blend(deepen(wear.body, 1.8), SOOT, 0.55)
    dim = coat(blend(wear.body, paints.shade, 0.3), light, 0.6)
    far = _wing(
        dim, blend(quill, paints.shade, 0.2), breast, light.seen(beat + 0.75), dice.stage("far")
    )
    shapes = placed(far, frame(0.24, -0.08, 0.92, beat + 0.75))
    for k in range(9):
        angle = math.radians(152.0 + 6.5 * (k if k < 5 else 13 - k - 5))
        shapes += (plume(-0.32, 0.04, angle, 0.60, 0.11, quill, light, 0.0, 0.3, 0.5),)
    shapes += _tuft(traits, wear, (0.38, -0.21))
    plump = amount(traits["fullness"], 0.9, 1.2)
    body = curve(*((x, y * plump) for x, y in FLYING), closed=True)
    shapes += contour((body,), wear, 0.018)
    front = curve(
        (0.72, 0.0),
        (0.50, 0.02),
        (0.20, 0.08),
        (-0.14, 0.10),
        (-0.42, 0.10),
        (-0.2, 0.4),
        (0.5, 0.4),
        closed=True,
    )
    shapes += (
        modelled(
            body,
            wear,
            (0.45, 0.8),
            0.05,
            (
                Shape(front, flat(breast), soft=0.025),
                crescent(body, light.x * 0.07, light.y * 0.07, wear.deep, 0.55, 0.04),
            ),
        ),
    )
    shapes += placed(_face(traits, wear, paints), frame(0.49, -0.10 * plump, 1.0, 0.05))
    near = _wing(wear, quill, breast, light.seen(beat), dice.stage("near"))
    return shapes + placed(near, frame(0.16, -0.04, 1.0, beat))


def _wing(wear: Coat, quill: Colour, breast: Colour, light: Light, dice: Dice) -> Shapes:
    """Raised, its root at (0, 0): quills, a pale bar, coverts in the back's colour."""
    arm = bezier((0.06, 0.05), (0.14, -0.24), (0.06, -0.36), (-0.10, -0.50), many=24)
    rows = (
        Fan(16, (0.36, 0.60), (160.0, 258.0), 0.115, lambda s: quill, 0.35, 0.08, point=0.75),
        Fan(
            12, (0.24, 0.34), (154.0, 250.0), 0.105, lambda s: blend(quill, breast, 0.6), 0.46, 0.06
        ),
        Fan(
            11,
            (0.18, 0.24),
            (150.0, 246.0),
            0.100,
            lambda s: blend(wear.body, quill, 0.12),
            0.56,
            0.06,
        ),
        Fan(
            9,
            (0.12, 0.13),
            (142.0, 240.0),
            0.095,
            lambda s: blend(wear.body, wear.lit, 0.35),
            0.66,
            0.06,
        ),
    )
    shapes: Shapes = ()
    for k, row in enumerate(rows):
        shapes += fan(arm, row, light, dice.stage("row", k).uniform(row.many).tolist())
    return (
        *shapes,
        modelled(
            ribbon(arm, (0.12, 0.09, 0.07, 0.03)), coat(wear.body, light, 0.5), (0.6, 0.8), 0.02
        ),
    )


CONCEPTS = (
    Concept(
        "bird",
        (
            Trait("motion", "Pose", "perched", "flying"),
            Trait("colour", "Back", "first bloom", "last bloom"),
            Trait("breast", "Breast", "white", "coloured", 600),
            Trait("fullness", "Build", "slender", "plump"),
            Trait("tail", "Tail", "lowered", "raised"),
            Trait("mask", "Mask", "plain", "masked"),
            Trait("crest", "Crest", "none", "tall", 400),
            Trait("bill", "Bill", "golden", "dark"),
            Trait("twig", "Twig", "leaves", "in blossom"),
        ),
        bird,
    ),
)
