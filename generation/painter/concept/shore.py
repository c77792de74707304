"""Draw what the sea leaves on the shore: a pearl in its shell, a nautilus."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

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
from generation.painter.concept.form import arc, joined, oval, points
from generation.painter.concept.part import glow, line, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

NACRE: Colour = (0.97, 0.94, 0.92)
ROSE: Colour = (0.98, 0.80, 0.82)
AQUA: Colour = (0.72, 0.88, 0.92)
WHITE: Colour = (1.0, 0.995, 0.98)


def pearl(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A pearl that shines on the lower shell, the upper one opened behind it."""
    tint = blend(NACRE, paints.bloom(traits["colour"]), amount(traits["tint"], 0.05, 0.42))
    outside = blend(paints.shade, paints.bloom((traits["colour"] + 350) % 1000), 0.45)
    ribs, open_ = count(traits["ribs"], 8, 13), amount(traits["open"], 0.70, 1.0)
    size = amount(traits["size"], 0.20, 0.29)
    upper = _valve(ribs, outside, tint, light, dice.stage("upper"), inside=True)
    lower = _valve(ribs, outside, tint, light, dice.stage("lower"), inside=False)
    shapes: Shapes = placed(upper, frame(0.0, 0.34, 1.0, stretch=open_))
    shapes += placed(lower, frame(0.0, 0.30, 0.94, math.pi, 0.50))
    bed = oval(0.0, 0.36, 0.70, 0.15)
    shapes += (
        Shape(
            bed,
            radial((0.0, 0.30), 0.7, blend(tint, WHITE, 0.3), blend(tint, deepen(outside), 0.6)),
            flat(0.3),
        ),
    )
    shapes += (Shape(bed, flat(blend(tint, WHITE, 0.6), 0.85), line=0.022),)
    middle = (0.0, 0.36 - size * 0.92)
    shapes += (
        Shape(oval(0.02, 0.40, size * 0.95, size * 0.26), flat(deepen(outside), 0.45), soft=0.03),
    )
    shapes += placed(_globe(tint, light), frame(*middle, size))
    shapes += (glow(*middle, 0.85, blend(tint, WHITE, 0.5), 0.42),)
    return Figure(placed(shapes, frame(0.0, 0.10, 0.98)))


def _globe(tint: Colour, light: Light) -> Shapes:
    """A pearl of radius 1: pale rose towards the light, blue away from it, a bright window."""
    near = (light.x * 0.42, light.y * 0.42)
    warm, cool = blend(tint, ROSE, 0.45), blend(tint, AQUA, 0.55)
    inks = (WHITE, tint, warm, blend(cool, (0.55, 0.52, 0.66), 0.35), blend(warm, WHITE, 0.25))
    fill = radial(near, 1.6, *inks, at=(0.0, 0.26, 0.52, 0.84, 1.0))
    rise = radial((0.0, 0.0), 1.0, 0.98, 0.9, 0.5, at=(0.0, 0.6, 1.0))
    window = oval(light.x * 0.46, light.y * 0.46, 0.24, 0.17, math.atan2(light.y, light.x) + 1.57)
    back = arc(
        0.0, 0.0, 0.80, math.atan2(-light.y, -light.x) - 0.8, math.atan2(-light.y, -light.x) + 0.8
    )
    marks = (
        Shape(back, flat(WHITE, 0.55), line=0.13, closed=False, soft=0.07),
        Shape(window, flat(WHITE, 0.95), soft=0.07),
    )
    return (Shape(oval(0.0, 0.0, 1.0, many=40), fill, rise, shadow=0.10, inside=marks),)


def _valve(
    ribs: int, outside: Colour, tint: Colour, light: Light, dice: Dice, inside: bool
) -> Shapes:
    """One half of a scallop, hinge at the origin, opening upwards; seen from within or without."""
    edge, spread = _scallop(ribs), 1.18
    lit, body, deep = tones(outside, light)
    if inside:
        inks = (
            blend(tint, deep, 0.35),
            tint,
            blend(tint, ROSE, 0.4),
            blend(tint, AQUA, 0.35),
            blend(body, tint, 0.3),
        )
    else:
        inks = (deep, body, blend(body, lit, 0.5), blend(lit, tint, 0.4), blend(body, tint, 0.2))
    fill = radial((0.0, -0.02), 1.02, *inks, at=(0.0, 0.30, 0.62, 0.86, 1.0))
    rise = radial((0.0, 0.0), 1.0, 0.3, 0.42, 0.3, at=(0.0, 0.6, 1.0))
    marks: list[Shape] = []
    for k in range(ribs):
        low = -math.pi / 2 - spread + 2 * spread * k / ribs
        high = low + 2 * spread / ribs
        middle = (low + high) / 2
        facing = light.on(-math.sin(middle), math.cos(middle))
        for half, sign in (((low, middle), -1.0), ((middle, high), 1.0)):
            wedge = points((0.0, 0.0), *((math.cos(a) * 1.1, math.sin(a) * 1.1) for a in half))
            shade = facing * sign * (-1.0 if inside else 1.0)
            tone = (*WHITE, 0.26 * shade) if shade > 0 else (*deep, -0.34 * shade)
            marks.append(Shape(wedge, flat(tone), corners=True))
        groove = points((0.0, 0.0), (math.cos(low) * 1.1, math.sin(low) * 1.1))
        marks.append(line(groove, 0.012, deep, 0.45))
    for k, throw in enumerate(dice.uniform(5).tolist()):
        r = 0.40 + 0.12 * k + 0.05 * throw
        band = arc(0.0, 0.0, r, -math.pi / 2 - 1.3, -math.pi / 2 + 1.3, 32)
        marks.append(line(band, 0.010 + 0.012 * throw, deep if k % 2 else lit, 0.30))
    marks.append(Shape(edge, flat(blend(lit, WHITE, 0.5), 0.8), line=0.030))
    return (Shape(edge, fill, rise, shadow=0.04, inside=tuple(marks)),)


def _scallop(ribs: int) -> Points:
    """A fan with a lobe for each rib, and small ears beside the hinge."""
    angles = np.linspace(-math.pi / 2 - 1.18, -math.pi / 2 + 1.18, ribs * 6 + 1)
    wave = np.abs(np.sin(np.linspace(0.0, ribs * math.pi, ribs * 6 + 1)))
    reach = (0.90 + 0.055 * wave) * (0.93 + 0.07 * np.sin(-angles) ** 4)
    fan = np.stack([np.cos(angles) * reach, np.sin(angles) * reach], -1)
    return joined(
        points((0.0, 0.03), (-0.20, 0.01), (-0.22, -0.12)), fan, points((0.22, -0.12), (0.20, 0.01))
    )


def shell(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A nautilus on its logarithmic spiral, with flames of colour and a pearly mouth."""
    flame = paints.bloom(traits["colour"])
    cream = blend(NACRE, paints.light, 0.4)
    turns, growth = amount(traits["turns"], 2.1, 2.9), amount(traits["growth"], 0.30, 0.36)
    outer, inner = _whorls(turns, growth)
    many = count(traits["chambers"], 30, 52)
    shapes: list[Shape] = []
    steps = len(outer) - 1
    for k in range(many):  # from the heart outwards, each chamber over the one before
        a, b = round(k * steps / many), round((k + 1) * steps / many)
        shapes += _chamber(
            outer[a : b + 1], inner[a : b + 1], k, (cream, flame), traits, light, dice
        )
    shapes += _mouth(outer[-1], inner[-1], cream, light)
    lean = amount(traits["lean"], -0.35, 0.35)
    everything = np.concatenate([outer, inner])
    centre = (everything.min(0) + everything.max(0)) / 2
    reach = 0.93 / float(np.sqrt(((everything - centre) ** 2).sum(-1)).max())
    home = frame(-float(centre[0]), -float(centre[1])).then(frame(scale=reach, turn=lean))
    return Figure(placed(shapes, home))


def _whorls(turns: float, growth: float) -> tuple[Points, Points]:
    """Outer and inner edge: r = a e^(b t), Bernoulli's spiral that grows and stays itself."""
    t = np.linspace(0.0, turns * 2 * math.pi, 240)
    scale = math.exp(-growth * turns * 2 * math.pi)
    r = scale * np.exp(growth * t * 0.62)
    r = r / r[-1]
    back = math.exp(-growth * 0.62 * 2 * math.pi)
    angle = t - turns * 2 * math.pi + 0.35
    ring = np.stack([np.cos(angle), np.sin(angle)], -1)
    return ring * r[:, None], ring * (r * back * 0.96)[:, None]


def _chamber(
    outer: Points,
    inner: Points,
    number: int,
    colours: tuple[Colour, Colour],
    traits: Mapping[str, int],
    light: Light,
    dice: Dice,
) -> Shapes:
    cream, flame = colours
    edge = joined(outer, inner[::-1])
    out = outer[len(outer) // 2]
    away = float(np.hypot(out[0], out[1])) or 1.0
    facing = light.on(float(out[0]) / away, float(out[1]) / away)
    lit, body, deep = tones(cream, light)
    rim = blend(body, lit, facing) if facing > 0 else blend(body, deep, -facing * 0.8)
    core = blend(deep, body, 0.3)
    a, b = (tuple(part[len(part) // 2].tolist()) for part in (inner, outer))
    fill = ramp(
        a, b, core, blend(rim, WHITE, 0.25), rim, blend(rim, deep, 0.35), at=(0.0, 0.45, 0.8, 1.0)
    )
    rise = ramp(a, b, 0.25, 0.75, 0.8, 0.4, at=(0.0, 0.45, 0.8, 1.0))
    wander = dice.stage("flame", number).uniform(2).tolist()
    depth = amount(traits["flames"], 0.30, 0.75) * (0.75 + 0.5 * wander[0])
    tongue = joined(outer, ((inner - outer) * depth * _tongue(len(outer)) + outer)[::-1])
    paint = ramp(b, a, deepen(flame), flame, (*flame, 0.5))
    marks = [Shape(tongue, paint)] if number % 2 else []
    seam = points(tuple(inner[-1].tolist()), tuple(outer[-1].tolist()))
    marks.append(line(seam, 0.012 * away, deep, 0.5))
    return (Shape(edge, fill, rise, corners=True, inside=tuple(marks)),)


def _tongue(many: int) -> Points:
    return np.asarray(np.sin(np.linspace(0.0, math.pi, many)) ** 0.7)[:, None]


def _mouth(outer: Points, inner: Points, cream: Colour, light: Light) -> Shapes:
    """The opening: nacre that darkens into the shell, and a pale lip."""
    x, y = ((outer + inner) / 2).tolist()
    half = float(np.hypot(*(outer - inner))) / 2
    angle = math.atan2(*(outer - inner)[::-1].tolist())
    mouth = oval(x, y, half * 1.02, half * 0.40, angle)
    inks = (blend(cream, (0.25, 0.16, 0.22), 0.75), blend(cream, ROSE, 0.6), WHITE)
    fill = radial((x, y), half, *inks, at=(0.0, 0.72, 1.0))
    return (
        Shape(mouth, fill, flat(0.35), shadow=0.02),
        Shape(mouth, flat(blend(cream, WHITE, 0.6)), flat(0.8), line=half * 0.07),
    )


CONCEPTS = (
    Concept(
        "pearl",
        (
            COLOUR,
            Trait("tint", "Nacre", "white", "tinted", 350),
            Trait("ribs", "Ribs", "few", "many"),
            Trait("open", "Shell", "half open", "wide open", 600),
            Trait("size", "Pearl", "small", "large"),
        ),
        pearl,
    ),
    Concept(
        "shell",
        (
            COLOUR,
            Trait("turns", "Turns", "two", "three"),
            Trait("growth", "Growth", "slow", "fast"),
            Trait("chambers", "Chambers", "few", "many"),
            Trait("flames", "Flames", "short", "long"),
            Trait("lean", "Lean", "left", "right"),
        ),
        shell,
    ),
)
