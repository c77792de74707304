"""Know where the networks' weights lie, and which of them there are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation import weights
from generation.weights import LIST, SUFFIX, Weights

FOLDER = Path(__file__).parent / "weights"


def load(name: str) -> Weights:
    """The weights of a network; raises `WeightsRefused` if they are not the listed ones."""
    return weights.load(FOLDER, name)


def digest(name: str) -> str | None:
    """The SHA-256 of a network's weights, or None where it has not been trained; reads a list."""
    return weights.listed(FOLDER).get(name) if (FOLDER / LIST).exists() else None


def names(listed: tuple[str, ...]) -> NDArray[np.uint8]:
    """Names as an array of bytes, so that weights can say what they know."""
    return np.frombuffer(json.dumps(listed).encode(), np.uint8)


def keep(
    name: str, arrays: Mapping[str, NDArray[Any]], card: Mapping[str, Any], folder: Path = FOLDER
) -> Path:
    """Write a network's weights, its digest into the list, and its card beside them."""
    from safetensors.numpy import save

    folder.mkdir(parents=True, exist_ok=True)
    content = save({key: np.ascontiguousarray(array) for key, array in arrays.items()})
    path, sha256 = folder / f"{name}{SUFFIX}", hashlib.sha256(content).hexdigest()
    path.write_bytes(content)
    listed = weights.listed(folder) if (folder / LIST).exists() else {}
    _write(folder / LIST, {**listed, name: sha256})
    _write(folder / f"{name}.json", {**card, "bytes": len(content), "sha256": sha256})
    return path


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
