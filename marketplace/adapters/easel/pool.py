"""Ask a process apart to render, hear how far it is, and end it when nobody wants it any more."""

import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import orjson

from generation.errors import RenderError
from generation.recipe import Recipe
from marketplace import log
from marketplace.adapters.easel.error import EaselFault, OutOfMemory, RendererDied, TooSlow
from marketplace.adapters.easel.limit import Limits
from marketplace.adapters.easel.message import Kind, MessageBroken
from marketplace.adapters.easel.process import MODULE, Process
from marketplace.adapters.finder import Find, Question
from marketplace.adapters.imprinter import Imprint
from marketplace.adapters.renderer import Judgement, OnProgress, Preview, Rendering, Stated

TICK_SECONDS: Final = 0.25
MOST_RENDERINGS: Final = 32  # of one process: what a library leaks goes with it
SKETCH_SECONDS: Final = 180.0
IMPRINT_SECONDS: Final = 60.0

_log = log.get(__name__)


class Easel:
    """Renders as `renderer.render` does, elsewhere; loading libraries is paid once a process.

    `on_progress` is called several times a second, also when nothing is new, and may raise to stop
    the rendering, which then ends at once. Safe to call from several threads: each has a process.
    """

    def __init__(self, limits: Limits, module: str = MODULE) -> None:
        self._limits = limits
        self._module = module
        self._idle: list[Process] = []
        self._lock = threading.Lock()

    def render(
        self, recipe: Recipe | Mapping[str, Any], on_progress: OnProgress | None = None
    ) -> Rendering:
        """Render the recipe; raises `RenderError`, `RendererDied`, or `EaselFault`."""
        question = _asked("render", recipe)
        result, files, artefact = self.ask(question, self._limits.seconds, on_progress)
        return Rendering(png=artefact, files=files, **result)

    def sketch(
        self, recipe: Recipe | Mapping[str, Any], on_progress: OnProgress | None = None
    ) -> Preview:
        """Draw a small look of the recipe; raises what `render` raises."""
        seconds = min(SKETCH_SECONDS, self._limits.seconds)
        result, _, picture = self.ask(_asked("sketch", recipe), seconds, on_progress)
        return Preview(content=picture, **result)

    def make_again(
        self,
        recipe: Recipe | Mapping[str, Any],
        content: bytes,
        stated: Stated,
        on_progress: OnProgress | None = None,
    ) -> Judgement:
        """Render the recipe and judge somebody's file by it; raises what `render` raises."""
        question = {**_asked("again", recipe), "stated": stated.as_dict()}
        result, files, _ = self.ask(question, self._limits.seconds, on_progress, content)
        return Judgement.of(result, files)

    def find(
        self,
        question: Question,
        liked: bytes | None = None,
        on_progress: OnProgress | None = None,
    ) -> list[Find]:
        """Have recipes found; raises what `render` raises."""
        asked = {"task": "find", "question": question.as_dict()}
        _, _, found = self.ask(asked, self._limits.seconds, on_progress, liked)
        return [Find(**one) for one in orjson.loads(found)]

    def imprint(self, content: bytes) -> Imprint:
        """Take the imprint of a stranger's picture; raises what `render` raises."""
        seconds = min(IMPRINT_SECONDS, self._limits.seconds)
        result, _, edges = self.ask({"task": "imprint"}, seconds, None, content)
        return Imprint.of(result, edges)

    def close(self) -> None:
        """End every process that waits."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            process.end()

    def ask(
        self,
        question: Mapping[str, Any],
        seconds: float,
        on_progress: OnProgress | None = None,
        content: bytes | None = None,
    ) -> tuple[dict[str, Any], dict[str, bytes], bytes]:
        """Ask what the module answers; raises what `render` raises."""
        hearing = _Hearing(on_progress, self._limits)
        process = self._take()
        try:
            process.ask(question, content)
            deadline = time.monotonic() + seconds
            while not hearing.is_over:
                for kind, message in process.hear(TICK_SECONDS):
                    hearing.hear(kind, message)
                hearing.tell(time.monotonic())
                if time.monotonic() > deadline and not hearing.is_over:
                    raise TooSlow(seconds)
        except (RenderError, RendererDied, MessageBroken):
            process.end()
            _log.warning("easel_ended", pid=process.pid, said=process.last_words)
            raise
        except BaseException:
            process.end()
            raise
        if hearing.has_failed:
            process.end()
            _log.warning("easel_failed", pid=process.pid, said=process.last_words)
        else:
            self._put_back(process)
        return hearing.outcome()

    def _take(self) -> Process:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.is_alive():
                    return process
                process.end()
        process = Process(self._limits, self._module)
        _log.info("easel_ready", pid=process.pid, network=process.network)
        return process

    def _put_back(self, process: Process) -> None:
        if process.asked >= MOST_RENDERINGS:
            process.end()
            return
        with self._lock:
            self._idle.append(process)


class _Hearing:
    """What one rendering has said so far."""

    def __init__(self, on_progress: OnProgress | None, limits: Limits) -> None:
        self._on_progress = on_progress
        self._limits = limits
        self._permille, self._stage = 0, "getting ready"
        self._preview: bytes | None = None
        self._due = 0.0
        self._result: dict[str, Any] | None = None
        self._names: list[str] = []  # of the files that are to come
        self._files: dict[str, bytes] = {}
        self._artefact: bytes | None = None
        self._fault: dict[str, str] | None = None

    @property
    def is_over(self) -> bool:
        return self._artefact is not None or self.has_failed

    @property
    def has_failed(self) -> bool:
        return self._fault is not None

    def hear(self, kind: Kind, message: bytes) -> None:
        if kind is Kind.PROGRESS:
            said = orjson.loads(message)
            self._permille, self._stage, self._due = int(said["permille"]), str(said["stage"]), 0.0
        elif kind is Kind.PREVIEW:
            self._preview = message
        elif kind is Kind.RESULT:
            self._result = orjson.loads(message)
            self._names = self._result.pop("files", [])
        elif kind is Kind.FILE and self._names:
            self._files[self._names.pop(0)] = message
        elif kind is Kind.ARTEFACT and self._result is not None and not self._names:
            self._artefact = message
        elif kind is Kind.FAULT:
            self._fault = orjson.loads(message)
        else:
            raise MessageBroken(f"{kind.name} out of turn")

    def tell(self, now: float) -> None:
        """Say the latest, and say it again: whoever listens may have changed their mind."""
        if self._on_progress and now >= self._due:
            preview, self._preview, self._due = self._preview, None, now + TICK_SECONDS
            self._on_progress(self._permille, self._stage, preview)

    def outcome(self) -> tuple[dict[str, Any], dict[str, bytes], bytes]:
        if self._fault is not None:
            raise self._error(self._fault)
        assert self._result is not None  # noqa: S101 - no artefact comes before its result
        assert self._artefact is not None  # noqa: S101 - it is over and there is no fault
        return self._result, self._files, self._artefact

    def _error(self, fault: dict[str, str]) -> Exception:
        if fault["kind"] == "memory":
            return OutOfMemory(self._limits.memory_mib)
        if fault["kind"] == "refused":
            return RenderError(fault["message"])
        return EaselFault(fault["message"])


def _asked(task: str, recipe: Recipe | Mapping[str, Any]) -> dict[str, Any]:
    content = recipe.as_dict() if isinstance(recipe, Recipe) else dict(recipe)
    return {"task": task, "recipe": content}


def for_gpu(limits: Limits) -> Limits:
    """The same for a process that may use a GPU."""
    return replace(limits, sees_gpu=True)
