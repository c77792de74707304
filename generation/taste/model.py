"""Fit and keep a taste: a normal distribution over what each feature is worth to somebody.

The posterior is approximated by a normal one at its mode (Laplace; MacKay 1992). A person's taste
starts from the population's and may stray from it: a hierarchical model by two fits in a row. What
is kept is rounded, so a taste fitted from the same evidence has the same digest on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generation import weights
from generation.errors import WeightsRefused
from generation.taste import feature
from generation.taste.evidence import Evidence

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

UNIT: Final = 1 << 20
WORTH: Final = 0.35  # spread of what a feature is worth before anybody was asked
STRAY: Final = 0.30  # how far a person strays from the population, a feature
LENIENCY: Final = 1.0  # spread of how mildly people rate
MOST_BYTES: Final = 1 << 20
_STEPS: Final = 60
_NEAR: Final = 1e-11


@dataclass(frozen=True, slots=True, eq=False)
class Taste:
    """What is believed of a taste: mean (K,), covariance (K, K), and with which features."""

    mean: Vector
    covariance: Matrix
    features: str  # digest of the features that it was fitted with
    count: int = 0  # pieces of evidence

    @property
    def digest(self) -> str:
        """Names this very taste: SHA-256 of its checkpoint, hexadecimal."""
        return hashlib.sha256(self.content()).hexdigest()

    def content(self) -> bytes:
        """The checkpoint: a safetensors file of whole numbers."""
        from safetensors.numpy import save as saved

        arrays: dict[str, NDArray[Any]] = {
            "mean": _whole(self.mean),
            "covariance": _whole(self.covariance),
            "features": np.frombuffer(bytes.fromhex(self.features), np.uint8),
            "count": np.array([self.count], np.int64),
        }
        return saved(arrays)


def prior(size: int = feature.COUNT, features: str | None = None) -> Taste:
    """Nobody was asked yet: no feature is worth anything, and that is unsure."""
    return Taste(np.zeros(size), np.eye(size) * WORTH**2, features or feature.digest())


def personal(population: Taste) -> Taste:
    """Where one person's taste starts: like the population's, but free to stray."""
    free = np.eye(len(population.mean)) * STRAY**2
    return replace(population, covariance=_rounded(population.covariance + free), count=0)


def fit(evidence: Sequence[Evidence], start: Taste | None = None) -> Taste:
    """What is believed after the evidence; without any, what was believed before.

    Raises ValueError for evidence of another number of features than the taste it starts from.
    """
    start = start or prior()
    if not evidence:
        return start
    size = len(start.mean)
    if any(len(one.direction) != size for one in evidence):
        raise ValueError(f"this taste has {size} features, some evidence has not")
    rows = np.array([[*one.direction, one.leniency] for one in evidence])  # (N, K + 1)
    bounds = np.array([[one.above, one.below] for one in evidence])  # (N, 2)
    weight = np.array([one.weight for one in evidence])
    precision = np.zeros((size + 1, size + 1))
    precision[:size, :size] = np.linalg.inv(start.covariance)
    precision[size, size] = LENIENCY**-2
    mean = np.append(start.mean, 0.0)
    mode, curved = _mode(rows, bounds, weight, mean, precision)
    covariance = np.asarray(np.linalg.inv(curved)[:size, :size])  # whatever the leniency is
    return Taste(
        _rounded(mode[:size]), _rounded(covariance), start.features, start.count + len(evidence)
    )


def score(taste: Taste, seen: NDArray[np.float64]) -> tuple[Vector, Vector]:
    """How much pictures (N, K) or one picture (K,) would be liked, and the spread of that belief.

    Scores compare pictures with each other; zero is a work typical of the painter.
    """
    mean = seen @ taste.mean
    spread = np.sqrt(np.maximum(0.0, ((seen @ taste.covariance) * seen).sum(-1)))
    return _rounded(np.asarray(mean)), _rounded(np.asarray(spread))


def save(taste: Taste, path: Path) -> str:
    """Write the checkpoint; returns its digest."""
    path.write_bytes(taste.content())
    return taste.digest


def load(path: Path, sha256: str) -> Taste:
    """The taste in a file of a known digest; raises `WeightsRefused` for anything else."""
    return _taste(path, weights.read(path, sha256, MOST_BYTES).arrays)


def parse(content: bytes, sha256: str) -> Taste:
    """The same from the file's content, wherever that was kept."""
    path = Path(f"{sha256}{weights.SUFFIX}")
    return _taste(path, weights.checked(path, content, sha256).arrays)


def _taste(path: Path, arrays: Mapping[str, NDArray[np.generic]]) -> Taste:
    try:
        mean, covariance = (
            np.asarray(arrays[name], np.int64) / UNIT for name in ("mean", "covariance")
        )
        features = bytes(np.asarray(arrays["features"], np.uint8)).hex()
        taste = Taste(mean, covariance, features, int(np.asarray(arrays["count"], np.int64)[0]))
    except (KeyError, IndexError, TypeError, ValueError) as cause:
        raise WeightsRefused(f"{path} holds no taste: {cause}") from cause
    size = len(mean) if mean.ndim == 1 else -1
    if covariance.shape != (size, size) or not weights.SHA256.fullmatch(features):
        raise WeightsRefused(f"{path} holds no taste: its arrays do not fit each other")
    return taste


def _mode(
    rows: Matrix, bounds: Matrix, weight: Vector, mean: Vector, precision: Matrix
) -> tuple[Vector, Matrix]:
    """The posterior's mode, and its curvature there, by Newton's method.

    The logarithm of the posterior is concave, so there is one mode; a step is halved while it
    would lead downhill.
    """
    at = mean
    best = _log_posterior(rows, bounds, weight, at, mean, precision)
    for _ in range(_STEPS):
        slope, bend = _slopes(rows @ at, bounds)
        curved = (rows * (weight * bend)[:, None]).T @ rows + precision
        step = np.linalg.solve(curved, rows.T @ (weight * slope) - precision @ (at - mean))
        while np.abs(step).max() > _NEAR:
            found = _log_posterior(rows, bounds, weight, at + step, mean, precision)
            if found >= best - 1e-9:
                break
            step = step / 2
        at, best = at + step, _log_posterior(rows, bounds, weight, at + step, mean, precision)
        if np.abs(step).max() <= _NEAR:
            break
    _, bend = _slopes(rows @ at, bounds)
    return at, (rows * (weight * bend)[:, None]).T @ rows + precision


def _slopes(utility: Vector, bounds: Matrix) -> tuple[Vector, Vector]:
    """First derivative and negative second one of log(S(below - u) - S(above - u))."""
    high, low = _logistic(bounds[:, 1] - utility), _logistic(bounds[:, 0] - utility)
    return high + low - 1.0, high * (1.0 - high) + low * (1.0 - low)


def _log_posterior(
    rows: Matrix, bounds: Matrix, weight: Vector, at: Vector, mean: Vector, precision: Matrix
) -> float:
    utility = rows @ at
    chance = _logistic(bounds[:, 1] - utility) - _logistic(bounds[:, 0] - utility)
    off = at - mean
    return float(weight @ np.log(np.maximum(chance, 1e-300)) - off @ precision @ off / 2)


def _logistic(x: Vector) -> Vector:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(x, -600.0, 600.0))))


def _rounded(values: NDArray[Any]) -> NDArray[np.float64]:
    return np.asarray(np.rint(values * UNIT) / UNIT, np.float64)


def _whole(values: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.ascontiguousarray(np.rint(values * UNIT), np.int64)
