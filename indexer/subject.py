"""Say what is indexed: which contracts, by their ABIs, and which rows their events make."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from operator import attrgetter
from typing import Any

from indexer.decode import Entry, Reader, reader_of, topic
from indexer.error import EventUnknown, SubjectInvalid
from indexer.handler import PLACE, Handler, Stated
from indexer.layout import Column
from indexer.place import Block, Chain, Event, IndexBase, Placed
from indexer.primitives import Hash32
from indexer.wire import Log

# Rows by table, their values in the order of its columns.
Tables = dict[type[Placed], list[tuple[Any, ...]]]
Known = tuple[Reader, Handler | None]


def _no_type(_contract: str, _event: str) -> None:
    """Facts are named tuples."""


@dataclass(frozen=True)
class Subject:
    """Contracts, and what becomes of their events; of each event itself, `Event` keeps a row.

    Handlers are found by a contract's name and an event's name, or its signature where several
    events share a name. `is_whole` says that the ABIs know every event: another one is an error
    then, and passed over if not.
    """

    abis: Mapping[str, Sequence[Entry]]
    handlers: Mapping[tuple[str, str], Handler] = field(default_factory=dict)
    own_tables: tuple[type[Placed], ...] = ()
    fact: Callable[[str, str], type[Any] | None] = _no_type
    is_whole: bool = True

    @property
    def fact_tables(self) -> tuple[type[Placed], ...]:
        """Every table whose rows stand at a place on the chain."""
        return (Event, *self.own_tables)

    @property
    def every_table(self) -> tuple[type[IndexBase], ...]:
        """Every table of the index: the chain's own, and those of facts."""
        return (Chain, Block, *self.fact_tables)

    @cached_property
    def known(self) -> Mapping[str, Mapping[Hash32, Known]]:
        """How to read, and what becomes of, each event of each contract by its topic.

        Raise SubjectInvalid where a handler is of no event, or asks an event for what it has not.
        """
        found: dict[str, dict[Hash32, Known]] = {}
        used: set[tuple[str, str]] = set()
        for contract, abi in self.abis.items():
            found[contract] = {}
            for entry in abi:
                if entry["type"] == "event" and not entry.get("anonymous"):
                    reader = reader_of(contract, entry, self.fact(contract, entry["name"]))
                    key = self._key(reader)
                    used.add(key)
                    found[contract][topic(entry)] = reader, self._handler(key, reader)
        if unused := set(self.handlers) - used:
            raise SubjectInvalid(f"no ABI has the event {'.'.join(min(unused))}")
        return found

    def _key(self, reader: Reader) -> tuple[str, str]:
        exact = (reader.contract, reader.signature)
        return exact if exact in self.handlers else (reader.contract, reader.name)

    def _handler(self, key: tuple[str, str], reader: Reader) -> Handler | None:
        handler = self.handlers.get(key)
        if isinstance(handler, Stated):
            handler.picks(reader.fields)
        return handler

    def rows(self, logs: Iterable[Log], contracts: Mapping[str, str]) -> Tables:
        """The rows of these logs by table, in the chain's order.

        Contracts are names by address, in lower case. Pure, so that a reorg needs nothing but
        deletion. Raise EventUnknown for what no ABI knows, AnswerInvalid for what is no such event.
        """
        tables: Tables = {Event: []}
        by_event: dict[tuple[str, Hash32 | None], list[Log]] = {}
        for log in logs:
            key = log.address, log.topics[0] if log.topics else None
            by_event.setdefault(key, []).append(log)
        for (address, name), said in by_event.items():
            known = self.find(contracts[address], name, said[0])
            if known is not None:
                _add(tables, *known, said)
        for rows in tables.values():
            rows.sort()
        return tables

    def find(self, contract: str, name: Hash32 | None, log: Log) -> Known | None:
        """How to read a contract's event by its topic; None for one that may be passed over."""
        known = self.known[contract].get(name) if name else None
        if known is None and self.is_whole:
            raise EventUnknown(
                f"{contract} at {log.address} emitted an event its ABI does not know (topic "
                f"{name or 'missing'}, block {log.block_number}, log {log.log_index}): give the "
                "ABI that these contracts were compiled with; Atelier's own come with its version"
            )
        return known


def _add(tables: Tables, reader: Reader, handler: Handler | None, logs: Sequence[Log]) -> None:
    """The rows of one event's logs."""
    contract, columns = reader.contract, reader.columns(logs)
    place: list[Column] = [list(map(attrgetter(name), logs)) for name in PLACE]
    arguments = reader.arguments(columns, len(logs))
    own = (repeat(contract), repeat(reader.name), arguments)
    tables[Event].extend(zip(*place, *own, strict=False))  # what repeats has no end
    match handler:
        case None:
            return
        case Stated():
            rows = handler.rows(contract, reader.fields, place, columns)
            tables.setdefault(handler.table, []).extend(rows)
        case _:
            facts = map(reader.fact, *columns) if columns else (reader.fact() for _ in logs)
            for where, fact in zip(zip(*place, strict=True), facts, strict=True):
                for table, values in handler(contract, fact):
                    tables.setdefault(table, []).append(where + values)
