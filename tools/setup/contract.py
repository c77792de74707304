"""Tell Brownie its networks, and have it compile the contracts."""

import os

from tools.setup import compiler
from tools.setup.place import BROWNIE, BROWNIE_PYTHON, KEPT, NODE, ROOT, run

HOME = KEPT / "brownie-home"
# Brownie's own tests get a port nobody else uses: it would attach to whatever answers on 8545.
TEST_PORT = 18545


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
    """Brownie's own list, changed once: a change cannot be made twice."""
    declared = HOME / "networks-declared"
    if declared.exists():
        return
    (HOME / ".brownie" / "network-config.yaml").unlink(missing_ok=True)
    _networks("add", "Atelier", "embedded", "host=$ATELIER_RPC_URL", "chainid=31337")
    _networks("modify", "development", f"port={TEST_PORT}")
    _networks("modify", "sepolia", "host=$ATELIER_RPC_URL", "provider=none")  # any node will do
    declared.touch()


def _networks(*arguments: str) -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    brownie = BROWNIE_PYTHON.with_name("brownie")
    home = {"HOME": str(HOME), "USERPROFILE": str(HOME)}
    run("contracts", brownie, "networks", *arguments, environment={**os.environ, **home})
