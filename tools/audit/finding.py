"""Try the bank of audited bugs: a test passes on the contracts and fails on its wrong variant."""

import time
from collections.abc import Iterator

from tools.audit import broken, forge
from tools.audit.place import FINDING_VARIANTS
from tools.audit.table import Row, tell
from tools.audit.variant import variants

PART = "finding"
FOLDER = "tests/audit/finding/*"


def finding() -> Iterator[Row]:
    """The tests on the contracts as they are, then every variant against its tests."""
    began = time.monotonic()
    try:
        verdicts = forge.attempt("--match-path", FOLDER, profile=forge.FAST)
    except forge.ForgeFault as fault:
        yield tell(Row(PART, "compiling", False, str(fault), time.monotonic() - began))
        return
    each = (time.monotonic() - began) / max(1, len(verdicts))
    for verdict in verdicts:
        yield tell(Row(PART, verdict.name, verdict.is_passed, verdict.reason, each))
    kept = variants(FINDING_VARIANTS)
    guarded = {name for one in kept for name in one.tests}
    for verdict in verdicts:
        if verdict.name not in guarded:
            yield tell(Row(PART, verdict.name, False, "no wrong variant shows that it can fail"))
    yield from broken.tried(PART, kept, {})
