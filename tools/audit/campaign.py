"""Fuzz and check invariants for long, with recorded seeds, on the bytecode that is deployed."""

import re
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.audit import broken, forge
from tools.audit.place import HERE, INVARIANT_VARIANTS, SEEDS
from tools.audit.table import Row, tell
from tools.audit.variant import variants
from tools.setup.place import ROOT

PROPERTY = re.compile(r"^    function test\w*\(\s*[^)\s]", re.MULTILINE)  # it has arguments


@dataclass(frozen=True)
class Effort:
    """How hard to try."""

    seeds: tuple[str, ...]
    fuzz_runs: int = 1
    invariant_runs: int = 1
    invariant_depth: int = 1

    def settings(self, seed: str) -> dict[str, str]:
        """The same for forge."""
        return {
            "FOUNDRY_FUZZ_SEED": seed,
            "FOUNDRY_FUZZ_RUNS": str(self.fuzz_runs),
            "FOUNDRY_INVARIANT_RUNS": str(self.invariant_runs),
            "FOUNDRY_INVARIANT_DEPTH": str(self.invariant_depth),
        }


def effort(name: str) -> Effort:
    """A section of the seeds' file."""
    facts: Mapping[str, Mapping[str, int | list[str]]] = tomllib.loads(SEEDS.read_text())
    chosen = dict(facts[name])
    seeds = chosen.pop("seeds")
    return Effort(seeds=tuple(map(str, _list(seeds))), **{k: _int(v) for k, v in chosen.items()})


def fuzz() -> Iterator[Row]:
    """Every property, in whatever room it lies."""
    apart = {"invariant", "symbolic"}
    files = [path for path in sorted(HERE.rglob("*.t.sol")) if path.parent.name not in apart]
    properties = [path for path in files if PROPERTY.search(path.read_text())]
    yield from tried("fuzz", properties, effort("fuzz"))


def invariant() -> Iterator[Row]:
    """Every invariant, then what each promises on contracts that break it.

    A revert that nobody foresaw is a failure, and so is an act that had no effect as often as there
    were runs: nothing is proved about it.
    """
    files = sorted((HERE / "invariant").glob("*.t.sol"))
    yield from tried("invariant", files, effort("invariant"))
    short = effort("variant")
    # The shortest way to a failure is of no interest here, and takes longest to find.
    settings = {**short.settings(short.seeds[0]), "FOUNDRY_INVARIANT_SHRINK_RUN_LIMIT": "0"}
    yield from broken.tried("invariant", variants(INVARIANT_VARIANTS), settings)


def tried(part: str, files: Sequence[Path], how: Effort) -> Iterator[Row]:
    """Each file with each seed."""
    for file in files:
        for seed in how.seeds:
            yield from _rows(part, str(file.relative_to(ROOT)), seed, how)


def _rows(part: str, file: str, seed: str, how: Effort) -> Iterator[Row]:
    began = time.monotonic()
    try:
        verdicts = forge.attempt(
            "--match-path", file, profile=forge.DEPLOYED, settings=how.settings(seed)
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
        if verdict.acts:
            yield tell(_acted(part, verdict, how.invariant_runs))


def _acted(part: str, verdict: forge.Verdict, least: int) -> Row:
    """That every act of an invariant's people had its effect often enough."""
    rare = min(verdict.acts, key=lambda name: verdict.acts[name])
    said = f"{len(verdict.acts)} acts, {rare} {verdict.acts[rare]:,} times, the others more often"
    return Row(part, f"{verdict.name}: acts", verdict.acts[rare] >= least, said)


def _list(value: int | list[str]) -> list[str]:
    assert isinstance(value, list), f"{SEEDS.name}: seeds are a list"  # noqa: S101
    return value


def _int(value: int | list[str]) -> int:
    assert isinstance(value, int), f"{SEEDS.name}: {value} should be a number"  # noqa: S101
    return value
