"""Say which weights and words ship with this release, and by which digests; light, for cards."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generation.weights import LIST, listed

FOLDER = Path(__file__).parent / "weights"
WORDS = Path(__file__).parents[1] / "words"


def digest(name: str, folder: Path = FOLDER) -> str | None:
    """The SHA-256 of a network's weights, or None where it has not been trained."""
    return listed(folder).get(name) if (folder / LIST).exists() else None


def lexicon(folder: Path = WORDS / "lexicon") -> str:
    """The first 16 hex signs of a SHA-256 over the lexicon's files, by name."""
    hashed = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        content = path.read_bytes()
        hashed.update(f"{path.name} {len(content)}\n".encode() + content)
    return hashed.hexdigest()[:16]
