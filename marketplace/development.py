"""Pass a page's questions to the embedded chain, whose node signs for the demo identities."""

from typing import Any

import httpx
import orjson
from fastapi import APIRouter, Request, Response

from marketplace.dependency import SettingsDep
from marketplace.errors import Malformed, Refused, Unavailable

SECONDS = 30.0
ALLOWED_PREFIX = "eth_"
ALLOWED = frozenset(
    {"net_version", "web3_clientVersion", "personal_sign", "evm_increaseTime", "evm_mine"}
)

router = APIRouter(tags=["development"])


class QuestionUnreadable(Malformed):
    """The body is not one JSON-RPC request."""

    title = "This is no JSON-RPC request"


class MethodClosed(Refused):
    """The method could change the chain behind everybody's back."""

    title = "This method is not passed on"


class NodeSilent(Unavailable):
    """The embedded chain does not answer."""

    title = "The embedded chain does not answer"


@router.post("/development/rpc")
async def pass_on(request: Request, settings: SettingsDep) -> Response:
    """Answer as the node does. This route exists on the embedded chain only."""
    body = await request.body()
    check(body)
    async with httpx.AsyncClient(timeout=SECONDS, trust_env=False) as client:
        try:
            answer = await client.post(
                settings.rpc, content=body, headers={"Content-Type": "application/json"}
            )
        except httpx.HTTPError as fault:
            raise NodeSilent(
                f"No answer within {SECONDS:.0f} s ({type(fault).__name__}); see whether "
                "`atelier up` is still running."
            ) from fault
    return Response(answer.content, answer.status_code, media_type="application/json")


def check(body: bytes) -> None:
    """Let one request of an allowed method through; batches would hide the others."""
    try:
        question: Any = orjson.loads(body)
    except orjson.JSONDecodeError as fault:
        raise QuestionUnreadable(f"The body is no JSON: {fault}.") from fault
    method = question.get("method") if isinstance(question, dict) else None
    if not isinstance(method, str):
        raise QuestionUnreadable("Send one object with a `method`; batches are not taken.")
    if method not in ALLOWED and not method.startswith(ALLOWED_PREFIX):
        raise MethodClosed(
            f"{method[:80]!r} is not passed on; allowed are eth_* and {', '.join(sorted(ALLOWED))}.",
            method=method[:80],
        )
