"""SVG of strokes
each style   -> well-formed, one element a stroke, below 8 MB
metadata     -> escaped, and there
a glaze      -> multiplies
"""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from generation.painter.style.catalogue import STYLES
from generation.painter.style.style import Style
from generation.painter.style.svg import MOST_BYTES, svg
from tests.generation.style.sitter import sat

SPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_stroke_is_an_element(style: Style) -> None:
    painting = sat(style.name)
    text = svg(painting, "Ball")
    root = ElementTree.fromstring(text)  # noqa: S314 - we wrote it
    marks = [mark for group in root.iter(f"{SPACE}g") for mark in group]
    assert len(marks) == painting.count
    assert len(text.encode()) < MOST_BYTES


def test_the_note_is_escaped() -> None:
    root = ElementTree.fromstring(svg(sat("knife"), 'A "ball" & <more>', '{"a": "<&>"}'))  # noqa: S314
    assert root.findtext(f"{SPACE}title") == 'A "ball" & <more>'
    assert root.findtext(f"{SPACE}metadata") == '{"a": "<&>"}'


def test_glazes_multiply() -> None:
    assert "mix-blend-mode:multiply" in svg(sat("riso"), "Ball")
    assert "mix-blend-mode" not in svg(sat("impasto"), "Ball")
