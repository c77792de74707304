"""Make readers of events from their ABI: where each argument stands in a log, and how it reads.

An event whose arguments are all single words has a fixed layout: every argument stands at a known
place of the log's text, its topics and data one after the other, so reading is slicing. Only what
has a length of its own - text, bytes, lists - goes through eth_abi.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from eth_abi.abi import decode as decode_abi

from indexer.primitives import Address, Hash32, address

WORD = 64  # hexadecimal digits
TOPIC = WORD + 2  # with its 0x
ADDRESS_PAD = "0" * 24
TRUTH = {"0" * WORD: False, "0" * (WORD - 1) + "1": True}

# JSON readers hold whole numbers exactly up to 53 bits; wider ones travel as text.
EXACT_BITS = 53

Convert = Callable[[str], Any]
Read = Callable[[Sequence[str], str], list[Any]]


def reader(inputs: Sequence[dict[str, Any]]) -> Read:
    """How to read an event's arguments, in the order of its ABI, from its topics and its data.

    The reader raises ValueError, or what eth_abi raises, where the log is no such event.
    """
    topics = 1 + sum(one["indexed"] for one in inputs)
    kinds = [one["type"] for one in inputs if not one["indexed"]]
    if all(map(is_word, kinds)):
        return partial(_read_fixed, _cuts(inputs, topics), topics, 2 + WORD * len(kinds))
    indexed = [one for one in inputs if one["indexed"]]
    order = [one["indexed"] for one in inputs]
    return partial(_read_dynamic, _cuts(indexed, topics), topics, kinds, order)


def is_word(kind: str) -> bool:
    """Whether a value of this type is a single word."""
    return kind in ("address", "bool", "bytes32") or (
        kind.startswith("uint") and not kind.endswith("]")
    )


def json_form(kind: str) -> Callable[[Any], Any] | None:
    """How JSON says a value of this type; None where it says it as it is."""
    if kind.endswith("[]"):
        one = json_form(kind[:-2])
        return None if one is None else lambda values: [one(value) for value in values]
    if kind.startswith("uint") and int(kind.removeprefix("uint")) > EXACT_BITS:
        return str
    return _hex if kind.startswith("bytes") and kind != "bytes32" else None


Cut = tuple[slice, Convert]


def _cuts(inputs: Sequence[dict[str, Any]], topics: int) -> list[Cut]:
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


def _read_fixed(
    cuts: list[Cut], topics: int, size: int, found: Sequence[str], data: str
) -> list[Any]:
    if len(found) != topics or len(data) != size:
        raise ValueError(
            f"{len(found) - 1} indexed arguments and {len(data) // 2 - 1} bytes of data, "
            f"not {topics - 1} and {size // 2 - 1}"
        )
    text = "".join(found) + data
    return [convert(text[cut]) for cut, convert in cuts]


def _read_dynamic(
    cuts: list[Cut],
    topics: int,
    kinds: list[str],
    order: list[bool],
    found: Sequence[str],
    data: str,
) -> list[Any]:
    if len(found) != topics:
        raise ValueError(f"{len(found) - 1} indexed arguments, not {topics - 1}")
    text = "".join(found)
    indexed = iter([convert(text[cut]) for cut, convert in cuts])
    # Text goes as bytes: what somebody wrote on chain need not be valid UTF-8.
    raw = decode_abi([kind.replace("string", "bytes") for kind in kinds], bytes.fromhex(data[2:]))
    plain = iter([_plain(kind, value) for kind, value in zip(kinds, raw, strict=True)])
    return [next(indexed) if is_topic else next(plain) for is_topic in order]


def _convert(kind: str) -> Convert:
    """How a word of this type reads."""
    if kind == "address":
        return _address
    if kind == "bytes32":
        return "0x".__add__
    if kind == "bool":
        return _truth
    bits = int(kind.removeprefix("uint"))
    return _wide if bits == 4 * WORD else partial(_narrow, kind, "0" * (WORD - bits // 4))


@lru_cache(maxsize=2**16)
def _address(word: str) -> Address:
    if not word.startswith(ADDRESS_PAD):
        raise ValueError(f"0x{word} is no address")
    return address("0x" + word[len(ADDRESS_PAD) :])


def _truth(word: str) -> bool:
    if word not in TRUTH:
        raise ValueError(f"0x{word} is no boolean")
    return TRUTH[word]


def _wide(word: str) -> int:
    return int(word, 16)


def _narrow(kind: str, pad: str, word: str) -> int:
    if not word.startswith(pad):
        raise ValueError(f"0x{word} is no {kind}")
    return int(word, 16)


def _plain(kind: str, value: Any) -> Any:
    if kind.endswith("[]"):
        return [_plain(kind[:-2], item) for item in value]
    match kind:
        case "address":
            return address(value)
        case "string":
            # PostgreSQL's text holds no NUL, and nobody may stop the index by writing one.
            return value.decode("utf-8", "replace").replace("\x00", "\ufffd")
        case "bytes32":
            return Hash32("0x" + value.hex())
    return value


def _hex(value: bytes) -> str:
    return "0x" + value.hex()
