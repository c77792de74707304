"""Draw a horse from the side: standing, trotting, rearing or in a flying gallop."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
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
    lock,
    modelled,
    stroke,
)
from generation.painter.concept.concept import Concept, Trait, amount, choice
from generation.painter.concept.figure import Figure, Point, Points, Shape, Shapes, flat
from generation.painter.concept.form import bezier, blade, curve, moved, oval, points
from generation.painter.light import Light
from generation.painter.paints import Paints

FORE = (0.17, 0.30, 0.21, 0.085)
HIND = (0.27, 0.30, 0.25, 0.085)
# Degrees of the bones of near fore, far fore, near hind, far hind; then pitch, neck, head.
POSES: tuple[tuple[float, ...], ...] = (
    (-30, 2, 0, 28, -34, 8, 4, 26, 14, -34, 4, 30, 26, -42, 0, 24, 0, 142, 118, 42),
    (12, 72, -42, -62, -38, -8, -10, 14, 2, -58, -18, 4, 42, -20, 24, 34, -3, 150, 124, 36),
    (30, 92, 8, -36, 10, 66, -30, -66, 18, -30, 12, 34, 40, -22, 20, 42, -33, 158, 132, 30),
    (22, 74, 62, 80, 8, 58, 86, 60, -16, -72, -54, -62, 4, -58, -70, -86, -5, 134, 120, 46),
)
FORE_FRONT: Skin = (
    *(
        (-0.55, 0.03),
        (-0.1, 0.09),
        (0.5, 0.10),
        (1.0, 0.085),
        (1.35, 0.075),
        (1.7, 0.048),
        (1.95, 0.040),
    ),
    *((2.12, 0.036), (2.3, 0.024), (2.7, 0.022), (2.95, 0.030), (3.3, 0.026), (3.85, 0.036)),
)
FORE_BACK: Skin = (
    *((-0.35, 0.07), (0.3, 0.11), (0.9, 0.085), (1.25, 0.062), (1.7, 0.036), (1.98, 0.034)),
    *((2.15, 0.026), (2.5, 0.022), (2.85, 0.030), (3.0, 0.036), (3.35, 0.022), (3.85, 0.030)),
)
HIND_FRONT: Skin = (
    *(
        (-0.42, 0.04),
        (-0.1, 0.14),
        (0.5, 0.165),
        (0.95, 0.12),
        (1.2, 0.075),
        (1.6, 0.048),
        (1.9, 0.042),
    ),
    *((2.1, 0.034), (2.3, 0.028), (2.7, 0.025), (2.95, 0.032), (3.3, 0.026), (3.85, 0.038)),
)
HIND_BACK: Skin = (
    *(
        (-0.2, 0.13),
        (0.1, 0.175),
        (0.5, 0.17),
        (0.85, 0.135),
        (1.15, 0.095),
        (1.5, 0.058),
        (1.85, 0.040),
    ),
    *((2.0, 0.050), (2.2, 0.030), (2.6, 0.026), (2.88, 0.034), (3.0, 0.038), (3.35, 0.023)),
    (3.85, 0.032),
)
NECK_CREST: Skin = (
    *((-0.3, 0.20), (0.1, 0.205), (0.5, 0.16), (1.0, 0.125), (1.5, 0.095), (2.0, 0.075)),
)
NECK_THROAT: Skin = ((-0.2, 0.20), (0.2, 0.17), (0.6, 0.125), (1.0, 0.10), (1.5, 0.08), (2.0, 0.08))
TRUNK: tuple[Point, ...] = (
    *((0.22, -0.005), (0.12, 0.03), (-0.02, 0.06), (-0.18, 0.055), (-0.34, 0.01), (-0.46, 0.03)),
    *((-0.56, 0.12), (-0.595, 0.24), (-0.56, 0.36), (-0.46, 0.45), (-0.32, 0.43), (-0.16, 0.46)),
    *((0.04, 0.50), (0.20, 0.49), (0.34, 0.44), (0.44, 0.35), (0.475, 0.24), (0.44, 0.10)),
)
HEAD: tuple[Point, ...] = (
    *((-0.07, -0.05), (0.0, -0.088), (0.08, -0.082), (0.17, -0.062), (0.27, -0.050)),
    *((0.335, -0.048), (0.378, -0.026), (0.385, 0.012), (0.362, 0.030), (0.350, 0.052)),
    *((0.318, 0.056), (0.26, 0.046), (0.19, 0.060), (0.12, 0.098), (0.04, 0.108), (-0.05, 0.07)),
)
BIG = 1.1  # the head
MIDDLE = (-0.05, 0.26)


def horse(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Far legs, tail, trunk, neck and head under one contour, near legs, mane."""
    pose = _pose(traits["motion"])
    base, hair = _colours(traits, paints)
    near = coat(base, light, 0.75, MIDDLE)
    far = coat(blend(blend(base, deepen(base), 0.55), paints.middle, 0.12), light, 0.9, MIDDLE)
    pitch = math.radians(pose[16])
    legs = [_leg(pose, which, pitch) for which in range(4)]  # near and far fore, near and far hind
    shapes: Shapes = ()
    for which in (3, 1):
        shapes += contour((legs[which].skin,), far)
        shapes += (modelled(legs[which].skin, far, (0.2, 0.4), 0.018),)
        shapes += (_hoof(legs[which], far, paints),)
    shapes += _tail(traits, pitch, hair, light, dice)
    trunk = _turned(curve(*TRUNK, closed=True), pitch)
    neck, head, turn = _head(pose, pitch, amount(traits["neck"], -14, 12))
    shapes += contour((trunk, legs[2].skin, legs[0].skin, neck, head), near)
    shapes += (modelled(trunk, near, (0.4, 0.8), 0.09, _muscles(trunk, near)),)
    fade = (tuple(trunk[-8].tolist()), tuple(neck[len(neck) // 2].tolist()))
    shapes += (modelled(neck, near, (0.45, 0.75), 0.055, root=fade),)
    for leg in (legs[2], legs[0]):
        shapes += (
            modelled(leg.skin, near, (0.4, 0.7), 0.024, _socks(leg, traits, near), root=leg.root),
        )
        shapes += (_hoof(leg, near, paints),)
    shapes += _face(head, turn, near, traits)
    shapes += _mane(neck, turn, traits, hair, light, dice)
    return Figure(fitted(shapes))


def _pose(gait: int) -> tuple[float, ...]:
    """Between two of the poses that follow each other, but near one of them."""
    place = gait * (len(POSES) - 1) / 1000
    first = min(int(place), len(POSES) - 2)
    share = place - first
    share = share * share * (3 - 2 * share)
    return between(POSES[first], POSES[first + 1], share * share * (3 - 2 * share))


def _colours(traits: Mapping[str, int], paints: Paints) -> tuple[Colour, Colour]:
    """Chestnut, bay, grey, cream or black, and the hair that goes with it."""
    chestnut = blend((0.56, 0.27, 0.13), paints.earth, 0.35)
    white = blend((0.93, 0.91, 0.88), paints.light, 0.5)
    black = blend((0.16, 0.14, 0.17), paints.ink, 0.4)
    gold = blend((0.80, 0.60, 0.34), paints.metal, 0.4)
    kinds = (
        (chestnut, blend(deepen(chestnut), gold, 0.2)),
        (white, blend(white, paints.shade, 0.35)),
        (blend(chestnut, black, 0.35), black),
        (gold, blend(white, gold, 0.25)),
        (black, blend(black, paints.bloom(traits["marks"]), 0.15)),
    )
    base, hair = choice(traits["coat"], kinds)
    worn = paints.worn(base)
    return worn, hair if worn == base else blend(deepen(worn, 1.4), black, 0.35)


def _turned(outline: Points, pitch: float) -> Points:
    """Leant about the hips, as one who rears."""
    return moved(moved(outline, 0.34, -0.18), -0.34, 0.18, pitch)


def _leg(pose: tuple[float, ...], which: int, pitch: float) -> Leg:
    fore, aside = which < 2, 0.05 if which % 2 else 0.0
    root = _turned(points((0.345, 0.27) if fore else (-0.395, 0.20)), pitch)[0].tolist()
    degrees = pose[which * 4 : which * 4 + 4]
    joints = chain(root[0] + aside, root[1], zip(FORE if fore else HIND, degrees, strict=True))
    skins = (FORE_FRONT, FORE_BACK) if fore else (HIND_FRONT, HIND_BACK)
    return Leg(limb(joints, *skins), joints, degrees[3])


def _hoof(leg: Leg, coat: Coat, paints: Paints) -> Shape:
    """Below the pastern; flat on the ground when the foot is."""
    edge = curve((-0.030, -0.012), (0.030, -0.012), (0.058, 0.055), (-0.042, 0.055), closed=True)
    horn = blend(blend(paints.ink, coat.deep, 0.4), (0.25, 0.2, 0.18), 0.4)
    turn = -math.radians(leg.degrees - 26.0)
    gleam = crescent(edge, 0.012, 0.012, coat.deep, 0.7, 0.006)
    return Shape(
        moved(moved(edge, turn=turn), *leg.joints[-1].tolist()),
        flat(horn),
        flat(0.4),
        inside=(gleam,),
    )


def _socks(leg: Leg, traits: Mapping[str, int], coat: Coat) -> Shapes:
    if traits["marks"] < 450:
        return ()
    x, y = leg.joints[-1].tolist()
    reach = amount(traits["marks"], 0.02, 0.20)
    return (Shape(oval(x, y, reach), flat(blend(coat.lit, WHITE, 0.75), 0.9), soft=0.02),)


def _muscles(trunk: Points, coat: Coat) -> Shapes:
    """Shoulder, ribs, flank and croup: soft shadows and a long light along the back."""
    low, high = trunk.min(0), trunk.max(0)
    x, y = ((low + high) / 2).tolist()
    belly = curve((x - 0.40, y + 0.24), (x - 0.1, y + 0.17), (x + 0.2, y + 0.20))
    flank = curve((x - 0.20, y - 0.10), (x - 0.14, y + 0.05), (x - 0.20, y + 0.20))
    ribs = oval(x + 0.04, y - 0.04, 0.20, 0.11)
    return (
        stroke(belly, 0.10, coat.deep, 0.40, 0.035),
        stroke(flank, 0.05, coat.deep, 0.45, 0.02),
        Shape(ribs, flat(coat.lit, 0.35), soft=0.05),
        Shape(oval(x - 0.36, y - 0.10, 0.11, 0.08), flat(coat.lit, 0.45), soft=0.045),
    )


def _head(pose: tuple[float, ...], pitch: float, lift: float) -> tuple[Points, Points, float]:
    """The neck's outline, the head's, and by how much the head is turned."""
    x, y = _turned(points((0.285, 0.20)), pitch)[0].tolist()
    joints = chain(x, y, ((0.26, pose[17] + lift), (0.25, pose[18] + lift)))
    turn = math.radians(pose[19] - lift * 0.5)
    head = moved(moved(curve(*HEAD, closed=True), turn=turn, scale=BIG), *joints[-1].tolist())
    return limb(joints, NECK_CREST, NECK_THROAT), head, turn


def _face(head: Points, turn: float, coat: Coat, traits: Mapping[str, int]) -> Shapes:
    x, y = (head[0] - moved(points(HEAD[0]), turn=turn, scale=BIG)[0]).tolist()

    def at(outline: Points) -> Points:
        return moved(outline, x, y, turn, BIG)

    marks = [
        Shape(at(oval(0.345, 0.0, 0.075, 0.085)), flat(coat.deep, 0.55), soft=0.03),
        stroke(
            at(bezier((0.0, 0.09), (0.12, 0.10), (0.17, 0.06), (0.18, 0.0))),
            0.03,
            coat.deep,
            0.5,
            0.012,
        ),
        stroke(
            at(bezier((0.12, -0.02), (0.2, 0.0), (0.26, 0.0), (0.32, -0.01))),
            0.02,
            coat.lit,
            0.5,
            0.008,
        ),
    ]
    if traits["marks"] > 600:
        blaze = bezier((0.02, -0.095), (0.12, -0.085), (0.2, -0.062), (0.33, -0.05))
        marks.append(stroke(at(blaze), 0.05, blend(coat.lit, WHITE, 0.8), 0.95, 0.004))
    far = at(moved(blade(0.13, 0.055, 0.7, 0.8), 0.0, -0.07, -1.45))
    ear = at(moved(blade(0.14, 0.06, 0.7, 0.8), -0.02, -0.07, -1.75))
    shapes: Shapes = (*contour((far, ear), coat), modelled(far, coat, depth=0.02))
    shapes += (modelled(head, coat, (0.5, 0.8), 0.035, tuple(marks)),)
    inner = crescent(ear, -0.012, 0.01, coat.deep, 0.7, 0.006)
    shapes += (modelled(ear, coat, (0.5, 0.7), 0.02, (inner,)),)
    shapes += eye(at(points((0.115, -0.030)))[0], 0.0145, coat.light, coat.deep, turn)
    nostril = at(oval(0.348, -0.008, 0.016, 0.009, 0.5, many=12))
    mouth = at(bezier((0.372, 0.022), (0.35, 0.018), (0.33, 0.026), (0.305, 0.024), many=6))
    return (*shapes, Shape(nostril, flat(coat.rim)), stroke(mouth, 0.010, coat.rim))


def _mane(
    neck: Points, turn: float, traits: Mapping[str, int], hair: Colour, light: Light, dice: Dice
) -> Shapes:
    """Locks from the crest, blown back by the wind or hanging down the neck."""
    crest = neck[6 : 6 * len(NECK_CREST) - 4]
    wind, long_ = amount(traits["wind"], 0.1, 1.0), amount(traits["mane"], 0.16, 0.34)
    found, many = [], 44
    for k, (wander, tone, swing) in enumerate(dice.stage("mane").uniform((many, 3)).tolist()):
        x, y = crest[int((len(crest) - 1) * (k + wander * 0.8) / many)].tolist()
        reach = long_ * (0.75 + 0.5 * wander)
        away, fall = -reach * (0.25 + wind), reach * (0.95 - 0.9 * wind + 0.3 * (swing - 0.5))
        tint = blend(deepen(hair), blend(hair, light.sun, 0.28), tone)
        first = (x + away * 0.2, y - reach * 0.22)
        found.append(
            lock(
                (x + 0.015, y + 0.015),
                first,
                (x + away * 0.7, y + fall * 0.2 - reach * 0.1),
                (x + away, y + fall),
                0.044,
                tint,
                0.7,
            )
        )
    x, y = crest[-1].tolist()
    for k in range(5):
        end = (x + math.cos(turn) * 0.15 - 0.012 * k, y + math.sin(turn) * 0.15 + 0.012 * k)
        tint = blend(deepen(hair), blend(hair, light.sun, 0.25), k / 4)
        found.append(
            lock((x, y), (x + 0.06, y - 0.05), (end[0], end[1] - 0.06), end, 0.03, tint, 0.8)
        )
    return tuple(found)


def _tail(
    traits: Mapping[str, int], pitch: float, hair: Colour, light: Light, dice: Dice
) -> Shapes:
    x, y = _turned(points((-0.555, 0.13)), pitch)[0].tolist()
    wind = amount(max(traits["wind"], traits["motion"] - 100), 0.15, 1.0)  # its own, too
    long_ = amount(traits["mane"], 0.55, 0.75)
    found: list[Shape] = []
    for wander, tone, swing in dice.stage("tail").uniform((44, 3)).tolist():
        reach = long_ * (0.75 + 0.35 * wander)
        end = (x - reach * (0.12 + 0.85 * wind) + 0.12 * (swing - 0.5), y)
        end = (end[0], y + reach * (0.95 - 0.85 * wind) + (swing - 0.5) * 0.28)
        tint = blend(deepen(hair), blend(hair, light.sun, 0.28), tone)
        first = (x - reach * 0.22, y - 0.10 * wind - 0.02)
        second = (x - reach * (0.22 + 0.35 * wind), y + reach * (0.45 - 0.55 * wind))
        found.append(lock((x + 0.02, y), first, second, end, 0.055, tint, 0.45))
    return tuple(found)


CONCEPTS = (
    Concept(
        "horse",
        (
            Trait("motion", "Gait", "standing", "galloping"),
            Trait("coat", "Coat", "chestnut", "black"),
            Trait("mane", "Mane", "short", "long"),
            Trait("wind", "Wind", "still", "strong", 600),
            Trait("neck", "Neck", "reaching", "arched"),
            Trait("marks", "Marks", "none", "blaze and socks", 350),
        ),
        horse,
    ),
)
