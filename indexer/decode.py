"""Turn logs into what was said, by the ABI of the contract that said it."""

import re
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import repeat
from typing import Any

from eth_hash.auto import keccak

from indexer.error import AnswerInvalid
from indexer.layout import Column, Read, json_form, reader, signature
from indexer.primitives import Address, Hash32
from indexer.wire import Log

Entry = Mapping[str, Any]
"""One event in an ABI."""

_named: Callable[..., Any] = namedtuple


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read one event of a contract, and how to speak of its arguments."""

    contract: str
    name: str
    signature: str
    fact: Callable[..., Any]
    fields: tuple[str, ...]  # the arguments as a fact names them
    names: tuple[str, ...]  # the same as the ABI names them
    forms: tuple[Callable[[Any], Any] | None, ...]  # how JSON says them, where it does otherwise
    read: Read

    def columns(self, logs: Sequence[Log]) -> list[Column]:
        """The arguments of these logs, a column each; raise AnswerInvalid for the first bad one."""
        try:
            return self.read(logs)
        except Exception as error:  # eth_abi has many ways to say that bytes are no such value
            if len(logs) > 1:
                for log in logs:
                    self.columns([log])
            raise AnswerInvalid(
                f"{self.contract}.{self.name} in block {logs[0].block_number}, log "
                f"{logs[0].log_index} cannot be decoded: {error}"
            ) from error

    def arguments(self, columns: Sequence[Column], count: int) -> list[dict[str, Any]]:
        """The arguments of so many logs by name, as JSON says them."""
        if not columns:
            return [{} for _ in range(count)]
        said = [
            column if form is None else map(form, column)
            for form, column in zip(self.forms, columns, strict=True)
        ]
        return list(map(dict, map(zip, repeat(self.names), zip(*said, strict=True))))


def reader_of(contract: str, entry: Entry, fact: type[Any] | None) -> Reader:
    """How to read this event; where nobody made a type for its facts, they are named tuples."""
    inputs = entry["inputs"]
    names = tuple(one["name"] or f"argument_{i}" for i, one in enumerate(inputs))
    if fact is None:
        made = _named(entry["name"], map(_snake, names), rename=True)
        said = made._fields
    else:
        made, said = fact, tuple(field.name for field in fields(fact))
    return Reader(
        contract=contract,
        name=entry["name"],
        signature=spelt(entry),
        fact=made,
        fields=said,
        names=names,
        forms=tuple(json_form(one) for one in inputs),
        read=reader(inputs),
    )


def spelt(entry: Entry) -> str:
    """An event's signature, `Transfer(address,address,uint256)`."""
    return f"{entry['name']}({signature(entry['inputs'])})"


def topic(entry: Entry) -> Hash32:
    """The hash of an event's signature, which opens its logs."""
    return Hash32("0x" + keccak(spelt(entry).encode()).hex())


def by_address(contracts: Mapping[str, Address]) -> dict[str, str]:
    """Contract names by their addresses, in lower case as logs have them."""
    return {where.lower(): name for name, where in contracts.items()}


def _snake(name: str) -> str:
    """A name of an ABI's as Python spells it: `amountIn` is amount_in."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower().lstrip("_")
