"""Set things under water or on it: a pond from above, the deep from the side."""

from __future__ import annotations

import math

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.figure import Figure, Points, Shape, Shapes, flat, radial, ramp
from generation.painter.concept.form import arc, curve, moved, points, ribbon
from generation.painter.concept.part import line, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

ALL = points((-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (-1.1, 1.1))
CORNERS = ((-0.92, -0.86), (0.94, -0.90), (0.96, 0.92), (-0.95, 0.88))


def pond(paints: Paints, light: Light, dice: Dice) -> Figure:
    """Looked down upon: dark water, nets of light, rings, lily pads that reach in at the edge."""
    dark = blend(deepen(paints.water, 1.5), paints.ink, 0.25)
    body = blend(deepen(paints.water, 1.15), paints.leaf, 0.18)
    centre = (light.x * 0.5, light.y * 0.5)
    sheet = radial(centre, 1.9, blend(body, paints.middle, 0.30), body, dark)
    found: list[Shape] = [Shape(ALL, sheet, flat(0.05), corners=True)]
    for x, y, long_, turn, tone in dice.stage("nets").uniform((70, 5)).tolist():
        way, reach = turn * 6.28, 0.08 + 0.20 * long_
        net = curve(*((0.0, 0.0), (reach * 0.4, 0.04), (reach * 0.8, -0.02), (reach, 0.03)), many=5)
        mesh = moved(ribbon(net, (0.0, 0.014, 0.009, 0.0)), x * 2.2 - 1.1, y * 2.2 - 1.1, way)
        tint = blend(body, paints.light, 0.25 + 0.35 * tone)
        found.append(Shape(mesh, flat(tint, 0.24), flat(0.07), soft=0.005))
    for x, y, size in dice.stage("rings").uniform((3, 3)).tolist():
        for k in range(3):
            ring = arc(x * 1.6 - 0.8, y * 1.6 - 0.8, (0.06 + 0.05 * k) * (0.7 + size), 0.4 * k, 5.8)
            found.append(line(ring, 0.007, paints.light, 0.34 - 0.09 * k))
    for (x, y), throws in zip(CORNERS, dice.stage("pads").uniform((4, 3, 4)).tolist(), strict=True):
        for a, b, c, d in throws:
            r = 0.15 + 0.13 * c
            spot = (x + 0.42 * (a - 0.5), y + 0.42 * (b - 0.5))
            found += _pad(*spot, r, d * 6.28, blend(paints.leaf, dark, 0.15 + 0.25 * b), light)
    return Figure(tuple(found))


def _pad(x: float, y: float, r: float, turn: float, green: Colour, light: Light) -> Shapes:
    """A round leaf with a cleft, veins from its middle."""
    lit, body, deep = tones(green, light)
    edge = _cleft(x, y, r, turn)
    fill = radial((x + light.x * r * 0.4, y + light.y * r * 0.4), r * 1.5, lit, body, deep)
    veins = tuple(
        Shape(
            points((x, y), (x + math.cos(turn + a) * r, y + math.sin(turn + a) * r)),
            flat(lit, 0.55),
            line=0.008,
            closed=False,
        )
        for a in (0.5 + 0.53 * k for k in range(11))
    )
    return (Shape(edge, fill, flat(0.14), shadow=0.04, inside=veins),)


def _cleft(x: float, y: float, r: float, turn: float) -> Points:
    angle = np.linspace(0.16, 2 * math.pi - 0.16, 36)
    reach = r * (1.0 + 0.03 * np.sin(angle * 5.0 + turn))
    rim = np.stack([np.cos(angle) * reach, np.sin(angle) * reach], -1)
    return moved(np.concatenate([rim, points((r * 0.06, 0.0))]), x, y, turn)


def deep(paints: Paints, light: Light, dice: Dice) -> Figure:
    """Below the surface: light from above in shafts, sand and weeds below, a few bubbles."""
    top = blend(blend(paints.water, paints.light, 0.45), paints.middle, 0.2)
    low = blend(deepen(paints.water, 1.6), paints.ink, 0.35)
    sheet = ramp((0.0, -1.05), (0.0, 1.05), top, paints.water, blend(paints.water, low, 0.7), low)
    found: list[Shape] = [Shape(ALL, sheet, flat(0.03), corners=True)]
    for k, (a, b) in enumerate(dice.stage("shafts").uniform((7, 2)).tolist()):
        x, wide = -0.95 + 0.30 * k + 0.15 * a, 0.05 + 0.10 * b
        foot = x - light.x * 0.7
        shaft = points((x, -1.1), (x + wide, -1.1), (foot + wide * 2.6, 0.9), (foot, 0.9))
        fade = ramp((x, -1.1), (foot, 0.9), (*paints.light, 0.26), (*paints.light, 0.0))
        found.append(Shape(shaft, fade, corners=True, soft=0.03))
    sand = blend(blend(paints.earth, low, 0.45), paints.light, 0.12)
    floor = curve((-1.2, 0.84), (-0.5, 0.76), (0.1, 0.85), (0.7, 0.78), (1.2, 0.86))
    bed = np.concatenate([floor, points((1.2, 1.3), (-1.2, 1.3))])
    found.append(Shape(bed, ramp((0.0, 0.74), (0.0, 1.05), sand, deepen(sand)), flat(0.12)))
    for x, high, sway, tone in dice.stage("weeds").uniform((46, 4)).tolist():
        side = x * 2 - 1  # more of it to the left and to the right
        foot_x = (1 if side > 0 else -1) * abs(side) ** 0.55 * 1.08
        tall = (0.18 + 0.50 * high) * (0.25 + 0.75 * abs(foot_x))
        bow = 0.10 * (sway - 0.5)
        weed = curve(
            *((foot_x, 0.98), (foot_x + bow, 0.98 - tall * 0.4)),
            *((foot_x - bow, 0.98 - tall * 0.75), (foot_x + bow * 1.6, 0.98 - tall)),
            many=5,
        )
        tint = blend(blend(paints.leaf, low, 0.55), paints.leaf, 0.7 * tone)
        found.append(Shape(ribbon(weed, (0.020, 0.030, 0.024, 0.004)), flat(tint), flat(0.14)))
    return Figure(tuple(found))
