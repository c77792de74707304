"""verify
the rendered file                        -> A
its pixels in another file               -> B
pixels off by what no eye sees           -> C, with the distances
another picture                          -> fail, with the distances
a plan other than the receipt's          -> fail, whatever the picture
no picture, or one of another size       -> fail, and says so
a machine other than the recipe's        -> is noted
against a receipt: its file              -> A, every rung holds
    its pixels, packed otherwise         -> B, which keeps the promise
    pixels within the tolerance          -> C, which does not
    pixels that it does not name         -> fail
    another extent than the recipe makes -> fail
likeness                                 -> same picture 0, 0, 1; grows with the difference
"""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from generation import Artefact, Level, Raster, Recipe, Verdict, compose, receipt, render, verify
from generation.errors import NotAnArtefact
from generation.likeness import SAME, compare
from generation.picture import Tolerance
from generation.png import decode
from generation.receipt import Receipt
from generation.verdict import verify_receipt
from tests.generation.easel import Bytes
from tests.generation.loom import Install


def saved(picture: Bytes, **options: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", **options)
    return out.getvalue()


@pytest.fixture
def recipe(install: Install) -> Recipe:
    install()
    return compose("weaver", {"size": 128, "swatches": ["#204080", "#f0e0c0"]}, seed=1)


@pytest.fixture
def artefact(recipe: Recipe) -> Artefact:
    return render(recipe)


@pytest.fixture
def picture(artefact: Artefact) -> Bytes:
    raster, _ = decode(artefact.content, 128, 128)
    return np.frombuffer(raster.rgb, np.uint8).reshape(128, 128, 3)


@pytest.fixture
def close(picture: Bytes) -> Bytes:
    """What no eye tells from the picture."""
    changed = picture.copy()
    changed[::3, ::3] ^= 1
    return changed


@pytest.fixture
def stated(recipe: Recipe, artefact: Artefact) -> Receipt:
    return receipt.of(recipe, artefact)


def rungs(verdict: Verdict) -> list[tuple[str, bool]]:
    return [(rung.name, rung.holds) for rung in verdict.rungs]


def test_the_rendered_file_is_level_a(recipe: Recipe, artefact: Artefact) -> None:
    verdict = verify(recipe, artefact.content, plan_sha256=artefact.plan_sha256)
    assert (verdict.level, verdict.measures, verdict.environment) == (Level.A, {}, ())
    assert verdict.holds
    assert rungs(verdict) == [("plan", True), ("samples", True), ("file", True)]


def test_the_same_pixels_in_another_file_are_level_b(recipe: Recipe, picture: Bytes) -> None:
    assert verify(recipe, saved(picture, compress_level=1)).level is Level.B


def test_pixels_off_by_one_here_and_there_are_level_c(recipe: Recipe, close: Bytes) -> None:
    verdict = verify(recipe, saved(close))
    assert verdict.level is Level.C
    assert verdict.measures is not None
    assert 0 < verdict.measures["mean_error"] < 1 / 255
    assert rungs(verdict)[-1] == ("near", True)


def test_another_picture_fails_with_its_distances(recipe: Recipe) -> None:
    other = render(replace(recipe, parameters={**recipe.parameters, "position": 900}))
    verdict = verify(recipe, other.content)
    assert verdict.level is Level.FAIL
    assert not verdict.holds
    assert verdict.measures is not None
    assert verdict.measures["mean_error"] > 1 / 255
    assert "another picture: mean error" in verdict.reason


def test_another_plan_fails_whatever_the_picture(recipe: Recipe, artefact: Artefact) -> None:
    verdict = verify(recipe, artefact.content, plan_sha256="00" * 32)
    assert verdict.level is Level.FAIL
    assert artefact.plan_sha256 in verdict.reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"GIF89a", "no readable PNG"),
        (saved(np.zeros((64, 64, 3), np.uint8)), "64 x 64 pixels, the recipe asks 128 x 128"),
    ],
)
def test_no_picture_of_this_size_fails(recipe: Recipe, content: bytes, why: str) -> None:
    verdict = verify(recipe, content)
    assert verdict.level is Level.FAIL
    assert why in verdict.reason


def test_a_truncated_picture_fails(artefact: Artefact) -> None:
    with pytest.raises(NotAnArtefact, match="no readable PNG"):
        decode(artefact.content[:300], 128, 128)


def test_another_machine_is_noted(recipe: Recipe, artefact: Artefact) -> None:
    elsewhere = replace(recipe, fingerprint={**recipe.fingerprint, "numpy": "1.26.0"})
    (note,) = verify(elsewhere, artefact.content).environment
    assert note.startswith("numpy: made with 1.26.0, here ")


def test_the_receipts_file_reaches_every_rung(stated: Receipt, artefact: Artefact) -> None:
    verdict = verify_receipt(stated, artefact.content)
    assert rungs(verdict) == [("plan", True), ("samples", True), ("file", True)]
    assert (verdict.level, verdict.promise, verdict.is_kept) == (Level.A, Level.B, True)


def test_pixels_packed_otherwise_keep_the_promise(stated: Receipt, picture: Bytes) -> None:
    verdict = verify_receipt(stated, saved(picture, compress_level=1))
    assert (verdict.level, verdict.is_kept) == (Level.B, True)
    assert rungs(verdict)[-1] == ("file", False)


def test_pixels_within_the_tolerance_hold_below_the_promise(stated: Receipt, close: Bytes) -> None:
    verdict = verify_receipt(stated, saved(close))
    assert (verdict.level, verdict.holds, verdict.is_kept) == (Level.C, True, False)
    assert verify_receipt(replace(stated, promise="C"), saved(close)).is_kept


def test_pixels_that_the_receipt_does_not_name_fail(stated: Receipt, artefact: Artefact) -> None:
    verdict = verify_receipt(replace(stated, sample_sha256="00" * 32), artefact.content)
    assert verdict.level is Level.FAIL
    assert "neither file nor rendering has" in verdict.reason


def test_another_extent_than_the_recipes_fails(stated: Receipt, artefact: Artefact) -> None:
    verdict = verify_receipt(replace(stated, facts={"width": 1, "height": 128}), artefact.content)
    assert verdict.level is Level.FAIL
    assert "'width': 128" in verdict.reason


def test_the_receipts_own_environment_is_compared(stated: Receipt, artefact: Artefact) -> None:
    elsewhere = replace(stated, environment={**stated.environment, "python": "3.9"})
    (note,) = verify_receipt(elsewhere, artefact.content).environment
    assert note.startswith("python: made with 3.9, here ")


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


def test_a_flat_pictures_last_bits_do_not_decide_its_hash() -> None:
    flat = np.full((64, 64, 3), 128, np.uint8)
    touched = flat.copy()
    touched[::7, ::5] += 1
    found = compare(Raster(64, 64, flat.tobytes()), Raster(64, 64, touched.tobytes()))
    assert found.hash_distance == 0
    ramp = np.add.outer(63 - np.arange(64), np.zeros(64))[..., None].repeat(3, -1).astype(np.uint8)
    across = np.ascontiguousarray(ramp.swapaxes(0, 1))
    turned = compare(Raster(64, 64, ramp.tobytes()), Raster(64, 64, across.tobytes()))
    assert turned.hash_distance > 2


def test_the_tolerance_names_every_measure_that_is_off() -> None:
    faults = Tolerance().faults(replace(SAME, mean_error=0.1, hash_distance=9, similarity=0.5))
    assert [fault.split()[0] for fault in faults] == ["mean", "9", "similarity"]
    assert Tolerance().faults(SAME) == []
