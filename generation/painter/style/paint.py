"""Paint a scene in a style: coarse strokes first, finer ones where the eye would miss something."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image

from generation.dice import Dice
from generation.engine import Progress, Raster
from generation.painter.field import Field
from generation.painter.style import look as looks
from generation.painter.style.brush import brush
from generation.painter.style.canvas import Canvas, laid
from generation.painter.style.dot import dot
from generation.painter.style.line import line
from generation.painter.style.memory import Memory
from generation.painter.style.orientation import wind
from generation.painter.style.rule import rule
from generation.painter.style.sight import MOST_STROKES, Motif, Sight, look
from generation.painter.style.stroke import Coat, Strokes
from generation.painter.style.style import Pass, Style
from generation.painter.style.surface import Finish
from generation.painter.style.tessera import tessera

PREVIEW = 256
NOTHING = Memory()
HANDS: dict[str, Callable[[Sight, Pass, Dice], Strokes]] = {
    "brush": brush,
    "dot": dot,
    "line": line,
    "rule": rule,
    "tessera": tessera,
}


@dataclass(frozen=True, slots=True)
class Painting:
    """A stroke list in painting order, and what it is painted on; no size belongs to it."""

    coats: tuple[Coat, ...]
    finish: Finish
    owner: Dice
    study: Canvas | None = field(default=None, compare=False)  # the canvas it was tried on

    @property
    def count(self) -> int:
        """How many strokes there are."""
        return sum(len(coat.strokes) for coat in self.coats)

    def raster(self, size: int) -> Raster:
        """The picture at a size in pixels; the strokes are the same at every size."""
        if self.study is not None and self.study.size == size:
            return self.study.finished()
        return laid(size, self.finish, self.owner, self.coats).finished()


def paint(
    motif: Motif, style: Style, dice: Dice, memory: Memory = NOTHING
) -> Generator[Progress, None, Painting]:
    """Decide every stroke on a canvas as sharp as the scene; yields after each pass.

    With a memory it is the next painting of a film, and keeps of the one before what it can.
    """
    size, hand = len(motif.target), style.hand
    target = looks.keyed(motif, style)
    colours = looks.inks(style, target) if memory.inks is None else memory.inks
    finish = Finish.of(style.surface, hand, looks.ground(style, target), motif.light)
    flat = looks.posterised(target, colours) if style.mixes else target
    canvas = Canvas(size, finish, dice)
    flow = wind(hand, dice.stage("wind"), size)
    coats: list[Coat] = []
    passes = style.passes(size)
    for number, one in enumerate(passes):
        seen = flat if one.layer.hand == "brush" else target  # lines keep what blocks leave out
        width = one.width / 1024
        sight = look(seen, motif, canvas.colour(), flow, style, colours, finish.ground, width)
        before = memory.of(number)
        sight = replace(sight, room=room(coats, len(passes)), before=before)
        strokes = HANDS[one.layer.hand](sight, one, dice.stage("strokes", number))
        strokes = before.eased(strokes) if before else strokes
        coats.append(Coat(number, one.layer.tip, one.layer.glaze, one.body, strokes.ordered()))
        canvas.add(coats[-1])
        done = 200 + 700 * (number + 1) // len(passes)
        yield Progress(done, f"painting {one.title}", thumbnail(canvas.colour()))
    return Painting(tuple(coats), finish, dice, canvas)


def room(coats: Sequence[Coat], passes: int) -> int:
    """How many strokes the next pass may lay: half of what is left, the last one all of it."""
    left = max(0, MOST_STROKES - sum(len(coat.strokes) for coat in coats))
    return left if len(coats) == passes - 1 else left // 2


def painted(steps: Generator[Progress, None, Painting]) -> Painting:
    """The painting at the end of the steps, for whoever does not watch."""
    try:
        while True:
            next(steps)
    except StopIteration as end:
        found: Painting = end.value
        return found


def thumbnail(picture: Field) -> Raster:
    """A small look at a picture, (S, S, 3) of 0 to 1."""
    content = np.ascontiguousarray(np.round(np.clip(picture, 0, 1) * 255), np.uint8)
    image = Image.fromarray(content).resize((PREVIEW, PREVIEW), Image.Resampling.BOX)
    return Raster(PREVIEW, PREVIEW, image.tobytes())
