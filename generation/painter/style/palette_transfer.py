"""Take the colours of one picture for another: the swatches, and the least change that gets there.

Both pictures are summed up as weighted swatches in OKLab; optimal transport says which colour of
the one becomes which of the other. No chance and no network takes part.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from generation.painter.field import Field, settle, shrink
from generation.painter.style.oklab import from_oklab, oklab

SAMPLES = 96  # side of the picture that is looked at
ROUNDS = 12
PARCELS = 64  # in which weight is carried from swatch to swatch
NEAR = 0.0025  # squared distance in OKLab within which neighbouring swatches share a colour


@dataclass(frozen=True, slots=True)
class Swatches:
    """What a picture is made of, most of it first."""

    colours: Field  # (K, 3) sRGB
    weights: Field  # (K,) shares of the picture

    def hexes(self) -> tuple[str, ...]:
        """As `#rrggbb`, the way a recipe's swatches are written."""
        levels = np.round(self.colours * 255).astype(np.int64).tolist()
        return tuple(f"#{r:02x}{g:02x}{b:02x}" for r, g, b in levels)


def swatches(picture: Field, count: int = 8) -> Swatches:
    """At most so many colours of a picture, (H, W, 3) of 0 to 1, by k-means in OKLab.

    It starts from colours far apart (Gonzalez 1985); colours that nothing is nearest to fall away.
    """
    seen = oklab(_sample(picture))  # (P, 3)
    found = [settle(seen.mean(0))]
    away = _squared(seen, found[0][None])
    for _ in range(count):
        found.append(seen[away.argmax()])
        away = np.minimum(away, _squared(seen, found[-1][None]))
    centres = np.stack(found[1:])
    for _ in range(ROUNDS):
        nearest = _squared(seen[:, None], centres[None]).argmin(1)
        for k in range(count):
            mine = seen[nearest == k]
            if len(mine):
                centres[k] = settle(mine.mean(0))
    weights = np.bincount(nearest, minlength=count) / len(seen)
    order = [int(k) for k in np.argsort(-weights, kind="stable") if weights[k] > 0]
    return Swatches(from_oklab(centres[order]), weights[order])


def recoloured(picture: Field, wanted: Swatches, strength: float = 1.0) -> Field:
    """The picture in the wanted colours, (H, W, 3); `strength` from 0, unchanged, to 1.

    Every pixel moves as the swatches around it do, nearer ones counting more.
    """
    own = swatches(picture, max(8, len(wanted.colours)))
    here = oklab(own.colours)
    move = _carried(here, own.weights, oklab(wanted.colours), wanted.weights) - here  # (K, 3)
    lab = oklab(picture)
    total, weight = np.zeros_like(lab), np.zeros(lab.shape[:-1])
    for place, step in zip(here, move, strict=True):
        near = 1.0 / (_squared(lab, place) + NEAR)
        near = near * near
        total += near[..., None] * step
        weight += near
    return from_oklab(lab + total / weight[..., None] * strength)


def _carried(here: Field, have: Field, there: Field, want: Field) -> Field:
    """Where each swatch goes on average when weight is carried the shortest way, (K, 3)."""
    rows, columns = _parcels(have), _parcels(want)
    cost = np.round(_squared(here[rows][:, None], there[columns][None]) * (1 << 30))
    _, chosen = linear_sum_assignment(cost)
    goals = there[columns[chosen]]  # (PARCELS, 3)
    return np.stack([goals[rows == k].mean(0) for k in range(len(here))])


def _parcels(weights: Field) -> Field:
    """Which swatch each parcel belongs to: at least one each, the largest remainders first."""
    spare = PARCELS - len(weights)
    shares = settle(weights / weights.sum() * spare)
    counts = np.floor(shares).astype(np.int64)
    rest = np.argsort(-(shares - counts), kind="stable")[: spare - int(counts.sum())]
    counts[rest] += 1
    return np.repeat(np.arange(len(weights)), counts + 1)


def _sample(picture: Field) -> Field:
    """A few thousand colours spread over the picture, (P, 3)."""
    side = min(picture.shape[:2])
    top, left = (picture.shape[0] - side) // 2, (picture.shape[1] - side) // 2
    square = picture[top : top + side, left : left + side]
    return shrink(square, min(side, SAMPLES)).reshape(-1, 3)


def _squared(a: Field, b: Field) -> Field:
    gap = a - b
    return settle(gap[..., 0] ** 2 + gap[..., 1] ** 2 + gap[..., 2] ** 2, 1 << 30)
