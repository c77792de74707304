"""Draw a deer from the side: standing, stepping, looking up or in a leap."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.body import (
    Coat,
    Leg,
    Skin,
    between,
    chain,
    coat,
    contour,
    crescent,
    eye,
    fitted,
    limb,
    modelled,
    stroke,
)
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import Figure, Point, Points, Shape, Shapes, flat, ramp
from generation.painter.concept.form import along, bezier, blade, curve, moved, oval, points, ribbon
from generation.painter.concept.part import glow
from generation.painter.light import Light
from generation.painter.paints import Paints

FORE = (0.15, 0.28, 0.27, 0.07)
HIND = (0.24, 0.30, 0.31, 0.07)
# Degrees of the bones of near fore, far fore, near hind, far hind; then pitch, neck, head.
POSES: tuple[tuple[float, ...], ...] = (
    (-28, 2, 0, 20, -32, 7, 3, 22, 16, -36, 2, 20, 30, -44, -2, 18, 0, 168, 158, 8),
    (16, 74, -34, -48, -36, -6, -6, 10, 2, -52, -14, 6, 40, -26, 12, 26, -3, 172, 160, 4),
    (-10, 24, 16, 34, -40, -18, -20, -4, 30, -30, 14, 24, 6, -60, -24, -8, 0, 152, 146, 16),
    (28, 88, -30, -60, 22, 74, -58, -84, -26, -64, -40, -50, -12, -46, -58, -70, -16, 158, 150, 10),
)
FORE_FRONT: Skin = (
    *((-0.5, 0.03), (-0.1, 0.09), (0.5, 0.09), (1.0, 0.072), (1.35, 0.056), (1.7, 0.034)),
    *((1.95, 0.029), (2.12, 0.026), (2.3, 0.017), (2.7, 0.015), (2.95, 0.021), (3.85, 0.024)),
)
FORE_BACK: Skin = (
    *((-0.35, 0.07), (0.3, 0.10), (0.9, 0.072), (1.25, 0.046), (1.7, 0.026), (1.98, 0.026)),
    *((2.15, 0.019), (2.5, 0.015), (2.85, 0.020), (3.0, 0.026), (3.35, 0.016), (3.85, 0.020)),
)
HIND_FRONT: Skin = (
    *((-0.42, 0.04), (-0.1, 0.12), (0.5, 0.145), (0.95, 0.10), (1.2, 0.060), (1.6, 0.035)),
    *((1.9, 0.029), (2.1, 0.024), (2.3, 0.019), (2.7, 0.017), (2.95, 0.022), (3.85, 0.026)),
)
HIND_BACK: Skin = (
    *((-0.2, 0.11), (0.1, 0.155), (0.5, 0.155), (0.85, 0.115), (1.15, 0.075), (1.5, 0.042)),
    *((1.85, 0.030), (2.0, 0.038), (2.2, 0.021), (2.6, 0.018), (2.88, 0.023), (3.0, 0.027)),
    (3.85, 0.022),
)
NECK_NAPE: Skin = (
    *((-0.35, 0.15), (0.05, 0.155), (0.5, 0.105), (1.0, 0.078), (1.5, 0.066), (2.0, 0.060)),
)
NECK_THROAT: Skin = (
    *((-0.3, 0.17), (0.1, 0.15), (0.5, 0.105), (1.0, 0.075), (1.5, 0.060), (2.0, 0.058)),
)
TRUNK: tuple[Point, ...] = (
    *((0.20, 0.0), (0.06, 0.035), (-0.10, 0.045), (-0.26, 0.025), (-0.40, 0.02), (-0.50, 0.09)),
    *((-0.53, 0.20), (-0.50, 0.31), (-0.42, 0.38), (-0.30, 0.36), (-0.16, 0.365), (0.02, 0.42)),
    *((0.17, 0.42), (0.29, 0.38), (0.38, 0.29), (0.405, 0.19), (0.36, 0.07)),
)
HEAD: tuple[Point, ...] = (
    *((-0.05, -0.045), (0.0, -0.072), (0.06, -0.070), (0.12, -0.050), (0.19, -0.034)),
    *((0.245, -0.030), (0.275, -0.014), (0.278, 0.012), (0.255, 0.028), (0.22, 0.034)),
    *((0.15, 0.042), (0.08, 0.062), (0.01, 0.066), (-0.05, 0.03)),
)
MIDDLE = (-0.05, 0.2)
CHALK: Colour = (0.97, 0.93, 0.86)


def deer(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Far legs and antler, trunk, neck and head under one contour, near legs, near antler."""
    pose = _pose(traits["motion"])
    fawn = blend((0.72, 0.44, 0.22), paints.earth, 0.35)
    dusk = blend(blend(fawn, paints.shade, 0.4), paints.ink, 0.15)
    base = paints.worn(blend(fawn, dusk, amount(traits["coat"], 0.0, 1.0)))
    near = coat(base, light, 0.75, MIDDLE)
    far = coat(blend(blend(base, deepen(base), 0.5), paints.middle, 0.12), light, 0.9, MIDDLE)
    pitch = math.radians(pose[16])
    legs = [_leg(pose, which, pitch) for which in range(4)]
    shapes: Shapes = ()
    for leg in (legs[3], legs[1]):
        shapes += contour((leg.skin,), far)
        shapes += (modelled(leg.skin, far, (0.2, 0.4), 0.014), _hoof(leg, far))
    trunk = _turned(curve(*TRUNK, closed=True), pitch)
    neck, head, place = _head(pose, pitch, amount(traits["neck"], -16, 10))
    horn = blend(blend((0.80, 0.66, 0.46), paints.metal, 0.35), base, 0.15)
    shapes += _antler(place, -0.16, traits, blend(horn, far.deep, 0.35), light)
    shapes += _tail(pitch, near)
    shapes += contour((trunk, legs[2].skin, legs[0].skin, neck, head), near, 0.014)
    shapes += (modelled(trunk, near, (0.4, 0.8), 0.075, _markings(trunk, near)),)
    fade = (tuple(trunk[-8].tolist()), tuple(neck[len(neck) // 2].tolist()))
    shapes += (modelled(neck, near, (0.45, 0.75), 0.04, _bib(neck), root=fade),)
    for leg in (legs[2], legs[0]):
        shapes += (modelled(leg.skin, near, (0.4, 0.7), 0.018, root=leg.root), _hoof(leg, near))
    shapes += _spots(pitch, traits, near, dice)
    shapes += _face(head, place, near)
    shapes += _antler(place, 0.10, traits, horn, light)
    if traits["glow"] > 600:
        x, y, _ = place
        shapes += (glow(x, y - 0.25, 0.9, blend(paints.light, paints.bloom(500), 0.3), 0.3),)
    return Figure(fitted(shapes))


def _pose(per_mille: int) -> tuple[float, ...]:
    place = per_mille * (len(POSES) - 1) / 1000
    first = min(int(place), len(POSES) - 2)
    share = place - first
    share = share * share * (3 - 2 * share)
    return between(POSES[first], POSES[first + 1], share * share * (3 - 2 * share))


def _turned(outline: Points, pitch: float) -> Points:
    return moved(moved(outline, 0.34, -0.18), -0.34, 0.18, pitch)


def _leg(pose: tuple[float, ...], which: int, pitch: float) -> Leg:
    fore, aside = which < 2, 0.045 if which % 2 else 0.0
    root = _turned(points((0.285, 0.24) if fore else (-0.355, 0.18)), pitch)[0].tolist()
    degrees = pose[which * 4 : which * 4 + 4]
    joints = chain(root[0] + aside, root[1], zip(FORE if fore else HIND, degrees, strict=True))
    skins = (FORE_FRONT, FORE_BACK) if fore else (HIND_FRONT, HIND_BACK)
    return Leg(limb(joints, *skins), joints, degrees[3])


def _hoof(leg: Leg, coat: Coat) -> Shape:
    edge = curve((-0.020, -0.012), (0.020, -0.012), (0.050, 0.045), (-0.024, 0.045), closed=True)
    turn = -math.radians(leg.degrees - 20.0)
    return Shape(moved(moved(edge, turn=turn), *leg.joints[-1].tolist()), flat(coat.rim), flat(0.4))


def _markings(trunk: Points, coat: Coat) -> Shapes:
    """A pale belly, a dark line along the back, ribs in the light."""
    (left, top), (right, low) = trunk.min(0).tolist(), trunk.max(0).tolist()
    x, y = (left + right) / 2, (top + low) / 2
    pale = blend(coat.lit, CHALK, 0.7)
    belly = crescent(trunk, 0.0, -0.07, pale, 0.75, 0.03)
    flank = curve((x - 0.20, y - 0.08), (x - 0.15, y + 0.04), (x - 0.20, y + 0.16))
    return (
        belly,
        stroke(flank, 0.05, coat.deep, 0.4, 0.02),
        Shape(oval(x + 0.03, y - 0.05, 0.18, 0.09), flat(coat.lit, 0.35), soft=0.045),
        crescent(trunk, 0.0, 0.022, coat.deep, 0.55, 0.014),
    )


def _spots(pitch: float, traits: Mapping[str, int], coat: Coat, dice: Dice) -> Shapes:
    """Rows of pale spots on flank and haunch, as the sika wears them."""
    many = count(traits["spots"], 0, 38)
    pale, found = blend(coat.lit, CHALK, 0.8), []
    for k, (a, b, c) in enumerate(dice.stage("spots").uniform((38, 3)).tolist()[:many]):
        row, step = k % 3, (k // 3) / 13
        x, y = -0.46 + 0.72 * step + 0.03 * (a - 0.5), 0.085 + 0.075 * row + 0.03 * (b - 0.5)
        spot = _turned(oval(x, y, 0.013 + 0.007 * c, 0.011, many=10), pitch)
        found.append(Shape(spot, flat(pale, 0.85)))
    return tuple(found)


def _bib(neck: Points) -> Shapes:
    return (crescent(neck, -0.05, -0.01, CHALK, 0.30, 0.03),)


def _tail(pitch: float, coat: Coat) -> Shapes:
    x, y = _turned(points((-0.49, 0.08)), pitch)[0].tolist()
    edge = moved(blade(0.17, 0.085, 0.8, 0.8, 0.25), x + 0.02, y, 2.35)
    under = crescent(edge, 0.022, -0.01, CHALK, 0.95, 0.008)
    return (*contour((edge,), coat, 0.012), modelled(edge, coat, marks=(under,), depth=0.015))


def _head(
    pose: tuple[float, ...], pitch: float, lift: float
) -> tuple[Points, Points, tuple[float, float, float]]:
    """The neck's outline, the head's, and where the head is: x, y, its turn."""
    x, y = _turned(points((0.235, 0.17)), pitch)[0].tolist()
    joints = chain(x, y, ((0.25, pose[17] + lift - 12), (0.25, pose[18] + lift)))
    turn = math.radians(pose[19] + 14 - lift * 0.6)
    at = joints[-1].tolist()
    return (
        limb(joints, NECK_NAPE, NECK_THROAT),
        moved(moved(curve(*HEAD, closed=True), turn=turn), *at),
        (*at, turn),
    )


def _face(head: Points, place: tuple[float, float, float], coat: Coat) -> Shapes:
    def at(outline: Points) -> Points:
        return moved(outline, *place)

    pale = blend(coat.lit, CHALK, 0.8)
    far = at(moved(blade(0.17, 0.075, 0.75, 0.8, -0.1), -0.02, -0.045, -1.75))
    ear = at(moved(blade(0.19, 0.085, 0.75, 0.8, -0.1), -0.035, -0.035, -2.45))
    inner = at(moved(blade(0.15, 0.045, 0.75, 0.8, -0.1), -0.045, -0.045, -2.45))
    marks = (
        Shape(at(oval(0.21, 0.045, 0.08, 0.03)), flat(pale, 0.8), soft=0.012),
        Shape(at(oval(0.085, -0.020, 0.038, 0.024)), flat(pale, 0.6), soft=0.010),
        stroke(
            at(bezier((0.05, -0.07), (0.12, -0.05), (0.19, -0.03), (0.26, -0.03))),
            0.03,
            coat.deep,
            0.5,
            0.01,
        ),
    )
    shapes: Shapes = (*contour((far, ear), coat, 0.012), modelled(far, coat, depth=0.02))
    shapes += (modelled(head, coat, (0.5, 0.8), 0.025, marks),)
    lining = Shape(inner, flat(blend(pale, (0.9, 0.6, 0.55), 0.3), 0.8), soft=0.006)
    shapes += (modelled(ear, coat, (0.5, 0.7), 0.02, (lining,)),)
    shapes += eye(at(points((0.082, -0.022)))[0], 0.0155, coat.light, coat.deep, place[2])
    nose = at(oval(0.268, -0.006, 0.017, 0.020, many=14))
    mouth = at(bezier((0.265, 0.016), (0.24, 0.018), (0.22, 0.012), (0.19, 0.016), many=6))
    return (*shapes, Shape(nose, flat(coat.rim), flat(0.8)), stroke(mouth, 0.008, coat.rim))


def _antler(
    place: tuple[float, float, float],
    lean: float,
    traits: Mapping[str, int],
    horn: Colour,
    light: Light,
) -> Shapes:
    """A beam that sweeps back and up and forward again; tines rise from its front."""
    if traits["antlers"] < 140:
        return ()
    reach = amount(traits["antlers"], 0.22, 0.60)
    many = count(traits["antlers"], 1, 4)
    foot = moved(points((0.015, -0.062)), *place)[0]
    x, y = foot.tolist()
    beam = bezier(
        (x, y),
        (x - reach * (0.50 + lean), y - reach * 0.30),
        (x - reach * (0.42 + lean), y - reach * 0.95),
        (x + reach * (0.16 - lean * 1.5), y - reach * 1.12),
        many=24,
    )
    rods = [(beam, reach * 0.075)]
    for k in range(many):
        a, b, _ = along(beam, 0.10 + 0.68 * k / max(1, many - 1) if many > 1 else 0.4)
        long_ = reach * (0.40 - 0.05 * k)
        tine = bezier(
            (a, b),
            (a + long_ * 0.45, b - long_ * 0.05),
            (a + long_ * 0.70, b - long_ * 0.30),
            (a + long_ * (0.72 - 0.06 * k), b - long_ * 0.95),
        )
        rods.append((tine, reach * 0.052))
    edges = [ribbon(path, (w, w * 0.95, w * 0.8, w * 0.55, w * 0.12)) for path, w in rods]
    wear = coat(horn, light, 0.6, (x, y - reach * 0.5))
    shapes = contour(edges, wear, 0.010)
    return shapes + tuple(
        Shape(
            edge,
            ramp((x, y), (x, y - reach * 1.1), wear.body, wear.body, wear.lit),
            flat(0.6),
            inside=(crescent(edge, light.x * 0.010, light.y * 0.010, wear.deep, 0.7, 0.004),),
        )
        for edge in edges
    )


CONCEPTS = (
    Concept(
        "deer",
        (
            Trait("motion", "Pose", "standing", "leaping"),
            Trait("antlers", "Antlers", "none", "many tines", 650),
            Trait("coat", "Coat", "fawn", "dusk", 350),
            Trait("spots", "Spots", "none", "many"),
            Trait("neck", "Neck", "lowered", "raised"),
            Trait("glow", "Glow", "none", "bright", 400),
        ),
        deer,
    ),
)
