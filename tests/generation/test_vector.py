"""svg
a painting               -> well-formed, its strokes in passes, title and recipe's digest inside
an engine without lines  -> RenderError, which names it; nothing is written
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from generation import compose, vector
from generation.cli import app
from generation.errors import RenderError
from tests.generation.easel import small
from tests.generation.loom import Install

SVG = "{http://www.w3.org/2000/svg}"


def test_a_painting_becomes_a_drawing_of_its_strokes(tmp_path: Path) -> None:
    recipe, place = small(concept="heart", becoming="nothing"), tmp_path / "heart.svg"
    (tmp_path / "recipe.json").write_bytes(recipe.canonical())
    asked = ["svg", str(tmp_path / "recipe.json"), str(place), "--title", "Hearts & <hands>"]
    result = CliRunner().invoke(app, asked)
    assert result.exit_code == 0, result.output
    root = ElementTree.fromstring(place.read_text())  # noqa: S314 - our own document
    assert root.findtext(f"{SVG}title") == "Hearts & <hands>"
    assert root.findtext(f"{SVG}metadata") == f"recipe sha256:{recipe.digest}"
    passes = root.findall(f"{SVG}g")
    assert len(passes) > 3
    assert sum(len(strokes) for strokes in passes) > 2_000


def test_an_engine_that_draws_no_lines_is_named(install: Install) -> None:
    install()
    with pytest.raises(RenderError, match=r"weaver 1\S* draws no strokes"):
        vector.svg(compose("weaver", {"size": 64}, seed=2), "Cloth")
