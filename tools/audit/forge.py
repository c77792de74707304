"""Ask forge, and understand its answer."""

import json
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.audit.place import FORGE
from tools.setup.place import ROOT, with_tools

FAST = "fast"  # profiles of foundry.toml
DEPLOYED = "deployed"
SAID_LINES = 30


class ForgeFault(Exception):
    """Forge could not even try: the contracts or the tests do not compile."""


@dataclass(frozen=True)
class Verdict:
    """What became of one test."""

    file: str
    test: str
    is_passed: bool
    reason: str
    calls: int  # runs of a fuzz test, calls of an invariant, 1 of a plain test
    acts: Mapping[str, int]  # of an invariant: how often each of its acts had its effect

    @property
    def name(self) -> str:
        """The test without its arguments."""
        return self.test.partition("(")[0]


def attempt(
    *words: str,
    profile: str,
    settings: Mapping[str, str] | None = None,
    root: Path = ROOT,
    seconds: float | None = None,
) -> list[Verdict]:
    """Run tests and tell what became of each.

    A run that a signal ended says nothing of the contracts: it is begun once more.
    """
    environment = with_tools({"FOUNDRY_PROFILE": profile, **(settings or {})})
    environment.setdefault("RAYON_NUM_THREADS", str(os.cpu_count() or 1))
    done = _run(words, environment, root, seconds)
    if done.returncode < 0:
        done = _run(words, environment, root, seconds)
    try:
        suites = json.loads(done.stdout)
        return [verdict for name, suite in suites.items() for verdict in _verdicts(name, suite)]
    except (json.JSONDecodeError, AttributeError, KeyError) as error:
        raise ForgeFault(_last_words(done)) from error


def _run(
    words: Sequence[str], environment: Mapping[str, str], root: Path, seconds: float | None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(FORGE), "test", "--json", "--threads", "1", *words],
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )


def _last_words(done: subprocess.CompletedProcess[str]) -> str:
    """What forge said instead of its verdicts; of one that said nothing, how it ended."""
    said = "\n".join((done.stdout[-4_000:] + done.stderr).splitlines()[-SAID_LINES:])
    if done.returncode < 0:
        return f"forge was ended twice, by {signal.Signals(-done.returncode).name}\n{said}".rstrip()
    return said or f"forge ended with {done.returncode}, and said nothing"


def build(profile: str, root: Path) -> None:
    """Compile what is not compiled yet."""
    done = subprocess.run(
        [str(FORGE), "build"],
        cwd=root,
        env=with_tools({"FOUNDRY_PROFILE": profile}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ForgeFault((done.stdout + done.stderr)[-4_000:])


def _verdicts(suite: str, facts: Mapping[str, Any]) -> list[Verdict]:
    file = suite.rpartition(":")[0]
    return [
        Verdict(
            file,
            name,
            result["status"] == "Success",
            result["reason"] or "",
            _calls(result["kind"]),
            _acts(result["kind"].get("Invariant", {}).get("metrics") or {}),
        )
        for name, result in sorted(facts["test_results"].items())
    ]


def _calls(kind: Mapping[str, Any]) -> int:
    if "Fuzz" in kind:
        return int(kind["Fuzz"]["runs"])
    return int(kind["Invariant"]["calls"]) if "Invariant" in kind else 1


def _acts(metrics: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """By name; an act that found nothing to do says so by `vm.assume`, which forge discards."""
    return {
        name.rpartition(".")[2]: one["calls"] - one["reverts"] - one["discards"]
        for name, one in metrics.items()
    }
