"""Know whether an installation runs in a data folder, and where its embedded parts are."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from marketplace.config import Settings
from marketplace.runtime.error import PartMissing, RuntimeFault
from marketplace.runtime.postgres import Postgres


class AlreadyRunning(RuntimeFault):
    """Two installations cannot share one data folder."""


@dataclass(frozen=True, slots=True)
class Running:
    """What `atelier up` tells other commands that use its data folder."""

    pid: int
    public_url: str
    database_url: str
    rpc_url: str
    development: bool


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the data folder for as long as the installation runs; the system lets go of it."""
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RuntimeFault(
            f"the data folder {data} cannot be made: {error.strerror}",
            "choose another with ATELIER_DATA=<folder>",
        ) from error
    with _lock_file(data).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            other = _note(data)
            where = f"at {other.public_url} (process {other.pid})" if other else "and is starting"
            raise AlreadyRunning(
                f"Atelier runs already in {data}, {where}",
                "use that one, stop it with Ctrl-C, or choose ATELIER_DATA=<another folder>",
            ) from error
        try:
            yield
        finally:
            _note_file(data).unlink(missing_ok=True)


def announce(settings: Settings) -> None:
    """Leave word of where the parts are."""
    note = Running(
        pid=os.getpid(),
        public_url=settings.public_url,
        database_url=settings.database,
        rpc_url=settings.rpc,
        development=settings.development,
    )
    file = _note_file(settings.data)
    fresh = file.with_name(file.name + ".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as target:
        json.dump(asdict(note), target)
    fresh.replace(file)


def find(data: Path) -> Running | None:
    """The installation that runs in a data folder now, if one does."""
    try:
        with _lock_file(data).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _note(data)
    except FileNotFoundError:
        return None
    return None


def resolved(settings: Settings) -> Settings:
    """Fill in the embedded parts that a single process needs, from the installation that runs."""
    if settings.database_url and settings.rpc_url:
        return settings
    running = find(settings.data)
    known: dict[str, object] = {}
    if not settings.database_url:
        known["database_url"] = _database(settings, running)
    if not settings.rpc_url:
        if running is None:
            raise PartMissing(
                "the embedded chain",
                settings.data,
                "start `atelier up` first, or set ATELIER_RPC_URL to a node",
            )
        known |= {"rpc_url": running.rpc_url, "development": running.development}
    return settings.model_copy(update=known)


def _database(settings: Settings, running: Running | None) -> str:
    if running is not None:
        return running.database_url
    server = Postgres(settings.data / "postgres")
    if server.is_running():
        return server.url()
    raise PartMissing(
        "the embedded database",
        server.folder,
        "start `atelier up` first, or set DATABASE_URL to a PostgreSQL",
    )


def _lock_file(data: Path) -> Path:
    return data / "lock"


def _note_file(data: Path) -> Path:
    return data / "running.json"


def _note(data: Path) -> Running | None:
    try:
        return Running(**json.loads(_note_file(data).read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return None
