"""Read trained weights by name: safetensors alone, of bounded size, of the very digest asked for.

A folder of weights holds `NAME.safetensors` files and one `weights.json` that gives each name the
SHA-256 of its file. What is checked is what is used: a file is read once and never again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generation.errors import WeightsRefused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHA256 = re.compile(r"[0-9a-f]{64}")
LIST = "weights.json"
SUFFIX = ".safetensors"
MOST_BYTES = 64 << 20
MOST_HEADER_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Weights:
    """A network's weights as arrays by name, the digest that names them in recipes, and notes."""

    name: str
    sha256: str
    arrays: Mapping[str, NDArray[np.generic]]
    notes: Mapping[str, str]  # what the file's header says beside the arrays


def listed(folder: Path) -> dict[str, str]:
    """Name -> SHA-256 of all weights in a folder; light, for cards."""
    path = folder / LIST
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError) as cause:
        raise WeightsRefused(f"{path} is no readable list of weights: {cause}") from cause
    if not isinstance(content, dict):
        raise WeightsRefused(f"{path} holds a {type(content).__name__}, not an object of digests")
    for name, sha256 in content.items():
        if not isinstance(sha256, str) or not SHA256.fullmatch(sha256):
            raise WeightsRefused(f"{path} gives {name!r} the digest {sha256!r}; write 64 hex signs")
        if Path(name).name != name:
            raise WeightsRefused(f"{path} names {name!r}, which is no plain name")
    return content


def load(folder: Path, name: str, most_bytes: int = MOST_BYTES) -> Weights:
    """The named weights of a folder; raises `WeightsRefused` unless they are just the listed ones.

    Half-precision arrays stay as stored: raising them to float64 is exact, and the caller's.
    """
    known = listed(folder)
    if name not in known:
        raise WeightsRefused(f"no weights {name!r} in {folder}; there are {', '.join(known)}")
    return read(folder / f"{name}{SUFFIX}", known[name], most_bytes)


def keep(folder: Path, name: str, content: bytes) -> str:
    """Write a safetensors file into a folder and its digest into the list; gives the digest."""
    folder.mkdir(parents=True, exist_ok=True)
    sha256 = hashlib.sha256(content).hexdigest()
    known = listed(folder) if (folder / LIST).exists() else {}
    (folder / f"{name}{SUFFIX}").write_bytes(content)
    text = json.dumps({**known, name: sha256}, indent=2, sort_keys=True)
    (folder / LIST).write_text(text + "\n")
    return sha256


def read(path: Path, sha256: str, most_bytes: int = MOST_BYTES) -> Weights:
    """The weights in one file of a known digest."""
    if path.suffix != SUFFIX:
        raise WeightsRefused(f"{path} is no {SUFFIX} file; other formats can run code when loaded")
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except OSError as cause:
        raise WeightsRefused(f"{path} cannot be read: {cause.strerror}") from cause
    if len(content) > most_bytes:
        raise WeightsRefused(f"{path} is larger than {most_bytes} bytes")
    return checked(path, content, sha256)


def checked(path: Path, content: bytes, sha256: str) -> Weights:
    """The weights in the content of a file, which may lie elsewhere than on disk."""
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise WeightsRefused(f"{path} has the digest {found}, {sha256} was asked for")
    return Weights(path.stem, sha256, *_opened(path, content))


def _opened(path: Path, content: bytes) -> tuple[dict[str, NDArray[np.generic]], dict[str, str]]:
    """The arrays of a safetensors file, and its notes."""
    import safetensors.numpy
    from safetensors import SafetensorError

    header = int.from_bytes(content[:8], "little")
    if len(content) < 8 or header > min(MOST_HEADER_BYTES, len(content) - 8):
        raise WeightsRefused(f"{path} opens with no safetensors header of reasonable size")
    try:
        arrays = dict(safetensors.numpy.load(content))
        return arrays, json.loads(content[8 : 8 + header]).get("__metadata__", {})
    except (SafetensorError, ValueError, KeyError, TypeError) as cause:
        raise WeightsRefused(f"{path} is no safetensors file: {cause}") from cause
