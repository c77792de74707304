"""Name what a rendering runs on, without loading any of it."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generation.schema import Card

DEVICE_PROFILE = "cpu"


def current_fingerprint(card: Card) -> dict[str, str]:
    """What an engine draws with: its libraries' versions, its data, device profile and Python."""
    python = platform.python_version_tuple()
    return {
        "device": DEVICE_PROFILE,
        "python": f"{python[0]}.{python[1]}",
        **{name: _installed(name) for name in card.libraries},
        **dict(card.data),
    }


def differences(recorded: dict[str, str], card: Card) -> dict[str, tuple[str, str]]:
    """Where this machine departs from a recorded fingerprint: name -> (recorded, here)."""
    here = current_fingerprint(card)
    names = sorted(recorded.keys() | here.keys())
    pairs = {name: (recorded.get(name, "none"), here.get(name, "none")) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@cache  # reading a package's metadata takes milliseconds; it stays what it is while we run
def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
