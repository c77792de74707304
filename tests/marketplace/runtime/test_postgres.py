"""the embedded PostgreSQL
started                     -> takes connections, speaks UTC and UTF-8
started twice               -> is used, not started again
stopped                     -> starts again with what was in it
killed                      -> starts again with what was committed
a stale lock                -> is forgotten, even if its process number lives again
a deep folder               -> has its socket elsewhere, in a folder that is ours alone
half a cluster              -> is made anew
a copy of a database        -> holds what the original held
renamed                     -> under the other name, although somebody was connected
"""

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from marketplace.runtime.postgres import FolderForeign, Postgres

CARELESS = ("fsync=off",)


@pytest.fixture
def server(open_folder: Path) -> Iterator[Postgres]:
    """A server of the test's own: these tests kill it."""
    one = Postgres(open_folder / "postgres", CARELESS)
    one.start()
    yield one
    one.stop()


def test_it_takes_connections(server: Postgres) -> None:
    asked = "SELECT current_setting('timezone'), current_setting('server_encoding'), upper('ä')"
    assert _ask(server, asked) == ("UTC", "UTF8", "Ä")


def test_a_second_start_uses_the_first(server: Postgres) -> None:
    other = Postgres(server.folder)
    assert other.start() is False
    other.stop()
    assert server.is_running()


def test_it_keeps_what_it_holds(server: Postgres) -> None:
    _run(server, "CREATE TABLE kept AS SELECT 7 AS number")
    server.stop()
    assert not server.is_running()
    server.start()
    assert _ask(server, "SELECT number FROM kept") == (7,)


def test_a_killed_server_recovers(server: Postgres) -> None:
    _run(server, "CREATE TABLE kept AS SELECT 7 AS number")
    pid = int((server.folder / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    server.stop()
    server.start()
    assert _ask(server, "SELECT number FROM kept") == (7,)


@pytest.mark.parametrize("living", [True, False])
def test_a_stale_lock_is_forgotten(server: Postgres, living: bool) -> None:
    server.stop()
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    if not living:
        stranger.communicate(b"\n")
    lines = [stranger.pid, server.folder, 1, 5432, server.folder, "", " 1 1", "ready"]
    (server.folder / "postmaster.pid").write_text("\n".join(map(str, lines)) + "\n")
    assert server.start() is True
    if living:
        stranger.communicate(b"\n")


def test_a_deep_folder_has_its_socket_elsewhere(open_folder: Path) -> None:
    with _deep(open_folder) as server:
        server.start()
        assert server.socket_folder != server.folder
        assert _ask(server, "SELECT 1") == (1,)


def test_a_socket_is_out_of_others_reach(open_folder: Path) -> None:
    """Its folder lies where everybody may make folders, under a name that can be foreseen."""
    with _deep(open_folder) as server:
        server.socket_folder.mkdir()
        server.socket_folder.chmod(0o777)
        server.start()
        assert stat.S_IMODE(server.socket_folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_anothers_folder_holds_no_socket(open_folder: Path) -> None:
    with _deep(open_folder) as server:
        server.socket_folder.mkdir()
        os.chown(server.socket_folder, 12_345, 12_345)
        with pytest.raises(FolderForeign, match=str(server.socket_folder)):
            server.start()


def test_half_a_cluster_is_made_anew(open_folder: Path) -> None:
    half = open_folder / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    server = Postgres(open_folder / "postgres", CARELESS)
    assert server.start() is True
    server.stop()
    assert not half.exists()


def test_a_copy_holds_what_the_original_held(server: Postgres) -> None:
    server.create("original")
    _run(server, "CREATE TABLE kept AS SELECT 7 AS number", "original")
    server.create("copy", template="original")
    assert _ask(server, "SELECT number FROM kept", "copy") == (7,)


def test_renaming_cuts_off_who_is_connected(server: Postgres) -> None:
    server.create("before")
    with closing(psycopg.connect(server.address("before"))):
        server.rename("before", "after")
    assert _ask(server, "SELECT current_database()", "after") == ("after",)


@contextmanager
def _deep(folder: Path) -> Iterator[Postgres]:
    """A server whose folder's path is too long for a socket."""
    server = Postgres(folder / ("deep" * 20) / "postgres", CARELESS)
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(server.socket_folder)


def _run(server: Postgres, statement: str, database: str = "postgres") -> None:
    with psycopg.connect(server.address(database), autocommit=True) as connection:
        connection.execute(statement.encode())


def _ask(server: Postgres, statement: str, database: str = "postgres") -> tuple[object, ...] | None:
    with psycopg.connect(server.address(database)) as connection:
        return connection.execute(statement.encode()).fetchone()
