"""a worker that renders apart
the rendering is killed, again and again -> tried again a few times, then failed, saying how
it wants too much memory                 -> failed at once, saying what to do
cancelled while it goes on               -> it ends within seconds, and its process with it
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from marketplace.adapters.easel import Easel, Limits
from marketplace.parts import Parts
from marketplace.studio.step import MOST_CRASHES
from tests.marketplace.adapters.easel.test_easel import HOSTILE
from tests.marketplace.studio.conftest import Artist, WorkOff
from tests.marketplace.studio.test_kill import until
from tests.marketplace.studio.test_making import hurry


@pytest.fixture
def easel() -> Iterator[Easel]:
    """Where the painter does what the prompt says."""
    easel = Easel(Limits(memory_mib=1024, seconds=60, cpu_seconds=60), HOSTILE)
    yield easel
    easel.close()


def test_what_is_killed_again_and_again_fails(
    artist: Artist, easel: Easel, parts: Parts, work_off: WorkOff
) -> None:
    id_ = artist.ask(prompt="kills-itself").json()["id"]
    for _ in range(MOST_CRASHES):
        assert artist.look(id_)["state"] == "asked"
        work_off(render=easel.render)
        hurry(parts)
    made = artist.look(id_)
    assert (made["state"], "SIGKILL" in made["failure"]) == ("failed", True)


def test_too_much_memory_fails_at_once(artist: Artist, easel: Easel, work_off: WorkOff) -> None:
    id_ = artist.ask(prompt="eats").json()["id"]
    work_off(render=easel.render)
    failure = artist.look(id_)["failure"]
    assert failure == (
        "the rendering needs more than the 1024 MiB of memory that it may have; ask a smaller size"
    )


def test_cancelling_ends_a_rendering_within_seconds(
    artist: Artist, easel: Easel, work_off: WorkOff
) -> None:
    id_ = artist.ask(prompt="sleeps").json()["id"]
    path = f"/api/v1/commissions/{id_}"
    with ThreadPoolExecutor(1) as pool:
        worker = pool.submit(work_off, render=easel.render)
        try:
            until(lambda: artist.look(id_)["stage"] == "sleeps")
            until(lambda: artist.site.get(f"{path}/preview").status_code == 200)
            rendering = [one for one in psutil.Process().children() if HOSTILE in one.cmdline()]
        finally:
            begun = time.monotonic()
            assert artist.site.post(f"{path}/cancel").status_code == 202
        worker.result()
    assert time.monotonic() - begun < 10  # a second, where nobody else is busy
    assert [one for one in rendering if one.is_running()] == []
    assert (len(rendering), artist.look(id_)["state"]) == (1, "cancelled")
