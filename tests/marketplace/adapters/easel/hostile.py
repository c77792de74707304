"""The rendering's real process, but the painter misbehaves as the recipe's prompt tells it to."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from generation import artefact
from generation.engine import Progress, Raster
from generation.painter.card import CARD as PAINTER
from generation.recipe import Recipe
from marketplace.adapters.easel import child

BLACK = Raster(8, 8, bytes(8 * 8 * 3))


@dataclass(frozen=True)
class Deed:
    """The plan: the deed's name, and a word about it."""

    name: str
    word: str

    def as_dict(self) -> dict[str, Any]:
        return {"deed": self.name, "word": self.word}


def _eats(word: str) -> None:
    held = [bytearray(64 << 20) for _ in range(1000)]
    assert held


def _aborts_for_memory(word: str) -> None:
    os.write(2, b"terminate called after throwing an instance of 'std::bad_alloc'\n")
    os.kill(os.getpid(), signal.SIGABRT)


def _computes(word: str) -> None:
    while True:
        pass


def _sleeps(word: str) -> None:
    time.sleep(600)


def _crashes(word: str) -> None:
    ctypes.string_at(0)


def _kills_itself(word: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fails(word: str) -> None:
    raise KeyError("secret")


def _leaves(word: str) -> None:
    os._exit(3)


def _prints(word: str) -> None:
    os.write(1, b"\xff" * 100)  # as a library would that prints: not into the messages


def _calls(word: str) -> None:
    socket.create_connection(("127.0.0.1", int(word)), timeout=2)


def _calls_natively(word: str) -> None:
    """Past Python's hooks, straight to the kernel: connect(2) to the port in the word."""
    libc = ctypes.CDLL(None, use_errno=True)
    port = int(word)
    address = (2).to_bytes(2, sys.byteorder) + port.to_bytes(2, "big") + bytes([127, 0, 0, 1])
    speaker = libc.socket(2, 1, 0)
    if libc.connect(speaker, address + bytes(8), 16) == 0:
        raise ConnectionError("somebody answered")


def _leaves_a_child(word: str) -> None:
    program = "import time; time.sleep(600)"
    left = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL)
    os.write(2, f"child {left.pid}\n".encode())
    os.kill(os.getpid(), signal.SIGKILL)


def _floods(word: str) -> None:
    for _ in range(200):
        os.write(_target, b"\x04\xff\xff\xff\xff")  # a preview of 4 GiB


DEEDS: dict[str, Callable[[str], None]] = {
    "paints": lambda _: None,
    "eats": _eats,
    "aborts": _aborts_for_memory,
    "computes": _computes,
    "sleeps": _sleeps,
    "crashes": _crashes,
    "kills-itself": _kills_itself,
    "fails": _fails,
    "leaves": _leaves,
    "prints": _prints,
    "calls": _calls,
    "calls-natively": _calls_natively,
    "leaves-a-child": _leaves_a_child,
    "floods": _floods,
    "tells": lambda _: None,
}
_target = -1


class Hostile:
    """Paints black, after its deed."""

    card = PAINTER

    def plan(self, recipe: Recipe) -> Deed:
        deed, _, word = recipe.prompt.partition(" ")
        return Deed(deed, word)

    def render(self, plan: Deed) -> Generator[Progress, None, Raster]:
        yield Progress(100, plan.name, BLACK)
        DEEDS[plan.name](plan.word)
        yield Progress(1000, " ".join(sorted(os.environ)) if plan.name == "tells" else "done")
        return BLACK


ENGINE = Hostile()


def main() -> None:
    """Be the rendering's process, with this engine in the painter's place."""
    artefact.load = lambda name, version: ENGINE
    artefact._arithmetic = lambda card: nullcontext()  # no torch: it takes seconds to load
    own_pipe = child._own_pipe

    def remembered() -> tuple[int, int]:
        global _target
        source, _target = own_pipe()
        return source, _target

    child._own_pipe = remembered
    child.main()


if __name__ == "__main__":
    main()
