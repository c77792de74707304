"""Say which weights ship with this release, and by which digests; light, for cards."""

from __future__ import annotations

from pathlib import Path

from generation.weights import LIST, listed

FOLDER = Path(__file__).parent / "weights"
WORDS = Path(__file__).parents[1] / "words"


def digest(name: str, folder: Path = FOLDER) -> str | None:
    """The SHA-256 of a network's weights, or None where it has not been trained."""
    return listed(folder).get(name) if (folder / LIST).exists() else None
