"""what Python knows of the contracts -> what the contracts are"""

import importlib.util
import sys
from types import ModuleType

import pytest

from tests.structure.source import ROOT


@pytest.fixture(scope="module")
def export() -> ModuleType:
    """The script that exports the ABIs; `scripts` belongs to Brownie and is no package of ours."""
    spec = importlib.util.spec_from_file_location("export_abi", ROOT / "scripts" / "export_abi.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_exported_abis_are_those_of_the_build(export: ModuleType) -> None:
    assert export.stale() == []


def test_the_build_is_of_these_sources(export: ModuleType) -> None:
    import json

    for name in export.CALLS:
        artifact = json.loads((export.ARTIFACTS / f"{name}.json").read_text())
        source = (ROOT / artifact["sourcePath"]).read_bytes()
        assert artifact["source"].encode() == source, f"{name} changed: run `make setup`"
