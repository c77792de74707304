"""verify
the rendered file                        -> A
its pixels in another file               -> B
pixels off by what no eye sees           -> C, with the distances
another picture                          -> fail, with the distances
a plan other than the receipt's          -> fail, whatever the picture
no picture, or one of another size       -> fail, and says so
a machine other than the recipe's        -> is noted
likeness                                 -> same picture 0, 0, 1; grows with the difference
"""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from generation import Level, Raster, verify
from generation.errors import NotAnArtefact
from generation.likeness import SAME, compare
from generation.png import decode
from generation.verdict import Tolerance
from tests.generation.easel import Ask, Bytes, Painted


def saved(picture: Bytes, **options: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def picture(painted: Painted) -> Bytes:
    artefact = painted()
    raster, _ = decode(artefact.png, 512, 512)
    return np.frombuffer(raster.rgb, np.uint8).reshape(512, 512, 3)


def test_the_rendered_file_is_level_a(recipe: Ask, painted: Painted) -> None:
    verdict = verify(recipe(), painted().png, plan_sha256=painted().plan_sha256)
    assert (verdict.level, verdict.likeness, verdict.environment) == (Level.A, SAME, ())
    assert verdict.holds


def test_the_same_pixels_in_another_file_are_level_b(recipe: Ask, picture: Bytes) -> None:
    verdict = verify(recipe(), saved(picture, compress_level=1))
    assert (verdict.level, verdict.likeness) == (Level.B, SAME)


def test_pixels_off_by_one_here_and_there_are_level_c(recipe: Ask, picture: Bytes) -> None:
    close = picture.copy()
    close[::3, ::3] ^= 1
    verdict = verify(recipe(), saved(close))
    assert verdict.level is Level.C
    assert 0 < verdict.likeness.mean_error < 1 / 255


def test_another_picture_fails_with_its_distances(recipe: Ask, painted: Painted) -> None:
    verdict = verify(recipe(), painted(palette="jade").png)
    assert verdict.level is Level.FAIL
    assert not verdict.holds
    assert verdict.likeness.mean_error > 1 / 255
    assert "mean error" in verdict.reason


def test_another_plan_fails_whatever_the_picture(recipe: Ask, painted: Painted) -> None:
    verdict = verify(recipe(), painted().png, plan_sha256="00" * 32)
    assert verdict.level is Level.FAIL
    assert painted().plan_sha256 in verdict.reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"GIF89a", "no readable PNG"),
        (saved(np.zeros((64, 64, 3), np.uint8)), "64 x 64 pixels, the recipe asks 512 x 512"),
    ],
)
def test_no_picture_of_this_size_fails(recipe: Ask, content: bytes, why: str) -> None:
    verdict = verify(recipe(), content)
    assert verdict.level is Level.FAIL
    assert why in verdict.reason


def test_a_truncated_picture_fails(painted: Painted) -> None:
    with pytest.raises(NotAnArtefact, match="no readable PNG"):
        decode(painted().png[:5000], 512, 512)


def test_another_machine_is_noted(recipe: Ask, painted: Painted) -> None:
    elsewhere = replace(recipe(), fingerprint={**recipe().fingerprint, "numpy": "1.26.0"})
    (note,) = verify(elsewhere, painted().png).environment
    assert note.startswith("numpy: recipe 1.26.0, here ")


def test_likeness_of_a_picture_with_itself_is_perfect() -> None:
    grain = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    raster = Raster(64, 64, grain.tobytes())
    found = compare(raster, raster)
    assert (found.mean_error, found.hash_distance) == (0, 0)
    assert found.similarity == pytest.approx(1.0)


def test_likeness_falls_with_the_difference() -> None:
    dice = np.random.default_rng(2)
    base = np.add.outer(np.arange(128), np.arange(128))[..., None].repeat(3, -1) // 2 + 40
    found = [
        compare(
            Raster(128, 128, base.astype(np.uint8).tobytes()),
            Raster(
                128, 128, (base + dice.integers(-n, n + 1, base.shape)).astype(np.uint8).tobytes()
            ),
        )
        for n in (1, 6, 30)
    ]
    assert found[0].mean_error < found[1].mean_error < found[2].mean_error
    assert found[0].similarity > found[1].similarity > found[2].similarity


def test_the_tolerance_names_every_measure_that_is_off() -> None:
    faults = Tolerance().faults(replace(SAME, mean_error=0.1, hash_distance=9, similarity=0.5))
    assert [fault.split()[0] for fault in faults] == ["mean", "9", "similarity"]
    assert Tolerance().faults(SAME) == []
