"""Get blocks and logs from the node, and refuse what does not fit together."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from random import SystemRandom

from indexer import bloom, link
from indexer.agreement import Source
from indexer.error import AnswerInvalid
from indexer.plan import Far, Near
from indexer.wire import Header, Log, belongs, proven_logs

# How many blocks of a range, silent but perhaps not by their blooms, are proved by their receipts.
PROVEN_SUSPECTS = 32

_DICE = SystemRandom()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A stretch of the chain: linked headers, the last one the stretch's end, and our logs."""

    headers: tuple[Header, ...]
    logs: tuple[Log, ...]


def fetch(node: Source, plan: Near | Far, target: Header, addresses: Collection[str]) -> Fetched:
    """What the plan asks for, proved as far as its headers can prove it."""
    if isinstance(plan, Far):
        return _far(node, plan, addresses)
    return _near(node, plan, target, addresses)


def _near(node: Source, plan: Near, target: Header, addresses: Collection[str]) -> Fetched:
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


def _far(node: Source, plan: Far, addresses: Collection[str]) -> Fetched:
    """Our logs of a range, held against every header of it: what they can tell, they tell."""
    logs = node.logs_of_range(plan.first, plan.last, list(addresses))
    headers = node.headers(range(plan.first, plan.last + 1))
    link.check(headers)
    by_block = {number: list(said) for number, said in groupby(logs, attrgetter("block_number"))}
    found: list[Log] = []
    silent: list[Header] = []
    for header in headers:
        said = by_block.get(header.number, [])
        for log in said:
            belongs(log, header)
        if bloom.never_held(header.bloom, said):
            raise AnswerInvalid(f"block {header.number} never held what the node says it did")
        if not said and bloom.may_hold(header.bloom, addresses):
            silent.append(header)
        found += said
    _prove_silence(node, silent, addresses)
    return Fetched(tuple(headers), tuple(found))


def _prove_silence(node: Source, suspects: list[Header], addresses: Collection[str]) -> None:
    """A bloom may say that somebody spoke who did not; only receipts can tell.

    Busy chains fill their blooms, so all that anybody could be asked is some of these blocks: which
    ones, a node cannot know.
    """
    asked = sorted(_DICE.sample(suspects, min(len(suspects), PROVEN_SUSPECTS)))
    receipts = node.receipts([header.hash for header in asked])
    for header, raw in zip(asked, receipts, strict=True):
        if any(log.address in addresses for log in proven_logs(raw, header)):
            raise AnswerInvalid(f"the node left out what was said in block {header.number}")
