"""Say which networks ship with this release, and by which digests; light, for cards."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
LIST = FOLDER / "weights.json"


def digest(name: str) -> str | None:
    """The SHA-256 of a network's weights, or None where it has not been trained."""
    found: str | None = json.loads(LIST.read_text()).get(name) if LIST.exists() else None
    return found
