"""The wallet module's list of errors
every error of the interfaces that pages send to  -> is in it, with its parameters
every error in it                                 -> is in some contract's ABI
"""

import re
from pathlib import Path

import pytest

from indexer.abi import CONTRACTS, abi

ROOT = Path(__file__).parents[3]
INTERFACES = (
    "IArtwork",
    "ICuration",
    "ICurrencies",
    "IElectorate",
    "IKeptFees",
    "IMarket",
    "IPayouts",
    "ISales",
)
LISTED = re.findall(
    r'"error (\w+)\(([^)]*)\)"', (ROOT / "marketplace/web/wallet/explain.ts").read_text()
)


def _spoken(entry: dict[str, object]) -> tuple[str, str]:
    inputs = entry["inputs"]
    assert isinstance(inputs, list)
    return str(entry["name"]), ", ".join(f"{one['type']} {one['name']}" for one in inputs)


@pytest.mark.parametrize("interface", INTERFACES)
def test_every_refusal_can_be_explained(interface: str) -> None:
    source = (ROOT / f"contracts/interfaces/{interface}.sol").read_text()
    declared = {name for name, _ in re.findall(r"^\s*error (\w+)\(([^)]*)\);", source, re.M)}
    internal = {"NotTreasury", "NotCuration", "NotMarket", "NotTrusted"}
    assert declared - internal <= {name for name, _ in LISTED}


def test_no_listed_error_is_stale() -> None:
    known = {_spoken(e) for name in CONTRACTS for e in abi(name) if e["type"] == "error"}
    assert set(LISTED) <= known
