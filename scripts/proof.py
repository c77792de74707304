"""Prove by reading the chain that a deployment is wired right and that nobody holds a key to it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from brownie import web3

ZERO = "0x0000000000000000000000000000000000000000"
ROLES = ("DEFAULT_ADMIN_ROLE", "PROPOSER_ROLE", "CANCELLER_ROLE", "EXECUTOR_ROLE")
OWNERSHIP = {"owner", "transferOwnership", "upgradeTo", "upgradeToAndCall", "pause"}


class DeploymentUnsound(RuntimeError):
    """What the chain says of a deployment is not what was meant."""


def check_deployment(contracts: Mapping[str, Any], from_block: int) -> None:
    """Raise unless wiring and rights are exactly the written ones."""
    for what, (found, meant) in _wiring(contracts).items():
        if found != meant:
            raise DeploymentUnsound(f"{what} is {found} and should be {meant}")
    found_holders, meant_holders = role_holders(contracts, from_block), _meant_holders(contracts)
    if found_holders != meant_holders:
        raise DeploymentUnsound(f"roles are {found_holders} and should be {meant_holders}")
    for name, contract in contracts.items():
        keys = OWNERSHIP & {entry.get("name") for entry in contract.abi}
        if keys:
            raise DeploymentUnsound(f"{name} has {', '.join(sorted(keys))}: somebody could own it")


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


def _meant_holders(contracts: Mapping[str, Any]) -> dict[str, set[str]]:
    """The treasury rules itself, the governor proposes and cancels, anybody executes."""
    governor = contracts["AtelierGovernor"].address
    return {
        "DEFAULT_ADMIN_ROLE": {contracts["Treasury"].address},
        "PROPOSER_ROLE": {governor},
        "CANCELLER_ROLE": {governor},
        "EXECUTOR_ROLE": {ZERO},
    }


def _wiring(contracts: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    membership, curation = contracts["Membership"], contracts["Curation"]
    artwork, market = contracts["Artwork"], contracts["Market"]
    governor, treasury = contracts["AtelierGovernor"], contracts["Treasury"]
    return {
        "Membership.curation": (membership.curation(), curation.address),
        "Membership.treasury": (membership.treasury(), treasury.address),
        "Curation.membership": (curation.membership(), membership.address),
        "Curation.artwork": (curation.artwork(), artwork.address),
        "Curation.treasury": (curation.treasury(), treasury.address),
        "Artwork.curation": (artwork.curation(), curation.address),
        "Artwork.market": (artwork.market(), market.address),
        "Artwork.treasury": (artwork.treasury(), treasury.address),
        "Market.artwork": (market.artwork(), artwork.address),
        "Market.treasury": (market.treasury(), treasury.address),
        "AtelierGovernor.token": (governor.token(), membership.address),
        "AtelierGovernor.timelock": (governor.timelock(), treasury.address),
    }
