"""an operator's own model in the process apart
its works -> come out as any engine's, with a receipt that says attested; no network, bounded memory
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("diffusers", reason="the extra [adapters] is not installed")
pytest.importorskip("transformers", reason="the extra [adapters] is not installed")

from generation.adapters import card, model
from tests.generation.adapters import tiny

RENDER = """
import json
from generation.recipe import compose
from marketplace.adapters.easel import Easel, Limits
easel = Easel(Limits(seconds=300))
asked = compose("diffusers", {"edge": 64, "steps": 1}, seed=5, prompt="a rose")
made = easel.render(asked)
easel.close()
print(json.dumps({"width": made.width, "receipt": json.loads(made.files["receipt.json"])}))
"""


@pytest.mark.filterwarnings("ignore")
def test_it_works_shut_in(tmp_path: Path) -> None:
    folder = tiny.diffusion(tmp_path / "tiny")
    known = model.adopt(folder)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", RENDER],
        env={**os.environ, card.VARIABLE: str(folder), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["width"] == 64
    assert found["receipt"]["provenance"] == "attested"
    assert found["receipt"]["recipe"]["weights"] == [known.digest]
