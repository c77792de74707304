"""Ask the chain whether its contracts are those that were deployed, and nobody's.

The deployment file names each contract's code by its hash, every view by which a contract knows
another one, and who deployed them. Nothing is believed that plain JSON-RPC does not confirm.
"""

from pathlib import Path
from typing import Any

from eth_utils.crypto import keccak

from marketplace.runtime import deploy, rpc
from marketplace.runtime.error import RuntimeFault

NOBODY = "0x" + "00" * 20  # as an executor: anybody
ROLES = {
    "DEFAULT_ADMIN_ROLE": bytes(32),
    **{name: keccak(text=name) for name in ("PROPOSER_ROLE", "CANCELLER_ROLE", "EXECUTOR_ROLE")},
}
MEND = "trust nothing there; name the right file by ATELIER_DEPLOYMENT, or deploy again"

Facts = dict[str, Any]


class ContractsUnsound(RuntimeFault):
    """The chain says something else of the contracts than the deployment file does."""


def check_code(rpc_url: str, deployment: Path) -> str:
    """Compare the code of each contract with what was built and deployed."""
    contracts = _known(deploy.read(deployment), "contracts")
    for name, facts in contracts.items():
        code = bytes.fromhex(str(rpc.call(rpc_url, "eth_getCode", facts["address"], "latest"))[2:])
        found, meant = "0x" + keccak(code).hex(), _known(facts, "code_keccak256")
        if found != meant:
            raise ContractsUnsound(f"the code of {name} is {found}, but {meant} was deployed", MEND)
    return f"{len(contracts)} contracts have the code that was built"


def check_wires(rpc_url: str, deployment: Path) -> str:
    """Compare whom each contract trusts with whom it should."""
    facts = deploy.read(deployment)
    at = {name: one["address"] for name, one in _known(facts, "contracts").items()}
    count = 0
    for name, views in _known(facts, "wires").items():
        for view, other in views.items():
            found = _view(rpc_url, at[name], f"{view}()")
            if int(found, 16) != int(at[other], 16):
                said = f"{name}.{view} is 0x{found[-40:]} and should be {other}, {at[other]}"
                raise ContractsUnsound(said, MEND)
            count += 1
    return f"{count} wires between them are right"


def check_rights(rpc_url: str, deployment: Path) -> str:
    """Make sure that the DAO rules its treasury, and that who deployed it has no say there."""
    facts = deploy.read(deployment)
    deployer, contracts = _known(facts, "deployer"), _known(facts, "contracts")
    treasury, governor = (contracts[name]["address"] for name in ("Treasury", "AtelierGovernor"))
    meant = {
        "DEFAULT_ADMIN_ROLE": treasury,
        "PROPOSER_ROLE": governor,
        "CANCELLER_ROLE": governor,
        "EXECUTOR_ROLE": NOBODY,
    }
    for role, holder in meant.items():
        if not _has_role(rpc_url, treasury, role, holder):
            raise ContractsUnsound(f"{holder} should hold {role} of the treasury", MEND)
        if _has_role(rpc_url, treasury, role, deployer):
            raise ContractsUnsound(f"the deployer {deployer} holds {role} of the treasury", MEND)
    return f"the DAO rules its treasury; {deployer}, who deployed it, has no say there"


def _has_role(rpc_url: str, treasury: str, role: str, account: str) -> bool:
    signature, words = "hasRole(bytes32,address)", (ROLES[role].hex(), account)
    return int(_view(rpc_url, treasury, signature, *words), 16) == 1


def _view(rpc_url: str, address: str, signature: str, *words: str) -> str:
    """What a view answers, in hex; its arguments are words of up to 32 bytes, in hex too."""
    data = keccak(text=signature)[:4].hex() + "".join(
        word.removeprefix("0x").lower().rjust(64, "0") for word in words
    )
    answer = str(rpc.call(rpc_url, "eth_call", {"to": address, "data": f"0x{data}"}, "latest"))
    if len(answer) != len("0x") + 64:
        raise ContractsUnsound(f"what {address} says to {signature} is no answer: {answer}", MEND)
    return answer


def _known(facts: Facts, name: str) -> Any:
    if name not in facts:
        said = f"the deployment file says nothing of {name}: it is an older version's"
        raise ContractsUnsound(said, "deploy again with this version")
    return facts[name]
