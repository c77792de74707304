"""Read the data files of this room, as they are installed beside it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

_ROOM = files("generation.words")


def table(path: str) -> dict[str, Any]:
    """One TOML file by its path in this room."""
    return tomllib.loads(_ROOM.joinpath(path).read_text("utf-8"))


def content(path: str) -> bytes:
    """One file's bytes by its path in this room."""
    return _ROOM.joinpath(path).read_bytes()


def entries(text: str) -> list[str]:
    """`a, b c, d` as its entries."""
    return [entry.strip() for entry in text.split(",") if entry.strip()]
