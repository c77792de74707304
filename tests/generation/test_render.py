"""render
a recipe                    -> PNG of its size that carries its digest, and digests that match
progress                    -> from 0 to 1000, never back, with small looks at the picture
a listener that raises      -> stops the work with its own exception
the same recipe again       -> the same file
another seed, palette, position, size  -> another plan and another picture
size, position, palette, light, style  -> leave every figure as it is
plan                        -> whole numbers and texts only; golden
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

import generation
from generation.engine import load, plan_digest
from generation.likeness import compare
from generation.painter.arrange import arrange
from generation.png import DIGEST_KEY, decode
from tests.generation.easel import Ask, Painted, Pixels, Watched


def leaves(content: Any) -> Iterator[Any]:
    if isinstance(content, dict | list | tuple):
        for inner in content.values() if isinstance(content, dict) else content:
            yield from leaves(inner)
    else:
        yield content


def test_the_file_is_a_png_of_the_asked_size(recipe: Ask, painted: Painted) -> None:
    with Image.open(io.BytesIO(painted().png)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (512, 512), "RGB")
        assert image.info == {DIGEST_KEY: recipe().digest}


def test_the_digests_match_what_they_name(recipe: Ask, painted: Painted) -> None:
    artefact = painted()
    assert artefact.sha256 == hashlib.sha256(artefact.png).hexdigest()
    raster, _ = decode(artefact.png, 512, 512)
    assert artefact.pixel_sha256 == hashlib.sha256(raster.rgb).hexdigest()
    assert artefact.plan_sha256 == plan_digest(arrange(recipe()))
    assert artefact.media_type == "image/png"


@pytest.fixture(scope="module")
def watched(recipe: Ask) -> Watched:
    """A rendering and the steps it told of."""
    steps: list[generation.Progress] = []
    return generation.render(recipe(), steps.append), steps


def test_progress_runs_forward_with_previews(watched: Watched) -> None:
    _, steps = watched
    permille = [step.permille for step in steps]
    assert permille[0] == 0
    assert permille[-1] == 1000
    assert permille == sorted(permille)
    previews = [step.preview for step in steps if step.preview]
    assert len(previews) >= 5
    assert all(len(p.rgb) == p.width * p.height * 3 for p in previews)


def test_the_last_preview_looks_like_the_picture(watched: Watched) -> None:
    artefact, steps = watched
    *_, last = (step.preview for step in steps if step.preview)
    with Image.open(io.BytesIO(artefact.png)) as image:
        small = image.resize((last.width, last.height), Image.Resampling.BOX)
    assert compare(last, replace(last, rgb=small.tobytes())).mean_error < 0.03


def test_a_listener_can_stop_the_work(recipe: Ask) -> None:
    class Cancelled(Exception):
        pass

    def stop(step: generation.Progress) -> None:
        if step.permille > 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        generation.render(recipe(), stop)


def test_the_same_recipe_makes_the_same_file(watched: Watched, painted: Painted) -> None:
    artefact, _ = watched
    assert artefact == painted()


@pytest.mark.parametrize("change", [{"seed": 6}, {"palette": "jade"}, {"position": 601}])
def test_another_choice_makes_another_picture(painted: Painted, change: dict[str, Any]) -> None:
    one, other = painted(), painted(**change)
    assert one.plan_sha256 != other.plan_sha256
    assert one.pixel_sha256 != other.pixel_sha256


@pytest.mark.parametrize(
    "change",
    [{"size": 2048}, {"position": 10}, {"palette": "dusk"}, {"light": "storm"}, {"style": "auto"}],
    ids=lambda change: next(iter(change)),
)
def test_size_position_palette_light_and_style_leave_the_things_alone(
    recipe: Ask, change: dict[str, Any]
) -> None:
    one, other = arrange(recipe()), arrange(recipe(**change))
    assert (one.subjects, one.becoming) == (other.subjects, other.becoming)


def test_another_size_is_the_same_picture(pixels: Pixels) -> None:
    small, large = (
        pixels(position=600, size=size).reshape(64, size // 64, 64, size // 64, 3).mean((1, 3))
        for size in (512, 768)
    )
    assert np.abs(small - large).mean() < 0.012


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_holds_whole_numbers_and_texts(recipe: Ask, seed: int) -> None:
    plan = arrange(recipe(seed)).as_dict()
    assert {type(leaf) for leaf in leaves(plan)} <= {int, str, bool}
    assert json.loads(json.dumps(plan))["size"] == 512


GOLDEN = {
    "2": "3a8682abb239633c0c50e151fd3183029c0b7fd0ff908f73d7ba704472d88399",
    "3": "89fc1462420e8f5663c3de0ada01f541600ede7e0473e943b2a4722fccf8e851",
}


@pytest.mark.parametrize("version", GOLDEN)
def test_the_plan_is_golden(recipe: Ask, version: str) -> None:
    asked = replace(recipe(1834), engine_version=version)
    assert plan_digest(arrange(asked)) == GOLDEN[version]


def test_an_engine_refuses_a_foreign_plan() -> None:
    class Foreign:
        def as_dict(self) -> dict[str, Any]:
            return {}

    with pytest.raises(TypeError, match="Foreign"):
        next(load("painter", "3").render(Foreign()))
