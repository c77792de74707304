"""Ask a node over JSON-RPC: one connection kept, many questions a request, bounded answers."""

import base64
import http.client
from collections.abc import Iterator, Sequence
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import orjson

from indexer.error import (
    AnswerInvalid,
    AnswerTooLarge,
    NodeFault,
    NodeRefused,
    NodeUnreachable,
    RangeRefused,
)
from indexer.primitives import Hash32
from indexer.wire import Header, Log, header, logs, quantity

TIMEOUT_SECONDS = 10.0
ANSWER_LIMIT = 48 * 2**20
QUESTIONS_A_REQUEST = 100
# A full block's receipts weigh megabytes.
BLOCKS_OF_RECEIPTS = 8

Question = tuple[str, list[Any]]


class Node:
    """One Ethereum node; every answer is checked before it is believed."""

    def __init__(
        self, url: str, timeout: float = TIMEOUT_SECONDS, limit: int = ANSWER_LIMIT
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or parts.hostname is None:
            raise ValueError(f"a node's address is http:// or https://, not {shown(url)!r}")
        self.name = shown(url)
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._limit = limit
        self._headers = {"Content-Type": "application/json"}
        if parts.username is not None:
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        self._connection = kind(parts.hostname, parts.port, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the connection go; the next question opens another."""
        self._connection.close()

    def chain_id(self) -> int:
        """Which chain this node says it serves."""
        try:
            return quantity(self.ask([("eth_chainId", [])])[0])
        except ValueError as error:
            raise AnswerInvalid(f"the node's chain id is malformed: {error}") from error

    def latest(self) -> Header:
        """The block at the node's head."""
        return header(self.ask([("eth_getBlockByNumber", ["latest", False])])[0])

    def headers(self, numbers: Sequence[int]) -> list[Header]:
        """The blocks of these numbers, in the order asked."""
        answers = self.ask([("eth_getBlockByNumber", [hex(n), False]) for n in numbers])
        return [header(raw, number) for raw, number in zip(answers, numbers, strict=True)]

    def receipts(self, hashes: Sequence[Hash32]) -> Iterator[Any]:
        """All receipts of each of these blocks, as the node gave them, a few blocks at a time."""
        for start in range(0, len(hashes), BLOCKS_OF_RECEIPTS):
            yield from self._receipts(hashes[start : start + BLOCKS_OF_RECEIPTS])

    def _receipts(self, hashes: Sequence[Hash32]) -> list[Any]:
        """Of fewer blocks at once where all are too much: anybody can fill blocks with logs."""
        try:
            return self.ask([("eth_getBlockReceipts", [name]) for name in hashes])
        except (AnswerTooLarge, NodeRefused):
            if len(hashes) == 1:
                raise
        half = len(hashes) // 2
        return self._receipts(hashes[:half]) + self._receipts(hashes[half:])

    def logs_of_range(self, first: int, last: int, addresses: Sequence[str]) -> list[Log]:
        """Our contracts' logs from block `first` to block `last`, both included."""
        asked = {"fromBlock": hex(first), "toBlock": hex(last), "address": list(addresses)}
        try:
            found = logs(self.ask([("eth_getLogs", [asked])])[0])
        except NodeRefused as error:
            # Nodes word "too much" in a hundred ways; a narrower question is always harmless.
            raise RangeRefused(str(error)) if last > first else error from error
        for log in found:
            if not first <= log.block_number <= last or log.address not in addresses:
                raise AnswerInvalid(
                    f"asked for blocks {first} to {last}, the node gave a log of "
                    f"{log.address} in block {log.block_number}"
                )
        return found

    def ask(self, questions: Sequence[Question]) -> list[Any]:
        """The answers to these questions, in their order, in as few requests as is polite."""
        answers: list[Any] = []
        for start in range(0, len(questions), QUESTIONS_A_REQUEST):
            answers += self._ask(questions[start : start + QUESTIONS_A_REQUEST])
        return answers

    def _ask(self, questions: Sequence[Question]) -> list[Any]:
        calls = [
            {"jsonrpc": "2.0", "id": i, "method": method, "params": parameters}
            for i, (method, parameters) in enumerate(questions)
        ]
        try:
            raw = orjson.loads(self._post(orjson.dumps(calls if len(calls) > 1 else calls[0])))
        except orjson.JSONDecodeError as error:
            raise AnswerInvalid(f"{self.name} answered with something that is no JSON") from error
        if len(calls) > 1 and isinstance(raw, dict):
            raise NodeRefused(f"{self.name} refused {len(calls)} questions: {_fault(raw)}")
        replies = {reply.get("id"): reply for reply in _as_list(raw) if isinstance(reply, dict)}
        return [_result(replies.get(i), method) for i, (method, _) in enumerate(questions)]

    def _post(self, body: bytes) -> bytes:
        try:
            return self._exchange(body)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            # Usually only a kept-alive connection that the node closed meanwhile: ask once more.
            self.close()
        except NodeFault:
            self.close()
            raise
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NodeUnreachable(f"{self.name} does not answer: {_reason(error)}") from error
        try:
            return self._exchange(body)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NodeUnreachable(f"{self.name} does not answer: {_reason(error)}") from error

    def _exchange(self, body: bytes) -> bytes:
        self._connection.request("POST", self._path, body, self._headers)
        with self._connection.getresponse() as response:
            content = response.read(self._limit + 1)
            if len(content) > self._limit:
                raise AnswerTooLarge(f"{self.name} answered with more than {self._limit} bytes")
            if response.status == http.client.TOO_MANY_REQUESTS:
                raise NodeRefused(f"{self.name} asks us to slow down (429)")
            # Some nodes put an error's explanation in JSON beside a status of 400 or 500.
            if response.status >= http.client.BAD_REQUEST and not content.startswith((b"{", b"[")):
                raise NodeRefused(f"{self.name} answered with status {response.status}")
        return content


def shown(url: str) -> str:
    """A node's address without what may be secret in it: credentials, path and query."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}"


def _as_list(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else [raw]


def _result(reply: dict[str, Any] | None, method: str) -> Any:
    if reply is None:
        raise AnswerInvalid(f"the node left {method} unanswered")
    if reply.get("error") is not None:
        raise NodeRefused(f"the node refused {method}: {_fault(reply)}")
    if "result" not in reply:
        raise AnswerInvalid(f"the node's answer to {method} holds no result")
    return reply["result"]


def _fault(reply: dict[str, Any]) -> str:
    error = reply.get("error")
    return f"{error.get('message')} ({error.get('code')})" if isinstance(error, dict) else "?"


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
