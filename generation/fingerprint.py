"""Name what a rendering runs on, without loading any of it."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version

DEVICE_PROFILE = "cpu"


def current_fingerprint(libraries: tuple[str, ...]) -> dict[str, str]:
    """Versions of the libraries an engine draws with, its device profile and Python's version."""
    python = platform.python_version_tuple()
    return {
        "device": DEVICE_PROFILE,
        "python": f"{python[0]}.{python[1]}",
        **{name: _installed(name) for name in libraries},
    }


def differences(recorded: dict[str, str], libraries: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Where this machine departs from a recorded fingerprint: name -> (recorded, here)."""
    here = current_fingerprint(tuple(libraries))
    names = sorted(recorded.keys() | here.keys())
    pairs = {name: (recorded.get(name, "none"), here.get(name, "none")) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@cache  # reading a package's metadata takes milliseconds; it stays what it is while we run
def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
