"""Run forge's tests briefly, with a recorded seed; close as pytest does: a part of `make test`."""

import sys
import time

from tools.audit import forge
from tools.audit.campaign import effort


def main() -> int:
    """0 if every test passed."""
    began = time.monotonic()
    quick = effort("quick")
    try:
        verdicts = forge.attempt(profile=forge.FAST, settings=quick.settings(quick.seeds[0]))
    except forge.ForgeFault as fault:
        print(f"{fault}\n1 error in {time.monotonic() - began:.2f}s")
        return 2
    for verdict in verdicts:
        print(f"{'PASSED' if verdict.is_passed else 'FAILED'} {verdict.file}::{verdict.name}")
        if not verdict.is_passed:
            print(f"    {verdict.reason}")
    failed = sum(not verdict.is_passed for verdict in verdicts)
    counts = [f"{failed} failed"] if failed else []
    counts += [f"{len(verdicts) - failed} passed"]
    print(f"{', '.join(counts)} in {time.monotonic() - began:.2f}s")
    return 1 if failed or not verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
