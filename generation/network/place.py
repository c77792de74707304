"""Load and keep the networks' weights, each with its digest and its card."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.network.shipped import FOLDER
from generation.weights import SUFFIX, Weights
from generation.weights import keep as keep_in
from generation.weights import load as load_from


def load(name: str) -> Weights:
    """The weights of a network; raises `WeightsRefused` if they are not the listed ones."""
    return load_from(FOLDER, name)


def names(known: Mapping[str, list[str]]) -> NDArray[np.uint8]:
    """Names as an array of bytes, so that weights can say what they know."""
    return np.frombuffer(json.dumps(known).encode(), np.uint8)


def keep(
    name: str, arrays: Mapping[str, NDArray[Any]], card: Mapping[str, Any], folder: Path = FOLDER
) -> Path:
    """Write a network's weights, its digest into the list, and its card beside them."""
    from safetensors.numpy import save

    content = save({key: np.ascontiguousarray(array) for key, array in arrays.items()})
    sha256 = keep_in(folder, name, content)
    said = {**card, "bytes": len(content), "sha256": sha256}
    text = json.dumps(said, indent=2, sort_keys=True, ensure_ascii=False)
    (folder / f"{name}.json").write_text(text + "\n")
    return folder / f"{name}{SUFFIX}"
