"""python -m generation understand, train
understand   -> a table of words, and what was not understood
--json       -> the understanding as data
train        -> weights in place; another name is refused by name
"""

from __future__ import annotations

import json

from click.testing import Result
from typer.testing import CliRunner

from generation.cli import app
from generation.words import understand


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_understand_prints_a_table() -> None:
    done = run("understand", "a spreadsheet turning into a buterfly")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert any(line.split()[:3] == ["buterfly", "concept", "butterfly"] for line in lines)
    assert any("spreadsheet" in line and "not understood" in line for line in lines)
    assert lines[-1] == "becoming: butterfly"


def test_understand_speaks_json() -> None:
    said = json.loads(run("understand", "云变成玫瑰", "--json").stdout)
    assert said == json.loads(json.dumps(understand("云变成玫瑰").as_dict()))
    assert said["becoming"] == "rose"


def test_only_known_networks_are_trained() -> None:
    done = run("train", "everything")
    assert done.exit_code == 1
    assert "there is no network 'everything'" in done.stderr
