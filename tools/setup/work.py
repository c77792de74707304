"""Do the steps that are not done, side by side where they do not need each other."""

import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from tools.setup.step import Step

SIDE_BY_SIDE = 3


def bring_about(steps: Sequence[Step]) -> None:
    """Every step that is not done, and those that build on it; each as soon as it can begin."""
    began = time.monotonic()
    todo = _undone(steps)
    if not todo:
        print(f"set-up: everything is in place ({time.monotonic() - began:.1f} s)", flush=True)
        return
    print(f"set-up: {', '.join(step.says for step in todo.values())}", flush=True)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        _work_off(todo, pool)
    print(f"set-up: done in {time.monotonic() - began:.0f} s", flush=True)


def _undone(steps: Sequence[Step]) -> dict[str, Step]:
    todo: dict[str, Step] = {}
    for step in steps:  # listed so that what a step needs comes before it
        if not step.is_done() or any(need in todo for need in step.needs):
            todo[step.name] = step
    return todo


def _work_off(waiting: dict[str, Step], pool: ThreadPoolExecutor) -> None:
    running: dict[Future[None], str] = {}
    while waiting or running:
        for step in [*waiting.values()]:
            unmet = {*waiting, *running.values()}.intersection(step.needs)
            if not unmet:
                running[pool.submit(_do, waiting.pop(step.name))] = step.name
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            running.pop(future)
            future.result()


def _do(step: Step) -> None:
    began = time.monotonic()
    step.unmark()
    result = step.make()
    step.mark()
    print(f"  ✓ {step.says:<22} {time.monotonic() - began:6.1f} s  {result}", flush=True)
