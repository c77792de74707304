"""Prove by reading the chain that a deployment is wired right and that nobody holds a key to it.

`atelier doctor` looks at the same wires and rights later, by the deployment file and JSON-RPC.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

import brownie
from brownie import web3

ZERO = "0x0000000000000000000000000000000000000000"
ROLES = ("DEFAULT_ADMIN_ROLE", "PROPOSER_ROLE", "CANCELLER_ROLE", "EXECUTOR_ROLE")
OWNERSHIP = {"owner", "transferOwnership", "upgradeTo", "upgradeToAndCall", "pause"}
PUSH1, PUSH32 = 0x60, 0x7F

# Every contract's views of the others, and which one each must name.
WIRES = {
    "Membership": {"curation": "Curation", "treasury": "Treasury"},
    "Curation": {"membership": "Membership", "artwork": "Artwork", "treasury": "Treasury"},
    "Exhibitions": {"membership": "Membership", "artwork": "Artwork", "treasury": "Treasury"},
    "Currencies": {"treasury": "Treasury"},
    "Royalties": {"artwork": "Artwork", "editions": "Editions", "currencies": "Currencies"},
    "Artwork": {
        "curation": "Curation",
        "market": "Market",
        "auctionHouse": "AuctionHouse",
        "royalties": "Royalties",
        "currencies": "Currencies",
        "treasury": "Treasury",
    },
    "Editions": {
        "artwork": "Artwork",
        "market": "Market",
        "royalties": "Royalties",
        "currencies": "Currencies",
        "treasury": "Treasury",
    },
    "Market": {
        "artwork": "Artwork",
        "editions": "Editions",
        "royalties": "Royalties",
        "currencies": "Currencies",
        "treasury": "Treasury",
    },
    "AuctionHouse": {"artwork": "Artwork", "royalties": "Royalties", "treasury": "Treasury"},
    "AtelierGovernor": {"token": "Membership", "timelock": "Treasury"},
}


class DeploymentUnsound(RuntimeError):
    """What the chain says of a deployment is not what was meant."""


def check_deployment(contracts: Mapping[str, Any], from_block: int) -> None:
    """Raise unless code, wiring and rights are exactly the written ones."""
    for name, views in WIRES.items():
        for view, other in views.items():
            found, meant = getattr(contracts[name], view)(), contracts[other].address
            if found != meant:
                raise DeploymentUnsound(f"{name}.{view} is {found} and should be {meant}")
    found_holders, meant_holders = role_holders(contracts, from_block), _meant_holders(contracts)
    if found_holders != meant_holders:
        raise DeploymentUnsound(f"roles are {found_holders} and should be {meant_holders}")
    for name, contract in contracts.items():
        keys = OWNERSHIP & {entry.get("name") for entry in contract.abi}
        if keys:
            raise DeploymentUnsound(f"{name} has {', '.join(sorted(keys))}: somebody could own it")
        if not is_built(name, bytes(web3.eth.get_code(contract.address))):
            raise DeploymentUnsound(f"the code of {name} is not what was built")


def check_deployer(contracts: Mapping[str, Any], deployer: str, founders: Collection[str]) -> None:
    """Raise unless the deployer is nobody: a member only as a founder, no artist, owed nothing."""
    is_founder = deployer.lower() in {founder.lower() for founder in founders}
    if contracts["Membership"].memberOf(deployer) and not is_founder:
        raise DeploymentUnsound(f"the deployer {deployer} is a member and was meant to be none")
    if contracts["Artwork"].isArtist(deployer):
        raise DeploymentUnsound(f"the deployer {deployer} is an artist")
    for name, contract in contracts.items():
        if hasattr(contract, "credits") and contract.credits(ZERO, deployer):
            raise DeploymentUnsound(f"{name} owes the deployer {deployer} ether")


def role_holders(contracts: Mapping[str, Any], from_block: int) -> dict[str, set[str]]:
    """Who holds which role of the treasury, by its whole history of grants."""
    treasury = contracts["Treasury"]
    names = {bytes(getattr(treasury, role)()): role for role in ROLES}
    events = web3.eth.contract(treasury.address, abi=treasury.abi).events
    logs = events.RoleGranted().get_logs(from_block=from_block)
    logs += events.RoleRevoked().get_logs(from_block=from_block)
    holders: dict[str, set[str]] = defaultdict(set)
    for log in sorted(logs, key=lambda log: (log.blockNumber, log.logIndex)):
        holding = holders[names.get(log.args.role, log.args.role.hex())]
        change = holding.add if log.event == "RoleGranted" else holding.discard
        change(log.args.account)
    return {role: holding for role, holding in holders.items() if holding}


def is_built(name: str, code: bytes) -> bool:
    """Whether a contract's code is the build's, immutables aside: the build has zeros for them."""
    built = bytes.fromhex(getattr(brownie, name)._build["deployedBytecode"])
    if len(code) != len(built):
        return False
    at = 0
    while at < len(built):
        end = at + 1 + (built[at] - PUSH1 + 1 if PUSH1 <= built[at] <= PUSH32 else 0)
        is_immutable = built[at] == PUSH32 and not any(built[at + 1 : end])
        if code[at] != built[at] or (code[at:end] != built[at:end] and not is_immutable):
            return False
        at = end
    return True


def _meant_holders(contracts: Mapping[str, Any]) -> dict[str, set[str]]:
    """The treasury rules itself, the governor proposes and cancels, anybody executes."""
    governor = contracts["AtelierGovernor"].address
    return {
        "DEFAULT_ADMIN_ROLE": {contracts["Treasury"].address},
        "PROPOSER_ROLE": {governor},
        "CANCELLER_ROLE": {governor},
        "EXECUTOR_ROLE": {ZERO},
    }
