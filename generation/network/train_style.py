"""Train the style encoder: `python -m generation train style --minutes N`; mostly it paints."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.network import likely
from generation.network.paintings import CHUNK, EACH, gather, is_painted
from generation.network.place import keep, names
from generation.network.shipped import FOLDER
from generation.network.style import MOST, guesses, nearness, placed
from generation.network.texture import COLOURS, measures
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.heed import canonical
from generation.painter.style.manner import FULL, SCALES

SHARE = 0.97  # of the time for painting
FOLDS = 5  # each part is guessed once by what learnt from the others
REACH = 0.22  # mean square of a measure's worth, times their number: how far a unit answers
RIDGE, COLOUR_RIDGE = 0.03, 10.0
MOST_PAINTINGS = 4096
STYLES = list(BY_NAME)

Table = NDArray[np.float64]
Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True)
class Lessons:
    """Measures (N, F), manners (N, 24), numbers of styles (N,) and of scenes (N,)."""

    found: Table
    vectors: NDArray[np.int64]
    styles: NDArray[np.int64]
    scenes: NDArray[np.int64]


def train(
    say: Callable[[str], None],
    minutes: float,
    seed: int = 1,
    folder: Path = FOLDER,
    kept: Path | None = None,
) -> Path:
    """Learn from paintings of known manners; they may be kept in a folder and taken up again."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as none:
        learnt_from = lessons(say, kept or Path(none), began + SHARE * 60 * minutes)
    say(f"{time.monotonic() - began:4.0f} s  {len(learnt_from.found)} paintings measured")
    arrays, explained = fitted(learnt_from, seed)
    say(f"{time.monotonic() - began:4.0f} s  R2 of guesses at unseen scenes {explained:.3f}")
    card = {
        "name": "style",
        "learnt_from": f"{len(learnt_from.found)} paintings in known manners",
        "minutes": minutes,
        "seed": seed,
        "guesses_r2": round(explained, 3),
    }
    return keep("style", {**arrays, "names": names({"style": STYLES})}, card, folder)


def fitted(learnt_from: Lessons, seed: int) -> tuple[Arrays, float]:
    """What ships, and R2 of the guesses at paintings of scenes that were not learnt from."""
    one = learnt_from
    told = likely.told(one.vectors, one.styles)
    folds = np.floor(Dice("style", "folds", seed).uniform(int(one.scenes.max()) + 1) * FOLDS)
    unseen = np.empty_like(told)
    for fold in range(FOLDS):
        out = folds[one.scenes] == fold
        if out.all() or not out.any():
            unseen[out] = told.mean(0)
            continue
        arrays = _units(one.found[~out], told[~out])
        unseen[out] = guesses(_wide(arrays), one.found[out])
    arrays = _units(one.found, told)
    at = np.clip((one.found - arrays["mean"]) * arrays["scale"], -MOST, MOST)
    floor = _by_colours(at[:, :COLOURS], one.vectors / FULL)
    return {**arrays, **likely.learnt(unseen, told), **floor}, _explained(told, unseen)


def lessons(
    say: Callable[[str], None],
    kept: Path,
    until: float,
    first: int = 0,
    most: int = MOST_PAINTINGS,
) -> Lessons:
    """Paint until it is time, and measure; paintings that are kept already are all measured."""
    found: list[Table] = []
    vectors: list[tuple[int, ...]] = []
    styles: list[int] = []
    numbers: list[int] = []
    for start in range(first, first + most, CHUNK):
        if found and time.monotonic() >= until and not is_painted(kept, start):
            continue
        for chunk in gather(kept, start, CHUNK):
            found += [measures(picture) for picture in chunk.pictures]
            named = [BY_NAME[str(name)] for name in chunk.styles]
            pairs = zip(named, chunk.vectors.tolist(), strict=True)
            vectors += [canonical(style, tuple(vector)) for style, vector in pairs]
            styles += [STYLES.index(style.name) for style in named]
            numbers += range(start, start + len(named))
        say(f"{len(found)} paintings")
    scenes = np.unique(np.array(numbers) // EACH, return_inverse=True)[1]
    return Lessons(np.stack(found), np.array(vectors), np.array(styles), scenes)


def _units(found: Table, told: Table) -> Arrays:
    """One unit for each painting, and its answers by ridge regression on their nearness."""
    mean, spread = found.mean(0), found.std(0)
    arrays: Arrays = {
        "mean": mean.astype(np.float32),
        "scale": (1 / (spread + 1e-3)).astype(np.float32),
        "worth": np.ones(len(mean), np.float32),
    }
    wanted = told - told.mean(0)
    at = placed(_wide(arrays), found)
    follow = at.T @ wanted / len(at) / (wanted.std(0) + 1e-9)  # (F, WIDTH), nearly correlations
    worth = np.sqrt((follow * follow).sum(1)) + 1e-9
    arrays["worth"] = (worth * np.sqrt(REACH / (worth * worth).sum())).astype(np.float32)
    arrays["centres"] = placed(_wide(arrays), found).astype(np.float16)
    arrays["mean answer"] = told.mean(0).astype(np.float32)
    centres = arrays["centres"].astype(np.float64)
    near = nearness(centres, centres) + RIDGE * np.eye(len(centres))
    arrays["answers"] = np.linalg.solve(near, wanted).astype(np.float32)
    return arrays


def _by_colours(at: Table, wanted: Table) -> Arrays:
    """The linear rule from measures of colour to manners, by least squares: the floor."""
    own = at.T @ at + COLOUR_RIDGE * np.eye(COLOURS)
    weight = np.linalg.solve(own, at.T @ (wanted - wanted.mean(0))).T
    bias = wanted.mean(0) - weight @ at.mean(0)
    return {"colours.weight": weight.astype(np.float16), "colours.bias": bias.astype(np.float16)}


def _wide(arrays: Arrays) -> dict[str, Table]:
    return {name: np.asarray(array, np.float64) for name, array in arrays.items()}


def _explained(wanted: Table, got: Table) -> float:
    """R2 of the 24 numbers together, each from its own mean."""
    left, all_ = (wanted - got)[:, : len(SCALES)], (wanted - wanted.mean(0))[:, : len(SCALES)]
    return float(1 - (left * left).sum() / (all_ * all_).sum())
