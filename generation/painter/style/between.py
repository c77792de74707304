"""Find the painting between two paintings: each stroke on its way from the one to the other.

Strokes are matched by identity, so a film paints only every few frames anew and never boils.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from generation.engine import Raster
from generation.painter.field import mix, settle
from generation.painter.style import memory
from generation.painter.style.paint import Painting
from generation.painter.style.stroke import Coat, Strokes


def between(a: Painting, b: Painting, share: float) -> Painting:
    """The painting so far (0 to 1) on the way from a to b; at 0 it is a's picture, at 1 b's.

    A stroke that only one of them has fades. Raises ValueError if they are of different styles.
    """
    first = {coat.number: coat for coat in a.coats}
    then = {coat.number: coat for coat in b.coats}
    if any(first[n].tip != then[n].tip for n in first.keys() & then.keys()):
        raise ValueError("only paintings of one style have paintings between them")
    coats = [_coat(first.get(n), then.get(n), share) for n in sorted(first.keys() | then.keys())]
    ground = settle(mix(a.finish.ground, b.finish.ground, share))
    return Painting(tuple(coats), replace(b.finish, ground=ground), b.owner)


def tweened(paintings: Iterable[Painting], steps: int, size: int) -> Iterator[Raster]:
    """Frames of a film at a size: `steps` from each painting to the next, then the last one."""
    before: Painting | None = None
    for painting in paintings:
        now = painting if before is None else turned(painting, before)
        if before is not None:
            for step in range(steps):
                yield between(before, now, step / steps).raster(size)
        before = now
    if before is not None:
        yield before.raster(size)


def turned(painting: Painting, before: Painting) -> Painting:
    """The painting with each stroke running the way in which it ran before.

    The eye sees no difference in a still: only a film would show a stroke that turns round.
    """
    known = {coat.number: coat.strokes for coat in before.coats}
    coats = [
        replace(coat, strokes=memory.turned(coat.strokes, known[coat.number]))
        if coat.number in known
        else coat
        for coat in painting.coats
    ]
    return Painting(tuple(coats), painting.finish, painting.owner)


def _coat(a: Coat | None, b: Coat | None, share: float) -> Coat:
    if a is None or b is None:
        only, weight = (a, 1.0 - share) if b is None else (b, share)
        if only is None:
            raise ValueError("a coat is in one of the two paintings")
        faded = replace(only.strokes, opacity=settle(only.strokes.opacity * weight, 256))
        return replace(only, strokes=faded)
    return replace(b, strokes=_met(a.strokes, b.strokes, share).ordered())


def _met(a: Strokes, b: Strokes, share: float) -> Strokes:
    """Strokes of both on their way, those of one alone fading."""
    _, in_a, in_b = np.intersect1d(a.cell, b.cell, True, True)
    alone_a = np.setdiff1d(np.arange(len(a)), in_a)
    alone_b = np.setdiff1d(np.arange(len(b)), in_b)
    one, two = a.take(in_a), b.take(in_b)
    both = Strokes(
        cell=one.cell,
        path=settle(mix(one.path, two.path, share), 1 << 20),
        width=settle(mix(one.width, two.width, share), 1 << 20),
        colour=settle(mix(one.colour, two.colour, share), 4096),
        opacity=settle(mix(one.opacity, two.opacity, share), 256),
        rank=settle(mix(one.rank, two.rank, share)),
        print=one.print,
    )
    leaves, comes = a.take(alone_a), b.take(alone_b)
    leaves = replace(leaves, opacity=settle(leaves.opacity * (1.0 - share), 256))
    comes = replace(comes, opacity=settle(comes.opacity * share, 256))
    return _joined(both, leaves, comes)


def _joined(*parts: Strokes) -> Strokes:
    return Strokes(
        cell=np.concatenate([part.cell for part in parts]),
        path=np.concatenate([part.path for part in parts]),
        width=np.concatenate([part.width for part in parts]),
        colour=np.concatenate([part.colour for part in parts]),
        opacity=np.concatenate([part.opacity for part in parts]),
        rank=np.concatenate([part.rank for part in parts]),
        print=np.concatenate([part.print for part in parts]),
    )
