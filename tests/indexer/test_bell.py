"""the bell
a block is mined                 -> it rings, long before the clock would
nobody listens there             -> said once; the clock goes on
the node goes and comes back     -> it hears again
a node without newHeads          -> said; the clock goes on
where to listen                  -> as said, off, or where the node is asked
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import structlog
from websockets.sync.server import ServerConnection, serve

from indexer.bell import Bell, heads_url
from marketplace.runtime.chain import free_port
from tests.indexer.stage import Stage

LONG, SHORT = 60.0, 0.01


@pytest.fixture
def log() -> structlog.testing.CapturingLogger:
    """A log that can be asked what was said."""
    return structlog.testing.CapturingLogger()


def test_a_block_rings(stage: Stage, log: structlog.testing.CapturingLogger) -> None:
    with Bell(heads_url(stage.url, None), log) as bell:
        assert bell.is_heard.wait(LONG)
        for _ in range(3):
            ringing = threading.Thread(target=bell.wait, args=(LONG,))
            ringing.start()
            stage.mine()
            ringing.join(LONG / 2)
            assert not ringing.is_alive()


def test_where_nobody_listens_the_clock_goes_on(log: structlog.testing.CapturingLogger) -> None:
    with Bell(f"ws://127.0.0.1:{free_port()}", log) as bell:
        bell.wait(LONG)  # it rings once, when it gives up
        bell.wait(SHORT)
        bell.wait(SHORT)
    assert [call.args for call in log.calls] == [("no news by WebSocket",)]


@contextmanager
def speaking(port: int, answer: str) -> Iterator[None]:
    """A node that gives every question this answer, and one message more."""

    def speak(connection: ServerConnection) -> None:
        connection.recv()
        connection.send(answer)
        connection.send("{}")
        for _ in connection:
            pass

    with serve(speak, "127.0.0.1", port) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield
        server.shutdown()
        thread.join()


def test_it_hears_a_node_that_came_back(log: structlog.testing.CapturingLogger) -> None:
    port = free_port()
    with Bell(f"ws://127.0.0.1:{port}", log) as bell:
        bell.wait(LONG)
        with speaking(port, '{"id": 1, "result": "0x1"}'):
            assert bell.is_heard.wait(LONG)


def test_a_node_without_news_is_said(log: structlog.testing.CapturingLogger) -> None:
    port = free_port()
    with (
        speaking(port, '{"id": 1, "error": {"message": "no such method"}}'),
        Bell(f"ws://127.0.0.1:{port}", log) as bell,
    ):
        bell.wait(LONG)
    assert "no such method" in log.calls[0].kwargs["reason"]


@pytest.mark.parametrize(
    ("rpc", "said", "url"),
    [
        ("http://node:8545", None, "ws://node:8545"),
        ("https://node/v3/key", None, "wss://node/v3/key"),
        ("https://node", "wss://other/ws", "wss://other/ws"),
        ("http://node", "off", None),
    ],
)
def test_where_to_listen(rpc: str, said: str | None, url: str | None) -> None:
    assert heads_url(rpc, said) == url
