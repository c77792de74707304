"""Ask an Ethereum node one question, without loading a whole client for it."""

import ssl
from functools import cache
from typing import Any

import httpx

from marketplace.runtime.error import RuntimeFault, Unreachable

SETTING = "ATELIER_RPC_URL"


class NodeRefused(RuntimeFault):
    """The node answered, and the answer was no."""


def call(url: str, method: str, *params: object, timeout_seconds: float = 10.0) -> Any:
    """The result of one JSON-RPC method."""
    question = {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
    try:
        response = httpx.post(
            url, json=question, timeout=timeout_seconds, trust_env=False, verify=_trusted()
        )
        answer = response.raise_for_status().json()
    except httpx.HTTPError as error:
        raise Unreachable("the chain's node", url, str(error), SETTING) from error
    except ValueError as error:
        raise Unreachable("the chain's node", url, "it does not speak JSON", SETTING) from error
    if "error" in answer:
        message = answer["error"].get("message", answer["error"])
        raise NodeRefused(f"the node at {url} refused {method}: {message}", "run `atelier doctor`")
    return answer.get("result")


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to trust, read once: it takes longer than a node takes to answer."""
    return httpx.create_ssl_context(trust_env=False)


def number(url: str, method: str, *params: object, timeout_seconds: float = 10.0) -> int:
    """The result of a method that answers with one quantity."""
    return int(call(url, method, *params, timeout_seconds=timeout_seconds), 16)
