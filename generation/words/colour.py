"""Place a named colour in OKLab, where distance is what the eye sees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generation.words.source import table

UNIT = 10_000


@dataclass(frozen=True, slots=True)
class Named:
    """A colour by name; `oklab` is lightness, green to red, blue to yellow in ten-thousandths."""

    name: str
    hex: str
    oklab: tuple[int, int, int]


@cache
def colours() -> dict[str, Named]:
    """All colours that have a name here."""
    source = table("lexicon/colour.toml")
    return {name: Named(name, each["hex"], oklab(each["hex"])) for name, each in source.items()}


def oklab(hex_: str) -> tuple[int, int, int]:
    """`#rrggbb` in OKLab (Ottosson 2020), rounded to ten-thousandths."""
    r, g, b = (_linear(int(hex_[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        round(UNIT * (0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short)),
        round(UNIT * (1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short)),
        round(UNIT * (0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short)),
    )


def _linear(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else float(((level + 0.055) / 1.055) ** 2.4)
