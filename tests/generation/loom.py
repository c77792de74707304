"""Install tiny packages with engines of their own, as a third party would, into a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generation import registry

Install = Callable[..., None]

CARD = '''
"""State what the weaver lets people choose."""
from generation.schema import Card, Range, Swatches

CARD = Card(
    name="{engine}",
    version="{version}",
    title="Weaver",
    summary="Threads of light.",
    engine="{package}.loom:ENGINE",
    parameters=(
        Range("size", "Size", "Width and height.", 64, 512, 64, step=32, unit="px"),
        Range("position", "Position", "How far the shuttle is.", 0, 1000, 500),
        Swatches("swatches", "Swatches", "The threads.", 4),
    ),
    libraries=("numpy",),
    medium="{medium}",
)
'''

LOOM = '''
"""Weave: stripes of two colours whose phase the position moves."""
from dataclasses import asdict, dataclass

import numpy as np

from generation.dice import Dice
from generation.engine import Progress, Raster
from {package}.card import CARD


@dataclass(frozen=True)
class Cloth:
    size: int
    phase: int
    threads: tuple

    def as_dict(self):
        return asdict(self)


class Weaver:
    card = CARD

    def plan(self, recipe):
        dice = Dice(str(recipe.seed), "threads")
        own = [tuple(bytes.fromhex(colour[1:])) for colour in recipe.texts("swatches")]
        threads = own or [tuple(dice.whole(0, 255) for _ in range(3)) for _ in range(2)]
        return Cloth(recipe.whole("size"), recipe.whole("position"), tuple(threads))

    def render(self, plan):
        yield Progress(0, "dressing the loom")
        at = np.arange(plan.size)
        which = ((at[:, None] + at[None, :] + plan.phase * plan.size // 1000) // 8)
        cloth = np.array(plan.threads, np.uint8)[which % len(plan.threads)]
        yield Progress(1000, "done")
        return Raster(plan.size, plan.size, np.ascontiguousarray(cloth).tobytes())


ENGINE = Weaver()
'''


def install(
    folder: Path,
    package: str = "weaver",
    engine: str = "weaver",
    version: str = "1",
    card: str = CARD,
    loom: str = LOOM,
    medium: str = "picture",
) -> Path:
    """Write the package and what `pip install` leaves beside it; the folder goes on `sys.path`."""
    names = {"package": package, "engine": engine, "version": version, "medium": medium}
    home = folder / package
    home.mkdir(parents=True)
    (home / "__init__.py").write_text("")
    (home / "card.py").write_text(_filled(card, names))
    (home / "loom.py").write_text(_filled(loom, names))
    note = folder / f"{package}-0.3.dist-info"
    note.mkdir()
    (note / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 0.3\n")
    point = f"{engine} = {package}.card:CARD"
    (note / "entry_points.txt").write_text(f"[atelier.engines]\n{point}\n")
    return folder


@contextmanager
def at_hand(folder: Path) -> Iterator[Callable[[], None]]:
    """Let this process see what is installed in the folder; gives what takes it away earlier.

    Its modules go too: the next test's package may have the same name.
    """

    def take_away() -> None:
        if str(folder) in sys.path:
            sys.path.remove(str(folder))
        registry.shelf.cache_clear()
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None)).startswith(str(folder)):
                del sys.modules[name]

    sys.path.insert(0, str(folder))
    registry.shelf.cache_clear()
    try:
        yield take_away
    finally:
        take_away()


def _filled(text: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return text
