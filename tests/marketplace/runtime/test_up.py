"""atelier up
started                      -> serves; health is well; other commands find its parts
a second one there           -> AlreadyRunning, naming the first
web, worker, index killed    -> are back
the chain, PostgreSQL killed -> are back
SIGTERM                      -> ends with 0 and leaves no process
started again                -> the same chain, the same database
killed                       -> leaves no process, and starts again
the chain was thrown away    -> a new one is deployed on, the old rows are set aside
the port is in use           -> says which, and by which setting
no IPFS node answers         -> says so at once, and by which setting
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest

from marketplace.config import Settings
from marketplace.runtime import rpc, running
from marketplace.runtime.chain import free_port
from marketplace.runtime.installation import health_url
from marketplace.runtime.postgres import Postgres
from marketplace.runtime.running import Running

SECONDS = 90.0


@pytest.fixture(scope="module")
def whole() -> Iterator[Settings]:
    """One installation's settings; the tests of this file start and end it in turn."""
    with tempfile.TemporaryDirectory(prefix="atelier-test-") as folder:
        data = Path(folder) / "data"  # see `open_folder`
        yield Settings(data=data, port=free_port(), chain_port=free_port())


def test_it_serves_and_is_found(whole: Settings) -> None:
    with _up(whole) as parent:
        found = _found(whole)
        assert found.pid == parent.pid
        assert found.development
        assert rpc.number(found.rpc_url, "eth_chainId") == 31337
        assert running.resolved(whole).database == found.database_url
        told = _atelier(whole, "up", "--empty")
        assert told.returncode == 1
        assert f"Atelier runs already in {whole.data}, at {whole.public_url}" in told.stderr


def test_it_ends_clean_and_comes_back_the_same(whole: Settings) -> None:
    with _up(whole) as parent:
        genesis = _genesis(whole)
        family = parent.children(recursive=True)
        parent.send_signal(signal.SIGTERM)
        assert parent.wait(SECONDS) == 0
        assert [one for one in family if _lives(one)] == []
    assert running.find(whole.data) is None
    with _up(whole):
        assert _genesis(whole) == genesis


@pytest.mark.parametrize("part", ["web", "worker", "indexer", "anvil", "postgres"])
def test_what_is_killed_comes_back(whole: Settings, part: str) -> None:
    with _up(whole) as parent:
        one = next(child for child in parent.children() if _is(child, part))
        one.kill()
        _until(lambda: any(_is(child, part) and child != one for child in parent.children()))
        _until(lambda: _is_well(whole))


def test_killed_it_leaves_nobody_and_starts_again(whole: Settings) -> None:
    with _up(whole) as parent:
        genesis = _genesis(whole)
        family = parent.children(recursive=True)
        parent.kill()
        parent.wait()
        _until(lambda: not any(_lives(one) for one in family))
    with _up(whole):
        assert _genesis(whole) == genesis


def test_a_new_chain_sets_the_old_rows_aside(whole: Settings) -> None:
    with _up(whole):
        before = _genesis(whole)
    (whole.data / "chain.json").unlink()
    with _up(whole):
        assert _genesis(whole) != before
        names = _databases(whole)
    assert [name for name in names if name.startswith("atelier_")] != []


def test_a_port_in_use_is_named(whole: Settings, tmp_path: Path) -> None:
    other = whole.model_copy(update={"data": tmp_path / "data"})
    with socket.create_server((whole.host, whole.port)):
        told = _atelier(other, "up", "--empty")
    assert told.returncode == 1
    assert f"the web server cannot listen on port {whole.port}" in told.stderr
    assert "ATELIER_PORT" in told.stderr


def test_a_missing_ipfs_node_is_named(
    whole: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATELIER_IPFS_API", f"/ip4/127.0.0.1/tcp/{free_port()}")
    told = _atelier(whole.model_copy(update={"data": tmp_path / "data"}), "up", "--empty")
    assert told.returncode == 1
    assert "no IPFS node answers at /ip4/127.0.0.1/tcp/" in told.stderr
    assert "ATELIER_IPFS_API" in told.stderr


def test_a_part_alone_says_what_it_misses(whole: Settings, tmp_path: Path) -> None:
    nothing = whole.model_copy(update={"data": tmp_path})
    told = _atelier(nothing, "web")
    assert told.returncode == 1
    assert "the embedded database is missing" in told.stderr
    assert "start `atelier up` first, or set DATABASE_URL" in told.stderr


@contextmanager
def _up(settings: Settings) -> Iterator[psutil.Popen]:
    """`atelier up` until it is well; ended at the end, if it did not end before."""
    log = settings.data.with_name("up.log")
    with log.open("ab") as output:
        parent = psutil.Popen(
            _command("up", "--empty"), env=_environment(settings), stdout=output, stderr=output
        )
    try:
        _until(lambda: _is_well(settings) and running.find(settings.data) is not None, parent)
        yield parent
    finally:
        if parent.is_running():
            parent.send_signal(signal.SIGTERM)
        parent.wait(SECONDS)


def _atelier(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(*arguments),
        env=_environment(settings),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "marketplace.cli", *arguments]


def _environment(settings: Settings) -> dict[str, str]:
    own = {
        "ATELIER_DATA": str(settings.data),
        "ATELIER_PORT": str(settings.port),
        "ATELIER_CHAIN_PORT": str(settings.chain_port),
        "COLUMNS": "400",
    }
    return {**os.environ, **own}


def _is_well(settings: Settings) -> bool:
    try:
        return httpx.get(health_url(settings), trust_env=False, timeout=5).is_success
    except httpx.TransportError:
        return False


def _found(settings: Settings) -> Running:
    found = running.find(settings.data)
    assert found is not None
    return found


def _genesis(settings: Settings) -> str:
    url = _found(settings).rpc_url
    return str(rpc.call(url, "eth_getBlockByNumber", "0x0", False)["hash"])


def _databases(settings: Settings) -> list[str]:
    server = Postgres(settings.data / "postgres")
    with psycopg.connect(server.address("postgres")) as connection:
        return [row[0] for row in connection.execute("SELECT datname FROM pg_database")]


def _is(child: psutil.Process, part: str) -> bool:
    try:
        return any(part == Path(word).name or part == word for word in child.cmdline())
    except psutil.NoSuchProcess:
        return False


def _lives(one: psutil.Process) -> bool:
    return one.is_running() and one.status() != psutil.STATUS_ZOMBIE


def _until(holds: Callable[[], bool], parent: psutil.Popen | None = None) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        assert parent is None or parent.poll() is None, "it ended too early; see up.log"
        time.sleep(0.05)
