"""the embedded chain
started                       -> answers, on chain 31337
stopped and started           -> has the blocks it had, the same genesis, and its transactions
started for the fifth time    -> still has the same genesis
time was skipped before       -> goes on after it, never backwards
killed                        -> goes on from what was saved last
we were killed                -> it wrote its last block by itself
a broken state                -> is put aside
a free port                   -> nobody's, and given out to nobody
a port in use                 -> PortTaken, naming port and setting
"""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marketplace.runtime import chain_state, rpc
from marketplace.runtime.chain import Chain, free_port, port_is_free
from marketplace.runtime.error import PortTaken

SECONDS = 20.0


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Chain]:
    """A chain that keeps its state in a file."""
    chain = Chain(free_port(), tmp_path / "chain.json", log=tmp_path / "chain.log")
    chain.start()
    yield chain
    chain.stop()


def test_it_answers(kept: Chain) -> None:
    assert rpc.number(kept.url, "eth_chainId") == 31337


def test_it_goes_on_where_it_stopped(kept: Chain) -> None:
    sent = _send(kept)
    before = [_block(kept, number) for number in ("0x0", "latest")]
    kept.stop()
    kept.start()
    assert [_block(kept, number) for number in ("0x0", "latest")] == before
    assert rpc.call(kept.url, "eth_getTransactionReceipt", sent)["status"] == "0x1"


def test_its_identity_survives_many_starts(kept: Chain) -> None:
    genesis = _block(kept, "0x0")["hash"]
    for _ in range(5):
        _send(kept)
        kept.stop()
        kept.start()
    assert _block(kept, "0x0")["hash"] == genesis


def test_skipped_time_stays_skipped(kept: Chain) -> None:
    rpc.call(kept.url, "evm_increaseTime", 86_400)
    rpc.call(kept.url, "evm_mine")  # a sent transaction's block may come after the answer
    before = int(_block(kept, "latest")["timestamp"], 16)
    kept.stop()
    kept.start()
    rpc.call(kept.url, "evm_mine")
    after = int(_block(kept, "latest")["timestamp"], 16)
    assert before <= after < before + 60  # both may fall into one second


def test_a_killed_chain_goes_on_from_what_was_saved(kept: Chain) -> None:
    _send(kept)
    saved = _block(kept, "latest")["hash"]
    _until(lambda: kept.state is not None and _saved_block(kept.state) == 1)
    _kill(kept)
    kept.start()
    assert _block(kept, "latest")["hash"] == saved


def test_it_writes_its_last_block_when_we_are_killed(tmp_path: Path) -> None:
    port, state = free_port(), tmp_path / "chain.json"
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHAN, str(port), str(state)], stdout=subprocess.PIPE
    )
    assert parent.stdout
    newest = parent.stdout.readline().decode().strip()
    parent.kill()
    parent.wait()
    parent.stdout.close()
    _until(lambda: chain_state.last_words(state).exists() and _is_free(port))
    chain = Chain(port, state)
    chain.start()
    try:
        assert _block(chain, "latest")["hash"] == newest
    finally:
        chain.stop()


def test_a_broken_state_is_put_aside(tmp_path: Path) -> None:
    state = tmp_path / "chain.json"
    state.write_text('{"blocks": [')
    chain = Chain(free_port(), state)
    chain.start()
    chain.stop()
    assert (tmp_path / "chain.json.broken").read_text() == '{"blocks": ['


def test_a_free_port_is_not_given_out_meanwhile() -> None:
    """Connections on their way out are given ports from 32768 on."""
    ports = {free_port() for _ in range(50)}
    assert len(ports) > 40
    assert max(ports) < 32_768
    with socket.create_server(("127.0.0.1", min(ports))):
        assert not port_is_free(min(ports))


def test_a_port_in_use_is_named(kept: Chain) -> None:
    with pytest.raises(PortTaken, match=f"port {kept.port}.*\n.*ATELIER_CHAIN_PORT"):
        Chain(kept.port).start()


# A parent that saves nothing itself, sends one transaction, says its block, and waits to be killed.
ORPHAN = """
import sys, time
from pathlib import Path
from marketplace.runtime import chain, rpc
chain.SAVE_SECONDS = 3600
one = chain.Chain(int(sys.argv[1]), Path(sys.argv[2]))
one.start()
rpc.call(one.url, "evm_mine")
print(rpc.call(one.url, "eth_getBlockByNumber", "latest", False)["hash"], flush=True)
time.sleep(3600)
"""


def _send(chain: Chain) -> str:
    payer, payee = rpc.call(chain.url, "eth_accounts")[:2]
    transaction = {"from": payer, "to": payee, "value": "0x1"}
    return str(rpc.call(chain.url, "eth_sendTransaction", transaction))


def _block(chain: Chain, number: str) -> dict[str, Any]:
    block: dict[str, Any] = rpc.call(chain.url, "eth_getBlockByNumber", number, False)
    return {name: block[name] for name in ("hash", "number", "timestamp")}


def _saved_block(state: Path) -> int:
    content = chain_state._read(state)
    return chain_state._best(content) if content else -1


def _kill(chain: Chain) -> None:
    """End the process without a word, and the object's hopes of saving anything."""
    assert chain._process
    chain._process.send_signal(signal.SIGKILL)
    chain._process.wait()
    chain.stop()


def _is_free(port: int) -> bool:
    from marketplace.runtime.chain import port_is_free

    return port_is_free(port)


def _until(holds: Any) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
