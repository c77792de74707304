"""status
nothing indexed yet       -> 503 that says what to do
indexed                   -> contracts, head and chain
every part well           -> 200, each with its word
the chain's node is gone  -> 503, that part named, the others well
the index lags            -> 503
"""

from collections.abc import Callable

from indexer.abi import Deployment
from marketplace.runtime.chain import Chain
from marketplace.status import LAG_LIMIT_BLOCKS
from tests.marketplace.conftest import Actor, Browser


def test_an_empty_index_is_told(browser: Browser) -> None:
    answer = browser().get("/api/v1/chain")
    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:atelier:problem:index-empty"
    assert answer.headers["retry-after"] == "2"


def test_the_chain_is_told_as_far_as_the_index_has_come(
    browser: Browser, index: Callable[[], None], act: Actor, deployment: Deployment
) -> None:
    answer = browser().get("/api/v1/chain").json()
    with act.chain as chain:
        head = chain.head()
    assert answer["head"] == {"number": head.number, "timestamp": head.timestamp}
    assert answer["contracts"] == dict(deployment.contracts)
    assert (answer["development"], answer["rpc_path"]) == (True, "/development/rpc")


def test_every_part_is_tried(browser: Browser, index: Callable[[], None]) -> None:
    answer = browser().get("/api/v1/health")
    assert answer.status_code == 200
    assert {name: part["status"] for name, part in answer.json()["parts"].items()} == dict.fromkeys(
        ("database", "chain", "index", "store"), "well"
    )


def test_a_silent_node_is_named(browser: Browser, index: Callable[[], None], chain: Chain) -> None:
    client = browser()
    chain.stop()
    answer = client.get("/api/v1/health")
    assert answer.status_code == 503
    parts = answer.json()["parts"]
    assert (parts["chain"]["status"], parts["database"]["status"]) == ("unwell", "well")


def test_a_lagging_index_is_unwell(browser: Browser, index: Callable[[], None], act: Actor) -> None:
    with act.chain as chain:
        chain.ask("anvil_mine", hex(LAG_LIMIT_BLOCKS + 1))
    answer = browser().get("/api/v1/health")
    assert answer.json()["parts"]["index"]["status"] == "unwell"
