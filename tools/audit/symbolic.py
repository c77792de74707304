"""Have halmos prove what `check_` functions say, for all values at once."""

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tools.audit.place import AUDIT_BIN
from tools.audit.table import Row, tell
from tools.setup.place import ROOT, with_tools

PART = "symbolic"
OUT = "build/forge/symbolic/out"
OUTCOMES = ("proven", "refuted", "timed out", "stuck", "every path reverts")


def symbolic() -> Iterator[Row]:
    """Every proof; one that times out is none."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="atelier-halmos-") as folder:
        answer = Path(folder) / "answer.json"
        done = subprocess.run(
            [AUDIT_BIN / "halmos", "--no-status", "--forge-build-out", OUT, "--json-output", answer,
             "--solver-timeout-assertion", "120s", "--dump-smt-directory", folder],
            cwd=ROOT,
            env=with_tools({"FOUNDRY_PROFILE": "symbolic"}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        if not answer.is_file():
            said = (done.stdout + done.stderr)[-3_000:]
            yield tell(Row(PART, "compiling", False, said, time.monotonic() - began))
            return
        facts = json.loads(answer.read_text())
    proofs = [proof for suite in facts["test_results"].values() for proof in suite]
    for proof in proofs:
        code = int(proof["exitcode"])
        took = proof["time"][0] if proof["time"] else 0.0
        said = OUTCOMES[code] if code < len(OUTCOMES) else f"exit code {code}"
        yield tell(Row(PART, proof["name"].partition("(")[0], code == 0, said, took))
    spent = time.monotonic() - began
    yield tell(Row(PART, "proofs there are", bool(proofs), f"{len(proofs)} in {spent:.0f} s"))
