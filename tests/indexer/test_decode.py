"""decode
every event of every ABI           -> the arguments its contract was given, whatever they are
any bytes in the place of a log    -> what eth_abi reads in them, or AnswerInvalid
topic unknown                      -> EventUnknown(contract, topic)
too few or too many topics         -> AnswerInvalid
data short, long or out of range   -> AnswerInvalid
text that is no UTF-8, or NUL      -> replaced, never an error
"""

from itertools import count
from typing import Any

import pytest
from eth_abi.abi import decode as decode_abi
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.decode import topic
from indexer.error import AnswerInvalid, EventUnknown
from indexer.events.curation import ApplicationOpened, VoteCast
from indexer.events.governance import VoteCast as ProposalVoteCast
from indexer.events.market import WorkSold
from indexer.events.token import Transfer
from indexer.primitives import Hash32, address, address_from_bytes
from indexer.wire import Log
from tests.indexer.logged import ALICE, BOB, ZERO, Said, log, logged, read
from tests.indexer.speaker import event, every_event, sample


def shown(kind: str, value: Any) -> Any:
    """A value as JSON says it."""
    if isinstance(value, list):
        return [shown(kind.removesuffix("[]"), item) for item in value]
    if isinstance(value, bytes):
        return "0x" + value.hex()
    is_wide = kind.startswith("uint") and int(kind.removeprefix("uint")) > 53
    return str(value) if is_wide else value


@pytest.mark.parametrize(
    ("contract", "entry"), [pytest.param(c, e, id=f"{c}.{e['name']}") for c, e in every_event()]
)
def test_every_event_is_read_as_it_was_said(contract: str, entry: dict[str, Any]) -> None:
    numbers = count(3)
    values = [sample(i["type"], numbers) for i in entry["inputs"]]
    said = read(contract, logged(contract, entry, values))
    assert said.name == entry["name"]
    assert said.arguments == {
        i["name"]: shown(i["type"], v) for i, v in zip(entry["inputs"], values, strict=True)
    }


def values(kind: str) -> st.SearchStrategy[Any]:
    """Any value of a type, its bounds more often than chance would."""
    if kind.endswith("[]"):
        return st.lists(values(kind[:-2]), max_size=4)
    match kind:
        case "address":
            return st.binary(min_size=20, max_size=20).map(address_from_bytes)
        case "bool":
            return st.booleans()
        case "string":
            return st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
        case "bytes":
            return st.binary(max_size=100)
    if kind.startswith("bytes"):
        size = int(kind.removeprefix("bytes"))
        return st.binary(min_size=size, max_size=size)
    most = 2 ** int(kind.removeprefix("uint")) - 1
    return st.one_of(st.sampled_from([0, 1, most]), st.integers(0, most))


@pytest.mark.parametrize(
    ("contract", "entry"), [pytest.param(c, e, id=f"{c}.{e['name']}") for c, e in every_event()]
)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_log_is_read_as_eth_abi_wrote_it(
    contract: str, entry: dict[str, Any], data: st.DataObject
) -> None:
    said = [data.draw(values(one["type"])) for one in entry["inputs"]]
    found = read(contract, logged(contract, entry, said))
    assert found.arguments == {
        one["name"]: shown(one["type"], value)
        for one, value in zip(entry["inputs"], said, strict=True)
    }


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_bytes_are_read_as_eth_abi_reads_them_or_refused(data: st.DataObject) -> None:
    contract, entry = data.draw(st.sampled_from(every_event()))
    inputs = entry["inputs"]
    topics = [topic(entry), *(word(data) for one in inputs if one["indexed"])]
    kinds = [one["type"] for one in inputs if not one["indexed"]]
    body = "".join(word(data)[2:] for _ in kinds)
    try:
        found = read(contract, log(contract, topics, "0x" + body)).arguments
    except AnswerInvalid:
        return
    theirs = [
        *(decode_abi([one["type"]], bytes.fromhex(t[2:]))[0] for one, t in indexed(inputs, topics)),
        *decode_abi(kinds, bytes.fromhex(body)),
    ]
    order = [one for one in inputs if one["indexed"]] + [o for o in inputs if not o["indexed"]]
    for one, value in zip(order, theirs, strict=True):
        ours = found[one["name"]]
        same = ours.lower() if one["type"] == "address" else ours
        assert same == shown(one["type"], value)


def indexed(inputs: list[dict[str, Any]], topics: list[str]) -> list[tuple[dict[str, Any], str]]:
    """Each indexed argument with its topic."""
    return list(zip([one for one in inputs if one["indexed"]], topics[1:], strict=True))


def word(data: st.DataObject) -> str:
    """Any word, small ones more often than chance would."""
    number = data.draw(
        st.one_of(st.integers(0, 300), st.integers(0, 2**160), st.integers(0, 2**256 - 1))
    )
    return f"0x{number:064x}"


def test_a_transfer_as_it_stands_on_mainnet() -> None:
    golden = log(
        "Artwork",
        [
            "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
            ZERO,
            "0x000000000000000000000000f39fd6e51aad88f6f4ce6ab8827279cfffb92266",
            "0x00000000000000000000000000000000000000000000000000000000000004d2",
        ],
    )
    owner = address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266")
    assert read("Artwork", golden) == Said(
        "Artwork",
        "Transfer",
        {"from": "0x" + "00" * 20, "to": owner, "tokenId": "1234"},
        Transfer(address("0x" + "00" * 20), owner, 1234),
    )


def test_an_application_becomes_a_fact() -> None:
    values = [5, ALICE, bytes(range(32)), 10**16, 1_700_000_000, 1_700_003_600, 3]
    said = read("Curation", logged("Curation", event("Curation", "ApplicationOpened"), values))
    dossier = Hash32("0x" + bytes(range(32)).hex())
    assert said.fact == ApplicationOpened(
        5, ALICE, dossier, 10**16, 1_700_000_000, 1_700_003_600, 3
    )


def test_a_sale_becomes_a_fact() -> None:
    values = [2**255, ALICE, BOB, b"\x11" * 32, BOB, 10**18, 25, 50, ALICE]
    said = read("Market", logged("Market", event("Market", "WorkSold"), values))
    order = Hash32("0x" + "11" * 32)
    assert said.fact == WorkSold(2**255, ALICE, BOB, order, BOB, 10**18, 25, 50, ALICE)


def test_the_governors_votes_are_no_votes_on_applications() -> None:
    entry = event("AtelierGovernor", "VoteCast")
    said = read("AtelierGovernor", logged("AtelierGovernor", entry, [ALICE, 1, 1, 1, "yes"]))
    assert said.fact == ProposalVoteCast(ALICE, 1, 1, 1, "yes")


def test_an_unknown_topic_is_refused_by_name() -> None:
    with pytest.raises(EventUnknown, match=rf"Market at .*topic {ZERO}, block 7, log 3"):
        read("Market", log("Market", [ZERO]))


def test_a_log_without_topics_is_refused() -> None:
    with pytest.raises(EventUnknown, match="topic missing"):
        read("Market", log("Market", []))


SOLD = [1, ALICE, BOB, b"\x11" * 32, BOB, 9, 2, 1, ALICE]
SALE = logged("Market", event("Market", "WorkSold"), SOLD)
TRUST = event("Artwork", "MarketTrustChanged")


@pytest.mark.parametrize(
    ("contract", "broken"),
    [
        pytest.param("Market", log("Market", list(SALE.topics[:3]), SALE.data), id="topic short"),
        pytest.param("Market", log("Market", list(SALE.topics), SALE.data[:-2]), id="data short"),
        pytest.param("Market", log("Market", list(SALE.topics), SALE.data + "00"), id="data long"),
        pytest.param(
            "Market",
            log("Market", [*SALE.topics[:2], "0x" + "ff" * 32, SALE.topics[3]], SALE.data),
            id="address wide",
        ),
        pytest.param(
            "Artwork",
            log("Artwork", [topic(TRUST), "0x" + f"{1:064x}"], "0x" + f"{2:064x}"),
            id="boolean of two",
        ),
        pytest.param(
            "Artwork",
            log(
                "Artwork", [topic(event("Artwork", "FeesChanged"))], "0x" + f"{1:064x}{2**16:064x}"
            ),
            id="uint16 wide",
        ),
        pytest.param(
            "Curation",
            log(
                "Curation",
                [topic(event("Curation", "VoteCast")), ZERO, "0x" + f"{1:064x}"],
                "0x" + f"{1:064x}" * 4 + f"{2**200:064x}",
            ),
            id="text elsewhere",
        ),
    ],
)
def test_a_malformed_log_is_refused(contract: str, broken: Log) -> None:
    with pytest.raises(AnswerInvalid, match="cannot be decoded"):
        read(contract, broken)


def test_text_that_postgresql_cannot_hold_is_replaced() -> None:
    entry = event("Curation", "VoteCast")
    honest = logged("Curation", entry, [1, ALICE, 1, 1, 1, bytes(32), "a?b?c"])
    hostile = log(
        "Curation", list(honest.topics), honest.data.replace(b"a?b?c".hex(), b"a\x00b\xffc".hex())
    )
    said = read("Curation", hostile)
    assert said.fact == VoteCast(1, ALICE, 1, 1, 1, Hash32(ZERO), "a�b�c")
    assert said.arguments["reason"] == "a�b�c"
