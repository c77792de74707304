"""Have Slither read the contracts, and compare what it finds with the triage, both ways."""

import json
import re
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.audit.place import AUDIT_BIN, TRIAGE
from tools.audit.table import Row, tell
from tools.setup.place import ROOT, with_tools

PART = "slither"
GRADES = ("High", "Medium", "Low")
# OpenZeppelin's, and the doubles that are meant to be bad. Slither looks for these in absolute
# paths: without its beginning, a checkout in a folder named `contracts` would lose its own tests.
OTHERS = f"node_modules/|^{re.escape(str(ROOT))}/contracts/test"
OUT = "build/forge/static/out"
CONTROL_NAME = "PlantedBug."
PLANTED = ("arbitrary-send-eth", "reentrancy-eth", "tx-origin", "weak-prng")


class SlitherFault(Exception):
    """Slither could not read the contracts."""


@dataclass(frozen=True, order=True)
class Finding:
    """What a detector says of a place: a function, a variable, an event, or a whole contract."""

    detector: str
    place: str


def slither() -> Iterator[Row]:
    """The planted bugs are found; nothing else is, but what the triage explains."""
    began = time.monotonic()
    try:
        found = _found()
    except SlitherFault as fault:
        yield tell(Row(PART, "reading the contracts", False, str(fault), time.monotonic() - began))
        return
    planted = {one.detector for one in found if one.place.startswith(CONTROL_NAME)}
    missed = sorted(set(PLANTED) - planted)
    said = f"missed {', '.join(missed)}" if missed else f"seen by {', '.join(PLANTED)}"
    yield tell(Row(PART, "planted bugs", not missed, said, time.monotonic() - began))
    found = {one: text for one, text in found.items() if not one.place.startswith(CONTROL_NAME)}
    reasons = _triage()
    for one in sorted(found):
        said = reasons.get(one) or f"not triaged\n{found[one]}"
        yield tell(Row(PART, f"{one.detector} {one.place}", one in reasons, said))
    for one in sorted(set(reasons) - set(found)):
        yield tell(Row(PART, f"{one.detector} {one.place}", False, "stale: no longer found"))


def _found() -> dict[Finding, str]:
    """What Slither says of our contracts and of the planted one."""
    with tempfile.TemporaryDirectory(prefix="atelier-slither-") as folder:
        answer = Path(folder) / "answer.json"
        done = subprocess.run(
            [AUDIT_BIN / "slither", ".", "--compile-force-framework", "foundry",
             "--foundry-out-directory", OUT, "--foundry-compile-all", "--filter-paths", OTHERS,
             "--exclude-informational", "--exclude-optimization", "--json", answer],
            cwd=ROOT,
            env=with_tools({"FOUNDRY_PROFILE": "static"}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        if not answer.is_file():
            raise SlitherFault(done.stdout[-1_000:] + done.stderr[-3_000:])
        facts = json.loads(answer.read_text())
    if not facts["success"]:
        raise SlitherFault(str(facts["error"]))
    return {
        Finding(one["check"], _place(one["elements"][0])): one["description"].strip()
        for one in facts["results"].get("detectors", [])
        if one["impact"] in GRADES
    }


def _place(element: Mapping[str, Any]) -> str:
    """`Contract.function`, whatever in the function it is about."""
    names = [str(element["name"])] if element["type"] != "node" else []
    parent = element.get("type_specific_fields", {}).get("parent")
    while parent:
        if parent["type"] in ("contract", "function", "struct", "event"):
            names.insert(0, str(parent["name"]))
        parent = parent.get("type_specific_fields", {}).get("parent")
    return ".".join(names)


def _triage() -> dict[Finding, str]:
    entries = tomllib.loads(TRIAGE.read_text()).get("triaged", [])
    return {
        Finding(one["detector"], place): one["reason"] for one in entries for place in one["places"]
    }
