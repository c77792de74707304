"""abi, Deployment.load
unknown contract      -> KeyError that lists the known ones
file missing          -> DeploymentInvalid: how to deploy
file no JSON          -> DeploymentInvalid
a field missing       -> DeploymentInvalid that names it
a field malformed     -> DeploymentInvalid that shows it
another ABI           -> DeploymentInvalid that names the contract
otherwise             -> chain, block and checksummed addresses
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indexer.abi import CONTRACTS, Deployment, abi, abi_sha256
from indexer.error import DeploymentInvalid
from tests.indexer.speaker import ADDRESSES

GENESIS = "0x" + "1f" * 32

Write = Callable[[dict[str, Any]], Path]


def content(**changes: Any) -> dict[str, Any]:
    """What a deployment file says, with some of it changed."""
    contracts = {
        name: {"address": ADDRESSES[name].lower(), "abi_sha256": abi_sha256(name)}
        for name in CONTRACTS
    }
    return {
        "chain_id": 31337,
        "genesis_hash": GENESIS,
        "block": 1,
        "deployer": ADDRESSES["Market"],
        "contracts": contracts,
        "parameters": {},
        **changes,
    }


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a deployment file."""

    def written(document: dict[str, Any]) -> Path:
        path = tmp_path / "deployment.json"
        path.write_text(json.dumps(document))
        return path

    return written


def test_an_unknown_contract_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="Membership, Curation"):
        abi("Auction")


def test_the_abi_is_the_callers_own() -> None:
    abi("Market").clear()
    assert abi("Market")


def test_a_deployment_is_read(write: Write) -> None:
    found = Deployment.load(write(content()))
    assert (found.chain_id, found.genesis_hash, found.block) == (31337, GENESIS, 1)
    assert dict(found.contracts) == ADDRESSES


def test_a_missing_file_says_how_to_deploy(tmp_path: Path) -> None:
    with pytest.raises(DeploymentInvalid, match=r"no deployment file .*nowhere\.json.*atelier up"):
        Deployment.load(tmp_path / "nowhere.json")


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deployment.json"
    path.write_text('{"chain_id": 1')
    with pytest.raises(DeploymentInvalid, match="cannot be read"):
        Deployment.load(path)


@pytest.mark.parametrize("name", ["chain_id", "genesis_hash", "block", "contracts"])
def test_a_missing_field_is_named(write: Write, name: str) -> None:
    document = content()
    del document[name]
    with pytest.raises(DeploymentInvalid, match=name):
        Deployment.load(write(document))


@pytest.mark.parametrize(
    "change", [{"chain_id": "1"}, {"block": -1}, {"block": True}, {"genesis_hash": "0x12"}]
)
def test_a_malformed_field_is_shown(write: Write, change: dict[str, Any]) -> None:
    with pytest.raises(DeploymentInvalid, match=str(next(iter(change.values())))):
        Deployment.load(write(content(**change)))


def test_a_list_is_no_deployment(tmp_path: Path) -> None:
    path = tmp_path / "deployment.json"
    path.write_text("[]")
    with pytest.raises(DeploymentInvalid, match="no deployment file"):
        Deployment.load(path)


def test_contracts_of_another_abi_are_refused_by_name(write: Write) -> None:
    document = content()
    document["contracts"]["Market"]["abi_sha256"] = "0" * 64
    with pytest.raises(DeploymentInvalid, match="Market was deployed with another ABI"):
        Deployment.load(write(document))
