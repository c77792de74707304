"""Keep a real chain in a file: Anvil on this machine, with its state saved as it grows."""

import gzip
import json
import shutil
import socket
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marketplace.runtime import checkout, leash, rpc
from marketplace.runtime.error import PartDied, PortTaken, RuntimeFault, Unreachable

CHAIN_ID = 31337
MNEMONIC = "test test test test test test test test test test test junk"
HOST = "127.0.0.1"
START_SECONDS = 30.0
SAVE_SECONDS = 0.5
SAVING_SHARE = 20  # saving may take a twentieth of the time, however big the chain gets
PORT_SETTING = "ATELIER_CHAIN_PORT"


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
            with suppress(RuntimeFault):
                self.save()
            leash.stop(self._process)
            self._process = None

    def has_ended(self) -> bool:
        """Whether it ended by itself."""
        return self._process is not None and self._process.poll() is not None

    def save(self) -> None:
        """Write the state beside the old one, then put it in its place: never half a file."""
        if self.state is None:
            return
        block = rpc.number(self.url, "eth_blockNumber")
        if block == self._saved_block:
            return
        fresh = self.state.with_name(self.state.name + ".new")
        fresh.write_bytes(dump(self.url))
        fresh.replace(self.state)
        self._saved_block = block

    def _arguments(self) -> list[str | Path]:
        arguments: list[str | Path] = [
            checkout.anvil(), "--quiet", "--host", HOST, "--port", str(self.port),
            "--chain-id", str(CHAIN_ID), "--accounts", "10", "--mnemonic", MNEMONIC, "--no-cors",
        ]  # fmt: skip
        if self.state is not None:
            self.state.parent.mkdir(parents=True, exist_ok=True)
            _choose_state(self.state, _last_words(self.state))
            arguments += ["--dump-state", _last_words(self.state)]
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


def dump(url: str) -> bytes:
    """A chain's whole state, in the form in which Anvil starts from it."""
    packed = bytes.fromhex(rpc.call(url, "anvil_dumpState", timeout_seconds=60.0)[2:])
    return gzip.decompress(packed)


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
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
    return port


def _last_words(state: Path) -> Path:
    """What Anvil writes itself when it is asked to end, even if nobody is left to save it."""
    return state.with_name(state.name + ".end")


def _choose_state(state: Path, last_words: Path) -> None:
    """Take what the chain wrote at its end if it is whole and not older than what was saved."""
    ended, saved = _best_block(last_words), _best_block(state)
    if ended is not None and (saved is None or ended >= saved):
        last_words.replace(state)
    elif saved is None and state.exists():
        shutil.move(state, state.with_name(state.name + ".broken"))
    last_words.unlink(missing_ok=True)


def _best_block(state: Path) -> int | None:
    try:
        saved: dict[str, Any] = json.loads(state.read_bytes())
        best = saved["best_block_number"]
        return int(best, 16) if isinstance(best, str) else int(best)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _tail(log: Path | None) -> str:
    if log is None or not log.exists():
        return ""
    return (log.read_text(errors="replace").strip().splitlines() or [""])[-1]
