"""Pass a page's questions to the embedded chain, whose node signs for the demo identities."""

import json
from typing import Any

import httpx
from fastapi import APIRouter, Response
from pydantic import BaseModel

from marketplace.dependency import SettingsDep
from marketplace.errors import Refused, Unavailable

SECONDS = 30.0
ALLOWED_PREFIX = "eth_"
ALLOWED = frozenset(
    {"net_version", "web3_clientVersion", "personal_sign", "evm_increaseTime", "evm_mine"}
)

router = APIRouter(tags=["development"])


class Question(BaseModel):
    """One JSON-RPC request; batches are not taken, they would hide what is asked."""

    id: int | str | None = None
    method: str
    params: list[Any] | dict[str, Any] = []


class MethodClosed(Refused):
    """The method could change the chain behind everybody's back."""

    title = "This method is not passed on"


class NodeSilent(Unavailable):
    """The embedded chain does not answer."""

    title = "The embedded chain does not answer"


@router.post("/development/rpc")
def pass_on(question: Question, settings: SettingsDep) -> Response:
    """Answer as the node does. This route exists on the embedded chain only."""
    if question.method not in ALLOWED and not question.method.startswith(ALLOWED_PREFIX):
        raise MethodClosed(
            f"{question.method[:80]!r} is not passed on; allowed are eth_* and "
            f"{', '.join(sorted(ALLOWED))}.",
            method=question.method[:80],
        )
    try:
        answer = httpx.post(
            settings.rpc,
            content=json.dumps({"jsonrpc": "2.0", **question.model_dump()}),
            headers={"Content-Type": "application/json"},
            timeout=SECONDS,
            trust_env=False,
        )
    except httpx.HTTPError as fault:
        raise NodeSilent(
            f"No answer within {SECONDS:.0f} s ({type(fault).__name__}); see whether "
            "`atelier up` is still running."
        ) from fault
    return Response(answer.content, answer.status_code, media_type="application/json")
