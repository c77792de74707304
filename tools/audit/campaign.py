"""Fuzz and check invariants for long, with recorded seeds, on the bytecode that is deployed."""

import re
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.audit import forge
from tools.audit.place import HERE, SEEDS
from tools.audit.table import Row, tell
from tools.setup.place import ROOT

DEPLOYED = "deployed"
FAST = "fast"
PROPERTY = re.compile(r"^    function test\w*\(\s*[^)\s]", re.MULTILINE)  # it has arguments


@dataclass(frozen=True)
class Effort:
    """How hard to try."""

    seeds: tuple[str, ...]
    fuzz_runs: int
    invariant_runs: int
    invariant_depth: int

    def settings(self, seed: str) -> dict[str, str]:
        """The same for forge."""
        return {
            "FOUNDRY_FUZZ_SEED": seed,
            "FOUNDRY_FUZZ_RUNS": str(self.fuzz_runs),
            "FOUNDRY_INVARIANT_RUNS": str(self.invariant_runs),
            "FOUNDRY_INVARIANT_DEPTH": str(self.invariant_depth),
        }


def effort(name: str) -> Effort:
    """`quick` or `long`, as recorded."""
    facts: Mapping[str, Mapping[str, int | list[str]]] = tomllib.loads(SEEDS.read_text())
    chosen = dict(facts[name])
    seeds = chosen.pop("seeds")
    return Effort(seeds=tuple(map(str, _list(seeds))), **{k: _int(v) for k, v in chosen.items()})


def fuzz() -> Iterator[Row]:
    """Every property at the long figures, in whatever room it lies."""
    apart = {"invariant", "symbolic"}
    files = [path for path in sorted(HERE.rglob("*.t.sol")) if path.parent.name not in apart]
    yield from _tried("fuzz", [path for path in files if PROPERTY.search(path.read_text())])


def invariant() -> Iterator[Row]:
    """Every invariant at the long figures; a revert that nobody foresaw is a failure."""
    yield from _tried("invariant", sorted((HERE / "invariant").glob("*.t.sol")))


def _tried(part: str, files: list[Path]) -> Iterator[Row]:
    long = effort("long")
    for file in files:
        for seed in long.seeds:
            yield from _rows(part, str(file.relative_to(ROOT)), seed, long)


def _rows(part: str, file: str, seed: str, long: Effort) -> Iterator[Row]:
    began = time.monotonic()
    try:
        verdicts = forge.attempt(
            "--match-path", file, profile=DEPLOYED, settings=long.settings(seed)
        )
    except forge.ForgeFault as fault:
        yield tell(Row(part, file, False, str(fault), time.monotonic() - began))
        return
    each = (time.monotonic() - began) / max(1, len(verdicts))
    for verdict in verdicts:
        if verdict.calls == 1 and verdict.is_passed:
            continue  # a plain test, which a seed does not change
        tried = f"{verdict.calls:,} calls, seed {seed}"
        said = f"{tried}  {verdict.reason}"
        yield tell(Row(part, verdict.name, verdict.is_passed, said, each, tried))


def _list(value: int | list[str]) -> list[str]:
    assert isinstance(value, list), f"{SEEDS.name}: seeds are a list"  # noqa: S101
    return value


def _int(value: int | list[str]) -> int:
    assert isinstance(value, int), f"{SEEDS.name}: {value} should be a number"  # noqa: S101
    return value
