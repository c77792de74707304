"""an operator
lists what failed            -> its reason, its artist, its time
starts one again, or all     -> they go on, whatever the artist's quota says
names what did not fail      -> is told so, and nothing changes
says that a worker serves it -> it serves that alone; nonsense is refused
"""

import json
import os
import subprocess
import sys
from typing import Any
from uuid import uuid4

import pytest

from generation.errors import RenderError
from generation.recipe import Recipe
from marketplace.adapters.renderer import OnProgress, Rendering
from marketplace.config import ConfigurationError, Settings, load
from marketplace.studio.job import RESOURCES
from tests.marketplace.studio.conftest import Artist, WorkOff
from tests.marketplace.studio.test_kill import ROOT


def atelier(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command beside the installation."""
    environment = os.environ | settings.environment() | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "marketplace.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_what_failed_is_listed_and_started_again(
    artist: Artist, settings: Settings, work_off: WorkOff
) -> None:
    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        raise RenderError("the paint ran out")

    ids = [artist.ask(seed=seed).json()["id"] for seed in range(2)]
    work_off(render=render)
    waiting = [artist.ask(seed=seed).status_code for seed in range(10, 15)]
    rows: list[dict[str, Any]] = json.loads(atelier(settings, "studio", "failed", "--json").stdout)
    assert waiting == [201] * 5
    assert {row["id"] for row in rows} == set(ids)
    assert {(row["reason"], row["artist"]) for row in rows} == {
        ("the paint ran out", artist.account.address)
    }
    assert "the paint ran out" in atelier(settings, "studio", "failed").stdout
    assert ids[0] in atelier(settings, "studio", "retry", ids[0]).stdout
    again = atelier(settings, "studio", "retry", ids[0])
    assert (again.returncode, "no failed commission is called" in again.stderr) == (1, True)
    assert atelier(settings, "studio", "retry").returncode == 2
    assert ids[1] in atelier(settings, "studio", "retry", "--all").stdout
    assert atelier(settings, "studio", "failed").stdout == "nothing failed\n"
    work_off()
    assert {artist.look(id_)["state"] for id_ in ids} == {"pinned"}
    assert atelier(settings, "studio", "retry", str(uuid4())).returncode == 1


@pytest.mark.parametrize("names", ["", "cpu,tpu", ","])
def test_a_worker_serves_what_there_is(names: str) -> None:
    with pytest.raises(ConfigurationError, match="cpu, gpu, light"):
        load(worker_serves=names)
    assert load(worker_serves="gpu, cpu,gpu").serves == ("gpu", "cpu")
    assert set(load(worker_serves="cpu,gpu,light").serves) == set(RESOURCES)
