"""Try mutants: compile one, put its bytecode in place, and see whether a test of forge fails."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import Queue

from tools.audit import forge, score
from tools.audit.verdict import Mutant, Verdict
from tools.audit.warm import Artifacts, Bytecodes, WarmCompiler
from tools.audit.workbench import BUILT, Workbench, workbenches
from tools.setup.place import ROOT

SECONDS = 300
# Enough for a mistake to show, where a hundred runs more would only show it again.
BRIEF = {
    "FOUNDRY_FUZZ_SEED": "0x1505",
    "FOUNDRY_FUZZ_RUNS": "24",
    "FOUNDRY_INVARIANT_RUNS": "1",
    "FOUNDRY_INVARIANT_DEPTH": "120",
}


class Stand:
    """A copy of the tree, with its compiler; what any of them has seen all remember."""

    def __init__(self, bench: Workbench, seen: dict[frozenset[tuple[str, str]], Verdict]) -> None:
        self._bench, self._seen = bench, seen
        self._originals: dict[str, Bytecodes] = {}
        self.compiler = WarmCompiler()
        forge.build(forge.FAST, bench.root)
        self._artifacts = Artifacts(bench.root / BUILT)

    def tried(self, mutant: Mutant, rooms: tuple[str, ...]) -> Verdict:
        """What becomes of a mutant; first the rooms that know it best are asked, then all others.

        Of one that is explained, only those: the others would take their time over it for nothing.
        """
        bytecodes = self.compiler.compiled(mutant.file, mutant.text.decode())
        if not bytecodes:
            return Verdict.INVALID
        if self._compiled(mutant.file) == bytecodes:
            return Verdict.SAME
        known = frozenset(bytecodes.items())
        if known not in self._seen:
            self._seen[known] = self._judged(bytecodes, rooms, bool(score.reason(mutant.row)))
        return self._seen[known]

    def prove(self, files: Sequence[str], rooms: tuple[str, ...]) -> None:
        """Raise SystemExit if unbroken contracts fail by the way that mutants come here.

        Else every mutant of theirs would be taken for killed.
        """
        for file in files:
            if self._judged(self._compiled(file), rooms, is_explained=True) is Verdict.KILLED:
                raise SystemExit(f"the tests fail on {file} as it is, once it is compiled here")

    def _judged(self, bytecodes: Bytecodes, rooms: tuple[str, ...], is_explained: bool) -> Verdict:
        own = f"tests/audit/{{{','.join((*rooms, rooms[0]))}}}/*"  # one alone is no choice
        self._artifacts.put(bytecodes)
        try:
            is_noticed = self._fails("--match-path", own)
            is_noticed = is_noticed or (not is_explained and self._fails("--no-match-path", own))
        finally:
            self._artifacts.restore()
        return Verdict.KILLED if is_noticed else Verdict.SURVIVED

    def _fails(self, *words: str) -> bool:
        try:
            verdicts = forge.attempt(
                "--fail-fast",
                *words,
                profile=forge.FAST,
                settings=BRIEF,
                root=self._bench.root,
                seconds=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return True  # it loops for ever, and that shows
        return not all(one.is_passed for one in verdicts)

    def _compiled(self, file: str) -> Bytecodes:
        if file not in self._originals:
            self._originals[file] = self.compiler.compiled(file, (ROOT / file).read_text())
        return self._originals[file]


@contextmanager
def stands(count: int) -> Iterator["Queue[Stand]"]:
    """Some stands to take from and to give back, once the unbroken contracts pass."""
    verdicts = forge.attempt(profile=forge.FAST, settings=BRIEF)
    if not verdicts or not all(one.is_passed for one in verdicts):
        wrong = ", ".join(one.name for one in verdicts if not one.is_passed)
        raise SystemExit(f"the tests fail on the contracts as they are: {wrong}")
    seen: dict[frozenset[tuple[str, str]], Verdict] = {}
    with workbenches(count) as benches:
        every = [Stand(benches.get(), seen) for _ in range(count)]
        free: Queue[Stand] = Queue()
        for stand in every:
            free.put(stand)
        try:
            yield free
        finally:
            for stand in every:
                stand.compiler.close()
