"""Write a painting's strokes as SVG: one element a stroke, in painting order, at any size sharp."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from generation.painter.field import Field
from generation.painter.style.lay import sides
from generation.painter.style.paint import Painting
from generation.painter.style.stroke import Coat, Strokes, Whole
from generation.painter.style.tip import DISC, SOLID

UNITS = 8192  # of the picture's side
MOST_BYTES = 8_000_000
MEDIA_TYPE = "image/svg+xml"


def svg(painting: Painting, title: str, note: str = "") -> str:
    """The whole document; `note` goes into its metadata.

    Brushes become round-ended lines of a stroke's mean width: their bristles and the light on
    them are not drawn. Where the file would exceed 8 MB, strokes lose every second inner point.
    """
    for thinned in range(6):
        text = "\n".join(_document(painting, title, note, thinned))
        if len(text.encode()) <= MOST_BYTES:
            break
    return text


def _document(painting: Painting, title: str, note: str, thinned: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {UNITS} {UNITS}" '
        f'role="img" aria-label={quoteattr(title)}>'
    )
    yield f"<title>{escape(title)}</title>"
    if note:
        yield f"<metadata>{escape(note)}</metadata>"
    yield f'<rect width="{UNITS}" height="{UNITS}" fill="{_hex(painting.finish.ground[None])[0]}"/>'
    for coat in painting.coats:
        if len(coat.strokes):
            yield from _coat(coat, thinned)
    yield "</svg>"


def _coat(coat: Coat, thinned: int) -> Iterator[str]:
    blend = ' style="mix-blend-mode:multiply"' if coat.glaze else ""
    lines = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    is_filled = coat.tip in (SOLID, DISC)
    yield f'<g id="pass-{coat.number}" {"" if is_filled else lines}{blend}>'
    if coat.tip == DISC:
        yield from _discs(coat.strokes)
    elif coat.tip == SOLID:
        yield from _outlines(coat.strokes, thinned)
    else:
        yield from _lines(coat.strokes, thinned)
    yield "</g>"


def _lines(strokes: Strokes, thinned: int) -> Iterator[str]:
    width = np.maximum(np.round(strokes.width.mean(1) * UNITS), 1).astype(np.int64).tolist()
    paths = _moves(_thin(strokes.path, thinned))
    for path, ink, wide, veil in zip(
        paths, _hex(strokes.colour), width, _veil(strokes, "stroke"), strict=True
    ):
        yield f'<path d="{path}" stroke="{ink}" stroke-width="{wide}"{veil}/>'


def _outlines(strokes: Strokes, thinned: int) -> Iterator[str]:
    left, right = (_thin(side, thinned) for side in sides(strokes))
    paths = _moves(np.concatenate([left, right[:, ::-1]], 1))
    for path, ink, veil in zip(paths, _hex(strokes.colour), _veil(strokes, "fill"), strict=True):
        yield f'<path d="{path}z" fill="{ink}"{veil}/>'


def _discs(strokes: Strokes) -> Iterator[str]:
    middle = _units(strokes.path.mean(1)).tolist()
    radius = np.round(strokes.width.max(1) * UNITS / 2).astype(np.int64).tolist()
    inks, veils = _hex(strokes.colour), _veil(strokes, "fill")
    for (x, y), r, ink, veil in zip(middle, radius, inks, veils, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="{r}" fill="{ink}"{veil}/>'


def _moves(path: Field) -> Iterator[str]:
    """Path data: one absolute place, then relative steps; much shorter than absolute ones."""
    places = _units(path)
    starts, steps = places[:, 0].tolist(), np.diff(places, axis=1).tolist()
    for (x, y), way in zip(starts, steps, strict=True):
        yield f"M{x} {y}l" + " ".join(f"{dx} {dy}" for dx, dy in way)


def _thin(path: Field, times: int) -> Field:
    """Fewer inner points; both ends stay."""
    for _ in range(times):
        if path.shape[1] > 3:
            path = np.concatenate([path[:, :-1:2], path[:, -1:]], 1)
    return path


def _units(places: Field) -> Whole:
    return np.asarray(np.round(places * UNITS).astype(np.int64))


def _hex(colours: Field) -> list[str]:
    levels = np.round(np.clip(colours, 0, 1) * 255).astype(np.int64).tolist()
    return [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in levels]


def _veil(strokes: Strokes, what: str) -> list[str]:
    """The opacity as an attribute, left out where it is full."""
    shares = np.round(strokes.opacity * 100).astype(np.int64).tolist()
    return ["" if share >= 100 else f' {what}-opacity="{share / 100:g}"' for share in shares]
