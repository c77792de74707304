"""Lay strokes on skia's canvases: as ribbons with a tip's print, as outlines, or as dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import skia

from generation.painter.field import Field
from generation.painter.style.stroke import Coat, Strokes, Whole, dot
from generation.painter.style.tip import DISC, LONG, SOLID, WIDE, Sheet

MOST_VERTICES = 65_000  # an index has 16 bits


def lay(coat: Coat, sheet: Sheet | None, canvases: Sequence[skia.Canvas], size: int) -> None:
    """Draw a coat's strokes in their order: colour on one canvas, thickness on a second, if any."""
    if not len(coat.strokes):
        return
    if coat.tip == DISC:
        _discs(coat, canvases[0], size)
    elif coat.tip == SOLID or sheet is None:
        _outlines(coat, canvases[0], size)
    else:
        _ribbons(coat, sheet, canvases, size)


def _ribbons(coat: Coat, sheet: Sheet, canvases: Sequence[skia.Canvas], size: int) -> None:
    brush, thick = _pen(sheet.paint, 1.0), _pen(sheet.relief, coat.body)
    if coat.glaze:
        brush.setBlendMode(skia.BlendMode.kMultiply)
    for vertices in _meshes(coat.strokes, size):
        canvases[0].drawVertices(vertices, brush, skia.BlendMode.kModulate)
        if len(canvases) > 1 and coat.body > 0.0:
            canvases[1].drawVertices(vertices, thick, skia.BlendMode.kSrcIn)


def _outlines(coat: Coat, canvas: skia.Canvas, size: int) -> None:
    left, right = sides(coat.strokes)
    rings = np.concatenate([left, right[:, ::-1]], 1) * size  # (N, 2K, 2)
    pen = skia.Paint(AntiAlias=True)
    if coat.glaze:
        pen.setBlendMode(skia.BlendMode.kMultiply)
    for ring, ink in zip(rings, _packed(coat.strokes).tolist(), strict=True):
        pen.setColor(ink)
        canvas.drawPath(skia.Path.Polygon(_points(ring), True), pen)


def _discs(coat: Coat, canvas: skia.Canvas, size: int) -> None:
    middle = coat.strokes.path.mean(1) * size
    radius = coat.strokes.width.max(1) * (size / 2)
    pen = skia.Paint(AntiAlias=True)
    if coat.glaze:
        pen.setBlendMode(skia.BlendMode.kMultiply)
    inks = _packed(coat.strokes).tolist()
    for (x, y), r, ink in zip(middle.tolist(), radius.tolist(), inks, strict=True):
        pen.setColor(ink)
        canvas.drawCircle(x, y, r, pen)


def _pen(sheet: skia.Image, alpha: float) -> skia.Paint:
    clamp, linear = skia.TileMode.kClamp, skia.SamplingOptions(skia.FilterMode.kLinear)
    return skia.Paint(Alphaf=alpha, Shader=sheet.makeShader(clamp, clamp, linear))


def _meshes(strokes: Strokes, size: int) -> Iterator[skia.Vertices]:
    """As many ribbons at once as the indices can number."""
    edges = np.stack(sides(strokes), 2) * size  # (N, K, 2, 2)
    places = _prints(strokes)  # (N, K, 2, 2)
    ink, points = _packed(strokes), strokes.path.shape[1]
    per = MOST_VERTICES // (2 * points)
    for low in range(0, len(ink), per):
        part = slice(low, low + per)
        yield skia.Vertices(
            skia.Vertices.kTriangles_VertexMode,
            _points(edges[part]),
            _points(places[part]),
            np.repeat(ink[part], 2 * points).tolist(),
            _triangles(len(ink[part]), points).tolist(),
        )


def _points(places: Field) -> list[skia.Point]:
    flat = places.reshape(-1, 2)
    return list(map(skia.Point, flat[:, 0].tolist(), flat[:, 1].tolist()))


def sides(strokes: Strokes) -> tuple[Field, Field]:
    """Both edges of each stroke, (N, K, 2): half a width to the left and right of its path."""
    path = strokes.path
    way = np.empty_like(path)
    way[:, 1:-1] = path[:, 2:] - path[:, :-2]
    way[:, 0], way[:, -1] = path[:, 1] - path[:, 0], path[:, -1] - path[:, -2]
    way /= np.maximum(np.sqrt(dot(way, way)), 1e-12)[..., None]
    aside = np.stack([-way[..., 1], way[..., 0]], -1) * (strokes.width / 2)[..., None]
    return path + aside, path - aside


def _prints(strokes: Strokes) -> Field:
    """Where on the sheet of prints each edge point lies."""
    count, points = strokes.path.shape[:2]
    share = np.arange(points) / (points - 1)
    top = strokes.print * WIDE
    places = np.empty((count, points, 2, 2))
    places[..., 0] = (1.0 + share * (LONG - 2.0))[None, :, None]
    places[:, :, 0, 1], places[:, :, 1, 1] = (top + 1.0)[:, None], (top + WIDE - 1.0)[:, None]
    return places


def _triangles(count: int, points: int) -> Whole:
    """Two triangles between each pair of neighbouring points, as indices into the vertices."""
    first = np.arange(count)[:, None] * (2 * points)
    a = (first + 2 * np.arange(points - 1)[None]).reshape(-1)
    return np.stack([a, a + 1, a + 2, a + 2, a + 1, a + 3], -1).reshape(-1)


def _packed(strokes: Strokes) -> Whole:
    """Colours and opacities as skia's 32-bit numbers."""
    channels = np.round(strokes.colour * 255.0).astype(np.int64)
    alpha = np.round(strokes.opacity * 255.0).astype(np.int64)
    return (alpha << 24) | (channels[:, 0] << 16) | (channels[:, 1] << 8) | channels[:, 2]
