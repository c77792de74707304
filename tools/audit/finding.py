"""Try the bank of audited bugs: a test passes on the contracts and fails on its wrong variant."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Queue

from tools.audit import forge
from tools.audit.campaign import FAST
from tools.audit.table import Row, tell
from tools.audit.variant import Variant, VariantStale, variants
from tools.audit.workbench import Workbench, workbenches

PART = "finding"
FOLDER = "tests/audit/finding/*"
SIDE_BY_SIDE = 2
SECONDS = 600


def finding() -> Iterator[Row]:
    """The tests on the contracts as they are, then every variant against its tests."""
    began = time.monotonic()
    try:
        verdicts = forge.attempt("--match-path", FOLDER, profile=FAST)
    except forge.ForgeFault as fault:
        yield tell(Row(PART, "compiling", False, str(fault), time.monotonic() - began))
        return
    each = (time.monotonic() - began) / max(1, len(verdicts))
    for verdict in verdicts:
        yield tell(Row(PART, verdict.name, verdict.is_passed, verdict.reason, each))
    kept = variants()
    guarded = {name for one in kept for name in one.tests}
    for verdict in verdicts:
        if verdict.name not in guarded:
            yield tell(Row(PART, verdict.name, False, "no wrong variant shows that it can fail"))
    with workbenches(SIDE_BY_SIDE) as free, ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        yield from map(tell, pool.map(lambda one: _tried(one, free), kept))


def _tried(variant: Variant, free: Queue[Workbench]) -> Row:
    began = time.monotonic()
    bench = free.get()
    try:
        is_fine, said = _noticed(variant, bench)
    finally:
        bench.restore(*variant.files)
        free.put(bench)
    return Row(PART, f"variant {variant.name}", is_fine, said, time.monotonic() - began)


def _noticed(variant: Variant, bench: Workbench) -> tuple[bool, str]:
    """Whether each of the variant's tests fails on it, and what was seen."""
    pattern = "|".join(rf"^{name}\b" for name in variant.tests)
    try:
        variant.apply(bench.root)
        verdicts = forge.attempt(
            "--match-test", pattern, profile=FAST, root=bench.root, seconds=SECONDS
        )
    except (VariantStale, forge.ForgeFault) as fault:
        return False, str(fault)
    outcomes = {verdict.name: verdict for verdict in verdicts}
    missing = [name for name in variant.tests if name not in outcomes]
    blind = [name for name in variant.tests if name in outcomes and outcomes[name].is_passed]
    if missing or blind:
        told = [f"{name} is not there" for name in missing]
        return False, "; ".join([*told, *(f"{name} noticed nothing" for name in blind)])
    return True, outcomes[variant.tests[0]].reason.partition("\n")[0][:100]
