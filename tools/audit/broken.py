"""Try contracts that are wrong on purpose: the tests that a variant names must fail on it."""

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Queue

from tools.audit import forge
from tools.audit.table import Row, tell
from tools.audit.variant import Variant, VariantStale
from tools.audit.workbench import Workbench, workbenches

SIDE_BY_SIDE = 2
SECONDS = 600


def tried(part: str, variants: Sequence[Variant], settings: Mapping[str, str]) -> Iterator[Row]:
    """A row for each variant: fine if it was noticed by every test it names."""
    with workbenches(SIDE_BY_SIDE) as free, ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        yield from map(tell, pool.map(lambda one: _row(part, one, free, settings), variants))


def _row(part: str, variant: Variant, free: Queue[Workbench], settings: Mapping[str, str]) -> Row:
    bench = free.get()
    began = time.monotonic()
    try:
        is_fine, said = _noticed(variant, bench, settings)
    finally:
        bench.restore(*variant.files)
        free.put(bench)
    return Row(part, f"variant {variant.name}", is_fine, said, time.monotonic() - began)


def _noticed(variant: Variant, bench: Workbench, settings: Mapping[str, str]) -> tuple[bool, str]:
    """Whether each of the variant's tests fails on it as it should, and what was seen."""
    pattern = "|".join(rf"^{name}\b" for name in variant.tests)
    try:
        variant.apply(bench.root)
        verdicts = forge.attempt(
            "--match-test",
            pattern,
            profile=forge.FAST,
            settings=settings,
            root=bench.root,
            seconds=SECONDS,
        )
    except (VariantStale, forge.ForgeFault) as error:
        return False, str(error)
    outcomes = {verdict.name: verdict for verdict in verdicts}
    faults = [fault for name in variant.tests if (fault := _fault(variant, name, outcomes))]
    if faults:
        return False, "; ".join(faults)
    return True, outcomes[variant.tests[0]].reason.partition("\n")[0][:100]


def _fault(variant: Variant, name: str, outcomes: Mapping[str, forge.Verdict]) -> str:
    if name not in outcomes:
        return f"{name} is not there"
    if outcomes[name].is_passed:
        return f"{name} noticed nothing"
    if not outcomes[name].reason.startswith(variant.fails):
        return f"{name} failed for another reason: {outcomes[name].reason}"
    return ""
