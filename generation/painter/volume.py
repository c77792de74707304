"""Shade cloud matter: balls and a body become a density that light falls through.

Slices run from the eye into the depth. One sweep over them gathers both what the eye sees
(front-to-back compositing) and what the sun still sends (optical depth carried along its slant).
Pixels only meet exact arithmetic, so the same plan gives the same cloud on every processor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from generation.dice import Dice
from generation.painter.field import Field, axis

HALF_DEPTH = 0.23  # of the picture's width, before and behind the picture's plane
OUTSIDE = -0.06


@dataclass(frozen=True, slots=True)
class Body:
    """What the matter should become: distance inside its outline, and how far it comes forward."""

    inside: Field  # (N, N) in picture widths, negative outside
    front: Field  # (N, N) depth of the surface towards the eye, in picture widths
    share: float  # 0 balls only, 1 body only


@dataclass(frozen=True, slots=True)
class Shaded:
    """Per pixel: how much matter covers it, what sun and sky it sends on, how deep it lies."""

    cover: Field  # (N, N) 0 to 1
    sun: Field  # (N, N) 0 to 1, light from the sun
    air: Field  # (N, N) 0 to 1, light from the open sky above
    far: Field  # (N, N) 0 near, 1 far


def shade(
    balls: Field,
    bank: Field,
    body: Body,
    base: float,
    dice: Dice,
    light: tuple[float, float],
    side: int,
) -> Shaded:
    """What the matter looks like on a grid of side x side, lit from `light`."""
    deep = side // 4
    z = (axis(deep) * 2 - 1) * HALF_DEPTH
    inside = torch.from_numpy(_union(balls, side, z))  # (D, N, N)
    inside = _cut(inside, base)
    rough = _rough(dice, side, deep)  # (D, N, N)
    inside = _grow(inside, body, z)
    inside = torch.maximum(inside, torch.from_numpy(_union(bank, side, z)))
    density = _density(inside, rough, 0.030 - 0.018 * body.share)
    return _sweep(density, light)


def _union(balls: Field, side: int, z: Field) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Distance inside the nearest ball's surface, at each point of the grid."""
    grid = np.full((len(z), side, side), OUTSIDE, np.float32)  # (D, N, N)
    at, z32, margin = axis(side).astype(np.float32), z.astype(np.float32), 0.03
    for cx, cy, cz, r in balls.astype(np.float32):
        xs, ys = _span(cx, r + margin, side), _span(cy, r + margin, side)
        zs = slice(*np.searchsorted(z32, (cz - r - margin, cz + r + margin)))
        dx, dy, dz = at[xs] - cx, at[ys] - cy, z32[zs] - cz
        flat = dx[None, :] ** 2 + dy[:, None] ** 2
        distance = r - np.sqrt(flat[None] + dz[:, None, None] ** 2)
        part = grid[zs, ys, xs]
        np.maximum(part, distance, out=part)
    return grid


def _span(centre: float, reach: float, side: int) -> slice:
    return slice(max(0, int((centre - reach) * side)), max(0, int((centre + reach) * side) + 2))


def _rough(dice: Dice, side: int, deep: int) -> Tensor:
    """Billows: folded noise, whose creases read as the seams of a cumulus."""
    total = torch.zeros(deep, side, side)
    for octave, (cells, weight) in enumerate(((9, 0.5), (19, 0.34), (41, 0.22), (83, 0.12))):
        down = max(2, int(cells * 2 * HALF_DEPTH) + 1)
        knots = dice.stage("billow", octave).bell((down + 3, cells + 3, cells + 3))
        wave = torch.from_numpy(knots.astype(np.float32))  # (d, c, c)
        wave = _stretch(_stretch(_stretch(wave, 2, side), 1, side), 0, deep)
        total += (0.55 - wave.mul_(2.6).abs_().clamp_(max=1.6)).mul_(weight)
    return total


def _stretch(knots: Tensor, dim: int, size: int) -> Tensor:
    """Cubic B-spline along one dimension, as four exact products and sums."""
    cells = knots.shape[dim] - 3
    at = axis(size) * cells
    cell = at.astype(np.int64)
    t = at - cell
    basis = (
        (1 - t) ** 3 / 6,
        (3 * t**3 - 6 * t**2 + 4) / 6,
        (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6,
        t**3 / 6,
    )
    shape = [1, 1, 1]
    shape[dim] = size
    out = None
    for step, weight in enumerate(basis):
        factor = torch.from_numpy(weight.astype(np.float32)).reshape(shape)
        term = knots.index_select(dim, torch.from_numpy(cell + step)).mul_(factor)
        out = term if out is None else out.add_(term)
    assert out is not None  # noqa: S101 - the basis has four parts
    return out


def _cut(inside: Tensor, base: float) -> Tensor:
    """The level base that a cumulus has where its air turned moist enough."""
    below = base - torch.from_numpy(axis(inside.shape[1]).astype(np.float32))
    return torch.minimum(inside, below.reshape(1, -1, 1))


def _grow(inside: Tensor, body: Body, z: Field) -> Tensor:
    """Let the body come in: a shell of its outline, thin behind its front."""
    if body.share == 0.0:
        return inside
    depth = torch.from_numpy(z.astype(np.float32)).reshape(-1, 1, 1)
    flat = torch.from_numpy(body.inside.astype(np.float32))
    front = torch.from_numpy(body.front.astype(np.float32))
    shell = torch.minimum(depth - front, front + 0.07 - depth).mul_(0.8)
    shape = torch.minimum(flat.expand_as(shell), shell)
    return inside.mul(1.0 - body.share).add_(shape.mul_(body.share))


def _density(inside: Tensor, rough: Tensor, reach: float) -> Tensor:
    """0 to 1: soft where the surface is, with billows standing out of it."""
    value = inside.add_(rough.mul_(reach)).mul_(1 / 0.014).clamp_(0.0, 1.0)
    return value * value * (value * -2.0 + 3.0)


def _sweep(density: Tensor, light: tuple[float, float]) -> Shaded:
    """Front to back: what covers the eye's ray, and what dims the rays of sun and sky."""
    deep, side = density.shape[:2]
    step = 2 * HALF_DEPTH / deep
    sun, air = _Beam(light, 1.55, step, side), _Beam((0.0, -1.0), 0.9, step, side)
    see = torch.ones(side, side)
    sums = torch.zeros(4, side, side)  # cover, sun, air, far
    for k in range(deep):
        rho = density[k]
        alpha = 1.0 - _fade(rho * (step * 150.0))
        weight = see * alpha
        thick = sun.through(rho)
        sums[0] += weight
        sums[1] += weight * _fade(thick * 85.0).mul_(0.72).add_(_fade(thick * 16.0).mul_(0.28))
        sums[2] += weight * _fade(air.through(rho) * 26.0)
        sums[3] += weight * ((k + 0.5) / deep)
        see = see * (1.0 - alpha)
    cover = sums[0]
    seen = cover.clamp(min=1e-4)
    return Shaded(*(part.double().numpy() for part in (cover, *(sums[1:] / seen))))


class _Beam:
    """Parallel light that slants through the slices and is dimmed by the matter it meets."""

    def __init__(self, source: tuple[float, float], slant: float, step: float, side: int) -> None:
        self._dx, self._dy = (-part * slant * step * side for part in source)
        self._path = step * (1 + slant * slant) ** 0.5
        self._depth = torch.zeros(side, side)  # optical depth up to the present slice

    def through(self, rho: Tensor) -> Tensor:
        """Optical depth in the middle of this slice; then on to the next."""
        half: Tensor = rho * (self._path * 0.5)
        depth: Tensor = _shift(self._depth, self._dx, self._dy) + half
        self._depth = depth + half
        return depth


def _shift(field: Tensor, dx: float, dy: float) -> Tensor:
    """The field moved by a fraction of pixels, nothing coming in from outside."""
    ix, iy = int(np.floor(dx)), int(np.floor(dy))
    tx, ty = dx - ix, dy - iy
    out = _roll(field, ix, iy) * ((1 - tx) * (1 - ty))
    out += _roll(field, ix + 1, iy) * (tx * (1 - ty))
    out += _roll(field, ix, iy + 1) * ((1 - tx) * ty)
    return out.add_(_roll(field, ix + 1, iy + 1) * (tx * ty))


def _roll(field: Tensor, dx: int, dy: int) -> Tensor:
    side = field.shape[0]
    out = torch.zeros_like(field)
    to_y, from_y = _overlap(dy, side)
    to_x, from_x = _overlap(dx, side)
    out[to_y, to_x] = field[from_y, from_x]
    return out


def _overlap(shift: int, side: int) -> tuple[slice, slice]:
    if shift >= 0:
        return slice(shift, side), slice(0, side - shift)
    return slice(0, side + shift), slice(-shift, side)


def _fade(x: Tensor) -> Tensor:
    """Like exp(-x) for x >= 0, as (1 + x/16)^-16: exact arithmetic only."""
    y = (x * 0.0625 + 1.0).reciprocal_()
    for _ in range(4):
        y.mul_(y)
    return y
