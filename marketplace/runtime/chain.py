"""Keep a real chain in a file: Anvil on this machine, with its state saved as it grows."""

import secrets
import socket
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from marketplace.runtime import chain_state, checkout, leash, rpc
from marketplace.runtime.error import PartDied, PortTaken, RuntimeFault, Unreachable

CHAIN_ID = 31337
MNEMONIC = "test test test test test test test test test test test junk"
HOST = "127.0.0.1"
START_SECONDS = 30.0
SAVE_SECONDS = 0.5
SAVING_SHARE = 20  # saving may take a twentieth of the time, however big the chain gets
PORT_SETTING = "ATELIER_CHAIN_PORT"
FIRST_FREE_PORT, FREE_PORTS = 20_000, 12_000  # below those that Linux and others give out


@dataclass
class Chain:
    """One Anvil; with `state` it goes on tomorrow where it stopped today."""

    port: int
    state: Path | None = None
    start_from: Path | None = None  # a saved state that is read and never written
    log: Path | None = None
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _keeper: threading.Thread | None = field(default=None, init=False)
    _ending: threading.Event = field(default_factory=threading.Event, init=False)
    _saved_block: int = field(default=-1, init=False)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """Start it, wait until it answers, and set its clock after its last block."""
        if not port_is_free(self.port):
            raise PortTaken("the local chain", self.port, PORT_SETTING)
        self._process = leash.start(leash.Command(self._arguments(), log=self.log))
        self._await(self._process)
        self._catch_up()
        if self.state is not None:
            self._ending.clear()
            self._keeper = threading.Thread(target=self._keep, name="chain-keeper", daemon=True)
            self._keeper.start()

    def stop(self) -> None:
        """Save, and end it."""
        self._ending.set()
        if self._keeper is not None:
            self._keeper.join()
            self._keeper = None
        if self._process is not None:
            if not self.has_ended():
                with suppress(RuntimeFault, OSError):
                    self.save()
            leash.stop(self._process)
            self._process = None
            if self.state is not None:
                chain_state.settle(self.state)

    def has_ended(self) -> bool:
        """Whether it ended by itself."""
        return self._process is not None and self._process.poll() is not None

    def save(self) -> None:
        """Save the state if the chain has grown since."""
        if self.state is None:
            return
        block = rpc.number(self.url, "eth_blockNumber")
        if block == self._saved_block:
            return
        chain_state.write(self.state, chain_state.dump(self.url))
        self._saved_block = block

    def _arguments(self) -> list[str | Path]:
        arguments: list[str | Path] = [
            checkout.anvil(), "--quiet", "--host", HOST, "--port", str(self.port),
            "--chain-id", str(CHAIN_ID), "--accounts", "10", "--mnemonic", MNEMONIC, "--no-cors",
        ]  # fmt: skip
        if self.state is not None:
            self.state.parent.mkdir(parents=True, exist_ok=True)
            chain_state.settle(self.state)
            arguments += ["--dump-state", chain_state.last_words(self.state)]
        source = self.state if self.state and self.state.exists() else self.start_from
        if source is not None:
            arguments += ["--load-state", source]
        return arguments

    def _await(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            with suppress(Unreachable):
                rpc.call(self.url, "eth_chainId", timeout_seconds=2.0)
                return
            with suppress(subprocess.TimeoutExpired):
                code = process.wait(0.02)
                raise PartDied("Anvil", code, _tail(self.log), self.log)
            if time.monotonic() > deadline:
                leash.stop(process)
                raise PartDied("Anvil", None, _tail(self.log), self.log)

    def _catch_up(self) -> None:
        """Skipped time is forgotten at a restart; without this, time would run backwards."""
        block = rpc.call(self.url, "eth_getBlockByNumber", "latest", False)
        ahead = int(block["timestamp"], 16) - int(time.time())
        if ahead >= 0:
            rpc.call(self.url, "evm_increaseTime", ahead + 1)

    def _keep(self) -> None:
        pause = SAVE_SECONDS
        while not self._ending.wait(pause):
            began = time.monotonic()
            with suppress(RuntimeFault, OSError):  # the next round, or the end, tries again
                self.save()
            pause = max(SAVE_SECONDS, (time.monotonic() - began) * SAVING_SHARE)


def port_is_free(port: int, host: str = HOST) -> bool:
    """Whether we could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(host: str = HOST) -> int:
    """A port on which nobody listens now, and which no connection is given on its way out.

    Those that the system gives out itself may be somebody's again before we listen there.
    """
    while True:
        port = FIRST_FREE_PORT + secrets.randbelow(FREE_PORTS)
        if port_is_free(port, host):
            return port


def _tail(log: Path | None) -> str:
    if log is None or not log.exists():
        return ""
    return (log.read_text(errors="replace").strip().splitlines() or [""])[-1]
