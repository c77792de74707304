"""Measure a picture band by band: how busy, how sharp, how even, how its lines wander.

A band is what a picture loses when it is made half as sharp. Each is measured in small cells, so
that the quiet parts, where ground, grain and the hand show, tell apart from the busy ones, which
belong to the subject. Only sums, products, quotients and roots, as in `texture`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from generation.painter.field import Field, resize, shrink

BANDS = 4  # each half as sharp as the one before
CELL = 16  # cells a side
SHARES = (5, 25, 50, 75, 95)  # percentiles over the cells
FLAT = (0.5, 1.5, 3.0, 6.0, 12.0)  # of 255: steps that count as none
LAGS = (1, 2, 4)  # cells from one direction to the next
FAINT = 1e-5


def bands(rgb: Field) -> Iterator[NDArray[np.float64]]:
    """Measures of a picture (S, S, 3) of 0 to 1, S a multiple of 256; each is (n,)."""
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    channels = [rgb.mean(-1), red - green, blue - (red + green) / 2]
    yield from _flatness(channels)
    for band in range(BANDS):
        details = [_detail(channel) for channel in channels]
        for detail in details:
            yield from _busy(detail)
        yield from _together(details, channels[0])
        if band < BANDS - 1:
            yield from _ways(channels[0])
            yield from _again(details[0])
        channels = [shrink(channel, len(channel) // 2) for channel in channels]


def _detail(channel: Field) -> Field:
    """What goes when the picture is made half as sharp, (S, S)."""
    return channel - resize(shrink(channel, len(channel) // 2), len(channel))


def _busy(detail: Field) -> Iterator[NDArray[np.float64]]:
    """How much there is by cell, from quiet to busy; how peaked, how lopsided."""
    power = detail * detail
    cells = np.sqrt(np.sqrt(shrink(power, CELL)))  # fourth roots: quiet cells count too
    yield np.percentile(cells, SHARES)
    whole = power.mean() + FAINT * FAINT
    lopsided = (power * detail).mean() / (whole * np.sqrt(whole))
    yield np.array([np.clip(lopsided, -9.0, 9.0), np.sqrt(np.sqrt((power * power).mean()) / whole)])
    local = shrink(power * power, CELL) / (shrink(power, CELL) ** 2 + FAINT**3)
    yield np.sqrt(np.percentile(local, (25, 50, 75)))


def _together(details: list[Field], light: Field) -> Iterator[NDArray[np.float64]]:
    """How far light and hues change together; how far the light parts are the busy ones."""
    first, *others = details
    for other in others:
        yield _alike(first, other)
    yield _alike(*others)
    power = np.sqrt(np.sqrt(shrink(first * first, CELL)))
    level = shrink(light, CELL)
    middle = level - level.mean()
    yield _alike(power - power.mean(), middle)
    dark = level <= np.median(level)
    yield np.array([power[dark].mean(), power[~dark].mean() if (~dark).any() else power.mean()])


def _alike(a: Field, b: Field) -> NDArray[np.float64]:
    """Correlation of two fields about 0, (1,)."""
    both = np.sqrt((a * a).mean() * (b * b).mean()) + FAINT * FAINT
    return np.asarray([(a * b).mean() / both])


def _ways(light: Field) -> Iterator[NDArray[np.float64]]:
    """How far lines in a cell agree, and how soon their direction turns from cell to cell."""
    across, down = np.gradient(light, axis=1), np.gradient(light, axis=0)
    both = np.stack([across**2 - down**2, 2 * across * down, across**2 + down**2], -1)
    cells = shrink(both, CELL)
    length = np.sqrt(cells[..., 0] ** 2 + cells[..., 1] ** 2)
    led = length / (cells[..., 2] + FAINT)
    yield np.percentile(led, SHARES)
    way = cells[..., :2] / (length + FAINT)[..., None]
    quiet = (cells[..., 2] <= np.median(cells[..., 2]))[..., None]
    yield way.mean((0, 1))
    yield (way * quiet).mean((0, 1)) * 2
    for lag in LAGS:
        for axis in (0, 1):
            near = np.take(way, range(CELL - lag), axis) * np.take(way, range(lag, CELL), axis)
            yield near.sum(-1).mean()[None]


def _again(detail: Field) -> Iterator[NDArray[np.float64]]:
    """How evenly a band is spread: its amount's own change, over twice and four times as much."""
    amount = np.abs(detail)
    mean = amount.mean() + FAINT
    for side in (len(detail) // 4, len(detail) // 8):
        yield np.sqrt(np.abs(_detail(shrink(amount, side))).mean() / mean)[None]


def _flatness(channels: list[Field]) -> Iterator[NDArray[np.float64]]:
    """The share of neighbours that hardly differ, by light and by hue."""
    for channel in channels:
        step = np.abs(np.diff(channel, axis=1))
        yield np.array([(step <= bound / 255).mean() for bound in FLAT])
