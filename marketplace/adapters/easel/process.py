"""Hold one rendering's process: start it, ask it, hear it, end it with all it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from select import POLLIN, poll
from typing import Any, Final

import orjson

from marketplace.adapters.easel.error import OutOfMemory, RendererDied, TooSlow
from marketplace.adapters.easel.limit import MIB, Limits
from marketplace.adapters.easel.message import Kind, MessageBroken, Reader, packed

MODULE: Final = "marketplace.adapters.easel.child"
HELLO_SECONDS: Final = 60.0
LAST_WORDS: Final = 8192
# Libraries that get no memory abort, crash, or leave with this code, as glibc does: then it was
# the memory, if they said so, or had come this near to the limit when last looked at.
ABORTED: Final = frozenset({-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS, -signal.SIGTRAP, 127})
NO_MEMORY: Final = ("bad_alloc", "cannot allocate memory", "out of memory", "not enough memory")
NEAR: Final = 0.75
PIECE: Final = 1 << 20
# All that a rendering may know of this process's environment: where programs, words and the
# operator's own model are.
PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT")
MODEL: Final = "ATELIER_MODEL"


class Process:
    """A rendering's process, seen from the worker."""

    def __init__(self, limits: Limits, module: str = MODULE) -> None:
        self._limits = limits
        self._reader = Reader()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", module, orjson.dumps(limits.as_dict()).decode()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd="/",
            env=environment(limits),
            start_new_session=True,
            bufsize=0,
        )
        self.asked = 0
        self._most_bytes = 0
        self._said = bytearray()
        os.set_blocking(self._pipes()[1], False)
        self.network = self._hear_hello()

    @property
    def pid(self) -> int:
        """Its process id, and its group's."""
        return self._process.pid

    def ask(self, question: Mapping[str, Any], content: bytes | None = None) -> None:
        """Give it something to render, and a file to look at where it needs one."""
        self.asked += 1
        said = {**question, "has_content": content is not None}
        try:
            self._write(packed(Kind.ASK, orjson.dumps(said)))
            if content is not None:
                self._write(packed(Kind.CONTENT, content))
        except BrokenPipeError as broken:
            raise self._died() from broken

    def hear(self, seconds: float) -> Iterator[tuple[Kind, bytes]]:
        """What it says within so many seconds; nothing, if it says nothing.

        Raises `RendererDied` when it will say nothing more, `TooSlow` or `OutOfMemory` when that
        is for one of its limits, `MessageBroken` when it says what no rendering says.
        """
        self._most_bytes = max(self._most_bytes, _address_space(self.pid))
        stdout, stderr = self._pipes()
        watch = poll()
        for pipe in (stdout, stderr):
            watch.register(pipe, POLLIN)
        ready = {number for number, _ in watch.poll(seconds * 1000)}
        if stderr in ready:
            self._overhear(stderr)
        if stdout in ready:
            piece = os.read(stdout, PIECE)
            if not piece:
                raise self._died()
            yield from self._reader.feed(piece)

    @property
    def last_words(self) -> str:
        """The end of what it and its libraries wrote to their log."""
        return self._said.decode(errors="replace")

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def end(self) -> None:
        """Kill it and whatever it started, and see it gone."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    def _write(self, content: bytes) -> None:
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - a pipe was asked for
        left = memoryview(content)
        while left:
            left = left[os.write(stdin.fileno(), left) :]

    def _died(self) -> Exception:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)  # its pipe is closed: its own code says more than our kill
        while self._overhear(self._pipes()[1]) and len(self._said) < LAST_WORDS:
            pass
        self.end()
        code = self._process.returncode
        if code == -signal.SIGXCPU:
            return TooSlow(self._limits.cpu_seconds, " of processor time")
        if code in ABORTED and self._was_short_of_memory():
            return OutOfMemory(self._limits.memory_mib)
        return RendererDied(code)

    def _was_short_of_memory(self) -> bool:
        said = self.last_words.lower()
        is_near = self._most_bytes > NEAR * self._limits.memory_mib * MIB
        return (is_near and not self._limits.sees_gpu) or any(words in said for words in NO_MEMORY)

    def _overhear(self, stderr: int) -> bool:
        """Keep the end of what it writes to its log; False when there is nothing to read now."""
        try:
            piece = os.read(stderr, PIECE)
        except BlockingIOError:
            return False
        self._said += piece
        del self._said[:-LAST_WORDS]
        return bool(piece)

    def _pipes(self) -> tuple[int, int]:
        stdout, stderr = self._process.stdout, self._process.stderr
        assert stdout is not None  # noqa: S101 - pipes were asked for
        assert stderr is not None  # noqa: S101
        return stdout.fileno(), stderr.fileno()

    def _hear_hello(self) -> str:
        deadline = time.monotonic() + HELLO_SECONDS
        try:
            while (left := deadline - time.monotonic()) > 0:
                for kind, content in self.hear(left):
                    if kind is not Kind.HELLO:
                        raise MessageBroken(f"{kind.name} before HELLO")
                    return str(orjson.loads(content)["network"])
        except BaseException:
            self.end()
            raise
        self.end()
        raise RendererDied(None)


def environment(limits: Limits, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """A rendering's environment: no address, no key, no setting of ours; a GPU where allowed."""
    given = os.environ if given is None else given
    kept = {name: given[name] for name in PASSED_ON if name in given}
    if folder := given.get(MODEL):
        kept[MODEL] = os.path.abspath(folder)  # the rendering stands elsewhere
    kept["PYTHONPATH"] = os.pathsep.join(_paths(sys.path))
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    if not limits.sees_gpu:
        kept["CUDA_VISIBLE_DEVICES"] = kept["HIP_VISIBLE_DEVICES"] = ""
    return kept


def _address_space(pid: int) -> int:
    """Bytes that the process has mapped now; 0 where that cannot be known."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGESIZE")
    except (OSError, IndexError):
        return 0


def _paths(paths: Sequence[str]) -> list[str]:
    """Where this process finds our code, wherever the other one stands."""
    return [os.path.abspath(path or os.curdir) for path in paths if not path.startswith("__")]
