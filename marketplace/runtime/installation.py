"""Bring up every part in the order in which they need each other; take them down in reverse."""

import math
import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from marketplace.config import Settings
from marketplace.runtime import deploy, migrate, relayer, reset, running
from marketplace.runtime.chain import Chain, port_is_free
from marketplace.runtime.error import PartDied, PortTaken, RuntimeFault
from marketplace.runtime.postgres import Postgres
from marketplace.runtime.process import Household, own
from marketplace.runtime.store import try_store
from marketplace.runtime.tell import Teller

HEALTH_SECONDS = 60.0
TEND_SECONDS = 0.2
REVIVAL_SECONDS = 2.0
TOO_MANY_DEATHS = 3
DOCTOR = "run `atelier doctor`"
OURS = ("web", "worker", "index", "herald")


@dataclass
class Installation:
    """All parts of one marketplace while they run."""

    settings: Settings
    tell: Teller
    household: Household
    postgres: Postgres | None = None
    chain: Chain | None = None
    _revivals: dict[str, float] = field(default_factory=dict, init=False)  # when, by part

    def tend(self) -> None:
        """Bring back whatever ended by itself: the parts first, then our processes."""
        for name, part in (("PostgreSQL", self.postgres), ("the chain", self.chain)):
            if part is not None:
                self._revive(name, part)
        self.household.tend()

    def _revive(self, name: str, part: Postgres | Chain) -> None:
        """Start a part that ended; one that cannot start now is tried again, for as long as we run.

        What held it up may pass: a port that somebody took, or memory that a killed server's last
        children still hold.
        """
        if part.has_ended() and name not in self._revivals:
            self.tell.say(f"{name} ended by itself; it starts again")
            self._revivals[name] = 0.0
        if time.monotonic() < self._revivals.get(name, math.inf):
            return
        try:
            part.stop()
            part.start()
        except (RuntimeFault, OSError) as error:
            self.tell.say(f"{error}; the next try is in {REVIVAL_SECONDS:g} s")
            self._revivals[name] = time.monotonic() + REVIVAL_SECONDS
        else:
            del self._revivals[name]


@contextmanager
def installed(settings: Settings, tell: Teller) -> Iterator[Installation]:
    """A whole marketplace that serves, until the block ends."""
    with ExitStack() as stack:
        stack.enter_context(running.only_one(settings.data))
        if not port_is_free(settings.port, settings.host):
            raise PortTaken("the web server", settings.port, "ATELIER_PORT")
        one = Installation(settings, tell, Household(tell.say))
        _store(one)
        _database(one, stack)
        _chain(one, stack)
        _contracts(one)
        _relayer(one)
        running.announce(one.settings)
        stack.enter_context(_processes(one))
        yield one


def _store(one: Installation) -> None:
    settings = one.settings
    with one.tell.step("store") as note:
        try_store(settings)
        node, folder = settings.ipfs_api, _short(settings.data / "ipfs")
        note.detail = f"IPFS node at {node}" if node else f"IPFS blocks in {folder}"


def _database(one: Installation, stack: ExitStack) -> None:
    settings = one.settings
    if settings.database_url is None:
        with one.tell.step("database") as note:
            one.postgres = Postgres(settings.data / "postgres")
            stack.callback(one.postgres.stop)
            one.postgres.start()
            one.postgres.create()
            note.detail = f"PostgreSQL in {_short(one.postgres.folder)}"
        one.settings = settings.model_copy(update={"database_url": one.postgres.url()})
    with one.tell.step("tables") as note:
        migrate.upgrade(one.settings.database)
        note.detail = f"at revision {', '.join(migrate.expected())}"


def _chain(one: Installation, stack: ExitStack) -> None:
    settings = one.settings
    if settings.rpc_url is not None:
        return
    with one.tell.step("chain") as note:
        state = settings.data / "chain.json"
        one.chain = Chain(settings.chain_port, state, log=settings.data / "log" / "chain.log")
        stack.callback(one.chain.stop)
        one.chain.start()
        note.detail = f"Anvil at {one.chain.url}, kept in {_short(state)}"
    one.settings = settings.model_copy(update={"rpc_url": one.chain.url, "development": True})


def _contracts(one: Installation) -> None:
    settings = one.settings
    if one.chain is None:
        deploy.check_chain(settings.rpc, settings.deployment)
        deploy.check_contracts(settings.deployment)
        return
    if deploy.is_deployed(settings.rpc, settings.deployment):
        deploy.check_contracts(settings.deployment)
        return
    with one.tell.step("contracts") as note:
        deploy.deploy(settings.rpc, settings.deployment, settings.data / "log" / "deploy.log")
        note.detail = f"deployed by Brownie, written to {_short(settings.deployment)}"
    if kept := reset.forget_the_old_chain(settings.database, one.postgres):
        one.tell.say(kept)


def _relayer(one: Installation) -> None:
    settings = one.settings
    address = relayer.ensure_key(settings.relayer_key_file)
    if settings.development:
        relayer.fund(settings.rpc, address)


@contextmanager
def _processes(one: Installation) -> Iterator[None]:
    """Our own four, looked after by one thread that lives as long as they do."""
    ending, idle = threading.Event(), threading.Event()
    keeper = threading.Thread(target=_keep, args=(one, ending, idle), name="keeper", daemon=True)
    try:
        with one.tell.step("processes") as note:
            environment = {**os.environ, **one.settings.environment()}
            for name in OURS:
                arguments = ["-m", "marketplace.cli", name]
                one.household.start(own(name, arguments, environment, _log(one.settings, name)))
            keeper.start()
            _await_health(one)
            note.detail = f"{', '.join(OURS)}; logs in {_short(one.settings.data / 'log')}"
        yield
    finally:
        ending.set()
        if keeper.is_alive():
            idle.wait()
        one.household.stop()


def _keep(one: Installation, ending: threading.Event, idle: threading.Event) -> None:
    while not ending.wait(TEND_SECONDS):
        try:
            one.tend()
        except Exception as error:  # should it end here, nobody would look after anything again
            one.tell.say(f"{type(error).__name__}: {error}")
    idle.set()
    threading.Event().wait()  # what this thread started would end with it, out of order


def _await_health(one: Installation) -> None:
    """Wait until the web process answers that all is well."""
    web = next(child for child in one.household.children if child.name == "web")
    deadline = time.monotonic() + HEALTH_SECONDS
    unwell = ""
    while time.monotonic() < deadline:
        if web.deaths >= TOO_MANY_DEATHS:
            break
        try:
            answer = httpx.get(health_url(one.settings), timeout=5, trust_env=False)
        except httpx.TransportError:
            pass
        else:
            if answer.is_success:
                return
            unwell = _unwell(answer)
        time.sleep(0.05)  # between two looks; nothing announces a listening socket
    if unwell:
        raise RuntimeFault(f"not all is well after {HEALTH_SECONDS:.0f} s: {unwell}", DOCTOR)
    raise PartDied("the web process", None, _last_line(web.command.log), web.command.log)


def _unwell(answer: httpx.Response) -> str:
    """Which parts are not well, in their own words."""
    try:
        parts = answer.json()["parts"].items()
    except (ValueError, KeyError, AttributeError):
        return f"the web process answers {answer.status_code}"
    return "; ".join(
        f"{name}: {part['detail']}" for name, part in parts if part["status"] != "well"
    )


def health_url(settings: Settings) -> str:
    """Where the web process says how it is, as seen from this machine."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    return f"http://{host}:{settings.port}/api/v1/health"


def _log(settings: Settings, name: str) -> Path | None:
    """People get files beside their data; collectors of JSON lines get our standard error."""
    return settings.data / "log" / f"{name}.log" if settings.log_format == "console" else None


def _short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _last_line(log: Path | None) -> str:
    if log is None or not log.exists():
        return ""
    return (log.read_text(errors="replace").strip().splitlines() or [""])[-1]
