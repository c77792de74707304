"""python -m generation
new                 -> a recipe on standard output that parses; what is left out takes the default
--set               -> any parameter of the engine, lists parted by commas
render              -> the picture, its digests on standard error; progress unless --quiet
--receipt           -> what verify needs, offline
verify              -> level and exit 0; another picture exits 1; --json for programs
below the promise   -> exit 3
describe            -> engines and parameters, as text or JSON
bad recipe          -> exit 2, every fault on standard error, nothing written
no such file, folder, full disk -> exit 1, says which, leaves no half picture
--help              -> names every command
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import Result
from PIL import Image
from typer.testing import CliRunner

import generation
from generation.cli import app
from tests.generation.easel import Ask, Painted
from tests.generation.loom import Install

CHOSEN = {"position": 250, "palette": "jade", "size": 768}
ROOT = Path(generation.__file__).parent.parent


def run(*words: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


@pytest.fixture
def recipe_file(recipe: Ask, tmp_path: Path) -> Path:
    path = tmp_path / "recipe.json"
    path.write_bytes(recipe().canonical())
    return path


def test_new_writes_a_recipe() -> None:
    chosen = ("--set", "position=250", "--set", "palette=jade", "--set", "size=768")
    done = run("new", "--seed", 7, *chosen)
    recipe = generation.parse(done.stdout)
    assert done.exit_code == 0
    assert recipe.seed == 7
    assert recipe.parameters == {**generation.describe()[0].defaults(), **CHOSEN}


def test_new_refuses_what_the_engine_does_not_know() -> None:
    done = run("new", "--seed", -1, "--set", "palette=mud")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "parameters.palette: 'mud'" in done.stderr
    assert "seed: -1" in done.stderr


def test_new_names_a_parameter_that_the_engine_lacks() -> None:
    done = run("new", "--seed", 1, "--set", "mood=calm")
    assert done.exit_code == 2
    assert "parameters.mood: this field is unknown; known are" in done.stderr


def test_render_writes_the_picture_and_its_digests(
    recipe_file: Path, painted: Painted, tmp_path: Path
) -> None:
    out = tmp_path / "out.png"
    done = run("render", recipe_file, out)
    assert done.exit_code == 0
    assert out.read_bytes() == painted().png
    assert painted().pixel_sha256 in done.stderr
    assert "100 %" in done.stderr
    assert done.stdout == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.png", "recipe.json"]


def test_verify_reads_standard_input_and_speaks_json(
    recipe: Ask, painted: Painted, tmp_path: Path
) -> None:
    picture = tmp_path / "out.png"
    picture.write_bytes(painted().png)
    done = run("verify", "-", picture, "--json", "--quiet", stdin=recipe().canonical())
    verdict = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (verdict["level"], verdict["recipe_digest"]) == ("A", recipe().digest)
    assert done.stderr == ""


def test_verify_of_another_picture_exits_1(
    recipe_file: Path, painted: Painted, tmp_path: Path
) -> None:
    picture = tmp_path / "other.png"
    picture.write_bytes(painted(palette="jade").png)
    done = run("verify", recipe_file, picture, "-q")
    assert done.exit_code == 1
    assert "fail: another picture" in done.stdout


@pytest.fixture
def woven(install: Install, tmp_path: Path) -> tuple[Path, Path]:
    """A receipt and its work, by a small engine."""
    install()
    recipe, receipt, out = (tmp_path / name for name in ("r.json", "receipt.json", "out.png"))
    recipe.write_bytes(generation.compose("weaver", {"size": 128}, seed=1).canonical())
    assert run("render", recipe, out, "--receipt", receipt, "-q").exit_code == 0
    return receipt, out


def test_a_receipt_is_verified_with_its_work_alone(woven: tuple[Path, Path]) -> None:
    done = run("verify", *woven, "-q")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "✓ plan    equal",
        "✓ samples equal",
        "✓ file    the receipt's",
        "A: the same file, byte for byte",
    ]


def test_a_work_below_its_promise_exits_3(woven: tuple[Path, Path]) -> None:
    receipt, out = woven
    picture = np.array(Image.open(out))
    picture[::3, ::3] ^= 1
    Image.fromarray(picture).save(out)
    done = run("verify", receipt, out, "-q")
    assert done.exit_code == 3
    assert "the receipt promises level B" in done.stdout


def test_a_forged_receipt_exits_1_and_a_broken_one_2(woven: tuple[Path, Path]) -> None:
    receipt, out = woven
    content = json.loads(receipt.read_bytes())
    receipt.write_text(json.dumps({**content, "plan_sha256": "00" * 32}))
    assert run("verify", receipt, out, "-q").exit_code == 1
    receipt.write_text(json.dumps({**content, "promise": "Z"}))
    done = run("verify", receipt, out, "-q")
    assert done.exit_code == 2
    assert "the receipt is refused:\n  - promise: 'Z'" in done.stderr


def test_describe_names_parameters_and_their_bounds() -> None:
    done = run("describe")
    assert done.exit_code == 0
    assert all(word in done.stdout for word in ("painter", "position", "palette", "lagoon", "4096"))


def test_describe_speaks_json() -> None:
    cards = json.loads(run("describe", "--json").stdout)
    assert [card["name"] for card in cards] == ["painter"]
    assert {"position", "palette", "size"} <= {p["name"] for p in cards[0]["parameters"]}
    assert (cards[0]["medium"], cards[0]["promise"]) == ("picture", "B")
    assert "engine" not in cards[0]


@pytest.mark.parametrize("content", [b"{", b"{}", b'{"seed": 1, "seed": 2}', b"\x89PNG"])
def test_a_bad_recipe_exits_2_and_writes_nothing(content: bytes, tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "out.png"
    bad.write_bytes(content)
    done = run("render", bad, out, "-q")
    assert done.exit_code == 2
    assert "the recipe is refused" in done.stderr
    assert not out.exists()


def test_a_missing_recipe_exits_1_and_names_it(tmp_path: Path) -> None:
    done = run("render", tmp_path / "none.json", tmp_path / "out.png")
    assert done.exit_code == 1
    assert "none.json" in done.stderr


@pytest.mark.parametrize(("out", "why"), [("no/out.png", "no such folder"), (".", "is a folder")])
def test_an_impossible_place_is_refused_before_painting(
    recipe_file: Path, tmp_path: Path, out: str, why: str
) -> None:
    done = run("render", recipe_file, tmp_path / out, "-q")
    assert done.exit_code == 1
    assert why in done.stderr


def test_a_full_disk_leaves_the_old_picture_and_no_half_one(
    recipe_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.png"
    out.write_bytes(b"the old picture")
    done = subprocess.run(
        [sys.executable, "-m", "generation", "render", recipe_file, out, "--quiet"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert out.read_bytes() == b"the old picture"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.png", "recipe.json"]


def test_help_names_every_command() -> None:
    done = run("--help")
    commands = ("new", "render", "verify", "describe", "film", "sheet")
    assert done.exit_code == 0
    assert all(f" {command} " in done.stdout for command in commands)
