"""Render what the worker asks, shut in, until the worker is gone: `python -m` this module."""

import errno
import os
import select
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any, Final

import orjson

from marketplace.adapters.easel.limit import Limits, allow_cpu, confine
from marketplace.adapters.easel.message import Kind, Reader, packed

PREVIEW_SECONDS: Final = 0.4  # between two previews at least
PIECE: Final = 1 << 16
# What libraries say, in whatever class, when the kernel gives them no more memory.
_NO_MEMORY: Final = (
    "cannot allocate memory",
    "not enough memory",
    "failed to map",
    "new thread",
    "returned nullptr",
)


# What the thing is, the files that go with it, and the thing itself.
Answer = tuple[dict[str, Any], Mapping[str, bytes], bytes]


def main(
    answer: "Callable[[Mapping[str, Any], bytes, Teller], Answer] | None" = None,
    refused: type[Exception] | None = None,
) -> None:
    """Say hello, then answer one question after the other; recipes are rendered.

    Whoever has another `answer` says what it refuses with.
    """
    limits = Limits.of(orjson.loads(sys.argv[1]))
    source, target = _own_pipe()
    network = confine(limits)
    from generation.errors import GenerationError

    threading.Thread(target=_end_with, args=(source,), daemon=True).start()
    _send(target, Kind.HELLO, {"network": network})
    for question, content in _questions(source):
        allow_cpu(limits.cpu_seconds)
        made = partial(answer or _made, question, content)
        _answer(target, made, refused or GenerationError)


def _answer(target: int, make: "Callable[[Teller], Answer]", refused: type[Exception]) -> None:
    try:
        result, files, artefact = make(Teller(target))
    except (MemoryError, refused) as error:
        is_short = isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError)
        _send(target, Kind.FAULT, _fault("memory" if is_short else "refused", error))
    except Exception as error:  # whatever it is, the worker has to hear of it
        if _is_short_of_memory(error):
            _send(target, Kind.FAULT, _fault("memory", error))
            return
        traceback.print_exc()
        _send(target, Kind.FAULT, _fault("fault", type(error).__name__))
    else:
        _send(target, Kind.RESULT, {**result, "files": list(files)})
        for content in files.values():
            _write(target, packed(Kind.FILE, content))
        _write(target, packed(Kind.ARTEFACT, artefact))


def _made(question: Mapping[str, Any], content: bytes, hear: "Teller") -> Answer:
    """A recipe's rendering, a small look of it, or a judgement of somebody's file by it."""
    from marketplace.adapters import imprinter, renderer

    if question["task"] == "imprint":
        taken = imprinter.take(content)
        return taken.as_dict(), {}, taken.edges
    if question["task"] == "sketch":
        look = renderer.sketch(question["recipe"], hear)
        said = {"width": look.width, "height": look.height, "media_type": look.media_type}
        return said, {}, look.content
    if question["task"] == "find":
        return {}, {}, orjson.dumps(_found(question, content, hear))
    if question["task"] == "again":
        stated = renderer.Stated(**question["stated"])
        found = renderer.make_again(question["recipe"], content, stated, hear)
        return found.as_dict(), found.pictures, b""
    made = renderer.render(question["recipe"], hear)
    said = {
        "width": made.width,
        "height": made.height,
        "media_type": made.media_type,
        "sha256": made.sha256,
        "pixel_sha256": made.pixel_sha256,
        "plan_sha256": made.plan_sha256,
    }
    return said, made.files, made.png


def _found(question: Mapping[str, Any], content: bytes, hear: "Teller") -> list[dict[str, Any]]:
    from marketplace.adapters import finder

    asked = finder.Question.of(question["question"])
    return [asdict(one) for one in finder.find(asked, content or None, hear)]


class Teller:
    """Tells the worker how far it is; previews not more often than anybody looks."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._due = time.monotonic()

    def __call__(self, permille: int, stage: str, preview: bytes | None = None) -> None:
        if preview is not None and time.monotonic() >= self._due:
            self._due = time.monotonic() + PREVIEW_SECONDS
            _write(self._target, packed(Kind.PREVIEW, preview))  # first: it is told with the rest
        _send(self._target, Kind.PROGRESS, {"permille": permille, "stage": stage[:200]})


def _own_pipe() -> tuple[int, int]:
    """Keep the pipes to ourselves: what a library prints goes to the log, not into a message."""
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return source, target


def _end_with(source: int) -> None:
    """The worker holds the other end; when it dies, however it dies, so do we."""
    watch = select.poll()
    watch.register(source, 0)  # hanging up is always told
    while not watch.poll():
        pass
    os._exit(0)


def _questions(source: int) -> Iterator[tuple[Mapping[str, Any], bytes]]:
    """Each question with the file that came after it, if it said that one would."""
    reader = Reader()
    asked: dict[str, Any] = {}
    while piece := os.read(source, PIECE):
        for kind, content in reader.feed(piece):
            if kind is Kind.ASK:
                asked = orjson.loads(content)
                if asked.pop("has_content"):
                    continue
                content = b""
            yield asked, content


def _is_short_of_memory(error: BaseException) -> bool:
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    said = str(error).lower()
    return any(words in said for words in _NO_MEMORY)


def _fault(kind: str, said: object) -> dict[str, str]:
    return {"kind": kind, "message": str(said)[:2000]}


def _send(target: int, kind: Kind, content: Mapping[str, Any]) -> None:
    _write(target, packed(kind, orjson.dumps(content)))


def _write(target: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(target, left) :]


if __name__ == "__main__":
    main()
