"""python -m generation train flow, dual, judge, style
each network  -> a step in no time at all writes weights that load, a digest, a card
an eye        -> what ships sees what was trained
words         -> rows of words and pairs, in any order
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from generation import weights
from generation.cli import app
from generation.network import told
from generation.network.eye import Eye, seen


@pytest.mark.parametrize("name", ["flow", "judge", "dual"])
def test_training_writes_weights_and_card(name: str, tmp_path: Path) -> None:
    asked = ["train", name, "--minutes", "0", "--place", str(tmp_path), "--quiet"]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0, done.output
    loaded = weights.load(tmp_path, name)
    card = json.loads((tmp_path / f"{name}.json").read_text())
    assert card["sha256"] == loaded.sha256
    assert card["steps"] == 1
    assert all(np.isfinite(np.asarray(array, np.float64)).all() for array in loaded.arrays.values())


def test_what_ships_sees_what_was_trained() -> None:
    torch.manual_seed(1)
    eye = Eye()
    pictures = np.random.default_rng(1).integers(0, 256, (6, 64, 64, 3)).astype(np.uint8)
    batch = torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 255
    eye(batch)  # so that the normalisation has seen something
    eye.eval()
    with torch.no_grad():
        expected = eye(batch).numpy()
    assert np.abs(seen(eye.arrays(), pictures) - expected).max() < 0.02


def test_pairs_have_no_order() -> None:
    assert set(told.rows("stripes bold")) == set(told.rows("with bold stripes"))
    assert told.rows("老虎") == ()
