"""Tell Brownie its networks, and have it compile the contracts."""

import os

from tools.setup import compiler
from tools.setup.place import BROWNIE, BROWNIE_PYTHON, KEPT, NODE, ROOT, run

HOME = KEPT / "brownie-home"
# The chain that ATELIER_RPC_URL names: the embedded one, or any node of Sepolia.
NETWORKS = (
    ("add", "Atelier", "embedded", "host=$ATELIER_RPC_URL", "chainid=31337"),
    ("modify", "sepolia", "host=$ATELIER_RPC_URL", "provider=none"),
)


def install_compiler() -> str:
    """The Solidity compiler, native where it can be had."""
    return compiler.install(ROOT, NODE)


def compile_all() -> str:
    """Networks and build: the chain that `atelier up` starts is Brownie's network `embedded`."""
    _declare_networks()
    run("contracts", BROWNIE, "compile")
    built = sum(1 for _ in (ROOT / "build" / "contracts").glob("*.json"))
    return f"{built} compiled"


def _declare_networks() -> None:
    """Change Brownie's own list once: the same change cannot be made twice."""
    declared = HOME / "networks-declared"
    if declared.exists() and declared.read_text() == str(NETWORKS):
        return
    (HOME / ".brownie" / "network-config.yaml").unlink(missing_ok=True)
    for arguments in NETWORKS:
        _networks(*arguments)
    declared.write_text(str(NETWORKS))


def _networks(*arguments: str) -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    brownie = BROWNIE_PYTHON.with_name("brownie")
    home = {"HOME": str(HOME), "USERPROFILE": str(HOME)}
    run("contracts", brownie, "networks", *arguments, environment={**os.environ, **home})
