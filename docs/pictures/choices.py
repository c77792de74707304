"""Paint the stills by which the studio's page shows what can be chosen.

    .venv/bin/python docs/pictures/choices.py [--again] [NAME ...]

writes a small picture of every subject, style and preset, and a diagram of every layout, into the
pages' `static/pictures/painter`. What is there stays, unless its NAME (`style-woodcut`) is given,
or `--again` for all of them.
"""

import io
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from generation.dice import Dice
from generation.engine import Raster
from generation.painter.card import AUTO, CARD, NOTHING
from generation.painter.concept.catalogue import ENTRIES
from generation.painter.layout import LAYOUTS
from generation.painter.preset import PRESETS
from generation.painter.studio import ENGINE
from generation.recipe import compose
from generation.schema import Choice, Value

OUT = Path(__file__).parents[2] / "marketplace" / "web" / "static" / "pictures" / "painter"
PAINTED, SHOWN, SMALL = 320, 192, 152  # pixels: painted, kept of styles and presets, of subjects
SEED, MOST_SEEDS, QUALITY = 7, 40, 68
ALONE: Mapping[str, Value] = {"becoming": NOTHING, "light": "morning", "style": "impasto"}
ONE_SCENE: Mapping[str, Value] = {
    "concept": "boat",
    "becoming": NOTHING,
    "palette": "dawn",
    "light": "golden",
    "layout": "centred",
}
MOMENTS = (0, 500, 1000)


@dataclass(frozen=True)
class Still:
    """A file, and what draws it."""

    name: str
    kind: str
    draw: Callable[[], bytes]


def stills() -> list[Still]:
    """All of them, by what the engine's card lets people choose."""
    return [
        *(Still(f"concept-{c}", "webp", _subject(c)) for c in _values("concept")),
        *(Still(f"style-{s}", "webp", _style(s)) for s in _values("style")),
        *(Still(f"preset-{p.name}", "webp", _preset(p.at, p.seed)) for p in PRESETS),
        *(Still(f"layout-{layout.name}", "svg", _layout(layout.name)) for layout in LAYOUTS),
    ]


def _values(name: str) -> list[str]:
    parameter = CARD.parameter(name)
    values = parameter.values if isinstance(parameter, Choice) else ()
    return [value for value in values if value not in (AUTO, NOTHING)]


def _subject(name: str) -> Callable[[], bytes]:
    """The subject in the place that suits it best, by the first seed that puts it there."""

    def draw() -> bytes:
        entry = next(entry for entry in ENTRIES if entry.name == name)
        chosen = {**ALONE, "concept": name, "layout": entry.layouts[0]}
        seeds = range(SEED, SEED + MOST_SEEDS)
        plans = ((seed, ENGINE.plan(compose("painter", chosen, seed=seed))) for seed in seeds)
        fits = (seed for seed, plan in plans if plan.setting == entry.setting)
        return _webp(_painted(chosen, next(fits, SEED), SMALL))

    return draw


def _style(name: str) -> Callable[[], bytes]:
    return lambda: _webp(_painted({**ONE_SCENE, "style": name}, SEED, SHOWN))


def _preset(at: Callable[[int], Mapping[str, Value]], seed: int) -> Callable[[], bytes]:
    """Its beginning, its middle and its end side by side."""

    def draw() -> bytes:
        strip = Image.new("RGB", (len(MOMENTS) * SHOWN, SHOWN))
        for number, moment in enumerate(MOMENTS):
            strip.paste(_painted(at(moment), seed, SHOWN), (number * SHOWN, 0))
        return _webp(strip)

    return draw


def _painted(chosen: Mapping[str, Value], seed: int, side: int) -> Image.Image:
    """A painting smaller than any recipe may ask for: broad strokes, read at a glance."""
    plan = replace(ENGINE.plan(compose("painter", chosen, seed=seed)), size=PAINTED)
    steps = ENGINE.render(plan)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        made: Raster = end.value
    picture = Image.frombytes("RGB", (made.width, made.height), made.rgb)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _webp(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=6)
    return file.getvalue()


def _layout(name: str) -> Callable[[], bytes]:
    """Where the layout's own rule puts things, as discs."""

    def draw() -> bytes:
        layout = next(layout for layout in LAYOUTS if layout.name == name)
        places = layout.places(layout.many[1], Dice("layouts"))
        discs = "".join(
            f'<circle cx="{100 * place.x:.1f}" cy="{100 * place.y:.1f}"'
            f' r="{62 * place.scale:.1f}" opacity="{0.85 - 0.5 * place.depth:.2f}"/>'
            for place in places
        )
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
            f'<g fill="#a3826b">{discs}</g></svg>'
        ).encode()

    return draw


def main(arguments: list[str]) -> None:
    """Draw what is missing or asked for."""
    named = set(arguments) - {"--again"}
    OUT.mkdir(parents=True, exist_ok=True)
    for still in stills():
        path = OUT / f"{still.name}.{still.kind}"
        if "--again" in arguments or still.name in named or not (named or path.exists()):
            path.write_bytes(still.draw())


if __name__ == "__main__":
    main(sys.argv[1:])
