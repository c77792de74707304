"""Draw a cat: sitting with its tail around it, or walking with its tail up."""

from __future__ import annotations

from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import (
    Coat,
    Skin,
    chain,
    coat,
    contour,
    fitted,
    limb,
    modelled,
    stroke,
)
from generation.painter.concept.catface import head_of, is_bicolour
from generation.painter.concept.concept import Concept, Trait, amount, choice
from generation.painter.concept.figure import (
    Figure,
    Point,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
)
from generation.painter.concept.form import (
    along,
    bezier,
    curve,
    moved,
    oval,
    points,
    ribbon,
)
from generation.painter.concept.part import line
from generation.painter.light import Light
from generation.painter.paints import Paints

SEAT: tuple[Point, ...] = (
    *((0.04, -0.46), (-0.12, -0.33), (-0.25, -0.12), (-0.36, 0.14), (-0.445, 0.42)),
    *((-0.475, 0.64), (-0.43, 0.80), (-0.30, 0.87), (-0.08, 0.87), (0.10, 0.86), (0.18, 0.70)),
    *((0.25, 0.42), (0.315, 0.12), (0.325, -0.14), (0.29, -0.38), (0.18, -0.48)),
)
THIGH: tuple[Point, ...] = (
    *((-0.24, 0.40), (-0.10, 0.42), (0.01, 0.54), (0.04, 0.70), (0.00, 0.82), (0.12, 0.80)),
    *((0.19, 0.84), (0.16, 0.90), (-0.10, 0.91), (-0.34, 0.88), (-0.42, 0.74), (-0.37, 0.54)),
)
TRUNK: tuple[Point, ...] = (
    *((0.36, -0.10), (0.20, -0.085), (0.0, -0.05), (-0.22, -0.06), (-0.42, -0.09), (-0.54, -0.02)),
    *((-0.575, 0.12), (-0.52, 0.23), (-0.38, 0.23), (-0.16, 0.21), (0.06, 0.24), (0.28, 0.28)),
    *((0.44, 0.26), (0.52, 0.12), (0.48, -0.02)),
)
LEG: tuple[Skin, Skin] = (
    (
        (-0.3, 0.05),
        (0.2, 0.10),
        (0.8, 0.088),
        (1.2, 0.068),
        (1.7, 0.052),
        (2.0, 0.058),
        (2.8, 0.07),
    ),
    ((-0.2, 0.09), (0.4, 0.11), (0.9, 0.085), (1.3, 0.062), (1.8, 0.048), (2.1, 0.05), (2.8, 0.05)),
)
HIND: tuple[Skin, Skin] = (
    (
        (-0.4, 0.05),
        (0.1, 0.14),
        (0.7, 0.13),
        (1.1, 0.085),
        (1.6, 0.055),
        (2.0, 0.052),
        (2.9, 0.065),
    ),
    ((-0.2, 0.13), (0.3, 0.155), (0.8, 0.115), (1.2, 0.075), (1.7, 0.05), (2.0, 0.06), (2.9, 0.05)),
)


def cat(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Body and tail as the pose has them, then the head, which looks at us."""
    base, second = _colours(traits, paints)
    fur = coat(base, light, 0.8, (0.0, 0.1))
    sits = traits["motion"] < 560
    body, place = (_sitting if sits else _walking)(traits, fur, second, paints)
    look = amount(traits["look"], -0.20, 0.20)
    size = 1.02 if sits else 0.86
    sun = light.seen(look)
    head = head_of(traits, coat(base, sun, 0.3), second, paints, sun)
    return Figure(fitted(body + placed(head, frame(*place, size, look))))


def _colours(traits: Mapping[str, int], paints: Paints) -> tuple[Colour, Colour]:
    """Black, grey, ginger, cream and white; the second is for stripes, or for chest and paws."""
    black = blend((0.15, 0.14, 0.17), paints.ink, 0.35)
    grey = blend((0.52, 0.54, 0.60), paints.shade, 0.30)
    ginger = blend((0.86, 0.52, 0.22), paints.metal, 0.25)
    white = blend((0.96, 0.94, 0.91), paints.light, 0.4)
    cream = blend((0.90, 0.79, 0.62), paints.earth, 0.12)
    kinds = (
        (black, white),
        (grey, blend(grey, black, 0.6)),
        (ginger, blend(deepen(ginger), (0.6, 0.25, 0.08), 0.3)),
        (cream, blend(blend(cream, black, 0.62), paints.earth, 0.25)),
        (white, blend(ginger, white, 0.15)),
    )
    base, second = choice(traits["coat"], kinds)
    worn = paints.worn(base)
    if worn == base:
        return base, second
    return worn, white if is_bicolour(traits) else blend(deepen(worn), black, 0.35)


def _sitting(
    traits: Mapping[str, int], fur: Coat, second: Colour, paints: Paints
) -> tuple[Shapes, Point]:
    slim = amount(traits["fullness"], 0.86, 1.10)
    body = curve(*((x * slim, y) for x, y in SEAT), closed=True)
    thigh = curve(*((x * slim, y) for x, y in THIGH), closed=True)
    fore = _fore(0.185 * slim, 0.10)
    off = _fore(0.245 * slim, 0.12, 0.8)
    curled = traits["tail"] > 500
    tail = _tail(_around(slim) if curled else _raised(slim, amount(traits["tail"] * 2, 0.0, 1.0)))
    far = coat(blend(fur.body, fur.deep, 0.35), fur.light, 0.8)
    shapes = (*contour((off,), far), modelled(off, far, (0.3, 0.5), 0.025))
    if not curled:
        shapes += (
            *contour((tail,), fur),
            modelled(tail, fur, (0.3, 0.5), 0.025, _rings(tail, traits, second)),
        )
    shapes += contour((body, fore, thigh), fur)
    marks = (*_stripes(traits, second, slim), *_chest(traits, second, fur, slim))
    shapes += (modelled(body, fur, (0.4, 0.75), 0.075, marks),)
    paws = _paw(traits, second, 0.245 * slim, 0.86, 0.13)
    fade = ((0.2 * slim, 0.0), (0.2 * slim, 0.4))
    shapes += (
        modelled(fore, fur, (0.45, 0.7), 0.03, paws, root=fade),
        *_toes(0.285 * slim, 0.855, fur),
    )
    foot = _paw(traits, second, 0.12 * slim, 0.88, 0.10)
    bars = _bars(traits, second, slim)
    shapes += (
        modelled(thigh, fur, (0.5, 0.8), 0.06, (*bars, *foot)),
        *_toes(0.135 * slim, 0.87, fur),
    )
    if curled:
        shapes += (
            *contour((tail,), fur),
            modelled(tail, fur, (0.5, 0.8), 0.03, _rings(tail, traits, second)),
        )
    return shapes, (0.18 * slim, -0.56)


def _fore(x: float, y: float, top: float = 1.0) -> Points:
    """A straight foreleg that ends in its paw."""
    return curve(
        *((x - 0.10 * top, y), (x - 0.085, y + 0.35), (x - 0.065, y + 0.62), (x - 0.07, y + 0.76)),
        *(
            (x - 0.04, y + 0.81),
            (x + 0.08, y + 0.81),
            (x + 0.15, y + 0.795),
            (x + 0.155, y + 0.745),
        ),
        *((x + 0.10, y + 0.69), (x + 0.065, y + 0.60), (x + 0.07, y + 0.40), (x + 0.08 * top, y)),
        closed=True,
    )


def _tail(path: Points) -> Points:
    return ribbon(path, (0.13, 0.125, 0.12, 0.115, 0.10, 0.075, 0.02))


def _around(slim: float) -> Points:
    """A tail that lies on the ground around the feet."""
    return bezier((-0.38 * slim, 0.70), (-0.70, 0.99), (-0.30, 1.02), (0.22 * slim, 0.93), many=26)


def _raised(slim: float, curl: float) -> Points:
    """A tail that rises behind the back."""
    second, end = (-0.90 + 0.1 * curl, -0.22 + 0.3 * curl), (-0.62, -0.32 + 0.5 * curl)
    return bezier((-0.36 * slim, 0.78), (-0.74, 0.40), second, end, many=26)


def _walking(
    traits: Mapping[str, int], fur: Coat, second: Colour, paints: Paints
) -> tuple[Shapes, Point]:
    slim = amount(traits["fullness"], 0.92, 1.10)
    step = amount(traits["motion"] * 2 % 1000, 8.0, 24.0)
    far = coat(blend(fur.body, fur.deep, 0.45), fur.light, 0.8)
    trunk = curve(*((x, y * slim) for x, y in TRUNK), closed=True)
    legs = []
    for x, y, way, skins in ((0.36, 0.10, 1.0, LEG), (0.36, 0.10, -1.0, LEG)):
        swing = way * step
        joints = chain(x, y, ((0.25, swing - 6), (0.28, swing * 0.8 + 4), (0.10, 42 + swing * 0.8)))
        legs.append(limb(joints, *skins))
    for way in (-1.0, 1.0):
        swing = way * step
        joints = chain(
            -0.42, 0.08, ((0.25, swing + 16), (0.26, swing - 28), (0.19, 12 + swing * 0.8))
        )
        legs.append(limb(joints, *HIND))
    raised = amount(traits["tail"], 0.35, 1.0)
    tail = _tail(
        bezier(
            (-0.52, 0.0),
            (-0.86, -0.02),
            (-0.72, -0.3 - 0.45 * raised),
            (-0.98 + 0.12 * raised, -0.45 - 0.40 * raised),
            many=26,
        )
    )
    shapes: Shapes = ()
    for k in (3, 1):
        shapes += (*contour((legs[k],), far), modelled(legs[k], far, (0.25, 0.45), 0.02))
    shapes += (
        *contour((tail,), fur),
        modelled(tail, fur, (0.3, 0.5), 0.025, _rings(tail, traits, second)),
    )
    shapes += contour((trunk, legs[2], legs[0]), fur)
    shapes += (modelled(trunk, fur, (0.4, 0.75), 0.07, _saddle(traits, second)),)
    for k, fade in ((2, ((-0.42, 0.0), (-0.38, 0.30))), (0, ((0.36, 0.0), (0.36, 0.3)))):
        x, y = legs[k][legs[k][:, 1].argmax()].tolist()
        foot = _paw(traits, second, x, y, 0.12)
        shapes += (modelled(legs[k], fur, (0.45, 0.7), 0.03, foot, root=fade),)
    return shapes, (0.56, -0.24)


def _stripes(traits: Mapping[str, int], second: Colour, slim: float) -> Shapes:
    """Bars across the back of a tabby that sits."""
    if is_bicolour(traits):
        return ()
    found, dark = [], amount(traits["stripes"], 0.0, 0.85)
    for k in range(7):
        y = -0.22 + 0.13 * k
        x = (-0.20 - 0.28 * (k + 1) / 7) * slim
        bar = bezier(
            (x - 0.06, y), (x + 0.06, y - 0.03), (x + 0.16, y + 0.02), (x + 0.24, y + 0.09)
        )
        found.append(stroke(bar, 0.055, second, dark, 0.008))
    return tuple(found)


def _bars(traits: Mapping[str, int], second: Colour, slim: float) -> Shapes:
    if is_bicolour(traits):
        return ()
    dark = amount(traits["stripes"], 0.0, 0.8)
    found = []
    for k in range(4):
        y = 0.48 + 0.09 * k
        bar = bezier((-0.42 * slim, y + 0.02), (-0.3, y - 0.04), (-0.2, y), (-0.12, y + 0.05))
        found.append(stroke(bar, 0.042, second, dark, 0.008))
    return tuple(found)


def _saddle(traits: Mapping[str, int], second: Colour) -> Shapes:
    """Bars of a tabby that walks, or the pale belly of one in two colours."""
    if is_bicolour(traits):
        return (Shape(oval(0.30, 0.32, 0.34, 0.14), flat(second, 0.95), soft=0.015),)
    dark, found = amount(traits["stripes"], 0.0, 0.85), []
    for k in range(9):
        x = -0.50 + 0.105 * k
        bar = bezier((x, -0.12), (x - 0.03, 0.0), (x - 0.02, 0.06), (x + 0.03, 0.16))
        found.append(stroke(bar, 0.05, second, dark, 0.008))
    return tuple(found)


def _rings(tail: Points, traits: Mapping[str, int], second: Colour) -> Shapes:
    """Rings around the tail, and its tip in the second colour."""
    half = len(tail) // 2
    middle = (tail[:half] + tail[half:][::-1]) / 2
    found = []
    if not is_bicolour(traits):
        for k in range(6):
            x, y, way = along(middle, 0.30 + 0.10 * k)
            band = moved(points((0.0, -0.08), (0.012, 0.0), (0.0, 0.08)), x, y, way)
            found.append(line(band, 0.032, second, amount(traits["stripes"], 0.0, 0.85)))
    x, y, _ = along(middle, 1.0)
    return (*found, Shape(oval(x, y, 0.13), flat(second, 0.9), soft=0.01))


def _chest(traits: Mapping[str, int], second: Colour, fur: Coat, slim: float) -> Shapes:
    """A white bib, or a softer one."""
    tint = second if is_bicolour(traits) else blend(fur.lit, WHITE, 0.45)
    edge = curve(
        *((0.10, -0.36), (0.36, -0.40), (0.38, -0.05), (0.32, 0.26), (0.26, 0.34), (0.19, 0.20)),
        *((0.12, 0.0), (0.09, -0.18)),
        closed=True,
    )
    soft = 0.008 if is_bicolour(traits) else 0.035
    alpha = 0.95 if is_bicolour(traits) else 0.55
    return (Shape(edge * points((slim, 1.0)), flat(tint, alpha), soft=soft),)


def _paw(traits: Mapping[str, int], second: Colour, x: float, y: float, r: float) -> Shapes:
    if not is_bicolour(traits):
        return ()
    return (Shape(oval(x, y, r), flat(second, 0.95), soft=0.006),)


def _toes(x: float, y: float, fur: Coat) -> Shapes:
    found = []
    for aside in (-0.012, 0.026):
        toe = bezier(
            (x + aside, y + 0.03),
            (x + aside - 0.004, y + 0.01),
            (x + aside, y),
            (x + aside + 0.01, y - 0.012),
            many=6,
        )
        found.append(stroke(toe, 0.012, fur.rim, 0.85))
    return tuple(found)


CONCEPTS = (
    Concept(
        "cat",
        (
            Trait("motion", "Pose", "sitting", "walking", 450),
            Trait("coat", "Coat", "black and white", "white"),
            Trait("stripes", "Stripes", "faint", "bold", 600),
            Trait("eyes", "Eyes", "green", "blue"),
            Trait("tail", "Tail", "raised", "curled"),
            Trait("fullness", "Build", "slender", "stout"),
            Trait("look", "Head", "to one side", "to the other"),
        ),
        cat,
    ),
)
