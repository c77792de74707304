"""Deploy Atelier's contracts on any Brownie network and write down where they are.

Locally, on Anvil's account 0:

    make deploy                                       or: tools/brownie run deploy --network anvil

On a public network, from an account of Brownie's key store (it asks for the password):

    tools/brownie accounts new NAME                   once; asks for the private key
    make deploy NETWORK=sepolia ACCOUNT=NAME

which is `ATELIER_ACCOUNT=NAME tools/brownie run deploy --network sepolia`. What an explorer needs
to verify the contracts stays in `deployments/<network>/standard-json/`.

On a local chain that nobody wrote a plan for, a wrapped ether comes first and is allowed as
currency, so that people can make offers there at once.

Environment: ATELIER_PLAN, the plan (see `scripts/plan.py`; public networks must have one);
ATELIER_DEPLOYMENT, the file to write (default `deployments/<network>.json`); ATELIER_ACCOUNT, the
deployer's name in the key store.

The contracts know each other by immutables, so each address is computed from the deployer's nonce
before anything exists. That is why no setter and no privileged key is needed, not even for the
seconds of the deployment; when all is there, the chain is read to prove it. The deployer must send
nothing else meanwhile.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import brownie
from brownie import Contract, accounts, chain, network, web3
from brownie.exceptions import VirtualMachineError

from scripts import export_abi
from scripts.plan import Plan, local_plan, read_plan
from scripts.proof import WIRES, DeploymentUnsound, check_deployer, check_deployment
from scripts.verification import write_inputs

ROOT = Path(__file__).resolve().parent.parent
LOCAL_CHAINS = {1337, 31337}
ORDER = (
    "Treasury",
    "Membership",
    "Curation",
    "Exhibitions",
    "Currencies",
    "Royalties",
    "Artwork",
    "Editions",
    "Market",
    "AuctionHouse",
    "AtelierGovernor",
)
VERIFIED = (*ORDER, "RoyaltyReceiver")  # receivers are Royalties' own, one for a work


@dataclass(frozen=True)
class Deployed:
    """The contracts, what they were constructed with, the block of the first, what they cost."""

    contracts: Mapping[str, Any]
    arguments: Mapping[str, str]
    block: int
    gas: int


class DeploymentRefused(SystemExit):
    """What is missing before a deployment may start; Brownie shows the sentence and stops."""


def main() -> None:
    """Deploy, prove, write the deployment file, print what it cost."""
    stale = export_abi.stale()
    if stale:
        raise DeploymentRefused(
            f"indexer/abi is older than the build ({', '.join(stale)}); "
            "run `python scripts/export_abi.py` first"
        )
    deployer = _deployer()
    plan = _plan(deployer)
    currencies = [_currency(address) for address in plan.currencies]
    print(f"\n{'contract':<16}  {'address':<42}  {'gas':>10}")
    deployed = deploy(deployer, plan, on_deployed=_print_row)
    print(f"{'in all':<16}  {'wired, and nobody holds a key to them':<42}  {deployed.gas:>10,}")
    print(f"\nwritten to {_write(deployed, plan, currencies, deployer.address)}")


def deploy(
    deployer: Any, plan: Plan, on_deployed: Callable[[str, Any], None] = lambda name, receipt: None
) -> Deployed:
    """Put all contracts on the chain, wired, and prove that nobody holds a key to them."""
    deployed = place(deployer, plan, on_deployed)
    check_deployment(deployed.contracts, deployed.block)
    check_deployer(deployed.contracts, deployer.address, plan.founders)
    return deployed


def place(
    deployer: Any, plan: Plan, on_deployed: Callable[[str, Any], None] = lambda name, receipt: None
) -> Deployed:
    """Put all contracts on the chain, wired; whether it went well is another question."""
    nonce = deployer.nonce
    at = {name: deployer.get_deployment_address(nonce + i) for i, name in enumerate(ORDER)}
    receipts, encoded = [], {}
    for name, arguments in _constructors(at, plan).items():
        container = getattr(brownie, name)
        code = container.deploy.encode_input(*arguments)
        encoded[name] = code.removeprefix("0x").removeprefix(container.bytecode)
        receipt = deployer.transfer(data=code, silent=True)
        on_deployed(name, receipt)
        if receipt.contract_address != at[name]:
            raise DeploymentUnsound(
                f"{name} is at {receipt.contract_address} and was expected at {at[name]}: "
                "the deployer sent something else meanwhile; deploy again"
            )
        receipts.append(receipt)
    contracts = {name: _handle(name, address) for name, address in at.items()}
    gas = sum(receipt.gas_used for receipt in receipts)
    return Deployed(contracts, encoded, receipts[0].block_number, gas)


def _constructors(at: dict[str, str], plan: Plan) -> dict[str, tuple[Any, ...]]:
    treasury, artwork, royalties = at["Treasury"], at["Artwork"], at["Royalties"]
    currencies, fees = at["Currencies"], (plan.primary_fee_bps, plan.secondary_fee_bps)
    money = (royalties, currencies, treasury)
    arguments: dict[str, tuple[Any, ...]] = {
        "Treasury": (plan.treasury_delay_seconds, at["AtelierGovernor"]),
        "Membership": (plan.founders, at["Curation"], treasury),
        "Curation": (at["Membership"], artwork, treasury, tuple(vars(plan.curation).values())),
        "Exhibitions": (at["Membership"], artwork, treasury),
        "Currencies": (treasury, plan.currencies),
        "Royalties": (artwork, at["Editions"], currencies),
        "Artwork": ((at["Curation"], at["Market"], at["AuctionHouse"], *money), fees[0]),
        "Editions": ((artwork, at["Market"], *money), fees[0]),
        "Market": ((artwork, at["Editions"], *money), *fees),
        "AuctionHouse": (artwork, royalties, treasury, *fees),
        "AtelierGovernor": (at["Membership"], treasury, tuple(vars(plan.governor).values())),
    }
    return {name: arguments[name] for name in ORDER}


def _handle(name: str, address: str) -> Any:
    """A contract to call, unrecorded: Brownie's record would bind the build to one chain."""
    return Contract.from_abi(name, address, getattr(brownie, name).abi, persist=False)


def _plan(deployer: Any) -> Plan:
    path = os.environ.get("ATELIER_PLAN")
    if path:
        return read_plan(Path(path))
    if chain.id in LOCAL_CHAINS:
        code = brownie.WrappedEther.deploy.encode_input()
        wrapped = deployer.transfer(data=code, silent=True)
        return replace(local_plan(), currencies=(wrapped.contract_address,))
    raise DeploymentRefused(
        f"chain {chain.id} is public and needs a plan: copy deployments/plan.example.json, "
        "write your founders into it and set ATELIER_PLAN to its path"
    )


def _deployer() -> Any:
    name = os.environ.get("ATELIER_ACCOUNT")
    if name:
        return accounts.load(name)
    if chain.id in LOCAL_CHAINS:
        return accounts[0]
    raise DeploymentRefused(
        f"chain {chain.id} is public and needs an account: `tools/brownie accounts new NAME`, "
        "then set ATELIER_ACCOUNT to NAME"
    )


def _write(deployed: Deployed, plan: Plan, currencies: list[dict[str, Any]], deployer: str) -> Path:
    default = ROOT / "deployments" / f"{network.show_active()}.json"
    path = Path(os.environ.get("ATELIER_DEPLOYMENT", default))
    facts = {
        "chain_id": chain.id,
        "genesis_hash": web3.eth.get_block(0)["hash"].to_0x_hex(),
        "block": deployed.block,
        "deployer": deployer,
        "contracts": {name: _facts_of(name, deployed) for name in export_abi.CALLS},
        "wires": WIRES,
        "currencies": currencies,
        "parameters": plan.parameters(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(facts, indent=2) + "\n")
    if chain.id not in LOCAL_CHAINS:
        write_inputs(path.with_suffix("") / "standard-json", VERIFIED)
    return path


def _facts_of(name: str, deployed: Deployed) -> dict[str, str]:
    address = deployed.contracts[name].address
    return {
        "address": address,
        "abi_sha256": _abi_sha256(name),
        "code_keccak256": web3.keccak(web3.eth.get_code(address)).to_0x_hex(),
        "constructor_arguments": "0x" + deployed.arguments[name],
    }


def _currency(address: str) -> dict[str, Any]:
    """An ERC-20 as wallets show it."""
    token = _handle("WrappedEther", address)
    try:
        return {"address": address, "symbol": token.symbol(), "decimals": token.decimals()}
    except (ValueError, VirtualMachineError) as error:
        raise DeploymentRefused(f"the currency {address} is no ERC-20 here: {error}") from error


def _abi_sha256(name: str) -> str:
    return hashlib.sha256((export_abi.EXPORTED / f"{name}.json").read_bytes()).hexdigest()


def _print_row(name: str, receipt: Any) -> None:
    print(f"{name:<16}  {receipt.contract_address}  {receipt.gas_used:>10,}", flush=True)
