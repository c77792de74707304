"""Throw dice that fall the same everywhere: Philox, keyed by whose they are and what for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")


class Dice:
    """A counter-based source of chance; `stage` gives an independent one for each purpose."""

    def __init__(self, owner: str, stage: str = "", index: int = 0) -> None:
        self._owner = owner
        key = hashlib.sha256(f"{owner}\n{stage}\n{index}".encode()).digest()[:16]
        self._source = np.random.Generator(np.random.Philox(key=int.from_bytes(key, "big")))

    def stage(self, name: str, index: int = 0) -> Dice:
        """Dice of the same owner for another purpose; the order of asking does not matter."""
        return Dice(self._owner, name, index)

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return int(self._source.integers(low, high, endpoint=True))

    def pick(self, items: Sequence[T]) -> T:
        return items[self.whole(0, len(items) - 1)]

    def uniform(self, shape: int | tuple[int, ...]) -> NDArray[np.float64]:
        """Numbers in [0, 1), multiples of 2^-53: exact on every processor."""
        return self._source.random(shape)

    def bell(self, shape: int | tuple[int, ...]) -> NDArray[np.float64]:
        """Close to normal, unit variance, by adding uniforms: no logarithm that could differ."""
        throws = [self._source.random(shape) for _ in range(4)]  # their sum has variance 1/3
        return np.asarray((throws[0] + throws[1] + throws[2] + throws[3] - 2.0) * 3.0**0.5)
