"""Turn figures into pixels: colour, cover, height and light, as sheets of one size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import skia

from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.figure import HERE, Affine, Figure, Fill, Points, Shape
from generation.painter.field import Field
from generation.painter.light import Light

STEPS = 65_536  # outlines are rounded to so many parts of their unit
MATRIX_STEPS = 1 << 22
SHADE = 0.55  # how dark a shadow is


@dataclass(frozen=True, slots=True)
class Sheets:
    """A drawing as fields over the picture."""

    colour: Field  # (S, S, 3)
    cover: Field  # (S, S) 0 to 1
    height: Field  # (S, S) 0 to 1
    glow: Field | None  # (S, S, 3) light to be screened over all, where there is any


@dataclass(slots=True)
class _Easel:
    """The canvases that are drawn on together."""

    colour: skia.Canvas
    height: skia.Canvas
    glow: skia.Canvas
    light: Light
    shines: bool = False

    @property
    def all(self) -> tuple[skia.Canvas, ...]:
        return self.colour, self.height, self.glow


def draw(figures: Iterable[Figure], light: Light, size: int) -> Sheets:
    """Draw figures that stand in the unit square, the first one furthest back."""
    surfaces = [skia.Surface(size, size) for _ in range(3)]
    colour, height, shine = (surface.getCanvas() for surface in surfaces)
    easel = _Easel(colour, height, shine, light)
    for canvas in easel.all:
        canvas.clear(0)
        canvas.scale(size, size)
    for figure in figures:
        for shape in figure.shapes:
            _shape(easel, shape, HERE)
    picture, relief = (_pixels(surface) for surface in surfaces[:2])
    glow = _pixels(surfaces[2]) if easel.shines else None
    return Sheets(
        picture[..., :3],
        picture[..., 3],
        relief[..., 0] * relief[..., 3],
        glow[..., :3] * glow[..., 3:] if glow is not None else None,
    )


def _shape(easel: _Easel, shape: Shape, outer: Affine) -> None:
    here, path = shape.frame.then(outer), _path(shape)
    for canvas in easel.all:
        canvas.save()
        canvas.concat(_matrix(shape.frame))
    if shape.fill is not None:
        if shape.shadow > 0.0:
            _shadow(easel, shape, shape.fill, path, here)
        pen = _pen(shape, shape.fill)
        if shape.glow:
            pen.setBlendMode(skia.BlendMode.kScreen)
            easel.shines = True
        (easel.glow if shape.glow else easel.colour).drawPath(path, pen)
    if shape.relief is not None:
        easel.height.drawPath(path, _pen(shape, shape.relief))
    if shape.inside:
        for canvas in easel.all:
            canvas.clipPath(path, True)
        for part in shape.inside:
            _shape(easel, part, here)
    for canvas in easel.all:
        canvas.restore()


def _shadow(easel: _Easel, shape: Shape, fill: Fill, path: skia.Path, here: Affine) -> None:
    """What the shape keeps from those below it, thrown away from the sun."""
    reach = shape.shadow * here.scale
    x, y = here.way(-easel.light.x * reach, -easel.light.y * reach)
    dark = blend(deepen(_bounded(fill.middle), 2.2), easel.light.dark, 0.45)
    pen = _pen(shape, Fill(((*dark, SHADE),)))
    pen.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, shape.shadow * 0.9))
    pen.setBlendMode(skia.BlendMode.kSrcATop)
    easel.colour.save()
    easel.colour.translate(_even(x), _even(y))
    easel.colour.drawPath(path, pen)
    easel.colour.restore()


def _pen(shape: Shape, fill: Fill) -> skia.Paint:
    pen = skia.Paint(AntiAlias=True)
    if shape.line > 0.0:
        pen.setStyle(skia.Paint.kStroke_Style)
        pen.setStrokeWidth(_even(shape.line))
        pen.setStrokeCap(skia.Paint.kRound_Cap)
        pen.setStrokeJoin(skia.Paint.kRound_Join)
    if shape.soft > 0.0:
        pen.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, _even(shape.soft)))
    if len(fill.inks) == 1:
        pen.setColor4f(_colour(fill.inks[0]))
    else:
        pen.setShader(_shader(fill))
    return pen


def _shader(fill: Fill) -> skia.Shader:
    inks = [_colour(ink).toColor() for ink in fill.inks]
    at = list(fill.at) or None
    start = skia.Point(*map(_even, fill.start))
    if fill.radius > 0.0:
        return skia.GradientShader.MakeRadial(start, _even(fill.radius), inks, at)
    return skia.GradientShader.MakeLinear([start, skia.Point(*map(_even, fill.end))], inks, at)


def _path(shape: Shape) -> skia.Path:
    path = skia.Path()
    for points in (shape.edge, *shape.holes):
        _outline(path, np.round(points * STEPS) / STEPS, shape)
    if shape.holes:
        path.setFillType(skia.PathFillType.kEvenOdd)
    return path


def _outline(path: skia.Path, points: Points, shape: Shape) -> None:
    """Straight edges, or a smooth curve that touches the middle of each edge between the points."""
    spots = points.tolist()
    if shape.corners or len(spots) < 3:
        path.addPoly([skia.Point(*spot) for spot in spots], shape.closed)
        return
    halves = ((points + np.roll(points, -1, axis=0)) / 2).tolist()
    if shape.closed:
        path.moveTo(*halves[-1])
        for spot, half in zip(spots, halves, strict=True):
            path.quadTo(*spot, *half)
        path.close()
        return
    path.moveTo(*spots[0])
    for spot, half in zip(spots[1:-2], halves[1:-2], strict=True):
        path.quadTo(*spot, *half)
    path.quadTo(*spots[-2], *spots[-1])


def _matrix(frame: Affine) -> skia.Matrix:
    parts = (frame.a, frame.c, frame.e, frame.b, frame.d, frame.f)
    a, c, e, b, d, f = (round(part * MATRIX_STEPS) / MATRIX_STEPS for part in parts)
    return skia.Matrix.MakeAll(a, c, e, b, d, f, 0.0, 0.0, 1.0)


def _even(length: float) -> float:
    return round(length * STEPS) / STEPS


def _bounded(colour: Colour) -> Colour:
    red, green, blue = (min(1.0, max(0.0, part)) for part in colour)
    return red, green, blue


def _colour(ink: tuple[float, ...]) -> skia.Color4f:
    return skia.Color4f(*(min(1.0, max(0.0, round(part * 4096) / 4096)) for part in ink))


def _pixels(surface: skia.Surface) -> Field:
    image = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.asarray(image, np.float64) / 255.0
