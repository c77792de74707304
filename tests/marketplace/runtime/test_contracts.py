"""the contracts on the chain, beside the deployment file
as deployed               -> fine, and says how much was looked at
other code                -> ContractsUnsound, both hashes
another wire              -> ContractsUnsound, naming the wire and whom it should name
a say for the deployer    -> ContractsUnsound, naming the role
the governor without one  -> ContractsUnsound
no code to answer         -> ContractsUnsound
an older deployment file  -> ContractsUnsound, saying what it lacks
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marketplace.runtime import contracts
from marketplace.runtime.chain import Chain
from marketplace.runtime.contracts import ContractsUnsound

Change = Callable[[dict[str, Any]], None]
NOWHERE = "0x" + "ee" * 20


@pytest.fixture
def changed(deployment_file: Path, tmp_path: Path) -> Callable[[Change], Path]:
    """The deployment file, with some of it changed: to it, the chain is what differs."""

    def write(change: Change) -> Path:
        facts = json.loads(deployment_file.read_text())
        change(facts)
        path = tmp_path / "changed.json"
        path.write_text(json.dumps(facts))
        return path

    return write


def test_as_deployed(chain: Chain, deployment_file: Path) -> None:
    facts = json.loads(deployment_file.read_text())
    count = sum(len(views) for views in facts["wires"].values())
    assert contracts.check_code(chain.url, deployment_file).startswith("11 contracts")
    assert contracts.check_wires(chain.url, deployment_file).startswith(f"{count} wires")
    assert facts["deployer"] in contracts.check_rights(chain.url, deployment_file)


def test_other_code_is_found(chain: Chain, changed: Callable[[Change], Path]) -> None:
    def change(facts: dict[str, Any]) -> None:
        facts["contracts"]["Market"]["code_keccak256"] = "0x" + "00" * 32

    with pytest.raises(
        ContractsUnsound, match=r"code of Market is 0x\w{64}, but 0x0+ was deployed"
    ):
        contracts.check_code(chain.url, changed(change))


def test_another_wire_is_found(chain: Chain, changed: Callable[[Change], Path]) -> None:
    def change(facts: dict[str, Any]) -> None:
        facts["wires"]["Market"]["royalties"] = "Editions"

    with pytest.raises(ContractsUnsound, match=r"Market\.royalties is .* should be Editions, 0x"):
        contracts.check_wires(chain.url, changed(change))


def test_a_say_for_the_deployer_is_found(chain: Chain, changed: Callable[[Change], Path]) -> None:
    def change(facts: dict[str, Any]) -> None:
        facts["deployer"] = facts["contracts"]["AtelierGovernor"]["address"]

    with pytest.raises(ContractsUnsound, match=r"the deployer .* holds PROPOSER_ROLE"):
        contracts.check_rights(chain.url, changed(change))


def test_a_governor_without_a_say_is_found(chain: Chain, changed: Callable[[Change], Path]) -> None:
    def change(facts: dict[str, Any]) -> None:
        facts["contracts"]["AtelierGovernor"]["address"] = NOWHERE

    with pytest.raises(ContractsUnsound, match=f"{NOWHERE} should hold PROPOSER_ROLE"):
        contracts.check_rights(chain.url, changed(change))


def test_silence_is_no_answer(chain: Chain, changed: Callable[[Change], Path]) -> None:
    def change(facts: dict[str, Any]) -> None:
        facts["contracts"]["Treasury"]["address"] = NOWHERE

    with pytest.raises(ContractsUnsound, match="is no answer: 0x"):
        contracts.check_rights(chain.url, changed(change))


def test_an_older_file_is_told(chain: Chain, changed: Callable[[Change], Path]) -> None:
    def change(facts: dict[str, Any]) -> None:
        del facts["wires"]

    with pytest.raises(ContractsUnsound, match="says nothing of wires"):
        contracts.check_wires(chain.url, changed(change))
