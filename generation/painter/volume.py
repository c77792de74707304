"""Shade cloud matter: balls and a body become a density that light falls through.

Slices run from the eye into the depth. One sweep over them gathers both what the eye sees
(front-to-back compositing) and what the sun still sends (optical depth carried along its slant).
Pixels only meet exact arithmetic, so the same plan gives the same cloud on every processor; one
slice at a time stays in the processor's cache, which is worth more than a second core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from generation.dice import Dice
from generation.painter.field import Field, axis, spline_basis
from generation.painter.light import Light

HALF_DEPTH = 0.23  # of the picture's width, before and behind the picture's plane
OUTSIDE = -0.06
FIRM = 0.4  # of the billows that a body has
HELD = 0.7  # how far billows may reach, of half the thickness of what they stand on
AROUND = 0.05  # so far around a ball, in picture widths, billows mind its size
BILLOW = 0.030  # how far the seams of a cumulus stand out
OCTAVES = ((9, 0.5), (19, 0.34), (41, 0.22), (83, 0.12))  # cells across, weight

Grid = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Body:
    """What the matter has the form of: distance inside its outline, how far it comes forward."""

    inside: Field  # (N, N) in picture widths, negative outside
    front: Field  # (N, N) depth of the surface towards the eye, in picture widths
    share: float  # 0 none of it, 1 it alone
    thick: Field  # (N, N) half its thickness around each spot, in picture widths


@dataclass(frozen=True, slots=True)
class Matter:
    """All that light falls on; balls are rows of x, y, depth, radius, base in picture widths.

    `base` is the level at which a ball is cut off below, as the base of a cumulus is.
    """

    balls: Field  # (P, 5) the cloud
    bank: Field  # (Q, 5) far clouds
    bodies: tuple[Body, ...]
    holds: bool = False  # whether billows stay smaller than what they stand on, so that it holds


@dataclass(frozen=True, slots=True)
class Shaded:
    """Per pixel: how much matter covers it, what sun and sky it sends on, how deep it lies."""

    cover: Field  # (N, N) 0 to 1
    sun: Field  # (N, N) 0 to 1, light from the sun
    air: Field  # (N, N) 0 to 1, light from the open sky above
    far: Field  # (N, N) 0 near, 1 far


def shade(matter: Matter, light: Light, dice: Dice, side: int) -> Shaded:
    """What the matter looks like on a grid of side x side, lit from `light`."""
    deep = side // 4
    with _one_thread():
        return _sweep(_densities(matter, dice, side, deep), (light.x, light.y), side, deep)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Slices are too small to share: on a busy machine threads would wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _densities(matter: Matter, dice: Dice, side: int, deep: int) -> Iterator[Tensor]:
    """Slice by slice, 0 to 1: soft where the surface is, with billows standing out of it."""
    z = (axis(deep) * 2 - 1) * HALF_DEPTH
    cloud, bank = (_union(balls, side, z) for balls in (matter.balls, matter.bank))
    billows = _Billows(dice, side, deep)
    bodies = [b for b in matter.bodies if b.share > 0]
    forming = _held if matter.holds else _mixed
    solid = forming(matter.balls, bodies, side)
    for k, depth in enumerate(z.tolist()):
        fold = billows.at(k)
        yield solid(torch.from_numpy(cloud[k]), torch.from_numpy(bank[k]), fold, depth)


Solid = Callable[[Tensor, Tensor, Tensor, float], Tensor]  # cloud, bank, folds, depth of a slice


def _mixed(balls: Field, bodies: Sequence[Body], side: int) -> Solid:
    """Surfaces lie between that of the balls and those of the bodies, one amount of billow on all.

    So version 2 paints it: what is thinner than its billows breaks into puffs.
    """
    formed = sum(body.share for body in bodies)
    reach = BILLOW * (1.0 - 0.6 * formed)  # what has a form of its own is smoother
    forms = [(_tensor(b.inside), _tensor(b.front), b.share) for b in bodies]

    def density(cloud: Tensor, bank: Tensor, fold: Tensor, depth: float) -> Tensor:
        value = cloud * (1.0 - formed) if forms else cloud
        for inside, front, share in forms:
            value.add_(torch.minimum(inside, _shell(front, depth)).mul_(share))
        return _dense(torch.maximum(value + fold * reach, bank + fold * BILLOW))

    return density


def _held(balls: Field, bodies: Sequence[Body], side: int) -> Solid:
    """Balls thin out while bodies thicken, and billows stay smaller than what they stand on."""
    loose = _most(1.0 - sum(body.share for body in bodies))
    soft = _tensor(_thickness(balls, side) * HELD).clamp_(max=BILLOW)
    forms = [
        (
            _tensor(b.inside),
            _tensor(b.front),
            _most(b.share),
            _tensor(b.thick * HELD).clamp_(max=BILLOW * FIRM),
        )
        for b in bodies
    ]

    def density(cloud: Tensor, bank: Tensor, fold: Tensor, depth: float) -> Tensor:
        found = _dense(cloud + fold * soft).mul_(loose)
        for inside, front, share, reach in forms:
            body = torch.minimum(inside, _shell(front, depth)) + fold * reach
            found = torch.maximum(found, _dense(body).mul_(share))
        return torch.maximum(found, _dense(bank + fold * BILLOW))

    return density


def _most(share: float) -> float:
    """Half of it is enough to be there whole: while one comes and the other goes, nothing gapes."""
    return min(1.0, 2.0 * share)


def _shell(front: Tensor, depth: float) -> Tensor:
    """Distance inside a body between its face and its back, at a depth."""
    return torch.minimum(depth - front, front + (0.07 - depth)).mul_(0.8)


def _dense(inside: Tensor) -> Tensor:
    """From distance inside the surface, which is used up, to density."""
    value = inside.mul_(1 / 0.014).clamp_(0.0, 1.0)
    return value * value * value.mul(-2.0).add_(3.0)


def _thickness(balls: Field, side: int) -> Field:
    """Half the thickness of the matter around each spot, in picture widths, (side, side)."""
    at, near = axis(side), np.zeros((side, side))
    for cx, cy, r in balls[:, [0, 1, 3]]:
        xs, ys = _span(cx, r + AROUND, side), _span(cy, r + AROUND, side)
        dx, dy = at[xs] - cx, at[ys] - cy
        away = np.sqrt(dx[None, :] ** 2 + dy[:, None] ** 2) - r
        part = near[ys, xs]
        np.maximum(part, r * np.clip(1.0 - away / AROUND, 0.0, 1.0), out=part)
    return near


def _union(balls: Field, side: int, z: Field) -> Grid:
    """Distance inside the nearest ball's surface, at each point of the grid."""
    grid = np.full((len(z), side, side), OUTSIDE, np.float32)  # (D, N, N)
    at, z32, margin = axis(side).astype(np.float32), z.astype(np.float32), 0.03
    for cx, cy, cz, r, base in balls.astype(np.float32):
        xs, ys = _span(cx, r + margin, side), _span(cy, r + margin, side)
        zs = slice(*np.searchsorted(z32, (cz - r - margin, cz + r + margin)))
        dx, dy, dz = at[xs] - cx, at[ys] - cy, z32[zs] - cz
        flat = dx[None, :] ** 2 + dy[:, None] ** 2
        distance = r - np.sqrt(flat[None] + dz[:, None, None] ** 2)
        np.minimum(distance, (base - at[ys])[None, :, None], out=distance)
        part = grid[zs, ys, xs]
        np.maximum(part, distance, out=part)
    return grid


def _span(centre: float, reach: float, side: int) -> slice:
    return slice(max(0, int((centre - reach) * side)), max(0, int((centre + reach) * side) + 2))


class _Billows:
    """Folded noise, whose creases read as the seams of a cumulus; one slice at a time."""

    def __init__(self, dice: Dice, side: int, deep: int) -> None:
        self._waves = []
        for octave, (cells, weight) in enumerate(OCTAVES):
            down = max(2, int(cells * 2 * HALF_DEPTH) + 1)
            knots = dice.stage("billow", octave).bell((down + 3, cells + 3, cells + 3))
            wave = _stretch(_stretch(_tensor(knots * 2.6), 2, side), 1, side)  # (d, N, N)
            self._waves.append((wave, *spline_basis(deep, down), weight))

    def at(self, k: int) -> Tensor:
        """The billows of slice k, (N, N)."""
        total: Tensor | None = None
        for wave, cell, basis, weight in self._waves:
            first, parts = int(cell[k]), basis[k].tolist()
            height = wave[first] * parts[0]
            for step in (1, 2, 3):
                height.add_(wave[first + step] * parts[step])
            fold = height.abs_().clamp_(max=1.6).neg_().add_(0.55).mul_(weight)
            total = fold if total is None else total.add_(fold)
        assert total is not None  # noqa: S101 - there are octaves
        return total


def _stretch(knots: Tensor, dim: int, size: int) -> Tensor:
    """Cubic B-spline along one dimension, as four exact products and sums."""
    cell, basis = spline_basis(size, knots.shape[dim] - 3)
    shape = [1, 1, 1]
    shape[dim] = size
    terms = (
        knots.index_select(dim, torch.from_numpy(cell + step))
        * _tensor(basis[:, step]).reshape(shape)
        for step in range(4)
    )
    out = next(terms)
    for term in terms:
        out.add_(term)
    return out


def _sweep(densities: Iterator[Tensor], light: tuple[float, float], side: int, deep: int) -> Shaded:
    """Front to back: what covers the eye's ray, and what dims the rays of sun and sky."""
    step = 2 * HALF_DEPTH / deep
    sun, air = _Beam(light, 1.55, step, side), _Beam((0.0, -1.0), 0.9, step, side)
    see = torch.ones(side, side)
    sums = torch.zeros(4, side, side)  # cover, sun, air, far
    for k, rho in enumerate(densities):
        clear = _fade(rho * (step * 150.0))
        weight = see * (1.0 - clear)
        thick = sun.through(rho)
        sums[0].add_(weight)
        sums[1].add_(weight * _fade(thick * 85.0).mul_(0.72).add_(_fade(thick * 16.0).mul_(0.28)))
        sums[2].add_(weight * _fade(air.through(rho) * 26.0))
        sums[3].add_(weight * ((k + 0.5) / deep))
        see.mul_(clear)
    cover = sums[0]
    seen = cover.clamp(min=1e-4)
    return Shaded(*(part.double().numpy() for part in (cover, *(sums[1:] / seen))))


def _tensor(field: Field) -> Tensor:
    return torch.from_numpy(field.astype(np.float32))


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
