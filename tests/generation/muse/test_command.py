"""python -m generation
muse         -> a recipe a subject, all of them with reasons in one file, the reasons on the screen
guide        -> the recipe at the end on standard output, the way into a file
illuminate   -> an archive that `muse --archive` reads
no folder    -> said, nothing written
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import generation
from generation.cli import app
from generation.taste import prior, save


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_the_muse_fills_a_folder(tmp_path: Path) -> None:
    archive, out = tmp_path / "archive", tmp_path / "out"
    out.mkdir()
    assert run("illuminate", archive, "--rounds", 2, "--seed", 4, "-q").exit_code == 0
    done = run("muse", out, "--seed", 7, "--count", 1, "--archive", archive, "-q")
    assert done.exit_code == 0, done.output
    (told,) = json.loads((out / "proposals.json").read_bytes())
    (path,) = out.glob("01-*.json")
    assert generation.parse(path.read_bytes()).as_dict() == told["recipe"]
    assert done.stdout.splitlines()[0] == path.name
    assert len(done.stdout.splitlines()) == 1 + len(told["reasons"])


def test_guide_writes_where_it_ends(tmp_path: Path) -> None:
    recipe, history, taste = (tmp_path / name for name in ("r.json", "way.json", "t.safetensors"))
    begun = generation.compose("painter", {"concept": "koi", "becoming": "nothing"}, seed=3)
    recipe.write_bytes(begun.canonical())
    save(prior(), taste)
    words = ("--towards", "storm", "--steps", 1, "--history", history, "--taste", taste)
    done = run("guide", recipe, *words)
    assert done.exit_code == 0, done.output
    way = json.loads(history.read_bytes())
    end = generation.parse(done.stdout)
    assert (end.text("concept"), end.text("light"), end.prompt) == ("koi", "storm", "storm")
    assert [generation.parse(step["recipe"]) for step in way][:: len(way) - 1] == [begun, end]
    assert "words" in done.stderr


@pytest.mark.parametrize("command", [("muse",), ("illuminate", "--rounds", "0")])
def test_what_cannot_be_is_said(command: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*command, tmp_path / "nowhere")
    assert done.exit_code in (1, 2)
    assert "nowhere" in done.stderr or "rounds" in done.stderr
    assert list(tmp_path.iterdir()) == []
