"""an engine of the operator's own
no model named              -> no such engine
a model named               -> an engine whose version and weights are the model's digest
text to image, image to image, painted over -> pictures; the same again from the same recipe
another model               -> another engine; the recipe is refused
words and pictures          -> scored by CLIP, the same each time
its works                   -> attested
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("diffusers", reason="the extra [adapters] is not installed")
pytest.importorskip("transformers", reason="the extra [adapters] is not installed")

from generation.adapters import card, clip, model
from generation.engine import Raster
from generation.errors import WeightsRefused
from tests.generation.adapters import tiny

# What the libraries say of themselves while they load is theirs to mend.
pytestmark = pytest.mark.filterwarnings("ignore")

MAKE = """
import json, sys
from generation import registry
from generation.artefact import render
from generation.recipe import compose
given = json.loads(sys.argv[1])
known = registry.card("diffusers")
made = []
for parameters in given:
    seen = []
    recipe = compose("diffusers", {"edge": 64, "steps": 2, **parameters}, seed=5, prompt="a rose")
    again = render(recipe, lambda one: seen.append(one.permille))
    made.append({"sha256": again.sha256, "facts": dict(again.facts), "seen": seen,
                 "recipe": recipe.as_dict()})
print(json.dumps({"version": known.version, "weights": known.weights, "made": made,
                  "provenance": known.provenance}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An adopted model."""
    made = tiny.diffusion(tmp_path_factory.mktemp("models") / "tiny")
    model.adopt(made, "Tiny")
    return made


def run(folder: Path, *parameters: dict[str, Any]) -> dict[str, Any]:
    """What a fresh process makes of these choices."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", MAKE, json.dumps(parameters)],
        env={**os.environ, card.VARIABLE: str(folder), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_without_a_model_there_is_no_such_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(card.VARIABLE, raising=False)
    assert card.offered() is None


def test_a_model_that_was_not_adopted_is_no_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(card.VARIABLE, str(tmp_path))
    with pytest.raises(WeightsRefused, match="was not adopted"):
        card.offered()


def test_the_card_names_the_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(card.VARIABLE, str(folder))
    found = card.offered()
    assert found is not None
    digest = model.known(folder).digest
    assert (found.weights, found.version) == ((digest,), f"1+{digest[:12]}")
    assert (found.provenance, found.promise, found.title) == ("attested", "C", "Tiny")


def test_it_makes_pictures(folder: Path) -> None:
    choices = ({}, {"start": "painter", "change": 500}, {"finish": "pointillist", "edge": 256})
    found = run(folder, *choices, {})
    assert found["provenance"] == "attested"
    first, second, third, again = found["made"]
    assert first["facts"] == second["facts"] == {"width": 64, "height": 64}
    assert third["facts"] == {"width": 256, "height": 256}
    assert len({first["sha256"], second["sha256"], third["sha256"]}) == 3
    assert again["sha256"] == first["sha256"]
    assert first["recipe"]["weights"] == [model.known(folder).digest]
    for one in found["made"]:
        assert one["seen"] == sorted(one["seen"])
        assert one["seen"][-1] == 1000


def test_the_files_must_be_the_adopted_ones(folder: Path) -> None:
    config = folder / "unet" / "config.json"
    kept = config.read_bytes()
    config.write_bytes(kept + b"\n")
    try:
        with pytest.raises(AssertionError, match="another file than the one that was adopted"):
            run(folder, {})
    finally:
        config.write_bytes(kept)


def test_clip_scores_words_and_pictures(tmp_path: Path) -> None:
    folder = tiny.clip(tmp_path / "clip")
    model.adopt(folder)
    judge = clip.load(folder)
    pictures = [Raster(32, 32, bytes([n]) * 32 * 32 * 3) for n in (0, 200)]
    scores = judge.score(pictures, ["a rose", "a cloud", "snow"])
    assert scores.shape == (2, 3)
    assert abs(scores).max() <= 1000
    assert (scores == clip.load(folder).score(pictures, ["a rose", "a cloud", "snow"])).all()
    with pytest.raises(ValueError, match="give 1 to 64"):
        judge.score([], ["a rose"])


def test_only_a_clip_is_taken_for_one(folder: Path) -> None:
    with pytest.raises(WeightsRefused, match="not a CLIPModel"):
        clip.load(folder)
