"""an installation's parts
one ended by itself      -> starts again
it cannot start just now -> says why, tends the others, and tries again until it can
whoever tends them fails -> says so, and goes on
"""

import io
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from marketplace.config import Settings
from marketplace.runtime import installation, rpc
from marketplace.runtime.chain import Chain, free_port
from marketplace.runtime.installation import Installation
from marketplace.runtime.postgres import Postgres
from marketplace.runtime.process import Household, own
from marketplace.runtime.tell import Teller

PART_SECONDS = 60.0


@pytest.fixture
def told() -> io.StringIO:
    """What people are told."""
    return io.StringIO()


@pytest.fixture
def one(
    told: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Installation]:
    """An installation that nobody tends but the test, and that tries again at once."""
    monkeypatch.setattr(installation, "REVIVAL_SECONDS", 0.0)
    tell = Teller(Console(file=told, width=500))
    one = Installation(Settings(data=tmp_path), tell, Household(tell.say))
    yield one
    one.household.stop()
    for part in (one.chain, one.postgres):
        if part is not None:
            part.stop()


def test_a_chain_whose_port_was_taken_comes_back(one: Installation, told: io.StringIO) -> None:
    one.chain = Chain(free_port())
    one.chain.start()
    child = own("sleeper", ["-c", "import time; time.sleep(600)"], {}, None)
    one.household.children.append(child)
    one.chain._process.kill()  # type: ignore[union-attr]
    one.chain._process.wait()  # type: ignore[union-attr]
    with socket.create_server(("127.0.0.1", one.chain.port)):
        one.tend()
        one.tend()
        assert f"cannot listen on port {one.chain.port}" in told.getvalue()
        assert child.is_running()
    one.tend()
    assert rpc.number(one.chain.url, "eth_chainId") == 31337
    assert told.getvalue().count("the chain ended by itself") == 1


def test_who_looks_after_them_goes_on_whatever_happens(
    one: Installation, told: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending, idle, rounds = threading.Event(), threading.Event(), itertools.count()

    def tend() -> None:
        if next(rounds) == 2:
            ending.set()
        raise LookupError("nobody foresaw this")

    monkeypatch.setattr(installation, "TEND_SECONDS", 0.0)
    monkeypatch.setattr(one.household, "tend", tend)
    threading.Thread(target=installation._keep, args=(one, ending, idle), daemon=True).start()
    assert idle.wait(PART_SECONDS)
    assert told.getvalue().count("LookupError: nobody foresaw this") == 3


def test_a_database_that_fails_to_start_is_tried_again(
    one: Installation, told: io.StringIO, open_folder: Path
) -> None:
    one.postgres = Postgres(open_folder / "postgres", ("fsync=off",))
    one.postgres.start()
    one.postgres._process.kill()  # type: ignore[union-attr]
    one.postgres._process.wait()  # type: ignore[union-attr]
    one.postgres.options = ("fsync=perhaps",)
    one.tend()
    assert "fsync" in told.getvalue()
    one.postgres.options = ("fsync=off",)
    deadline = time.monotonic() + PART_SECONDS  # the killed one's children may still be leaving
    while not one.postgres.is_running() and time.monotonic() < deadline:
        one.tend()
    assert one.postgres.is_running()
