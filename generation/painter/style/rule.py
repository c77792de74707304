"""Rule lines as an engraver does: side by side, bulging over round forms, swelling in the dark."""

from __future__ import annotations

import math

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field, blur, luminance, settle, smooth
from generation.painter.style.sight import Sight
from generation.painter.style.stroke import Grid, Strokes, at
from generation.painter.style.style import SCENE, Pass
from generation.painter.style.tip import PRINTS, SOLID

REACH = math.sqrt(0.5) + 0.02  # from the middle to beyond a corner
BULGE = 0.034  # how far a full relief pushes a line aside, in picture widths
POINTS = 22  # of one piece of a line
FAINT = 1 / 32
HAIR = 0.10  # thinner lines, as a share of the full width, are left out


def rule(sight: Sight, one: Pass, dice: Dice) -> Strokes:
    """Parallel lines in pieces; `tone` says from which darkness they swell, and to which.

    A line is displaced by the relief below it, so that its bending shows the form (as in the
    plates of Claude Mellan); where lines draw together they grow thinner, to keep the tone.
    """
    pitch = one.width / 1024 * one.spacing
    piece = max(one.length * one.width / 1024, 0.02)
    grid, start = _pieces(pitch, piece, sight.manner.scatter, dice)
    turn = math.radians(one.layer.angle)
    way = np.array([round(math.cos(turn), 9), round(math.sin(turn), 9)])
    aside = np.array([-way[1], way[0]])
    along = start[:, :1] + np.linspace(0.0, piece, POINTS)[None]  # (N, K)
    path = 0.5 + along[..., None] * way + start[:, 1:, None] * aside  # (N, K, 2)
    form = blur(sight.height, max(1.0, pitch * 2.2 * sight.size))
    down, across = np.gradient(form * sight.size)
    squeeze = at(np.asarray(down * aside[1] + across * aside[0]), path)
    path = settle(path - aside * (at(form, path) * BULGE)[..., None], 1 << 20)
    dark = _darkness(sight, path, one.layer.tone)
    room = np.clip(1.0 - squeeze * BULGE, 0.45, 1.6)
    press = np.clip(1.0 + 0.10 * grid.bell(dice.stage("press")), 0.7, 1.3)  # (N, 1)
    if one.layer.tip == SOLID:  # ink is black or it is not: tone is width
        width, opacity = np.sqrt(dark) * room, np.full(len(path), one.opacity)
    else:  # a pencil presses harder instead
        width, opacity = smooth(0.0, 0.3, dark), one.opacity * settle(dark.mean(1), 256)
    width = settle(pitch * one.layer.bold * width * press, 1 << 20)
    kept = (width.max(1) > pitch * HAIR) & (opacity > FAINT)
    grid, path, width, opacity = grid.keep(kept), path[kept], width[kept], opacity[kept]
    return Strokes(
        cell=grid.cells,
        path=path,
        width=width,
        colour=_ink(sight, one, path, grid, dice),
        opacity=opacity,
        rank=np.zeros(len(path)),
        print=np.floor(grid.uniform(dice.stage("print")) * PRINTS).astype(np.int64),
    )


def _pieces(pitch: float, piece: float, scatter: float, dice: Dice) -> tuple[Grid, Field]:
    """The grid of pieces and where each begins: along and across the lines, (N, 2)."""
    lines = np.arange(-REACH, REACH, pitch)
    begins = np.arange(-REACH, REACH, piece * (1.0 if scatter <= 0 else 0.55))
    across, along = np.meshgrid(lines, begins, indexing="ij")
    start = np.stack([along.ravel(), across.ravel()], -1)
    jitter = dice.bell(start.shape) * np.array([piece * scatter, pitch * scatter])
    phase = np.repeat(dice.uniform(len(lines)) * piece, len(begins))
    start[:, 0] += phase + jitter[:, 0]
    start[:, 1] += jitter[:, 1]
    return Grid(start, np.arange(len(start)), len(start)), start


def _darkness(sight: Sight, path: Field, tone: tuple[float, float]) -> Field:
    """0 where lines vanish to 1 where they are full, (N, K); nothing outside the picture.

    A saturated colour is half as dark as its luminance says, or black lines would drown red.
    """
    colour = at(sight.colour, path)
    dark = 1.0 - (luminance(colour) + colour.max(-1)) / 2
    inside = ((path > -0.01) & (path < 1.01)).all(-1)
    return np.where(inside, np.clip((dark - tone[0]) / (tone[1] - tone[0]), 0.0, 1.0), 0.0)


def _ink(sight: Sight, one: Pass, path: Field, grid: Grid, dice: Dice) -> Field:
    """The printed ink, or the scene's colour at the middle of the piece."""
    if one.layer.ink != SCENE:
        return sight.printed(one.layer.ink, len(path))
    colour = at(sight.colour, path[:, path.shape[1] // 2])
    wander = grid.bell(dice.stage("colour")) * one.uneven
    wander = wander + grid.bell(dice.stage("hue"), 3) * one.variety
    return settle(np.clip(colour + wander, 0.0, 1.0), 4096)
