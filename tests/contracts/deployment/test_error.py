"""every custom error of ours
declared in contracts/  -> reached by a test here that names it with `reverts_with`
declared by its contract -> in that contract's exported ABI, so that everybody can decode it
"""

import json
import re

import pytest

from scripts.export_abi import EXPORTED, ROOT

SOURCES = [path for path in (ROOT / "contracts").rglob("*.sol") if path.parent.name != "test"]
DECLARED = sorted(
    {name for path in SOURCES for name in re.findall(r"^\s*error (\w+)\(", path.read_text(), re.M)}
)
TESTS = "".join(path.read_text() for path in (ROOT / "tests" / "contracts").rglob("test_*.py"))


def test_there_are_many():
    assert len(DECLARED) > 30


@pytest.mark.parametrize("name", DECLARED)
def test_it_is_reached(name):
    assert re.search(rf'reverts_with\(\s*"{name}"', TESTS)


@pytest.mark.parametrize("name", DECLARED)
def test_it_is_exported(name):
    abis = (json.loads(path.read_text()) for path in EXPORTED.glob("*.json"))
    assert any(entry.get("name") == name for abi in abis for entry in abi)
