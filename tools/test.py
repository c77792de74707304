"""Run the test suites side by side, and close with one line that counts them together."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from tools.setup.place import BROWNIE, PYTHON, ROOT, with_tools

FOLLOW_SECONDS = 0.2
# The order in which pytest counts.
OUTCOMES = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "warning", "error")


def main() -> int:
    """0 if every test of every suite passed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="atelier-test-") as folder:
        logs = {title: Path(folder) / str(number) for number, title in enumerate(SUITES)}
        running = {title: _start(command(), logs[title]) for title, command in SUITES.items()}
        try:
            codes = [_follow(title, process, logs[title]) for title, process in running.items()]
        finally:
            for process in running.values():
                if process.poll() is None:
                    process.terminate()
                    process.wait()
        print(_closing(tuple(logs.values()), time.monotonic() - began))
    return max(codes)


def _contracts() -> list[str]:
    return [str(BROWNIE), "test", "tests/contracts"]


def _product() -> list[str]:
    workers = max(2, (os.cpu_count() or 2) - 1)  # Brownie and its chain want a core as well
    # In the order of `testpaths`, long ways first: xdist's own puts files of few tests last.
    spread = ["--dist", "loadfile", "--no-loadscope-reorder"]
    return [str(PYTHON), "-m", "pytest", "-n", str(workers), *spread]


def _audit() -> list[str]:
    return [str(PYTHON), "-m", "tools.audit.quick"]


SUITES = {
    "contracts, by fuzz and invariant": _audit,
    "contracts, on Anvil": _contracts,
    "everything else": _product,
}


def _start(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=with_tools({"PYTHONUNBUFFERED": "1"}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def _follow(title: str, process: subprocess.Popen[bytes], log: Path) -> int:
    """Show what a suite says, from its beginning, until it ends."""
    print(f"\n── {title} ──", flush=True)
    with log.open(errors="replace") as output:
        while process.poll() is None:
            _show(output)
            try:
                process.wait(FOLLOW_SECONDS)
            except subprocess.TimeoutExpired:
                continue
        _show(output)
    return process.returncode


def _show(output: IO[str]) -> None:
    sys.stdout.write(output.read())
    sys.stdout.flush()


def _closing(logs: tuple[Path, ...], seconds: float) -> str:
    """Pytest's closing line, with both suites' counts added up."""
    counts = dict.fromkeys(OUTCOMES, 0)
    for log in logs:
        for number, outcome in _counted(log.read_text(errors="replace")):
            counts[outcome] += number
    told = ", ".join(_plural(number, name) for name, number in counts.items() if number)
    return f" {told or 'no tests ran'} in {seconds:.2f}s ".center(80, "=")


def _plural(number: int, outcome: str) -> str:
    return f"{number} {outcome}{'s' if number > 1 and outcome in ('warning', 'error') else ''}"


def _counted(text: str) -> list[tuple[int, str]]:
    lines = [line for line in text.splitlines() if re.search(r"\bin \d+\.\d+s", line)]
    found = re.findall(r"(\d+) (\w+?)s?(?=,| in )", lines[-1]) if lines else []
    return [(int(number), outcome) for number, outcome in found if outcome in OUTCOMES]


if __name__ == "__main__":
    sys.exit(main())
