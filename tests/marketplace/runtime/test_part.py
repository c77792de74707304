"""one part alone, by `atelier web`, `worker` and `index`
no deployment file        -> says how to get one, in words
a node of another chain   -> refused with both genesis blocks, and by which setting it is mended
a port in use             -> says which, and by which setting it is changed
a node that is away       -> no reason to refuse: it comes back
"""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from marketplace import cli
from marketplace.config import Settings
from marketplace.runtime.chain import Chain, free_port

PARTS = ("web", "worker", "index")


@pytest.mark.parametrize("part", PARTS)
def test_without_a_deployment_it_says_how_to_get_one(part: str, settings: Settings) -> None:
    told = _atelier(part, settings.model_copy(update={"deployment": settings.data / "none.json"}))
    assert told.returncode == 1
    assert "the deployment file is missing" in told.stderr
    assert "make deploy" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("part", PARTS)
def test_another_chain_is_refused(part: str, settings: Settings, bare_chain: Chain) -> None:
    told = _atelier(part, settings.model_copy(update={"rpc_url": bare_chain.url}))
    assert told.returncode == 1
    assert "the node's genesis block is 0x" in told.stderr
    assert "ATELIER_RPC_URL" in told.stderr


def test_a_port_in_use_is_named(settings: Settings) -> None:
    with socket.create_server((settings.host, settings.port)):
        told = _atelier("web", settings)
    assert told.returncode == 1
    assert f"cannot listen on port {settings.port}" in told.stderr
    assert "ATELIER_PORT" in told.stderr


def test_a_node_that_is_away_is_waited_for(
    settings: Settings, deployment_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = f"http://127.0.0.1:{free_port()}"
    elsewhere = settings.model_copy(update={"rpc_url": away, "development": False})
    for name, value in elsewhere.environment().items():
        monkeypatch.setenv(name, value)
    assert cli._resolved().rpc == away


def _atelier(part: str, settings: Settings) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **settings.environment(), "COLUMNS": "400"}
    command = [sys.executable, "-m", "marketplace.cli", part]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
