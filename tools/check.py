"""Run every check that needs no test: two at a time, silent about what is in order."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tools.setup.place import NPM, PYTHON, ROOT, with_tools

SIDE_BY_SIDE = 2


@dataclass(frozen=True)
class Check:
    """One question to the code, and the command that answers it."""

    says: str
    command: tuple[str, ...]


def _python(*arguments: str) -> tuple[str, ...]:
    return (str(PYTHON), "-m", *arguments)


CHECKS = (
    Check("types", _python("mypy")),
    Check("types of the tools", _python("mypy", "tools")),
    Check("format", _python("ruff", "format", "--check", ".")),
    Check("lint", _python("ruff", "check", "--output-format", "concise", ".")),
    Check("structure", _python("pytest", "-q", "-n", "0", "tests/structure")),
    Check("Solidity", ("node_modules/.bin/solhint", "--max-warnings", "0", "contracts/**/*.sol")),
    Check("types of the pages", (str(NPM), "run", "--silent", "types")),
    Check("exported ABIs", (str(PYTHON), "scripts/export_abi.py", "--check")),
    Check("clients", _python("tools.client", "--check")),
    Check("migrations", _python("tools.migration")),
)


def main() -> int:
    """0 if nothing is wrong."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        verdicts = list(pool.map(_is_fine, CHECKS))
    wrong = verdicts.count(False)
    print(f"{wrong} of {len(verdicts)} checks failed" if wrong else "all checks passed")
    return 1 if wrong else 0


def _is_fine(check: Check) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=with_tools(None),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    took = time.monotonic() - began
    mark = "✓" if done.returncode == 0 else "✗"
    said = "" if done.returncode == 0 else "\n" + _indented(done.stdout)
    print(f"{mark} {check.says:<20} {took:5.1f} s{said}", flush=True)
    return done.returncode == 0


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.strip().splitlines())


if __name__ == "__main__":
    sys.exit(main())
