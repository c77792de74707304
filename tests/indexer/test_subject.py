"""any contract's events
every kind of argument           -> what eth_abi was given, as JSON says it
indexed, longer than a word      -> its hash
a word that is no such value     -> AnswerInvalid that names block and log
two events of one name           -> told apart by their signatures
a column that no table has       -> SubjectInvalid
an argument without a name       -> its number
an anonymous event               -> none that we know
rows of many events              -> in the chain's order
"""

from typing import Any

import pytest
from eth_abi.abi import encode
from eth_hash.auto import keccak

from indexer.decode import topic
from indexer.error import AnswerInvalid, EventUnknown, SubjectInvalid
from indexer.handler import stated
from indexer.models import Event, Sweep
from indexer.primitives import Hash32, address
from indexer.subject import Subject
from indexer.wire import Log

ALICE = address("0x" + "a1" * 20)
WHERE = "0x" + "c0" * 20
CONTRACTS = {WHERE: "Any"}
DIGEST = Hash32("0x" + "00" * 32)


def entry(name: str, *inputs: Any, **more: Any) -> dict[str, Any]:
    """An event of these arguments, each a type, or its whole entry."""
    each = [{"type": one} if isinstance(one, str) else one for one in inputs]
    named = [{"indexed": False, "name": f"arg{i}"} | one for i, one in enumerate(each)]
    return {"type": "event", "name": name, "inputs": named, **more}


def log(event: dict[str, Any], data: bytes, *topics: bytes, number: int = 7) -> Log:
    """What a contract says."""
    words = (topic(event), *(Hash32("0x" + one.hex()) for one in topics))
    return Log(WHERE, words, "0x" + data.hex(), number, DIGEST, DIGEST, 3)


def told(event: dict[str, Any], *logs: Log) -> list[dict[str, Any]]:
    """The arguments as the index keeps them."""
    subject = Subject({"Any": [event]})
    return [row[-1] for row in subject.rows(logs, CONTRACTS)[Event]]


PAIR = {"type": "tuple[]", "components": [{"type": "address", "name": "who"},
                                          {"type": "uint256[2]", "name": "sums"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("int256", -(2**255), str(-(2**255))),
        ("int8", -128, -128),
        ("int64", -1, "-1"),
        ("uint48", 2**48 - 1, 2**48 - 1),
        ("bytes4", b"\x01\x02\x03\x04", "0x01020304"),
        ("bytes31", b"\xff" * 31, "0x" + "ff" * 31),
        ("uint256[2]", (1, 2**70), ["1", str(2**70)]),
        ("int16[][]", [[-1], []], [[-1], []]),
        ("string", "ö", "ö"),
        ("bytes", b"\x00", "0x00"),
    ],
)
def test_every_kind_is_read_as_eth_abi_wrote_it(kind: str, value: Any, shown: Any) -> None:
    event = entry("Said", kind, "uint8")
    assert told(event, log(event, encode([kind, "uint8"], [value, 9]))) == [
        {"arg0": shown, "arg1": 9}
    ]


def test_tuples_are_objects_by_their_parts_names() -> None:
    event = entry("Said", PAIR)
    said = encode(["(address,uint256[2])[]"], [[(ALICE, (1, 2)), (ALICE, (3, 4))]])
    assert topic(event) == "0x" + keccak(b"Said((address,uint256[2])[])").hex()
    assert told(event, log(event, said)) == [
        {"arg0": [{"who": ALICE, "sums": ["1", "2"]}, {"who": ALICE, "sums": ["3", "4"]}]}
    ]


def test_what_is_indexed_and_long_is_known_by_its_hash() -> None:
    event = entry("Said", {"type": "string", "indexed": True}, {"type": "int24", "indexed": True})
    digest = keccak(b"whatever it was")
    said = log(event, b"", digest, encode(["int24"], [-5]))
    assert told(event, said) == [{"arg0": "0x" + digest.hex(), "arg1": -5}]


@pytest.mark.parametrize(
    ("kind", "word"),
    [("int8", 200), ("int8", 2**256 - 200), ("bytes4", 1), ("uint8", 256), ("address", 2**160)],
)
def test_a_word_that_is_no_such_value_is_refused(kind: str, word: int) -> None:
    event = entry("Said", {"type": kind, "indexed": True})
    good = log(event, b"", bytes(32))
    bad = log(event, b"", word.to_bytes(32), number=8)
    with pytest.raises(AnswerInvalid, match=r"Any.Said in block 8, log 3 cannot be decoded"):
        told(event, good, bad)


def test_events_of_one_name_are_told_apart() -> None:
    short, long = entry("Swept", "address"), entry("Swept", "address", "address", "uint256")
    keep = stated(Sweep, currency="arg1", amount="arg2")
    subject = Subject(
        {"Any": [short, long]}, {("Any", "Swept(address,address,uint256)"): keep}, (Sweep,)
    )
    said = [
        log(short, encode(["address"], [ALICE])),
        log(long, encode(["address", "address", "uint256"], [ALICE, ALICE, 5]), number=8),
    ]
    tables = subject.rows(said, CONTRACTS)
    assert [len(row[-1]) for row in tables[Event]] == [1, 3]
    assert tables[Sweep] == [(8, 3, DIGEST, "Any", ALICE, 5)]


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(SubjectInvalid, match="sweeps has no column payee"):
        stated(Sweep, payee="arg0")


def test_an_argument_without_a_name_has_its_number() -> None:
    event = entry("Said", {"type": "bool", "name": ""}, {"type": "bool", "name": "_yes"})
    (found,) = told(event, log(event, encode(["bool", "bool"], [True, False])))
    assert found == {"argument_0": True, "_yes": False}


def test_an_anonymous_event_is_none_that_we_know() -> None:
    event = entry("Said", "bool", anonymous=True)
    with pytest.raises(EventUnknown):
        told(event, log(event, encode(["bool"], [True])))


def test_rows_stand_in_the_chains_order_whatever_was_said() -> None:
    yes, no = entry("Yes"), entry("No", "uint8")
    subject = Subject({"Any": [yes, no]})
    said = [
        log(no, encode(["uint8"], [number]), number=number)
        if number % 3
        else log(yes, b"", number=number)
        for number in range(20)
    ]
    assert [row[0] for row in subject.rows(said, CONTRACTS)[Event]] == list(range(20))
