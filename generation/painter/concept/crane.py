"""Draw a red-crowned crane: standing in shallow water, or on the wing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend
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
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount
from generation.painter.concept.figure import (
    Figure,
    Point,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    ramp,
)
from generation.painter.concept.form import along, arc, bezier, curve, moved, oval, points, ribbon
from generation.painter.concept.part import line
from generation.painter.concept.plumage import Fan, fan, plume
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.10, 0.10, 0.13)
CROWN: Colour = (0.84, 0.12, 0.14)
BODY: tuple[Point, ...] = (
    *((0.24, -0.13), (0.08, -0.205), (-0.12, -0.17), (-0.32, -0.04), (-0.52, 0.14)),
    *((-0.46, 0.23), (-0.26, 0.27), (-0.06, 0.30), (0.12, 0.25), (0.26, 0.11), (0.31, -0.03)),
)


def crane(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """One of two poses; wind, wings and neck make every one a little unlike."""
    white = blend(blend(paints.light, WHITE, 0.6), paints.bloom(traits["colour"]), _dye(traits))
    wear = coat(paints.worn(white), light, 0.5)
    dark = blend(SOOT, paints.ink, 0.45)
    red = blend(CROWN, paints.bloom(traits["colour"]), 0.18)
    if traits["motion"] < 500:
        return Figure(fitted(_standing(traits, wear, dark, red, paints, dice), 0.96))
    return Figure(fitted(_flying(traits, wear, dark, red, paints, dice), 0.96))


def _dye(traits: Mapping[str, int]) -> float:
    return amount(traits["dye"], 0.0, 0.22)


def _standing(
    traits: Mapping[str, int], wear: Coat, dark: Colour, red: Colour, paints: Paints, dice: Dice
) -> Shapes:
    bow, lift = amount(traits["neck"], -0.10, 0.10), amount(traits["motion"] * 2, -0.02, 0.10)
    neck = curve(
        *((0.02, 0.06), (0.255, -0.10), (0.335 + bow, -0.36), (0.23, -0.56 - lift)),
        *((0.185 - bow * 0.6, -0.74 - lift), (0.24, -0.88 - lift), (0.33, -0.925 - lift)),
    )
    shapes = _ripples(traits, paints) + _legs(traits, dark, wear)
    shapes += _bustle(traits, dark, wear.light, dice)
    body = curve(*BODY, closed=True)
    throat = ribbon(neck, (0.10, 0.27, 0.20, 0.135, 0.095, 0.078, 0.072, 0.072))
    shapes += contour((body, throat), wear, 0.014)
    shapes += (modelled(body, wear, (0.4, 0.8), 0.06),)
    fade = ((0.20, -0.05), (0.31, -0.22))
    shapes += (modelled(throat, wear, (0.5, 0.7), 0.025, _collar(neck, dark), root=fade),)
    shapes += _folded(wear, dice)
    return shapes + placed(
        _head(wear, dark, red), frame(0.335, -0.925 - lift, 1.0, bow * 2.0 + 0.10)
    )


def _collar(neck: Points, dark: Colour) -> Shapes:
    """Black on throat and fore neck, which ends in a soft edge."""
    spots = [along(neck, share)[:2] for share in (0.42, 0.6, 0.8, 1.0)]
    path = curve(*spots) + points((0.022, 0.012))
    return (Shape(ribbon(path, (0.01, 0.07, 0.085, 0.10)), flat(dark, 0.95), soft=0.008),)


def _head(wear: Coat, dark: Colour, red: Colour) -> Shapes:
    """Around (0, 0), looking right: bill, face, the red crown, an eye."""
    skull = curve(
        *((-0.085, 0.01), (-0.06, -0.045), (0.0, -0.064), (0.06, -0.035), (0.085, 0.004)),
        *((0.06, 0.034), (0.0, 0.045), (-0.06, 0.048)),
        closed=True,
    )
    bill = curve(
        (0.055, -0.026), (0.16, -0.012), (0.345, 0.022), (0.16, 0.028), (0.055, 0.030), closed=True
    )
    horn = blend((0.62, 0.58, 0.42), dark, 0.25)
    cap = curve(
        (-0.075, -0.03),
        (-0.03, -0.066),
        (0.035, -0.06),
        (0.075, -0.022),
        (0.02, -0.022),
        (-0.04, -0.014),
        closed=True,
    )
    gape = bezier((0.065, 0.006), (0.14, 0.008), (0.22, 0.016), (0.33, 0.022))
    face = Shape(oval(0.05, 0.022, 0.06, 0.04), flat(dark, 0.95), soft=0.008)
    shapes: Shapes = (*contour((bill, skull), wear, 0.012),)
    shapes += (
        Shape(bill, ramp((0.05, 0.0), (0.34, 0.02), horn, blend(horn, wear.lit, 0.35)), flat(0.6)),
    )
    shapes += (stroke(gape, 0.009, dark, 0.8),)
    shapes += (modelled(skull, wear, (0.6, 0.85), 0.02, (face,)),)
    glint = crescent(cap, 0.006, 0.016, blend(red, WHITE, 0.45), 0.6, 0.006)
    shapes += (Shape(cap, flat(red), flat(0.9), inside=(glint,)),)
    return shapes + eye(points((0.030, -0.006))[0], 0.0115, wear.light, (0.55, 0.35, 0.15))


def _legs(traits: Mapping[str, int], dark: Colour, wear: Coat) -> Shapes:
    """Both on the ground, or one drawn up."""
    skin = blend(dark, (0.36, 0.36, 0.34), 0.35)
    ways = [((-0.02, 0.24), (0.015, 0.54), (-0.03, 0.93))]
    if traits["leg"] > 500:
        up = amount(traits["leg"] * 2 - 1000, 0.0, 1.0)
        ways.append(((0.02, 0.24), (0.20, 0.46 - 0.05 * up), (0.01, 0.60 - 0.06 * up)))
    else:
        step = amount(traits["leg"] * 2, 0.16, 0.02)
        ways.append(((0.02, 0.24), (0.06 + step, 0.53), (0.02 + step * 1.6, 0.92)))
    shapes: Shapes = ()
    for hip, heel, foot in ways[::-1]:
        shin = curve(hip, heel, foot, many=10)
        shapes += (Shape(ribbon(shin, (0.05, 0.032, 0.036, 0.026, 0.026)), flat(skin), flat(0.4)),)
        way = (heel[0] - hip[0], heel[1] - hip[1])
        down = points(*((hip[0] + way[0] * t, hip[1] + way[1] * t) for t in (-0.1, 0.2, 0.45, 0.7)))
        thigh = ribbon(down, (0.17, 0.15, 0.085, 0.036))
        shapes += (*contour((thigh,), wear, 0.012), Shape(thigh, wear.fill, flat(0.45)))
        reach, fall = (0.13, 0.02) if foot[1] > 0.8 else (0.05, 0.09)
        for toe in ((reach, fall), (reach * 0.7, fall + 0.02), (-reach * 0.6, fall)):
            knuckle = (foot[0] + toe[0] * 0.6, foot[1] + toe[1] * 0.25)
            path = curve(foot, knuckle, (foot[0] + toe[0], foot[1] + toe[1]), many=5)
            shapes += (Shape(ribbon(path, (0.024, 0.018, 0.004)), flat(skin), flat(0.35)),)
    return shapes


def _ripples(traits: Mapping[str, int], paints: Paints) -> Shapes:
    rings = []
    for k in range(1 + traits["water"] // 260):
        r = 0.16 + 0.13 * k
        ring = arc(0.0, 0.0, r, 0.15 + 0.2 * k, 6.0 - 0.5 * k, 40) * points((1.0, 0.20))
        tint = blend(paints.water, paints.light, 0.45)
        rings.append(line(moved(ring, 0.02, 0.935), 0.012 - 0.002 * k, tint, 0.8 - 0.15 * k))
    return tuple(rings)


def _bustle(traits: Mapping[str, int], dark: Colour, light: Light, dice: Dice) -> Shapes:
    """Black inner plumes that droop over the tail."""
    found, droop = [], amount(traits["wind"], 0.42, 0.12)
    for k, throw in enumerate(dice.stage("bustle").uniform(13).tolist()):
        share = k / 12
        angle = 2.05 + 0.75 * share + 0.25 * (throw - 0.5)
        tint = blend(dark, light.sun, 0.10 * throw)
        x, y = -0.28 - 0.14 * share, 0.12 - 0.07 * share
        found.append(
            plume(
                x,
                y,
                angle,
                0.42 + 0.08 * throw,
                0.10,
                tint,
                light,
                droop * 0.8 * (0.5 - share),
                0.45,
                0.9,
            )
        )
    return tuple(found)


def _folded(wear: Coat, dice: Dice) -> Shapes:
    """Three rows of plumes on the folded wing."""
    shoulder = bezier((0.20, -0.06), (0.10, -0.15), (-0.06, -0.15), (-0.20, -0.08), many=20)
    shapes: Shapes = ()
    for k, (many, long_, wide) in enumerate(((7, 0.42, 0.13), (8, 0.30, 0.12), (8, 0.18, 0.11))):
        tint = blend(wear.body, wear.deep, 0.20 - 0.08 * k)
        row = Fan(
            many,
            (long_ * 0.85, long_),
            (146.0, 152.0),
            wide,
            _plain(tint),
            0.5 + 0.08 * k,
            0.08,
        )
        shapes += fan(shoulder, row, wear.light, dice.stage("folded", k).uniform(many).tolist())
    return shapes


def _plain(tint: Colour) -> Callable[[float], Colour]:
    return lambda _: tint


def _flying(
    traits: Mapping[str, int], wear: Coat, dark: Colour, red: Colour, paints: Paints, dice: Dice
) -> Shapes:
    light, beat = wear.light, amount(traits["wings"], 0.55, -0.30)
    bow = amount(traits["neck"], -0.07, 0.05)
    far = coat(blend(wear.body, paints.shade, 0.35), light, 0.5)
    root = (0.20, -0.02)
    shapes = placed(
        _wing(far, dark, light.seen(beat * 0.7 + 0.55), dice.stage("far"), 0.92),
        frame(*root, 0.92, beat * 0.7 + 0.55),
    )
    skin = blend(dark, (0.36, 0.36, 0.34), 0.3)
    for low in (0.0, 0.035):
        leg = curve(
            (-0.26, 0.11),
            (-0.62, 0.19 + low),
            (-0.98, 0.26 + low * 1.8),
            (-1.12, 0.30 + low * 2),
            many=6,
        )
        shapes += (Shape(ribbon(leg, (0.05, 0.03, 0.026, 0.03, 0.006)), flat(skin), flat(0.35)),)
    neck = curve(
        (0.20, 0.0),
        (0.42, -0.06),
        (0.66, -0.10 + bow),
        (0.88, -0.10 + bow * 2),
        (0.98, -0.10 + bow * 2),
    )
    body = curve(
        *((0.34, -0.08), (0.16, -0.13), (-0.08, -0.08), (-0.30, 0.04), (-0.50, 0.15)),
        *((-0.44, 0.20), (-0.20, 0.20), (0.04, 0.17), (0.24, 0.10), (0.36, 0.01)),
        closed=True,
    )
    throat = ribbon(neck, (0.22, 0.15, 0.095, 0.075, 0.070, 0.070))
    shapes += contour((body, throat), wear, 0.014)
    shapes += (modelled(body, wear, (0.4, 0.8), 0.05),)
    shapes += (
        modelled(
            throat, wear, (0.5, 0.7), 0.022, _collar(neck, dark), root=((0.25, 0.0), (0.42, 0.0))
        ),
    )
    shapes += placed(_head(wear, dark, red), frame(0.99, -0.10 + bow * 2, 1.0, 0.05 + bow))
    near = _wing(wear, dark, light.seen(beat), dice.stage("near"), 1.0)
    return shapes + placed(near, frame(root[0] - 0.06, root[1] + 0.01, 1.0, beat))


def _wing(wear: Coat, dark: Colour, light: Light, dice: Dice, reach: float) -> Shapes:
    """A raised wing, its root at (0, 0): white hand, black arm, two rows of coverts, a lit edge."""
    arm = bezier((0.04, 0.04), (0.10, -0.30), (0.02, -0.46), (-0.10, -0.74), many=24)

    def quill(share: float) -> Colour:
        return dark if share < 0.50 else wear.body

    def covert(share: float) -> Colour:
        return blend(wear.body, wear.deep, 0.16 * (1 - share))

    rows = (
        Fan(19, (0.46, 0.62), (158.0, 262.0), 0.105, quill, 0.30, 0.10, point=0.7),
        Fan(15, (0.27, 0.34), (150.0, 256.0), 0.095, covert, 0.42, 0.08),
        Fan(13, (0.16, 0.17), (142.0, 250.0), 0.085, covert, 0.54, 0.06),
    )
    shapes: Shapes = ()
    for k, row in enumerate(rows):
        shapes += fan(arm, row, light, dice.stage("row", k).uniform(row.many).tolist())
    edge = ribbon(arm, (0.13, 0.10, 0.075, 0.055, 0.03))
    own = coat(wear.body, light, 0.6)
    return (*shapes, modelled(edge, own, (0.6, 0.8), 0.02))


CONCEPTS = (
    Concept(
        "crane",
        (
            Trait("motion", "Pose", "standing", "flying"),
            Trait("neck", "Neck", "drawn in", "stretched"),
            Trait("wings", "Wings", "raised", "lowered", 400),
            Trait("leg", "Leg", "striding", "drawn up"),
            Trait("wind", "Plumes", "drooping", "lifted"),
            Trait("water", "Water", "still", "rippled"),
            COLOUR,
            Trait("dye", "Plumage", "white", "tinted", 250),
        ),
        crane,
    ),
)
