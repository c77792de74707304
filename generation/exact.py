"""Hold torch to the arithmetic that falls out the same on every machine, while a plan is made.

The rules of a canonical planner, each with what breaks it:

- float64 throughout: float32 products and sums differ between instruction sets by more than the
  rounding between stages forgives;
- one thread: more of them add up in another order;
- deterministic algorithms, no oneDNN: its kernels are chosen by processor;
- chance from `generation.dice` (Philox), never from torch;
- fixed point between stages (`fixed`), and branches read rounded values alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

UNIT = 1 << 16


@contextmanager
def exact() -> Iterator[None]:
    """Set torch up for canonical planning, and back to what it was afterwards."""
    import torch

    threads, dtype = torch.get_num_threads(), torch.get_default_dtype()
    is_strict = torch.are_deterministic_algorithms_enabled()
    onednn: Any = torch.backends.mkldnn  # its own `flags` warns where there is no Intel GPU
    has_onednn = onednn.enabled
    try:
        torch.set_num_threads(1)
        torch.set_default_dtype(torch.float64)
        torch.use_deterministic_algorithms(True)
        onednn.enabled = False
        with torch.no_grad():
            yield
    finally:
        onednn.enabled = has_onednn
        torch.use_deterministic_algorithms(is_strict)
        torch.set_default_dtype(dtype)
        torch.set_num_threads(threads)


def fixed(values: NDArray[np.float64], unit: int = UNIT) -> NDArray[np.int64]:
    """The nearest whole numbers of 1/unit: what a stage hands to the next, and what plans hold.

    Two machines' float64 results differ by some 1e-15; after this they are the same, unless one
    lies that near to the middle between two steps. Raises ValueError for anything not finite.
    """
    if not np.isfinite(values).all():
        raise ValueError("a stage gave numbers that are not finite; nothing can be rounded from it")
    return np.asarray(np.rint(values * unit), np.int64)
