"""Trace brush strokes through a picture, thousands at a time."""

from __future__ import annotations

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field, blur, distance, luminance, settle, smooth
from generation.painter.style.look import posterised
from generation.painter.style.sight import Sight
from generation.painter.style.stroke import SOFT, Grid, Strokes, at, dot, jittered, soft, tapered
from generation.painter.style.style import SCENE, Pass
from generation.painter.style.tip import PRINTS, SOLID

SEGMENT = 0.62  # length of one step in brush widths
FAINT = 1 / 64  # strokes weaker than this are left out


def brush(sight: Sight, one: Pass, dice: Dice) -> Strokes:
    """Strokes where the canvas misses the scene, as long as the scene keeps their colour.

    After Hertzmann 1998: curved strokes of constant colour that end where the picture departs.
    Here they grow both ways from their cell, and fade where he would cut.
    """
    width = one.width / 1024
    grid = jittered(width * one.spacing, sight.manner.scatter, dice)
    presence = _presence(sight, one, grid, width)
    kept = presence > FAINT
    grid, presence = grid.keep(kept), presence[kept]
    ink = _ink(sight, one, grid)
    path = trace(sight, one, grid, dice.stage("trace"))
    widths = width * one.layer.bold * (0.75 + 0.45 * grid.uniform(dice.stage("width")))
    if one.layer.tip == SOLID:  # ink is there or it is not: faint strokes are thin ones
        widths, presence = widths * presence, np.ones_like(presence)
    colour, rank = lively(ink, one, grid, dice.stage("colour"))
    return Strokes(
        cell=grid.cells,
        path=path,
        width=widths[:, None] * tapered(path.shape[1], one.taper)[None],
        colour=colour,
        opacity=settle(presence * one.opacity, 256),
        rank=rank,
        print=np.floor(grid.uniform(dice.stage("print")) * PRINTS).astype(np.int64),
    )


def _presence(sight: Sight, one: Pass, grid: Grid, width: float) -> Field:
    """How much of a stroke each cell gets, (N,); in a film those that were there are held."""
    need = at(missing(sight, one, width), grid.places)
    threshold = _threshold(need, one.miss, sight.room)
    if sight.before is None or one.layer.tip == SOLID or threshold <= 0.0:
        return soft(need, threshold)
    return sight.before.presence(need, threshold, sight.before.share(grid, one.opacity))


def _threshold(need: Field, miss: float, room: int) -> float:
    """The need that brings a stroke; where too many ask, the least needed go without."""
    if miss <= 0.0 or (soft(need, miss) > FAINT).sum() <= room:
        return miss
    if room <= 0:
        return np.inf
    least = float(np.partition(need, len(need) - room)[len(need) - room])
    return least / (1.0 - SOFT)


def missing(sight: Sight, one: Pass, width: float) -> Field:
    """How badly the canvas needs paint; the subject deserves more care than the sky."""
    gap = sight.painted - sight.colour
    if one.layer.glaze:  # a glaze can only darken
        gap = np.maximum(gap, 0.0)
    off = (np.abs(gap[..., 0]) + np.abs(gap[..., 1]) + np.abs(gap[..., 2])) / 1.5
    off = blur(off, max(0.5, width * 0.25 * sight.size))
    return settle(off * (0.55 + 0.67 * sight.subject), 4096)


def _ink(sight: Sight, one: Pass, grid: Grid) -> Field:
    """Each stroke's pure colour: the scene's, or the glaze that turns the canvas into it."""
    if one.layer.ink != SCENE:
        return sight.printed(one.layer.ink, len(grid.cells))
    colour = at(sight.colour, grid.places)
    if sight.mixes and one.layer.tip == SOLID:  # a print has nothing between two inks
        return posterised(colour[:, None], sight.inks)[:, 0]
    if not one.layer.glaze:
        return colour
    below = at(sight.painted, grid.places)
    return settle(np.clip(colour / np.maximum(below, 0.05), 0.0, 1.0), 4096)


def trace(sight: Sight, one: Pass, grid: Grid, dice: Dice, loyal: bool = True) -> Field:
    """Paths of equally many points, (N, K, 2), as long as the colour stays true."""
    steps = max(2, round(one.length * 1.3 / 2 / SEGMENT) + 1)
    most = one.length / SEGMENT / 2 * (0.55 + 0.75 * grid.uniform(dice))  # (N,) steps each way
    arms = [_walk(sight, one, grid.places, most, sign, steps, loyal) for sign in (-1.0, 1.0)]
    (back, gone), (forth, come) = arms
    points = max(3, round(one.length) + 2)
    share = np.linspace(0.0, 1.0, points)[None]  # (1, K)
    along = gone[:, None] * (share - 1.0) + come[:, None] * share  # from -gone to come, in steps
    whole = np.concatenate([back[:, :0:-1], forth], 1)  # (N, 2 * steps + 1, 2)
    low = np.clip(np.floor(along + steps).astype(np.int64), 0, 2 * steps - 1)
    t = (along + steps - low)[..., None]
    row = np.arange(len(low))[:, None]
    return settle(whole[row, low] * (1.0 - t) + whole[row, low + 1] * t, 1 << 20)


def _walk(
    sight: Sight, one: Pass, start: Field, most: Field, sign: float, steps: int, loyal: bool
) -> tuple[Field, Field]:
    """Points of one arm, (N, steps + 1, 2), and how many steps of it count, (N,)."""
    step, bend = one.width / 1024 * SEGMENT, sight.manner.bend
    path = np.empty((len(start), steps + 1, 2))
    path[:, 0] = here = start
    first, forward = at(sight.colour, start), sign * at(sight.along, start)
    life, lived = np.ones(len(start)), np.zeros(len(start))
    for k in range(1, steps + 1):
        way = at(sight.along, here)
        way = way * np.where(dot(way, forward) < 0, -1.0, 1.0)[:, None]
        way = forward + (way - forward) * bend
        forward = way / np.maximum(np.sqrt(dot(way, way)), 1e-9)[:, None]
        here = here + forward * step
        path[:, k] = here
        away = distance(at(sight.colour, here), first) if loyal else np.zeros(len(start))
        life = np.minimum(life, smooth(one.loyalty * 1.3, one.loyalty * 0.7, away))
        lived += np.maximum(life, 1.0 if k == 1 else 0.0) * np.clip(most - (k - 1), 0.0, 1.0)
    return settle(path, 1 << 20), np.maximum(lived, 0.6)


def lively(ink: Field, one: Pass, grid: Grid, dice: Dice) -> tuple[Field, Field]:
    """Colour as a hand mixes it, never twice the same, and its rank: dark paint goes first."""
    wander = grid.bell(dice) * one.uneven + grid.bell(dice, 3) * one.variety
    rank = luminance(ink) + grid.bell(dice)[:, 0] * 0.22
    return settle(np.clip(ink + wander, 0.0, 1.0), 4096), settle(rank)
