"""scripts/verification.py
a contract's input       -> holds every source it imports, and the compiler makes its bytecode of it
the deployment's file    -> says where, of what code and constructed with what
a plan's currency        -> named by symbol and decimals; what is no ERC-20 is refused beforehand
a local chain            -> has wrapped ether to make offers with
"""

import json
import subprocess

import brownie
import pytest
from brownie import network, web3

from scripts import deploy as script
from scripts.plan import ANVIL_FOUNDERS
from scripts.proof import WIRES
from scripts.verification import ROOT, standard_json, write_inputs

SOLC = ROOT / ".setup" / "solcx" / "solc-v0.8.30"


def test_the_compiler_makes_the_same_of_it(tmp_path):
    write_inputs(tmp_path, ("Treasury",))
    written = (tmp_path / "Treasury.json").read_text()
    run = subprocess.run(
        [SOLC, "--standard-json"],
        input=written,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    made = json.loads(run.stdout)["contracts"]["contracts/Treasury.sol"]["Treasury"]["evm"]
    assert made["bytecode"]["object"] == brownie.Treasury.bytecode


@pytest.mark.parametrize("name", script.VERIFIED)
def test_every_contract_has_an_input(name):
    found = standard_json(name)
    (path,) = found["settings"]["outputSelection"]
    assert f"contract {name} " in found["sources"][path]["content"]
    assert not any(one.startswith("contracts/test/") for one in found["sources"])


@pytest.fixture
def deployment_file(monkeypatch, tmp_path):
    """What the script writes on a local chain that nobody planned."""
    path = tmp_path / "deployment.json"
    monkeypatch.delenv("ATELIER_PLAN", raising=False)
    monkeypatch.delenv("ATELIER_ACCOUNT", raising=False)
    monkeypatch.setenv("ATELIER_DEPLOYMENT", str(path))
    assert network.is_connected()
    script.main()
    return json.loads(path.read_text())


def test_the_file_says_what_is_where(deployment_file):
    assert deployment_file["wires"] == WIRES
    assert set(deployment_file["contracts"]) == set(script.ORDER)
    for facts in deployment_file["contracts"].values():
        code = web3.eth.get_code(facts["address"])
        assert facts["code_keccak256"] == web3.keccak(code).to_0x_hex()


def test_the_file_says_how_they_were_constructed(deployment_file):
    facts = deployment_file["contracts"]["Membership"]
    types = ["address[]", "address", "address"]
    founders, curation, treasury = web3.codec.decode(
        types, bytes.fromhex(facts["constructor_arguments"][2:])
    )
    contracts = deployment_file["contracts"]
    assert founders == tuple(one.lower() for one in ANVIL_FOUNDERS)
    assert curation == contracts["Curation"]["address"].lower()
    assert treasury == contracts["Treasury"]["address"].lower()


def test_a_local_chain_has_wrapped_ether(deployment_file):
    (wrapped,) = deployment_file["currencies"]
    currencies = brownie.Currencies.at(deployment_file["contracts"]["Currencies"]["address"])
    assert (wrapped["symbol"], wrapped["decimals"]) == ("WETH", 18)
    assert currencies.isCurrency(wrapped["address"])


def test_what_is_no_token_is_refused(monkeypatch, tmp_path, deployed):
    plan = tmp_path / "plan.json"
    membership = deployed["Membership"].address
    plan.write_text(json.dumps({"founders": ANVIL_FOUNDERS, "currencies": [membership]}))
    monkeypatch.setenv("ATELIER_PLAN", str(plan))
    with pytest.raises(script.DeploymentRefused, match="is no ERC-20 here"):
        script.main()
