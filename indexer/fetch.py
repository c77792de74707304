"""Get blocks and logs from the node, and refuse what does not fit together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from indexer import bloom, link
from indexer.error import AnswerInvalid
from indexer.plan import Far, Near
from indexer.source import Node
from indexer.wire import Header, Log


@dataclass(frozen=True, slots=True)
class Fetched:
    """A stretch of the chain: linked headers, the last one the stretch's end, and our logs."""

    headers: tuple[Header, ...]
    logs: tuple[Log, ...]


def fetch(node: Node, plan: Near | Far, target: Header, addresses: Collection[str]) -> Fetched:
    """What the plan asks for, proved as far as its headers can prove it."""
    if isinstance(plan, Far):
        return _far(node, plan, addresses)
    return _near(node, plan, target, addresses)


def _near(node: Node, plan: Near, target: Header, addresses: Collection[str]) -> Fetched:
    """Every block, and all logs of those whose bloom may hold ours: none can be missing."""
    known = [target] if plan.last == target.number else []
    headers = [*node.headers(range(plan.first, plan.last + 1 - len(known))), *known]
    link.check(headers)
    spoken = [header for header in headers if bloom.may_hold(header.bloom, addresses)]
    found: list[Log] = []
    for header, logs in zip(
        spoken, node.logs_of_blocks([header.hash for header in spoken]), strict=True
    ):
        _prove(header, logs)
        found += (log for log in logs if log.address in addresses)
    return Fetched(tuple(headers), tuple(found))


def _prove(header: Header, logs: Sequence[Log]) -> None:
    """All logs of a block number themselves from zero and together make its bloom."""
    for index, log in enumerate(logs):
        _belongs(header, log)
        if log.log_index != index:
            raise AnswerInvalid(f"block {header.number} lacks log {index}")
    if bloom.of(logs) != header.bloom:
        raise AnswerInvalid(f"the logs of block {header.number} do not make its bloom")


def _far(node: Node, plan: Far, addresses: Collection[str]) -> Fetched:
    """Our logs of a range, and the headers of the blocks they are in and of both its ends."""
    logs = node.logs_of_range(plan.first, plan.last, list(addresses))
    numbers = sorted({plan.first, plan.last, *(log.block_number for log in logs)})
    headers = node.headers(numbers)
    link.check(headers)
    by_number = {header.number: header for header in headers}
    for log in logs:
        header = by_number[log.block_number]
        _belongs(header, log)
        if bloom.of([log]) & ~header.bloom:
            raise AnswerInvalid(f"block {header.number} never held log {log.log_index}")
    return Fetched(tuple(headers), tuple(logs))


def _belongs(header: Header, log: Log) -> None:
    if (log.block_number, log.block_hash) != (header.number, header.hash):
        raise AnswerInvalid(
            f"block {header.number} is {header.hash}, but the node gave a log of "
            f"block {log.block_number} {log.block_hash}"
        )
