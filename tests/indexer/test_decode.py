"""decode
every event of every ABI           -> the arguments its contract was given
topic unknown                      -> EventUnknown(contract, topic)
too few or too many topics         -> AnswerInvalid
data short, long or out of range   -> AnswerInvalid
text that is no UTF-8, or NUL      -> replaced, never an error
"""

from itertools import count
from typing import Any

import pytest

from indexer.decode import Said, decode, topic
from indexer.error import AnswerInvalid, EventUnknown
from indexer.events.curation import ApplicationOpened, VoteCast
from indexer.events.governance import VoteCast as ProposalVoteCast
from indexer.events.market import WorkSold
from indexer.events.token import Transfer
from indexer.primitives import Hash32, address
from indexer.wire import Log
from tests.indexer.logged import ALICE, BOB, ZERO, log, logged
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
    said = decode(contract, logged(contract, entry, values))
    assert said.name == entry["name"]
    assert said.arguments == {
        i["name"]: shown(i["type"], v) for i, v in zip(entry["inputs"], values, strict=True)
    }


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
    assert decode("Artwork", golden) == Said(
        "Artwork",
        "Transfer",
        {"from": "0x" + "00" * 20, "to": owner, "tokenId": "1234"},
        Transfer(address("0x" + "00" * 20), owner, 1234),
    )


def test_an_application_becomes_a_fact() -> None:
    values = [5, ALICE, bytes(range(32)), 10**16, 1_700_000_000, 1_700_003_600, 3]
    said = decode("Curation", logged("Curation", event("Curation", "ApplicationOpened"), values))
    dossier = Hash32("0x" + bytes(range(32)).hex())
    assert said.fact == ApplicationOpened(
        5, ALICE, dossier, 10**16, 1_700_000_000, 1_700_003_600, 3
    )


def test_a_sale_becomes_a_fact() -> None:
    values = [2**255, ALICE, BOB, b"\x11" * 32, BOB, 10**18, 25, 50, ALICE]
    said = decode("Market", logged("Market", event("Market", "WorkSold"), values))
    order = Hash32("0x" + "11" * 32)
    assert said.fact == WorkSold(2**255, ALICE, BOB, order, BOB, 10**18, 25, 50, ALICE)


def test_the_governors_votes_are_no_votes_on_applications() -> None:
    entry = event("AtelierGovernor", "VoteCast")
    said = decode("AtelierGovernor", logged("AtelierGovernor", entry, [ALICE, 1, 1, 1, "yes"]))
    assert said.fact == ProposalVoteCast(ALICE, 1, 1, 1, "yes")


def test_an_unknown_topic_is_refused_by_name() -> None:
    with pytest.raises(EventUnknown, match=rf"Market at .*topic {ZERO}, block 7, log 3"):
        decode("Market", log("Market", [ZERO]))


def test_a_log_without_topics_is_refused() -> None:
    with pytest.raises(EventUnknown, match="topic missing"):
        decode("Market", log("Market", []))


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
        decode(contract, broken)


def test_text_that_postgresql_cannot_hold_is_replaced() -> None:
    entry = event("Curation", "VoteCast")
    honest = logged("Curation", entry, [1, ALICE, 1, 1, 1, bytes(32), "a?b?c"])
    hostile = log(
        "Curation", list(honest.topics), honest.data.replace(b"a?b?c".hex(), b"a\x00b\xffc".hex())
    )
    said = decode("Curation", hostile)
    assert said.fact == VoteCast(1, ALICE, 1, 1, 1, Hash32(ZERO), "a�b�c")
    assert said.arguments["reason"] == "a�b�c"
