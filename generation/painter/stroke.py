"""Trace brush strokes through a picture, thousands at a time, and lay them on the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from generation.dice import Dice
from generation.painter.brush import LONG, PRINTS, WIDE, Brushes
from generation.painter.field import Field, distance, luminance

Whole = NDArray[np.int64]
SEGMENT = 0.62  # length of one step in brush widths
MOST_VERTICES = 65_000  # an index has 16 bits


@dataclass(frozen=True, slots=True)
class Strokes:
    """Strokes in painting order; places are in picture widths."""

    path: Field  # (N, K, 2)
    steps: Whole  # (N,) how many points of the path are used
    width: Field  # (N,)
    colour: Field  # (N, 3)
    print: Whole  # (N,) which brush print


@dataclass(frozen=True, slots=True)
class Guide:
    """What strokes of one width follow."""

    colour: Field  # (S, S, 3)
    along: Field  # (S, S, 2)


@dataclass(frozen=True, slots=True)
class Starts:
    """Where strokes begin: the chosen cells of a grid that is the same at every size.

    Dice are thrown for the whole grid, so a cell's stroke does not depend on which others are kept.
    """

    places: Field  # (N, 2)
    cells: Whole  # (N,) indices into the grid
    grid: int  # how many cells there are

    def uniform(self, dice: Dice) -> Field:
        return np.asarray(dice.uniform(self.grid)[self.cells])

    def bell(self, dice: Dice, columns: int = 1) -> Field:
        return np.asarray(dice.bell((self.grid, columns))[self.cells])


def trace(
    starts: Starts, guide: Guide, width: float, length: float, loyalty: float, dice: Dice
) -> Strokes:
    """Walk from each start along the guide until the colour there is another one.

    After Hertzmann 1998: curved strokes of constant colour that end where the picture departs.
    """
    here, steps = starts.places, max(3, int(length * 1.3 / SEGMENT) + 1)
    count, colour = len(here), _at(guide.colour, here)
    most = np.maximum(2, (length / SEGMENT * (0.55 + 0.75 * starts.uniform(dice))).astype(np.int64))
    path, used = np.empty((count, steps, 2)), np.full(count, 1)
    path[:, 0] = here
    forward = np.where(starts.uniform(dice) < 0.5, -1.0, 1.0)[:, None] * _at(guide.along, here)
    alive = np.ones(count, bool)
    for k in range(1, steps):
        way = _at(guide.along, here)
        way = way * np.where(_along(way, forward) < 0, -1.0, 1.0)[:, None]
        forward = way
        here = here + way * (width * SEGMENT)
        loyal = distance(_at(guide.colour, here), colour) < loyalty
        alive &= (k <= most) & (loyal | (k < 3))
        path[:, k] = here
        used = np.where(alive, k + 1, used)
    prints = np.floor(starts.uniform(dice) * PRINTS).astype(np.int64)
    widths = width * (0.75 + 0.45 * starts.uniform(dice))
    return Strokes(path, np.maximum(used, 2), widths, colour, prints)


def lively(strokes: Strokes, starts: Starts, jitter: float, richness: float, dice: Dice) -> Strokes:
    """Colour as a hand mixes it: a little richer, never twice the same; dark paint goes first."""
    grey = strokes.colour.mean(1, keepdims=True)
    wander = starts.bell(dice) * jitter + starts.bell(dice, 3) * (jitter * 0.6)
    colour = np.clip(grey + (strokes.colour - grey) * richness + wander, 0.0, 1.0)
    order = np.argsort(luminance(strokes.colour) + starts.bell(dice)[:, 0] * 0.22, kind="stable")
    return Strokes(
        strokes.path[order],
        strokes.steps[order],
        strokes.width[order],
        colour[order],
        strokes.print[order],
    )


def lay(
    strokes: Strokes,
    brushes: Brushes,
    paint: skia.Canvas,
    relief: skia.Canvas,
    size: int,
    body: float,
) -> None:
    """Draw all strokes as textured ribbons, colour on one canvas, thickness on the other.

    `body` says how much of the thickness below a stroke its own replaces: fine brushes carry
    little paint.
    """
    pens = [_pen(brushes.paint, 1.0), _pen(brushes.relief, body)]
    for vertices in _meshes(strokes, size):
        paint.drawVertices(vertices, pens[0], skia.BlendMode.kModulate)
        if body > 0.0:
            relief.drawVertices(vertices, pens[1], skia.BlendMode.kSrc)


def _pen(sheet: skia.Image, alpha: float) -> skia.Paint:
    clamp, linear = skia.TileMode.kClamp, skia.SamplingOptions(skia.FilterMode.kLinear)
    return skia.Paint(Alphaf=alpha, Shader=sheet.makeShader(clamp, clamp, linear))


def _meshes(strokes: Strokes, size: int) -> Iterator[skia.Vertices]:
    """Ribbons of the same number of points share a mesh layout; painting order is kept by runs."""
    edges = _ribbons(strokes) * size  # (N, K, 2, 2)
    places = _prints(strokes)  # (N, K, 2, 2)
    ink = _packed(strokes.colour)
    most = strokes.path.shape[1]
    per = MOST_VERTICES // (2 * most)
    for low in range(0, len(ink), per):
        part = slice(low, low + per)
        steps = strokes.steps[part]
        live = np.arange(most)[None, :] < steps[:, None]  # (n, K)
        yield skia.Vertices(
            skia.Vertices.kTriangles_VertexMode,
            _points(edges[part][live]),
            _points(places[part][live]),
            np.repeat(ink[part], 2 * steps).tolist(),
            _triangles(steps).tolist(),
        )


def _points(places: Field) -> list[skia.Point]:
    flat = places.reshape(-1, 2)
    return list(map(skia.Point, flat[:, 0].tolist(), flat[:, 1].tolist()))


def _ribbons(strokes: Strokes) -> Field:
    """Both edges of each stroke: its path, half a width to the left and to the right."""
    path = strokes.path
    last = path[np.arange(len(path)), strokes.steps - 1][:, None]
    live = np.arange(path.shape[1])[None, :, None] < strokes.steps[:, None, None]
    path = np.where(live, path, last)
    way = np.empty_like(path)
    way[:, 1:-1] = path[:, 2:] - path[:, :-2]
    way[:, 0], way[:, -1] = path[:, 1] - path[:, 0], path[:, -1] - path[:, -2]
    way /= np.maximum(np.sqrt(_along(way, way))[..., None], 1e-12)
    ended = (_along(way, way) < 0.5)[..., None]  # a repeated last point has no direction
    way[:, 1:] = np.where(ended[:, 1:], way[:, :-1], way[:, 1:])
    aside = np.stack([-way[..., 1], way[..., 0]], -1) * (strokes.width / 2)[:, None, None]
    return np.stack([path + aside, path - aside], 2)


def _prints(strokes: Strokes) -> Field:
    """Where on the sheet of prints each edge point lies."""
    count, most = strokes.path.shape[:2]
    share = np.minimum(np.arange(most)[None, :] / (strokes.steps[:, None] - 1), 1.0)
    top = strokes.print * WIDE
    places = np.empty((count, most, 2, 2))
    places[..., 0] = (1.0 + share * (LONG - 2.0))[:, :, None]
    places[:, :, 0, 1], places[:, :, 1, 1] = (top + 1.0)[:, None], (top + WIDE - 1.0)[:, None]
    return places


def _triangles(steps: Whole) -> Whole:
    """Two triangles between each pair of neighbouring points, as indices into the vertices."""
    first = np.cumsum(2 * steps) - 2 * steps  # (n,) first vertex of each stroke
    gaps = steps - 1
    stroke = np.repeat(np.arange(len(steps)), gaps)
    within = np.arange(len(stroke)) - np.repeat(np.cumsum(gaps) - gaps, gaps)
    a = first[stroke] + 2 * within
    return np.stack([a, a + 1, a + 2, a + 2, a + 1, a + 3], -1).reshape(-1)


def _packed(colour: Field) -> Whole:
    """Opaque colours as skia's 32-bit numbers."""
    channels = np.round(colour * 255.0).astype(np.int64)
    return (0xFF << 24) | (channels[:, 0] << 16) | (channels[:, 1] << 8) | channels[:, 2]


def _along(a: Field, b: Field) -> Field:
    """Dot product of vectors in the plane."""
    return np.asarray(a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1])


def _at(field: Field, places: Field) -> Field:
    """The field's values at places of the unit square."""
    size = field.shape[0]
    cell = np.clip((places * size).astype(np.int64), 0, size - 1)
    return np.asarray(field[cell[:, 1], cell[:, 0]])
