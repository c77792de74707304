"""Read the data files of this room, as they are installed beside it."""

from __future__ import annotations

import tomllib
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

_ROOM = files("generation.words")


def table(path: str) -> dict[str, Any]:
    """One TOML file by its path in this room."""
    return tomllib.loads(_ROOM.joinpath(path).read_text("utf-8"))


def content(path: str) -> bytes:
    """One file's bytes by its path in this room."""
    return _ROOM.joinpath(path).read_bytes()


def place(path: str) -> AbstractContextManager[Path]:
    """One file of this room as a path, for as long as it is needed."""
    return as_file(_ROOM.joinpath(path))


def entries(text: str) -> list[str]:
    """`a, b c, d` as its entries."""
    return [entry.strip() for entry in text.split(",") if entry.strip()]
