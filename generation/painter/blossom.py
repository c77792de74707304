"""Draw the flower of a plan as vectors: petals with shadow, veins and light, then the heart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from generation.dice import Dice
from generation.painter.colour import BLACK, Colour, blend, clip, deepen, from_hex
from generation.painter.field import Field
from generation.painter.plan import TURN, UNIT, Flower, Petal
from generation.painter.species import BY_NAME, Species

CREAM: Colour = (1.0, 0.97, 0.92)
NIGHT: Colour = (0.10, 0.02, 0.14)
POLLEN: Colour = (0.98, 0.80, 0.25)
RUST: Colour = (0.50, 0.22, 0.06)


@dataclass(frozen=True, slots=True)
class Blossom:
    """The flower as pictures of one size: colour, how much it covers, how far it comes forward."""

    colour: Field  # (S, S, 3)
    cover: Field  # (S, S)
    height: Field  # (S, S) 0 to 1


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The two canvases that are drawn on together."""

    colour: skia.Canvas
    height: skia.Canvas


def blossom(flower: Flower, light: tuple[float, float], dice: Dice, size: int) -> Blossom:
    """Draw the flower at a size in pixels."""
    surfaces = skia.Surface(size, size), skia.Surface(size, size)
    sheets = _Sheets(*(surface.getCanvas() for surface in surfaces))
    for canvas in (sheets.colour, sheets.height):
        canvas.clear(0)
        canvas.scale(size, size)
        _place(canvas, flower)
    species = BY_NAME[flower.kind]
    for petal in flower.petals:
        _petal(sheets, flower, petal, species, light)
    _heart(sheets, flower, dice)
    _sunlight(sheets.colour, flower, light)
    picture, relief = (_pixels(surface) for surface in surfaces)
    return Blossom(picture[..., :3], picture[..., 3], relief[..., 0] * relief[..., 3])


def _place(canvas: skia.Canvas, flower: Flower) -> None:
    """Move to the flower's centre and turn it a little away from the eye."""
    canvas.translate(flower.x / UNIT, flower.y / UNIT)
    canvas.rotate(flower.tilt / 1000)
    canvas.scale(1.0, flower.squash / 1000)
    canvas.rotate(-flower.tilt / 1000)


def _outline(petal: Petal, species: Species) -> Field:
    """The petal's edge in its own frame: from its foot at 0 along x, (P, 2)."""
    u = (1 - np.cos(np.linspace(0.0, np.pi, 28))) / 2
    length, half = petal.length / UNIT, petal.width / UNIT / 2
    side = species.halfwidth(u)
    waves = np.sin(u * 17 + petal.grain) * 0.6 + np.sin(u * 31 + petal.grain * 1.7) * 0.4
    edge = half * side * (1 + 0.10 * species.ruffle * waves * u)
    foot = half * 0.14 * (1 - u) ** 3
    along = length * (u - species.notch * u**6 * (1 - side) * 0.9)
    along = along + length * 0.02 * species.ruffle * np.sin(u * 23 + petal.grain) * u**4
    bent = petal.bend / 1000 * length * (u**2) * 0.9
    left = np.stack([along, bent - edge - foot], -1)
    right = np.stack([along, bent + edge + foot], -1)
    return np.concatenate([left, right[::-1]])


def _path(points: Field) -> skia.Path:
    """A closed smooth curve that touches the middle of each edge between the points."""
    path, before = skia.Path(), points[-1]
    middle = (before + points[0]) / 2
    path.moveTo(float(middle[0]), float(middle[1]))
    for here, after in zip(points, np.roll(points, -1, axis=0), strict=True):
        x, y = (here + after) / 2
        path.quadTo(float(here[0]), float(here[1]), float(x), float(y))
    path.close()
    return path


def _petal(
    sheets: _Sheets, flower: Flower, petal: Petal, species: Species, light: tuple[float, float]
) -> None:
    path, angle = _path(_outline(petal, species)), petal.angle / TURN * 2 * math.pi
    sun = (  # the light in the petal's own frame
        light[0] * math.cos(angle) + light[1] * math.sin(angle),
        -light[0] * math.sin(angle) + light[1] * math.cos(angle),
    )
    for canvas in (sheets.colour, sheets.height):
        canvas.save()
        canvas.rotate(petal.angle / 1000)
    _shadow(sheets.colour, path, flower, petal, sun)
    _flesh(sheets.colour, path, flower, petal, sun)
    _relief(sheets.height, path, petal)
    for canvas in (sheets.colour, sheets.height):
        canvas.restore()


def _shadow(
    canvas: skia.Canvas, path: skia.Path, flower: Flower, petal: Petal, sun: tuple[float, float]
) -> None:
    """What the petal keeps from those below it, thrown away from the sun."""
    if petal.layer == 0:
        return
    length = petal.length / UNIT
    soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, length * 0.04)
    dark = blend(deepen(from_hex(flower.body), 2.2), NIGHT, 0.45)
    canvas.save()
    canvas.translate(-sun[0] * length * 0.045, -sun[1] * length * 0.045)
    canvas.drawPath(path, skia.Paint(Color4f=_ink(dark, 0.55), MaskFilter=soft))
    canvas.restore()


def _flesh(
    canvas: skia.Canvas, path: skia.Path, flower: Flower, petal: Petal, sun: tuple[float, float]
) -> None:
    """Colour from foot to tip, light across, veins along."""
    length, half = petal.length / UNIT, petal.width / UNIT / 2
    foot, middle, tip = _tones(flower, petal, sun)
    canvas.drawPath(
        path, skia.Paint(AntiAlias=True, Shader=_along(length, [foot, middle, middle, tip]))
    )
    canvas.save()
    canvas.clipPath(path, True)
    side = 1.0 if sun[1] > 0 else -1.0
    bright = (*blend(tip, CREAM, 0.5), 0.40 * abs(sun[1]) + 0.10)
    dark = (*deepen(middle), 0.46 * abs(sun[1]) + 0.14)
    bend = petal.bend / 1000 * length * 0.4
    across = _gradient((0, bend + side * half), (0, bend - side * half), [bright, (*tip, 0), dark])
    canvas.drawRect(
        skia.Rect(0, -2 * half + bend, length * 1.1, 2 * half + bend), skia.Paint(Shader=across)
    )
    _veins(canvas, petal, foot, tip)
    canvas.restore()


def _tones(flower: Flower, petal: Petal, sun: tuple[float, float]) -> tuple[Colour, Colour, Colour]:
    """A petal that leans from the sun shows its lit inside; rings grow paler or deeper inwards."""
    body, heart = from_hex(flower.body), from_hex(flower.heart)
    change = petal.layer * flower.inward / 1000 + petal.tone / 1000 * 0.05
    body = blend(body, CREAM, change) if change > 0 else blend(body, deepen(body), -change)
    body = blend(body, deepen(body), max(0.0, sun[0]) * 0.30)
    foot = blend(deepen(body), heart, 0.25)
    tip = blend(body, CREAM, 0.20 + max(0.0, -sun[0]) * 0.24)
    return clip(foot), clip(body), clip(tip)


def _veins(canvas: skia.Canvas, petal: Petal, foot: Colour, tip: Colour) -> None:
    length, half, bend = petal.length / UNIT, petal.width / UNIT / 2, petal.bend / 1000
    pen = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=length * 0.009)
    for i in range(9):
        share = (i - 4) / 4
        vein = skia.Path()
        vein.moveTo(length * 0.02, share * half * 0.1)
        y = bend * length * 0.9 + share * half * 0.80
        vein.quadTo(length * 0.5, share * half * 0.95 + bend * length * 0.2, length * 0.97, y)
        colour = blend(tip, CREAM, 0.4) if i % 2 else foot
        pen.setColor4f(_ink(colour, 0.26))
        canvas.drawPath(vein, pen)


def _relief(canvas: skia.Canvas, path: skia.Path, petal: Petal) -> None:
    """Inner rings stand higher; each petal swells in its middle and sinks at its foot."""
    length, floor = petal.length / UNIT, 0.30 + 0.11 * petal.layer
    greys = [(g, g, g) for g in (floor * 0.5, floor + 0.16, floor + 0.20, floor)]
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=_along(length, greys)))


def _heart(sheets: _Sheets, flower: Flower, dice: Dice) -> None:
    """Stamens on a sunflower spiral (Vogel 1979: angle n times golden, radius root of n)."""
    disc, golden = flower.disc / UNIT, math.pi * (3 - math.sqrt(5))
    dark = blend(from_hex(flower.heart), NIGHT, 0.62)
    ring = [(*dark, 0.95), (*dark, 0.75), (*dark, 0.0)]
    glow = skia.GradientShader.MakeRadial(
        skia.Point(0, 0), disc * 1.25, _colours(ring), [0, 0.6, 1]
    )
    sheets.colour.drawCircle(0, 0, disc * 1.25, skia.Paint(AntiAlias=True, Shader=glow))
    jitter = dice.uniform((flower.stamens, 2))
    for n, (wander, tint) in enumerate(jitter.tolist()):
        share = math.sqrt((n + 0.5) / flower.stamens)
        angle, reach = n * golden + wander * 0.4, disc * share * (0.92 + 0.2 * wander)
        x, y, r = math.cos(angle) * reach, math.sin(angle) * reach, disc * (0.05 + 0.045 * tint)
        colour = blend(RUST, POLLEN, min(1.0, 0.35 + 0.65 * share * (0.6 + 0.4 * tint)))
        under = skia.Paint(AntiAlias=True, Color4f=_ink(blend(colour, BLACK, 0.6), 0.8))
        sheets.colour.drawCircle(x + r * 0.25, y + r * 0.4, r * 1.1, under)
        sheets.colour.drawCircle(x, y, r, skia.Paint(AntiAlias=True, Color4f=_ink(colour, 1.0)))
        shine = skia.Paint(AntiAlias=True, Color4f=_ink(CREAM, 0.5))
        sheets.colour.drawCircle(x - r * 0.3, y - r * 0.3, r * 0.35, shine)
    sheets.height.drawCircle(0, 0, disc, skia.Paint(AntiAlias=True, Color4f=_ink((0.8,) * 3, 1.0)))


def _sunlight(canvas: skia.Canvas, flower: Flower, light: tuple[float, float]) -> None:
    """The whole flower is a little warmer towards the sun and cooler away from it."""
    reach = flower.radius / UNIT * 1.1
    warm, cool = (1.0, 0.94, 0.80, 0.20), (0.20, 0.08, 0.32, 0.24)
    ends = (light[0] * reach, light[1] * reach), (-light[0] * reach, -light[1] * reach)
    glow = _gradient(*ends, [warm, (*warm[:3], 0.0), (*cool[:3], 0.0), cool])
    box = skia.Rect(-2 * reach, -2 * reach, 2 * reach, 2 * reach)
    canvas.drawRect(box, skia.Paint(Shader=glow, BlendMode=skia.BlendMode.kSrcATop))


def _ink(colour: Colour, alpha: float) -> skia.Color4f:
    return skia.Color4f(*colour, alpha)


def _colours(colours: Sequence[tuple[float, ...]]) -> list[int]:
    return [skia.Color4f(*c[:3], c[3] if len(c) > 3 else 1.0).toColor() for c in colours]


def _gradient(
    start: tuple[float, float], end: tuple[float, float], colours: Sequence[tuple[float, ...]]
) -> skia.Shader:
    return skia.GradientShader.MakeLinear([skia.Point(*start), skia.Point(*end)], _colours(colours))


def _along(length: float, colours: list[Colour]) -> skia.Shader:
    points = [skia.Point(0, 0), skia.Point(length, 0)]
    return skia.GradientShader.MakeLinear(points, _colours(colours), [0.0, 0.34, 0.66, 1.0])


def _pixels(surface: skia.Surface) -> Field:
    image = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.asarray(image, np.float64) / 255.0
