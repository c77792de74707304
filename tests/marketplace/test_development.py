"""the embedded chain's questions
an allowed method    -> what the node answers, its errors included
any other, a batch   -> refused
another kind of chain -> the route does not exist
"""

import httpx
import pytest

from marketplace.app import create_app
from marketplace.config import Settings
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser


def ask(client: httpx.Client, method: str, *params: object) -> httpx.Response:
    question = {"jsonrpc": "2.0", "id": 7, "method": method, "params": params}
    return client.post("/development/rpc", json=question)


def test_an_allowed_question_reaches_the_node(browser: Browser) -> None:
    answer = ask(browser(), "eth_chainId").json()
    assert answer == {"jsonrpc": "2.0", "id": 7, "result": hex(31337)}


def test_the_nodes_errors_come_through(browser: Browser, accounts: Accounts) -> None:
    answer = ask(browser(), "eth_sendTransaction", {"from": "0x" + "11" * 20, "value": "0x1"})
    assert answer.json()["error"]["code"] < 0


@pytest.mark.parametrize(
    "method",
    [
        "anvil_setBalance",
        "anvil_impersonateAccount",
        "hardhat_setCode",
        "debug_traceTransaction",
        "evm_revert",
        "evm_setAccountNonce",
        "admin_nodeInfo",
        "txpool_content",
        "personal_importRawKey",
        "ETH_chainId",
        "",
    ],
)
def test_other_methods_are_not_passed_on(browser: Browser, method: str) -> None:
    answer = ask(browser(), method)
    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:atelier:problem:method-closed"


def test_half_a_character_is_the_nodes_to_refuse(browser: Browser) -> None:
    question = b'{"id": 7, "method": "eth_call", "params": ["\\ud800"]}'
    headers = {"Content-Type": "application/json"}
    answer = browser().post("/development/rpc", content=question, headers=headers)
    assert answer.status_code < 500
    assert b"unexpected" not in answer.content


def test_a_batch_is_not_taken(browser: Browser) -> None:
    questions = [{"jsonrpc": "2.0", "id": 1, "method": "anvil_reset", "params": []}]
    assert browser().post("/development/rpc", json=questions).status_code == 422


def test_a_silent_node_is_told(browser: Browser, chain: object) -> None:
    client = browser()
    chain.stop()  # type: ignore[attr-defined]
    assert ask(client, "eth_chainId").status_code == 503


@pytest.mark.parametrize("development", [True, False])
def test_the_route_exists_on_the_embedded_chain_alone(
    settings: Settings, development: bool
) -> None:
    app = create_app(settings.model_copy(update={"development": development}))
    assert ("/development/rpc" in app.openapi()["paths"]) is development
