"""Say in what the painter's versions differ: what an older recipe asks for is painted as it was.

A work names its painter by version, and must come out of its recipe for ever. So what a version
paints is never changed; a better way becomes a switch here, and the next version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generation.painter.style import catalogue
from generation.painter.style.style import Style

THROWN_AS = "2"  # whose dice all later ones throw: the same seed keeps the same flower


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of the painter."""

    version: str
    styles: Mapping[str, Style]
    shines: bool = True  # lamps, moons and stars keep their own brightness in whatever light
    holds: bool = True  # thin limbs stay whole while they are matter


SECOND = Edition("2", catalogue.SECOND, shines=False, holds=False)
THIRD = Edition("3", catalogue.BY_NAME)
BY_VERSION = {edition.version: edition for edition in (SECOND, THIRD)}
