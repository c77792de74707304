"""Train a network by name, on one thread, and put its weights and its card in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch

from generation.network import train_dual, train_flow, train_style
from generation.network.shipped import FOLDER


def train(
    name: str,
    say: Callable[[str], None],
    minutes: float,
    seed: int = 1,
    folder: Path | None = None,
    kept: Path | None = None,
) -> Path:
    """The named network, taught for so many minutes; what it learns from may be kept in a folder.

    Raises KeyError for a name that is none of flow, dual, judge, style.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # small networks are no faster on more
    try:
        place = folder or FOLDER
        if name == "flow":
            return train_flow.train(say, minutes, seed, place)
        if name in ("dual", "judge"):
            pictures = kept and kept / "pictures"
            return train_dual.train(say, name, minutes, seed, place, pictures)
        paintings = kept and kept / "paintings"
        return {"style": train_style.train}[name](say, minutes, seed, place, paintings)
    finally:
        torch.set_num_threads(threads)
