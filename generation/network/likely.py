"""Weigh a first guess at a hand against the hands that people paint in.

A manner lies on the way from a style to another and is shaken a little (`paintings`), so a guess
beside all of these ways is a wrong one; and how wrong guesses are is known from paintings that the
guesser had not seen. Every stretch of way is a cloud of manners, every guess a cloud of errors,
both Gaussian: the answer is the mean over the stretches of the best linear estimate on each,
weighted by how well it explains the guess (a mixture of Wiener filters). No painting is needed to
know the ways, which is why this gains what many more paintings would.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.exact import UNIT, fixed
from generation.network.paintings import FARTHEST, SHAKE
from generation.painter.style.catalogue import STYLES
from generation.painter.style.heed import canonical, heeded, own_of
from generation.painter.style.manner import FULL, SCALES

Table = NDArray[np.float64]
STRETCHES = 10  # of each way
NAMED = 0.3  # what a style's name counts in a guess, beside numbers of 0 to 1
SHAKEN = SHAKE / FULL * 0.94  # the ends of the scales hold some of it in
DOUBT = 1.8  # errors are not quite Gaussian: how much wider they are taken
RIDGE, LEAST = 1e-3, 1e-4
WIDTH = len(SCALES) + len(STYLES)


def told(vectors: NDArray[np.int64], styles: NDArray[np.int64]) -> Table:
    """What a guess should be, (N, WIDTH): the manner in shares, then the style's mark."""
    return np.concatenate([vectors / FULL, NAMED * np.eye(len(STYLES))[styles]], 1)


def stretches() -> tuple[Table, NDArray[np.int64]]:
    """Middles of all stretches of all ways, (M, 24) in shares, and their styles, (M,)."""
    own = np.array([canonical(style, own_of(style)) for style in STYLES]) / FULL
    known = _heeded()
    steps = (np.arange(STRETCHES) + 0.5) / STRETCHES * (FARTHEST / FULL)
    at, to, share = (
        axis.ravel() for axis in np.meshgrid(range(len(own)), range(len(own)), steps, indexing="ij")
    )
    at, to = at.astype(np.int64), to.astype(np.int64)
    middles = own[at] + np.where(known[at], own[to] - own[at], 0.0) * share[:, None]
    return middles, at


def learnt(guesses: Table, wanted: Table) -> dict[str, NDArray[Any]]:
    """How guesses (N, WIDTH) come about from what was told, (N, WIDTH), and all that follows.

    The guesses must be of paintings that the guesser had not learnt from.
    """
    middle, seen = wanted.mean(0), guesses.mean(0)
    apart = wanted - middle
    slope = np.linalg.solve(apart.T @ apart + RIDGE * np.eye(WIDTH), apart.T @ (guesses - seen))
    errors = guesses - seen - apart @ slope
    noise = (errors.T @ errors / len(errors) + LEAST * np.eye(WIDTH)) * DOUBT
    middles, styles = stretches()
    marked = np.concatenate([middles, NAMED * np.eye(len(STYLES))[styles]], 1)
    gain, root, depth = [], [], []
    lead = slope[: len(SCALES)]  # (24, WIDTH)
    for known in _heeded():
        own = lead * (known * SHAKEN**2)[:, None]
        whole = np.linalg.inv(lead.T @ own + noise)
        gain.append(own @ whole)
        root.append(np.linalg.cholesky(whole))
        depth.append(-np.log(np.diagonal(root[-1])).sum())
    return {
        "likely.middles": middles.astype(np.float32),
        "likely.styles": styles.astype(np.uint8),
        "likely.seen": (seen + (marked - middle) @ slope).astype(np.float32),
        "likely.gain": np.array(gain, np.float32),
        "likely.root": np.array(root, np.float32),
        "likely.depth": np.array(depth, np.float32),
    }


def weighed(arrays: Mapping[str, Table], guess: Table) -> tuple[Table, Table]:
    """The likely manner (24,) in shares, and how likely each style is, from a guess (WIDTH,)."""
    styles = arrays["likely.styles"].astype(np.int64)
    off = guess - arrays["likely.seen"]  # (M, WIDTH)
    far = np.empty(len(off))
    means = np.empty((len(off), len(SCALES)))
    for style, gain in enumerate(arrays["likely.gain"]):
        mine = styles == style
        whitened = off[mine] @ arrays["likely.root"][style]
        far[mine] = (whitened * whitened).sum(1) / 2 + arrays["likely.depth"][style]
        means[mine] = arrays["likely.middles"][mine] + off[mine] @ gain.T
    weights = _rounded(np.exp(-_rounded(far - far.min())))
    weights /= weights.sum()
    shares = np.bincount(styles, weights, len(arrays["likely.gain"]))
    return weights @ means, shares.astype(np.float64)


def _heeded() -> NDArray[np.bool_]:
    """Which numbers each style heeds, (13, 24)."""
    return np.array([[scale.name in heeded(style) for scale in SCALES] for style in STYLES])


def _rounded(x: Table) -> Table:
    return np.asarray(fixed(x) / UNIT)
