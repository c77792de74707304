"""rendering apart
a good recipe                  -> the same picture as here, progress told, a preview on the way
a sketch                       -> a small WebP
made again                     -> judged as here, both pictures with it
a picture's imprint            -> the same as here; what is no picture is refused
asked twice                    -> one process; after so many, a fresh one
a listener that raises         -> the rendering's process is gone at once
too much memory, time          -> said so, as a fault of the recipe
killed, crashed, left          -> RendererDied, saying how
a fault nobody foresaw         -> its kind, not its words
what it starts                 -> ends with it
prints, floods                 -> does no harm, is refused
its environment, its network   -> holds nothing of ours, reaches nobody, natively either
the worker is killed           -> so is the rendering
"""

import io
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from generation.errors import RenderError
from generation.recipe import Recipe, compose
from marketplace.adapters import imprinter, renderer
from marketplace.adapters.easel import (
    Easel,
    EaselFault,
    Limits,
    OutOfMemory,
    RendererDied,
    TooSlow,
)
from marketplace.adapters.easel import pool as pools
from marketplace.adapters.easel.message import MessageBroken
from marketplace.adapters.easel.process import Process, environment

ROOT = Path(__file__).parents[4]
HOSTILE = "tests.marketplace.adapters.easel.hostile"
LIMITS = Limits(memory_mib=1024, seconds=60, cpu_seconds=60)


def recipe(deed: str, word: str = "") -> Recipe:
    """What makes the hostile painter do its deed."""
    return compose("painter", {}, seed=1, prompt=f"{deed} {word}")


@pytest.fixture
def easel() -> Iterator[Easel]:
    """One that renders with the hostile engine."""
    easel = Easel(LIMITS, HOSTILE)
    yield easel
    easel.close()


class Ear:
    """Hears, and remembers."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, str]] = []
        self.previews: list[bytes] = []

    def __call__(self, permille: int, stage: str, preview: bytes | None = None) -> None:
        self.heard.append((permille, stage))
        self.previews += [preview] if preview else []


def test_a_picture_is_the_same_as_here() -> None:
    content = compose("painter", {"size": 512}, seed=3)
    easel, ear = Easel(Limits()), Ear()
    try:
        assert easel.render(content, ear) == renderer.render(content)
        look = easel.sketch(content)
    finally:
        easel.close()
    permilles = [permille for permille, _ in ear.heard]
    assert permilles == sorted(permilles)
    assert permilles[-1] == 1000
    for picture in (*ear.previews, look.content):
        with Image.open(io.BytesIO(picture)) as opened:
            assert (opened.format, max(opened.size) <= renderer.EDGE) == ("WEBP", True)
    assert ear.previews
    assert (look.width, look.height) == (renderer.EDGE, renderer.EDGE)


def test_a_work_is_made_again_as_here() -> None:
    content = compose("painter", {"size": 512}, seed=3)
    easel = Easel(Limits())
    try:
        made = easel.render(content)
        facts = {"width": made.width, "height": made.height}
        stated = renderer.Stated(
            made.plan_sha256, made.media_type, made.sha256, made.pixel_sha256, facts
        )
        found = easel.make_again(content, made.png, stated)
        other = easel.make_again(content, b"no picture", stated)
    finally:
        easel.close()
    assert (found.level, found.differing) == ("A", 0)
    assert found == renderer.make_again(content, made.png, stated)
    assert (other.level, other.pictures) == ("fail", {})


def test_an_imprint_is_the_same_as_here() -> None:
    file = io.BytesIO()
    Image.effect_mandelbrot((300, 200), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(file, "PNG")
    easel = Easel(Limits())
    try:
        assert easel.imprint(file.getvalue()) == imprinter.take(file.getvalue())
        with pytest.raises(RenderError, match="cannot be decoded"):
            easel.imprint(b"<svg/>")
    finally:
        easel.close()


def test_one_process_paints_many_but_not_for_ever(
    easel: Easel, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    take = Easel._take

    def counted(self: Easel) -> Any:
        process = take(self)
        started.append(process.pid)
        return process

    monkeypatch.setattr(Easel, "_take", counted)
    monkeypatch.setattr(pools, "MOST_RENDERINGS", 2)
    for _ in range(3):
        assert easel.render(recipe("paints")).width == 8
    assert started[0] == started[1] != started[2]
    assert not psutil.pid_exists(started[0])


def test_who_stops_listening_ends_it(easel: Easel) -> None:
    begun = time.monotonic()
    found: list[psutil.Process] = []

    def stop(permille: int, stage: str, preview: bytes | None = None) -> None:
        if stage == "sleeps":
            found.extend(one for one in psutil.Process().children() if HOSTILE in one.cmdline())
            raise InterruptedError

    with pytest.raises(InterruptedError):
        easel.render(recipe("sleeps"), stop)
    assert time.monotonic() - begun < 30
    assert [child.is_running() for child in found] == [False]
    assert easel.render(recipe("paints")).width == 8


@pytest.mark.parametrize("deed", ["eats", "aborts"])
def test_too_much_memory_is_said(easel: Easel, deed: str) -> None:
    with pytest.raises(OutOfMemory, match=r"more than the 1024 MiB of memory .* a smaller size"):
        easel.render(recipe(deed))


def test_too_much_time_is_said() -> None:
    for limits, deed, said in (
        (Limits(1024, seconds=1, cpu_seconds=60), "sleeps", "longer than the 1 s that"),
        (Limits(1024, seconds=60, cpu_seconds=1), "computes", "longer than the 1 s of processor"),
    ):
        with pytest.raises(TooSlow, match=said):
            Easel(limits, HOSTILE).render(recipe(deed))


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("crashes", "crashed .SIGSEGV."),
        ("kills-itself", "was killed by the system .SIGKILL."),
        ("leaves", "ended by itself with code 3"),
    ],
)
def test_a_death_is_told(easel: Easel, deed: str, said: str) -> None:
    with pytest.raises(RendererDied, match=said):
        easel.render(recipe(deed))
    assert easel.render(recipe("paints")).width == 8


def test_a_fault_keeps_its_words_to_itself(easel: Easel) -> None:
    with pytest.raises(EaselFault, match=r"a fault of ours \(KeyError\)") as fault:
        easel.render(recipe("fails"))
    assert "secret" not in str(fault.value)


def test_a_recipe_that_no_engine_takes_is_refused(easel: Easel) -> None:
    with pytest.raises(RenderError, match="seed: -1"):
        easel.render({**recipe("paints").as_dict(), "seed": -1})


def test_what_it_started_ends_with_it() -> None:
    process = Process(LIMITS, HOSTILE)
    process.ask({"task": "render", "recipe": recipe("leaves-a-child").as_dict()})
    with pytest.raises(RendererDied):
        all(list(process.hear(1.0)) is not None for _ in range(60))
    left = int(process.last_words.split()[1])
    until_gone(left)


def until_gone(pid: int) -> None:
    """Wait until a process has ended."""
    deadline = time.monotonic() + 30
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, f"{pid} lives on"
        time.sleep(0.02)


def test_what_it_prints_does_no_harm(easel: Easel) -> None:
    assert easel.render(recipe("prints")).width == 8


def test_what_is_too_long_is_not_waited_for(easel: Easel) -> None:
    with pytest.raises(MessageBroken, match="4294967295 bytes are too many for a PREVIEW"):
        easel.render(recipe("floods"))


def test_its_environment_holds_nothing_of_ours(
    easel: Easel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = Ear()
    monkeypatch.setenv("ATELIER_RELAYER_KEY_FILE", "relayer.key")
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere")
    easel.render(recipe("tells"), ear)
    names = set(ear.heard[-1][1].split())
    assert "PYTHONPATH" in names
    assert not {"ATELIER_RELAYER_KEY_FILE", "DATABASE_URL", "HOME"} & names
    assert environment(LIMITS, {})["CUDA_VISIBLE_DEVICES"] == ""
    named = environment(LIMITS, {"ATELIER_MODEL": "models/own"})["ATELIER_MODEL"]
    assert named == os.path.abspath("models/own")  # it stands elsewhere
    assert "CUDA_VISIBLE_DEVICES" not in environment(pools.for_gpu(LIMITS), {})


@pytest.fixture
def port() -> Iterator[str]:
    """Where somebody listens on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield str(listening.getsockname()[1])


def test_it_reaches_nobody(easel: Easel, port: str) -> None:
    with pytest.raises(EaselFault, match="PermissionError"):
        easel.render(recipe("calls", port))


def test_it_reaches_nobody_past_python_either(easel: Easel, port: str) -> None:
    process = Process(LIMITS, HOSTILE)
    process.end()
    if process.network != "namespace":
        pytest.skip("this kernel lends no network namespace; Python's refusal is all there is")
    assert easel.render(recipe("calls-natively", port)).width == 8


WORKER = """
import sys
from marketplace.adapters.easel import Easel, Limits
from tests.marketplace.adapters.easel.test_easel import HOSTILE, recipe

def hear(permille, stage, preview=None):
    if stage == "sleeps":
        import psutil
        print('pid', psutil.Process().children()[0].pid, flush=True)

Easel(Limits(1024), HOSTILE).render(recipe("sleeps"), hear)
"""


def test_it_does_not_outlive_the_worker() -> None:
    environment_ = os.environ | {"PYTHONPATH": str(ROOT)}
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER], env=environment_, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    pid = next(int(line.split()[1]) for line in worker.stdout if line.startswith("pid "))
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    until_gone(pid)
