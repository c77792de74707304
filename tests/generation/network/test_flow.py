"""generation.network.flow, vector, told
a point            -> reads back as what it was written from
a concept's code   -> of its name alone, and told from all others
the flow           -> same text and noise: same parameters; other noise: others
                   -> follows the concept that is named, in both languages
                   -> canonical arithmetic is the trained network's
                   -> the same under another thread count and instruction set
an inner point     -> noise in thousandths
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from generation.dice import Dice
from generation.network import flow, place, shipped, told, train_flow, vector
from generation.network.vector import Leaning
from generation.painter.concept.catalogue import BY_NAME
from generation.weights import listed

ROOT = Path(__file__).resolve().parents[3]
ONE = Leaning("rose", "dusk", "golden", "ring", "meadow", (0, 120, 500, 880, 1000))


def test_a_point_reads_back() -> None:
    read = vector.leaning(vector.point(ONE), list(BY_NAME))
    assert read == Leaning("rose", "dusk", "golden", "ring", "meadow", (*ONE.traits, *[500] * 7))


def test_concepts_lie_apart() -> None:
    codes = np.stack([vector.code(name) for name in BY_NAME])
    alike = codes @ codes.T / vector.CODE
    assert np.allclose(alike.diagonal(), 1)
    assert (alike - np.eye(len(codes))).max() < 0.9


def test_the_same_text_and_noise_lean_alike() -> None:
    noise = flow.noise((), Dice("a"))
    first = flow.lean("a swarm of butterflies at dusk", (), noise)
    assert flow.lean("a swarm of butterflies at dusk", (), noise) == first
    other = flow.lean("a swarm of butterflies at dusk", (), flow.noise((), Dice("b")))
    assert other.traits != first.traits


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("prompt", "concept"),
    [("a stout cat", "cat"), ("黄昏的蝴蝶", "butterfly"), ("bridge", "bridge")],
)
def test_the_named_concept_is_followed(prompt: str, concept: str, seed: int) -> None:
    assert flow.lean(prompt, (), flow.noise((), Dice(str(seed)))).concept == concept


def test_an_inner_point_counts_in_thousandths() -> None:
    inner = list(range(-32, 32))
    assert np.allclose(flow.noise(inner, Dice("a")) * 1000, inner)


def test_canonical_arithmetic_is_the_networks() -> None:
    """What ships, in numpy, says the same as the network that was trained, in torch."""
    torch.manual_seed(3)
    net = train_flow.Net()
    torch.nn.init.normal_(net.table.weight, std=0.3)
    arrays = {name: np.asarray(array, np.float64) for name, array in net.arrays().items()}
    parts = (flow.layers(arrays, part) for part in ("text", "way", "direct"))
    shipped = flow.Flow({"rose": ()}, arrays["table"], *parts)
    words = told.told("bold stripes at dusk")
    at = Dice("a").bell(vector.WIDTH)
    heard, at_once = shipped.heard(words)
    end = shipped.end(at, 0.3, heard) + at_once
    with torch.no_grad():
        rows = torch.tensor([[*words.words, *[told.ROWS] * (told.MOST - len(words.words))]])
        read = torch.tensor(words.reading[None], dtype=torch.float32)
        seen = torch.tensor(at[None], dtype=torch.float32)
        expected = net(seen, torch.tensor([0.3]), rows, read)[0].numpy()
    assert np.abs(end - expected).max() < 0.05  # half precision


def test_another_machine_leans_alike() -> None:
    code = (
        "from generation.network import flow; from generation.dice import Dice\n"
        "for n in '123456': print(flow.lean('a red rose in mist', (), flow.noise((), Dice(n))))"
    )
    settings = ({}, {"OPENBLAS_NUM_THREADS": "4"}, {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3"})
    told = {_run(code, one) for one in settings}
    assert len(told) == 1


def _run(code: str, settings: dict[str, str]) -> str:
    known = np.show_config(mode="dicts")["SIMD Extensions"]["found"]  # only these may be disabled
    if "NPY_DISABLE_CPU_FEATURES" in settings:
        able = [name for name in settings["NPY_DISABLE_CPU_FEATURES"].split() if name in known]
        settings = {"NPY_DISABLE_CPU_FEATURES": " ".join(able)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_weights_are_the_listed_ones() -> None:
    for name in listed(shipped.FOLDER):
        assert place.load(name).sha256 == shipped.digest(name)
