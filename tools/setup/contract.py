"""Tell Brownie its networks, and have it compile the contracts."""

import os

from tools.setup import compiler
from tools.setup.place import BROWNIE, BROWNIE_PYTHON, KEPT, NODE, ROOT, run

HOME = KEPT / "brownie-home"
TEST_HOST = "http://127.0.0.1:$ATELIER_TEST_PORT"


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
    declared = HOME / "networks-declared-2"
    if declared.exists():
        return
    (HOME / ".brownie" / "network-config.yaml").unlink(missing_ok=True)
    _networks("add", "Atelier", "embedded", "host=$ATELIER_RPC_URL", "chainid=31337")
    # Tests get a chain of their own, on a port that `tools/brownie` chooses anew each time.
    _networks("modify", "development", "cmd=anvil-on-port", "port=none", f"host={TEST_HOST}")
    _networks("modify", "sepolia", "host=$ATELIER_RPC_URL", "provider=none")  # any node will do
    declared.touch()


def _networks(*arguments: str) -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    brownie = BROWNIE_PYTHON.with_name("brownie")
    home = {"HOME": str(HOME), "USERPROFILE": str(HOME)}
    run("contracts", brownie, "networks", *arguments, environment={**os.environ, **home})
