"""Get blocks and logs from the node, and refuse what does not fit together."""

from collections.abc import Collection
from dataclasses import dataclass

from indexer import bloom, link
from indexer.error import AnswerInvalid
from indexer.plan import Far, Near
from indexer.source import Node
from indexer.wire import Header, Log, belongs, proven_logs


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
    """Every block, and of those whose bloom may hold our logs all receipts: none can be missing."""
    known = [target] if plan.last == target.number else []
    headers = [*node.headers(range(plan.first, plan.last + 1 - len(known))), *known]
    link.check(headers)
    spoken = [header for header in headers if bloom.may_hold(header.bloom, addresses)]
    receipts = node.receipts([header.hash for header in spoken])
    found = [
        log
        for header, raw in zip(spoken, receipts, strict=True)
        for log in proven_logs(raw, header)
        if log.address in addresses
    ]
    return Fetched(tuple(headers), tuple(found))


def _far(node: Node, plan: Far, addresses: Collection[str]) -> Fetched:
    """Our logs of a range, and the headers of the blocks they are in and of both its ends."""
    logs = node.logs_of_range(plan.first, plan.last, list(addresses))
    numbers = sorted({plan.first, plan.last, *(log.block_number for log in logs)})
    headers = node.headers(numbers)
    link.check(headers)
    by_number = {header.number: header for header in headers}
    for log in logs:
        header = by_number[log.block_number]
        belongs(log, header)
        if bloom.never_held(header.bloom, log):
            raise AnswerInvalid(f"block {header.number} never held log {log.log_index}")
    return Fetched(tuple(headers), tuple(logs))
