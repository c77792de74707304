"""Ask a node over JSON-RPC: one connection kept, many questions a request, bounded answers."""

import base64
import http.client
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import msgspec
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
from indexer.punctual import Punctual
from indexer.wire import Header, Log, header, logs, quantity

TIMEOUT_SECONDS = 10.0
WHOLE = 3  # times as long may an answer take to come in whole
ANSWER_LIMIT = 48 * 2**20
QUESTIONS_A_REQUEST = 100
# A full block's receipts weigh megabytes.
BLOCKS_OF_RECEIPTS = 8

Question = tuple[str, list[Any]]
UNSAID = msgspec.Raw()


class Reply(msgspec.Struct):
    """One answer; what it says stays as it is until somebody knows what it should be."""

    id: Any = None
    result: msgspec.Raw = UNSAID
    error: Any = None


_REPLY = msgspec.json.Decoder(Reply)
_REPLIES = msgspec.json.Decoder(list[Reply])


@dataclass(frozen=True, slots=True)
class Tips:
    """The block at a node's head, and the last ones that it calls safe and finalized, if it does.

    A node that knows no such blocks - most development chains of old - names none.
    """

    latest: Header
    safe: Header | None
    finalized: Header | None


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
        self._connection.response_class = partial(Punctual, timeout, WHOLE * timeout)  # type: ignore[assignment]
        self._lock = threading.Lock()  # one connection, one question at a time

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
        except (TypeError, ValueError) as error:
            raise AnswerInvalid(f"the node's chain id is malformed: {error}") from error

    def latest(self) -> Header:
        """The block at the node's head."""
        return header(self.ask([_tagged("latest")])[0])

    def tips(self) -> Tips:
        """The blocks at the node's head, safe and finalized."""
        try:
            raw = self.ask([_tagged(tag) for tag in ("latest", "safe", "finalized")])
        except NodeRefused:
            return Tips(self.latest(), None, None)
        latest = header(raw[0])
        safe, finalized = (None if block is None else header(block) for block in raw[1:])
        if safe is None or finalized is None:
            return Tips(latest, None, None)
        if not finalized.number <= safe.number <= latest.number:
            raise AnswerInvalid(
                f"{self.name} says that block {finalized.number} is final, {safe.number} safe and "
                f"{latest.number} its head"
            )
        return Tips(latest, safe, finalized)

    def headers(self, numbers: Sequence[int]) -> list[Header]:
        """The blocks of these numbers, in the order asked."""
        answers = self.ask([("eth_getBlockByNumber", [hex(n), False]) for n in numbers])
        return [header(raw, number) for raw, number in zip(answers, numbers, strict=True)]

    def receipts(self, hashes: Sequence[Hash32]) -> Iterator[msgspec.Raw]:
        """All receipts of each of these blocks, in the node's JSON, a few blocks at a time."""
        for start in range(0, len(hashes), BLOCKS_OF_RECEIPTS):
            yield from self._receipts(hashes[start : start + BLOCKS_OF_RECEIPTS])

    def _receipts(self, hashes: Sequence[Hash32]) -> list[msgspec.Raw]:
        """Of fewer blocks at once where all are too much: anybody can fill blocks with logs."""
        try:
            return self._said([("eth_getBlockReceipts", [name]) for name in hashes])
        except (AnswerTooLarge, NodeRefused):
            if len(hashes) == 1:
                raise
        half = len(hashes) // 2
        return self._receipts(hashes[:half]) + self._receipts(hashes[half:])

    def logs_of_range(self, first: int, last: int, addresses: Sequence[str]) -> list[Log]:
        """Our contracts' logs from block `first` to block `last`, both included."""
        wanted = frozenset(addresses)
        asked = {"fromBlock": hex(first), "toBlock": hex(last), "address": list(addresses)}
        try:
            found = logs(self._said([("eth_getLogs", [asked])])[0])
        except NodeRefused as error:
            # Nodes word "too much" in a hundred ways; a narrower question is always harmless.
            raise RangeRefused(str(error)) if last > first else error from error
        for log in found:
            if not first <= log.block_number <= last or log.address not in wanted:
                raise AnswerInvalid(
                    f"asked for blocks {first} to {last}, the node gave a log of "
                    f"{log.address} in block {log.block_number}"
                )
        return found

    def ask(self, questions: Sequence[Question]) -> list[Any]:
        """The answers to these questions, in their order, in as few requests as is polite."""
        return [orjson.loads(bytes(answer)) for answer in self._said(questions)]

    def _said(self, questions: Sequence[Question]) -> list[msgspec.Raw]:
        """The same in the node's own JSON, which is known to be JSON and no more."""
        answers: list[msgspec.Raw] = []
        for start in range(0, len(questions), QUESTIONS_A_REQUEST):
            answers += self._ask(questions[start : start + QUESTIONS_A_REQUEST])
        return answers

    def _ask(self, questions: Sequence[Question]) -> list[msgspec.Raw]:
        calls = [
            {"jsonrpc": "2.0", "id": i, "method": method, "params": parameters}
            for i, (method, parameters) in enumerate(questions)
        ]
        with self._lock:
            body = self._post(orjson.dumps(calls if len(calls) > 1 else calls[0]))
        is_batch = body.lstrip()[:1] == b"["
        try:
            replies = _REPLIES.decode(body) if is_batch else [_REPLY.decode(body)]
            by_id = {reply.id: reply for reply in replies}
        except (msgspec.MsgspecError, TypeError, UnicodeDecodeError) as error:
            raise AnswerInvalid(f"{self.name} answered with something that is no reply") from error
        if len(calls) > 1 and not is_batch:
            raise NodeRefused(f"{self.name} refused {len(calls)} questions: {_fault(replies[0])}")
        return [_result(by_id.get(i), method) for i, (method, _) in enumerate(questions)]

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


def _tagged(tag: str) -> Question:
    return "eth_getBlockByNumber", [tag, False]


def _result(reply: Reply | None, method: str) -> msgspec.Raw:
    if reply is None:
        raise AnswerInvalid(f"the node left {method} unanswered")
    if reply.error is not None:
        raise NodeRefused(f"the node refused {method}: {_fault(reply)}")
    if not reply.result:
        raise AnswerInvalid(f"the node's answer to {method} holds no result")
    return reply.result


def _fault(reply: Reply) -> str:
    error = reply.error
    return f"{error.get('message')} ({error.get('code')})" if isinstance(error, dict) else "?"


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
