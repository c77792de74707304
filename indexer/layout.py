"""Make readers of events from their ABI: where each argument stands in a log, and how it reads.

An event whose arguments are all single words has a fixed layout: every argument stands at a known
place of the log's text, its topics and data one after the other, so reading is slicing; and it is
done for all logs of an event at once, an argument after the other, which spares Python most of its
steps. Only what has a length of its own - text, bytes, lists, tuples - goes through eth_abi.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Any

from eth_abi.abi import decode as decode_abi

from indexer.primitives import Address, Hash32, address
from indexer.wire import Log

WORD = 64  # hexadecimal digits
TOPIC = WORD + 2  # with its 0x
BITS = 4 * WORD
ADDRESS_PAD = "0" * 24
TRUTH = {"0" * WORD: False, "0" * (WORD - 1) + "1": True}

# JSON readers hold whole numbers exactly up to 53 bits; wider ones travel as text.
EXACT_BITS = 53

Input = Mapping[str, Any]
"""One argument in an ABI: its name, type, whether it is indexed, a tuple's components."""

Column = list[Any]
"""One argument of several logs of an event, in their order."""

Convert = Callable[[Iterable[str]], Column]
Read = Callable[[Sequence[Log]], list[Column]]

_WORDS = re.compile(r"address|bool|u?int\d+|bytes\d+")


def reader(inputs: Sequence[Input]) -> Read:
    """How to read an event's arguments from its logs: a column each, in the order of its ABI.

    The reader raises ValueError, or what eth_abi raises, where a log is no such event.
    """
    topics = 1 + sum(one["indexed"] for one in inputs)
    plain = [one for one in inputs if not one["indexed"]]
    if all(is_word(one["type"]) for one in plain):
        return partial(_read_fixed, _cuts(inputs, topics), topics, 2 + WORD * len(plain))
    indexed = [one for one in inputs if one["indexed"]]
    order = [one["indexed"] for one in inputs]
    return partial(_read_dynamic, _cuts(indexed, topics), topics, plain, order)


def is_word(kind: str) -> bool:
    """Whether a value of this type is a single word."""
    return _WORDS.fullmatch(kind) is not None


def signature(inputs: Sequence[Input]) -> str:
    """The types of these arguments as an event's signature spells them."""
    return ",".join(map(_spelt, inputs))


def json_form(one: Input) -> Callable[[Any], Any] | None:
    """How JSON says a value of this argument; None where it says it as it is."""
    kind: str = one["type"]
    if one.get("indexed") and not is_word(kind):
        return None  # its hash
    return _form(one, kind)


def _form(one: Input, kind: str) -> Callable[[Any], Any] | None:
    if kind.endswith("]"):
        item = _form(one, _item(kind))
        return None if item is None else lambda values: [item(value) for value in values]
    if kind == "tuple":
        forms = {part["name"]: _form(part, part["type"]) or _as_it_is for part in one["components"]}
        return lambda value: {name: form(value[name]) for name, form in forms.items()}
    if kind.lstrip("u").startswith("int"):
        return str if _size(kind) > EXACT_BITS else None
    return _hex if kind.startswith("bytes") and kind != "bytes32" else None


def _spelt(one: Input) -> str:
    kind: str = one["type"]
    if not kind.startswith("tuple"):
        return kind
    return f"({signature(one['components'])}){kind.removeprefix('tuple')}"


Cut = tuple[slice, Convert]


def _cuts(inputs: Sequence[Input], topics: int) -> list[Cut]:
    """Where each argument's word stands in the log's text, and what it means."""
    topic, word = TOPIC + 2, TOPIC * topics + 2  # after the signature's topic; after the data's 0x
    cuts = []
    for one in inputs:
        start = topic if one["indexed"] else word
        cuts.append((slice(start, start + WORD), _convert(one["type"])))
        if one["indexed"]:
            topic += TOPIC
        else:
            word += WORD
    return cuts


def _read_fixed(cuts: list[Cut], topics: int, size: int, logs: Sequence[Log]) -> list[Column]:
    _check_topics(logs, topics)
    if (found := {len(log.data) for log in logs}) != {size}:
        raise ValueError(
            f"{min(found - {size}) // 2 - 1} bytes of unindexed arguments, not {size // 2 - 1}"
        )
    texts = ["".join(log.topics) + log.data for log in logs]
    return [convert(map(itemgetter(cut), texts)) for cut, convert in cuts]


def _read_dynamic(
    cuts: list[Cut], topics: int, plain: list[Input], order: list[bool], logs: Sequence[Log]
) -> list[Column]:
    _check_topics(logs, topics)
    texts = ["".join(log.topics) for log in logs]
    indexed = iter([convert(map(itemgetter(cut), texts)) for cut, convert in cuts])
    # Text goes as bytes: what somebody wrote on chain need not be valid UTF-8.
    kinds = [_spelt(one).replace("string", "bytes") for one in plain]
    found = [decode_abi(kinds, bytes.fromhex(log.data[2:])) for log in logs]
    columns = zip(plain, zip(*found, strict=True), strict=True)
    others = iter([[_plain(one, one["type"], value) for value in said] for one, said in columns])
    return [next(indexed) if is_topic else next(others) for is_topic in order]


def _check_topics(logs: Sequence[Log], topics: int) -> None:
    found = set(map(len, map(attrgetter("topics"), logs)))
    if found != {topics}:
        raise ValueError(f"{min(found - {topics}) - 1} indexed arguments, not {topics - 1}")


def _convert(kind: str) -> Convert:
    """How words of this type read; what is longer than a word, an index knows by its hash."""
    if not is_word(kind) or kind == "bytes32":
        return _hashes
    if kind == "address":
        return _addresses
    if kind == "bool":
        return _truths
    if kind.startswith("bytes"):
        return partial(_short, int(kind.removeprefix("bytes")))
    bits = _size(kind)
    if kind.startswith("int"):
        return partial(_signed, bits)
    return _wide if bits == BITS else partial(_narrow, bits)


def _hashes(words: Iterable[str]) -> Column:
    return list(map("0x".__add__, words))


def _addresses(words: Iterable[str]) -> Column:
    return list(map(_address, words))


@lru_cache(maxsize=2**16)
def _address(word: str) -> Address:
    if not word.startswith(ADDRESS_PAD):
        raise ValueError(f"0x{word} is no address")
    return address("0x" + word[len(ADDRESS_PAD) :])


def _truths(words: Iterable[str]) -> Column:
    try:
        return list(map(TRUTH.__getitem__, words))
    except KeyError as error:
        raise ValueError(f"0x{error.args[0]} is no boolean") from error


def _wide(words: Iterable[str]) -> Column:
    return list(map(int, words, repeat(16)))


def _narrow(bits: int, words: Iterable[str]) -> Column:
    found = _wide(words)
    if (most := max(found)) >> bits:
        raise ValueError(f"{most} is no uint{bits}")
    return found


def _signed(bits: int, words: Iterable[str]) -> Column:
    found = [number - (number >> (BITS - 1) << BITS) for number in _wide(words)]
    half = 1 << (bits - 1)
    for number in found:
        if not -half <= number < half:
            raise ValueError(f"{number} is no int{bits}")
    return found


def _short(size: int, words: Iterable[str]) -> Column:
    found = [bytes.fromhex(word) for word in words]
    for value in found:
        if any(value[size:]):
            raise ValueError(f"0x{value.hex()} is no bytes{size}")
    return [value[:size] for value in found]


def _plain(one: Input, kind: str, value: Any) -> Any:
    if kind.endswith("]"):
        return [_plain(one, _item(kind), item) for item in value]
    match kind:
        case "tuple":
            parts = zip(one["components"], value, strict=True)
            return {part["name"]: _plain(part, part["type"], said) for part, said in parts}
        case "address":
            return address(value)
        case "string":
            # PostgreSQL's text holds no NUL, and nobody may stop the index by writing one.
            return value.decode("utf-8", "replace").replace("\x00", "\ufffd")
        case "bytes32":
            return Hash32("0x" + value.hex())
    return value


def _item(kind: str) -> str:
    """The type of what a list of this type holds."""
    return kind[: kind.rindex("[")]


def _size(kind: str) -> int:
    return int(kind.lstrip("uint"))


def _hex(value: bytes) -> str:
    return "0x" + value.hex()


def _as_it_is(value: Any) -> Any:
    return value
