"""Measure how a picture is painted: how far its colours change, how fast, and in which directions.

The measures are variograms (mean differences at distances of 1 to 32 px, in four directions; of
the whole picture and, sorted, of its cells), slopes at several sharpnesses, where light and colour
lie, and what each band of sharpness holds (`band`). Only sums, products, quotients and roots: the
same numbers on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from generation.exact import UNIT, fixed
from generation.network.band import bands
from generation.painter.field import Field, shrink

SIDE = 256  # px at which pictures are measured
CELLS = 8  # a side
STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
WAYS = ((1, 0), (1, 1), (0, 1), (-1, 1))  # x, y
COLOURS = 47  # measures, the first ones, that tell where light and colours lie, and no more
SHARES = (2, 10, 25, 50, 75, 90, 98)  # percentiles


def measures(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """All measures of a picture (SIDE, SIDE, 3) of 0 to 255, rounded: (F,)."""
    if picture.shape != (SIDE, SIDE, 3):
        raise ValueError(f"the picture is {picture.shape}; bring it to {(SIDE, SIDE, 3)} first")
    found = np.concatenate([np.atleast_1d(part) for part in _all(picture / 255)])
    return np.asarray(fixed(found) / UNIT)


def _all(rgb: Field) -> Iterator[NDArray[np.float64]]:
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    light, warm, cool = rgb.mean(-1), red - green, blue - (red + green) / 2
    yield from _places((light, warm, cool))
    yield from _variogram(light)
    yield from _variogram(warm, (1, 2, 4, 8, 16))
    yield from _variogram(cool, (1, 2, 4, 8, 16))
    for side in (SIDE, SIDE // 2, SIDE // 4, SIDE // 8):
        yield from _slopes(shrink(light, side))
    yield from bands(rgb)


def _places(channels: tuple[Field, ...]) -> Iterator[NDArray[np.float64]]:
    """Where light and colours lie: percentiles, spread, the border, how many there are."""
    for channel in channels:
        yield np.percentile(channel, SHARES)
        yield np.array([channel.mean(), channel.std()])
        border = np.concatenate([channel[:6].ravel(), channel[-6:].ravel(), channel[:, :6].ravel()])
        yield np.array([border.mean(), border.std()])
    light, warm, cool = channels
    strong = np.sqrt(warm * warm + cool * cool)
    yield np.percentile(strong, SHARES)
    yield np.array([(strong * light).mean(), (strong * strong).mean()])
    coarse = [np.floor((channel + 1) * 12).astype(np.int64) for channel in channels]
    _, counts = np.unique((coarse[0] * 64 + coarse[1]) * 64 + coarse[2], return_counts=True)
    shares = np.sort(counts / light.size)[::-1]
    yield np.array(
        [len(counts) / 1000, (shares * shares).sum(), *(shares[:k].sum() for k in (1, 3, 8))]
    )


def _variogram(channel: Field, steps: tuple[int, ...] = STEPS) -> Iterator[NDArray[np.float64]]:
    """Roots of mean differences by distance: by direction, and by cell from least to most."""
    for step in steps:
        apart = np.stack([_apart(channel, x * step, y * step) for x, y in WAYS])  # (4, S, S)
        cells = np.sort(shrink(np.moveaxis(apart, 0, -1), CELLS).reshape(-1, 4), 1)
        yield np.sqrt(apart.mean((1, 2)))
        yield np.sqrt(cells).mean(0)
        yield np.sqrt(cells).std(0)
        yield np.sqrt((apart * apart).mean())[None]


def _apart(channel: Field, x: int, y: int) -> Field:
    """How much each spot differs from the one so far away; beyond the edge it begins again."""
    return np.abs(channel - np.roll(channel, (-y, -x), (0, 1)))


def _slopes(light: Field) -> Iterator[NDArray[np.float64]]:
    """How steep it is, how much of it points one way, in the whole and in its cells."""
    across, down = np.gradient(light, axis=1), np.gradient(light, axis=0)
    steep = np.sqrt(across * across + down * down)
    round_ = light - (_moved(light, 0) + _moved(light, 1)) / 2
    both = np.stack([across**2 - down**2, 2 * across * down, across**2 + down**2], -1)
    cells = shrink(both, CELLS).reshape(-1, 3)
    led = np.sqrt(cells[:, 0] ** 2 + cells[:, 1] ** 2) / (cells[:, 2] + 1e-6)
    whole = both.mean((0, 1))
    yield np.sqrt([steep.mean(), steep.std(), np.abs(round_).mean(), round_.std()])
    yield np.array([led.mean(), led.std(), *(whole[:2] / (whole[2] + 1e-6))])
    yield np.percentile(np.sqrt(steep), (10, 50, 90, 99))
    yield np.array([(np.sqrt(cells[:, 2])).std(), np.sqrt(cells[:, 2]).min()])


def _moved(light: Field, axis: int) -> Field:
    return np.asarray((np.roll(light, 1, axis) + np.roll(light, -1, axis)) / 2)
