"""who runs in a data folder
nobody               -> nothing is found; a part alone says what it misses
somebody             -> is found, with the addresses of the parts
a folder in use      -> AlreadyRunning, naming the first
whoever held it died -> the folder is free, whatever the note says
no folder can be     -> says so, and by which setting it is chosen
"""

import subprocess
import sys
from pathlib import Path

import pytest

from marketplace.config import Settings
from marketplace.runtime import running
from marketplace.runtime.error import PartMissing, RuntimeFault
from marketplace.runtime.running import AlreadyRunning

HOLDER = """
import sys, time
from pathlib import Path
from marketplace.config import Settings
from marketplace.runtime import running
settings = Settings(
    data=Path(sys.argv[1]), database_url="postgresql://db/x", rpc_url="http://127.0.0.1:1"
)
with running.only_one(settings.data):
    running.announce(settings)
    print("held", flush=True)
    time.sleep(3600)
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_nobody_is_found_where_nobody_runs(data: Path) -> None:
    assert running.find(data) is None
    with pytest.raises(PartMissing, match="embedded database is missing"):
        running.resolved(Settings(data=data))


def test_who_is_told_everything_needs_nobody(data: Path) -> None:
    told = Settings(data=data, database_url="postgresql://db/x", rpc_url="http://127.0.0.1:1")
    assert running.resolved(told) is told


def test_who_runs_is_found_and_keeps_others_out(data: Path) -> None:
    with _holder(data) as holder:
        found = running.resolved(Settings(data=data))
        assert (found.rpc_url, found.database) == (
            "http://127.0.0.1:1",
            "postgresql+psycopg://db/x",
        )
        with (
            pytest.raises(AlreadyRunning, match=f"process {holder.pid}"),
            running.only_one(data),
        ):
            pass
        holder.kill()


def test_the_dead_hold_nothing(data: Path) -> None:
    with _holder(data) as holder:
        holder.kill()
    assert (data / "running.json").exists()
    assert running.find(data) is None
    with running.only_one(data):
        assert running.find(data) is not None
    assert not (data / "running.json").exists()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(RuntimeFault, match=r"cannot be made: Not a directory\n.*ATELIER_DATA"),
        running.only_one(tmp_path / "file" / "data"),
    ):
        pass


def _holder(data: Path) -> subprocess.Popen[bytes]:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(data)], stdout=subprocess.PIPE)
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    return holder
