"""Give the relayer a key of its own: it pays gas for what others signed, and no more."""

import os
import secrets
from pathlib import Path

from eth_account import Account

from marketplace.runtime import rpc
from marketplace.runtime.error import PartMissing

ALLOWANCE_WEI = 100 * 10**18
ENOUGH_WEI = 10 * 10**18


def ensure_key(path: Path) -> str:
    """Make the key if there is none, readable by its owner only; return its address."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write("0x" + secrets.token_hex(32) + "\n")
        fresh.replace(path)
    return address(path)


def address(path: Path) -> str:
    """The address of the key in a file."""
    try:
        return str(Account.from_key(path.read_text().strip()).address)
    except FileNotFoundError as error:
        raise PartMissing("the relayer's key", path, "run `atelier up` once, or put one") from error
    except ValueError as error:
        raise PartMissing("a readable relayer's key", path, "put 64 hex digits there") from error


def fund(rpc_url: str, relayer: str) -> None:
    """On the embedded chain: let its first account, which owns ether, pay the relayer's gas."""
    if rpc.number(rpc_url, "eth_getBalance", relayer, "latest") >= ENOUGH_WEI:
        return
    payer = rpc.call(rpc_url, "eth_accounts")[0]
    rpc.call(
        rpc_url,
        "eth_sendTransaction",
        {"from": payer, "to": relayer, "value": hex(ALLOWANCE_WEI)},
    )
