"""Node
no web address                  -> ValueError
its name                        -> nothing in it that could be secret
credentials in the address      -> sent as basic authorization
nobody listens                  -> NodeUnreachable(name)
the node hangs up in between    -> asked again, without a word
many questions refused at once  -> NodeRefused(the node's words)
more than we are ready to hold  -> AnswerTooLarge
a byte now and then             -> NodeUnreachable, after a time for the whole answer
receipts of several blocks are  -> asked for in parts, down to single blocks
"""

import base64
from collections.abc import Iterator

import pytest

from indexer.error import AnswerTooLarge, NodeRefused, NodeUnreachable
from indexer.source import Node
from tests.indexer import liar as lies
from tests.indexer.liar import Broken, Call, Liar, Reply
from tests.indexer.stage import Stage


@pytest.fixture
def liar(stage: Stage) -> Iterator[Liar]:
    """An honest liar before the stage's node."""
    with Liar(stage.url) as liar:
        yield liar


@pytest.mark.parametrize("url", ["", "localhost:8545", "ws://localhost:8545", "http://"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="http:// or https://"):
        Node(url)


def test_its_name_keeps_secrets() -> None:
    node = Node("https://me:word@node.example:8545/v3/key?token=secret")
    assert node.name == "https://node.example:8545"


def test_credentials_are_sent(liar: Liar) -> None:
    with Node(liar.url.replace("//", "//me:p%40ss@")) as node:
        node.chain_id()
    assert liar.headers[0]["Authorization"] == f"Basic {base64.b64encode(b'me:p@ss').decode()}"


def test_nobody_listening_is_said_by_name(liar: Liar) -> None:
    with Liar(liar.url) as gone:
        url = gone.url
    with Node(url) as node, pytest.raises(NodeUnreachable, match=url):
        node.latest()


def test_a_node_that_hangs_up_is_asked_again(liar: Liar, stage: Stage) -> None:
    liar.hangs_up = True
    with Node(liar.url) as node:
        assert [node.latest().number for _ in range(3)] == [stage.height()] * 3


def test_many_questions_refused_at_once_are_refused_in_the_nodes_words(liar: Liar) -> None:
    def batches_refused(_call: Call, _reply: Reply) -> Reply:
        raise Broken(body=b'{"id": null, "error": {"code": -32005, "message": "too many"}}')

    liar.lie = batches_refused
    with Node(liar.url) as node, pytest.raises(NodeRefused, match=r"too many \(-32005\)"):
        node.headers([0, 1])


def test_an_answer_too_large_is_not_read_to_its_end(liar: Liar) -> None:
    with Node(liar.url, limit=100) as node, pytest.raises(AnswerTooLarge, match="100 bytes"):
        node.latest()


def test_an_answer_that_drips_is_not_waited_for(liar: Liar) -> None:
    liar.lie = lies.dripping
    with (
        Node(liar.url, timeout=5 * lies.DRIP_SECONDS) as node,
        pytest.raises(NodeUnreachable, match=r"not whole after 0\.3 seconds"),
    ):
        node.latest()


def test_receipts_that_are_too_much_together_are_asked_for_in_parts(
    liar: Liar, stage: Stage
) -> None:
    stage.mine(8)
    with Node(liar.url) as node:
        hashes = [header.hash for header in node.headers(range(1, 9))]
    liar.headers.clear()
    with Node(liar.url, limit=200) as node:
        assert list(map(bytes, node.receipts(hashes))) == [b"[]"] * 8
    assert len(liar.headers) == 3  # all, one half, the other
    with Node(liar.url, limit=10) as node, pytest.raises(AnswerTooLarge):
        list(node.receipts(hashes))


def test_receipts_refused_together_are_asked_for_in_parts(liar: Liar, stage: Stage) -> None:
    def no_more_than_three(call: Call, reply: Reply) -> Reply:
        if call["id"] < 3:
            return reply
        raise Broken(body=b'{"id": null, "error": {"code": -32003, "message": "too large"}}')

    stage.mine(8)
    liar.lie = no_more_than_three
    with Node(stage.url) as honest, Node(liar.url) as node:
        hashes = [header.hash for header in honest.headers(range(1, 9))]
        assert list(map(bytes, node.receipts(hashes))) == [b"[]"] * 8
