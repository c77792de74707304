"""Have Brownie put the contracts on a chain, once, and know whether they are there."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from indexer.abi import Deployment, DeploymentInvalid
from marketplace.runtime import checkout, rpc
from marketplace.runtime.error import PartDied, PartMissing, RuntimeFault, WrongChain

NETWORK = "embedded"
LOCAL_CHAIN_ID = 31337
DEPLOY_SECONDS = 300.0


class ContractsForeign(RuntimeFault):
    """The deployment file is of other contracts than this version of Atelier knows."""


def deploy(rpc_url: str, deployment: Path, log: Path) -> None:
    """Run the deploy script; the deployment file appears only when all of it went well."""
    fresh = deployment.with_name(deployment.name + ".new")
    fresh.unlink(missing_ok=True)
    deployment.parent.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "ATELIER_RPC_URL": rpc_url,
        "ATELIER_DEPLOYMENT": str(fresh),
    }
    with log.open("wb") as output, one_at_a_time():
        code = subprocess.run(
            [checkout.brownie(), "run", "deploy", "--network", NETWORK],
            cwd=checkout.ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=DEPLOY_SECONDS,
            check=False,
        ).returncode
    if code or not fresh.exists():
        raise PartDied("Brownie's deployment", code, _last_line(log), log)
    fresh.replace(deployment)


def is_deployed(rpc_url: str, deployment: Path) -> bool:
    """Whether the deployment file is there and the chain has code wherever it says."""
    if not deployment.exists():
        return False
    addresses = [entry["address"] for entry in read(deployment)["contracts"].values()]
    return all(_has_code(rpc_url, address) for address in addresses)


def check_chain(rpc_url: str, deployment: Path) -> None:
    """Refuse a node that speaks for another chain than the deployment's."""
    facts = read(deployment)
    chain_id = rpc.number(rpc_url, "eth_chainId")
    if chain_id != facts["chain_id"]:
        raise WrongChain("chain id", facts["chain_id"], chain_id, deployment)
    genesis = genesis_hash(rpc_url)
    if genesis != facts["genesis_hash"]:
        raise WrongChain("genesis block", facts["genesis_hash"], genesis, deployment)


def check_contracts(deployment: Path) -> None:
    """Refuse a deployment file of other contracts than ours."""
    read(deployment)
    try:
        Deployment.load(deployment)
    except DeploymentInvalid as error:
        raise ContractsForeign(
            str(error),
            "use the version of Atelier that deployed them, or begin anew with "
            "ATELIER_DATA=<another folder>",
        ) from error


def genesis_hash(rpc_url: str) -> str:
    """The hash of block 0, which no two chains share."""
    return str(rpc.call(rpc_url, "eth_getBlockByNumber", "0x0", False)["hash"])


def read(deployment: Path) -> dict[str, Any]:
    """The deployment file's facts."""
    try:
        facts: dict[str, Any] = json.loads(deployment.read_text())
    except FileNotFoundError as error:
        mend = "run `make deploy` for that chain, or set ATELIER_DEPLOYMENT to the file it wrote"
        raise PartMissing("the deployment file", deployment, mend) from error
    except ValueError as error:
        mend = "remove it and deploy again"
        raise PartMissing("a readable deployment file", deployment, mend) from error
    return facts


def sources_digest() -> str:
    """What the deployed code depends on, as one digest."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(str(path.relative_to(checkout.ROOT)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    yield from (checkout.ROOT / "contracts").rglob("*.sol")
    yield from (checkout.ROOT / "scripts").glob("*.py")
    yield from (checkout.ROOT / "indexer" / "abi").glob("*.json")
    yield checkout.ROOT / "brownie-config.yaml"
    yield checkout.ROOT / "package-lock.json"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Brownie remembers by chain id where contracts are; every local chain has the same id.

    So its memory of the last local chain goes before the next one, and two never deploy at once.
    """
    with (checkout.ROOT / ".setup" / "deploy.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        remembered = checkout.ROOT / "build" / "deployments" / str(LOCAL_CHAIN_ID)
        shutil.rmtree(remembered, ignore_errors=True)
        yield


def _has_code(rpc_url: str, address: str) -> bool:
    return bool(rpc.call(rpc_url, "eth_getCode", address, "latest") != "0x")


def _last_line(log: Path) -> str:
    return (log.read_text(errors="replace").strip().splitlines() or [""])[-1]
