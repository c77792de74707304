"""A chain of our own with our contracts on it, and the gas of what is done there."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from web3 import Web3

ROOT = Path(__file__).resolve().parents[2]
MNEMONIC = "test test test test test test test test test test test junk"
ACCOUNTS = 60
START_SECONDS = 60
HOUR, DAY, ETHER = 3_600, 86_400, 10**18
ZERO = "0x" + "0" * 40

# Who is who among Anvil's accounts; applicants have nothing to do but apply.
ARTIST, COLLECTOR, STRANGER, CANDIDATE = 2, 6, 7, 8
MEMBERS = (3, 4, 5, *range(10, 30))
PAYEES = tuple(range(10, 42))
APPLICANTS = tuple(range(42, 60))


@dataclass
class Stage:
    """A chain with our contracts, its cast, and the gas measured so far."""

    web3: Web3
    contracts: dict[str, Any]
    gas: dict[str, int] = field(default_factory=dict)

    def who(self, index: int) -> str:
        """The address of one of Anvil's accounts."""
        return str(self.web3.eth.accounts[index])

    def of(self, contract: str) -> Any:
        """The functions of one of our contracts."""
        return self.contracts[contract].functions

    def act(self, name: str | None, sender: int | str, call: Any, value: int = 0) -> int:
        """Send a transaction; keep its gas under a name if it has one, and tell it."""
        address = sender if isinstance(sender, str) else self.who(sender)
        sent = call.transact({"from": address, "value": value})
        receipt = self.web3.eth.wait_for_transaction_receipt(sent, poll_latency=0.01)
        if receipt["status"] != 1:
            raise RuntimeError(f"{name or call.fn_name} failed: {sent.to_0x_hex()}")
        if name:
            self.gas[name] = receipt["gasUsed"]
        return int(receipt["gasUsed"])

    def decide(self, call: Any) -> None:
        """Do what the DAO could decide, as its treasury."""
        treasury = self.contracts["Treasury"].address
        self.rpc("anvil_impersonateAccount", treasury)
        self.rpc("anvil_setBalance", treasury, hex(ETHER))
        self.act(None, treasury, call)
        self.rpc("anvil_stopImpersonatingAccount", treasury)

    def deploy(self, name: str, sender: int) -> Any:
        """Put one of the tests' contracts on the chain."""
        built = json.loads((ROOT / "build" / "contracts" / f"{name}.json").read_text())
        contract = self.web3.eth.contract(abi=built["abi"], bytecode=built["bytecode"])
        sent = contract.constructor().transact({"from": self.who(sender)})
        receipt = self.web3.eth.wait_for_transaction_receipt(sent, poll_latency=0.01)
        return self.web3.eth.contract(receipt["contractAddress"], abi=built["abi"])

    def pass_time(self, seconds: int) -> None:
        """Let the chain's clock run on."""
        self.rpc("evm_increaseTime", seconds)
        self.rpc("evm_mine")

    def now(self) -> int:
        """The chain's clock."""
        return int(self.web3.eth.get_block("latest")["timestamp"])

    def rpc(self, method: str, *parameters: Any) -> Any:
        """Ask the node something that only a development chain answers."""
        answer = self.web3.provider.make_request(method, list(parameters))  # type: ignore[arg-type]
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def sizes(self) -> dict[str, int]:
        """How many bytes of code each contract has."""
        code = self.web3.eth.get_code
        return {name: len(code(contract.address)) for name, contract in self.contracts.items()}


@contextmanager
def anvil() -> Iterator[str]:
    """A chain of our own, on a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    binary = ROOT / "node_modules" / ".bin" / "anvil"
    command = [str(binary), "--port", str(port), "--mnemonic", MNEMONIC, "--silent"]
    with subprocess.Popen([*command, "--accounts", str(ACCOUNTS)]) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _await(url, process)
            yield url
        finally:
            process.terminate()


def deployed(url: str, folder: Path) -> Stage:
    """Deploy by the project's own script and load what it wrote."""
    web3 = Web3(Web3.HTTPProvider(url))
    plan, deployment = folder / "plan.json", folder / "deployment.json"
    plan.write_text(json.dumps(_plan(web3)))
    places = {"ATELIER_PLAN": str(plan), "ATELIER_DEPLOYMENT": str(deployment)}
    environment = {**os.environ, "ATELIER_RPC_URL": url, **places}
    command = [str(ROOT / "tools" / "brownie"), "run", "deploy", "--network", "embedded"]
    run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)
    contracts = {}
    for name, entry in json.loads(deployment.read_text())["contracts"].items():
        abi = json.loads((ROOT / "indexer" / "abi" / f"{name}.json").read_text())
        contracts[name] = web3.eth.contract(entry["address"], abi=abi)
    stage = Stage(web3, contracts)
    stage.pass_time(1)  # founders vote from the second after the deployment
    blocks = range(1, web3.eth.block_number + 1)
    stage.gas["deploy"] = sum(web3.eth.get_block(number)["gasUsed"] for number in blocks)
    return stage


def _plan(web3: Web3) -> dict[str, Any]:
    accounts = web3.eth.accounts
    times = {"voting_delay_seconds": 60, "voting_period_seconds": HOUR}
    return {
        "founders": [str(accounts[index]) for index in MEMBERS],
        "curation": {"voting_period_seconds": HOUR},
        "governor": {**times, "late_quorum_extension_seconds": HOUR // 2},
    }


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    web3 = Web3(Web3.HTTPProvider(url))
    deadline = time.monotonic() + START_SECONDS
    while not web3.is_connected():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"Anvil does not answer at {url}")
        time.sleep(0.05)
