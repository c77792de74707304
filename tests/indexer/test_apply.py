"""apply
every event of every ABI   -> a row of events, and of its own tables where it has some
every row                  -> exactly the columns of its table
every fact                 -> the fields of its event, in the ABI's order
"""

import re
from itertools import count
from typing import Any

import pytest

from indexer import events, models
from indexer.apply import HANDLERS, KEEPING, PAYING, SELLING, apply
from indexer.decode import by_address
from indexer.primitives import ZERO_ADDRESS, address
from tests.indexer.logged import ALICE, BOB, logged
from tests.indexer.speaker import ADDRESSES, event, every_event, sample

CONTRACTS = by_address(ADDRESSES)
CAROL = address("0x" + "ca" * 20)
SIGNED = ("Membership", "Curation", "Exhibitions", "Royalties", "Artwork", "Editions", "Market")

# What we keep as an event only: nothing in the product asks for more.
RECORDED = {
    *((contract, "Approval") for contract in ("Membership", "Artwork")),
    *((contract, "ApprovalForAll") for contract in ("Membership", "Artwork")),
    *((contract, "EIP712DomainChanged") for contract in SIGNED),
    *((contract, "SalesPausedChanged") for contract in SELLING),
    *((contract, "FeesPushedChanged") for contract in KEEPING),
    ("Membership", "DelegateVotesChanged"),
    ("Membership", "Locked"),
    ("Membership", "Unlocked"),
    ("Curation", "ParametersChanged"),
    ("Curation", "ApplicationEndorsed"),
    ("Curation", "VoteSkipped"),
    ("Market", "EditionSold"),
    ("Market", "OfferCancelled"),
}
# Whole contracts that are recorded, but for what they owe and what they take.
WHOLE = ("Exhibitions", "Currencies", "Royalties", "Editions", "AuctionHouse")

# Fields whose names in Python differ from those of the ABI, and why.
RENAMED = {
    "from": "sender",  # a keyword of Python
    "to": "recipient",
    "token_id": "token",
    "trusted": "is_trusted",
}


def kept(contract: str, name: str, *values: Any) -> dict[str, list[dict[str, Any]]]:
    """The rows that an event makes besides its row of events, without their place."""
    log = logged(contract, event(contract, name), list(values))
    tables = apply([log], CONTRACTS)
    place = ("block_number", "log_index", "transaction_hash")
    return {
        table.__tablename__: [{k: v for k, v in row.items() if k not in place} for row in rows]
        for table, rows in tables.items()
        if table is not models.Event
    }


def test_every_event_is_handled_or_only_recorded() -> None:
    handled = {(contract, fact.__name__) for contract, fact in HANDLERS}
    every = {(contract, entry["name"]) for contract, entry in every_event()}
    whole = {one for one in every if one[0] in (*WHOLE, "AtelierGovernor", "Treasury")}
    assert every == handled | RECORDED | whole


@pytest.mark.parametrize(
    ("contract", "fact"), HANDLERS, ids=lambda part: getattr(part, "__name__", part)
)
def test_a_fact_has_the_fields_of_its_event(contract: str, fact: type[events.Fact]) -> None:
    names = [argument["name"] for argument in event(contract, fact.__name__)["inputs"]]
    snake = [re.sub(r"([A-Z])", r"_\1", name).lower() for name in names]
    assert list(fact.__dataclass_fields__) == [RENAMED.get(name, name) for name in snake]


@pytest.mark.parametrize(
    ("contract", "entry"), [pytest.param(c, e, id=f"{c}.{e['name']}") for c, e in every_event()]
)
def test_every_row_fills_exactly_its_table(contract: str, entry: dict[str, Any]) -> None:
    numbers = count(3)
    values = [sample(i["type"], numbers) for i in entry["inputs"]]
    tables = apply([logged(contract, entry, values)], CONTRACTS)
    assert models.Event in tables
    for table, rows in tables.items():
        columns = set(table.__table__.columns.keys())
        assert [set(row) for row in rows] == [columns]


def test_a_row_stands_where_its_log_stood() -> None:
    log = logged("Market", event("Market", "FeesSwept"), [CAROL, 5])
    (row,) = apply([log], CONTRACTS)[models.Sweep]
    assert (row["block_number"], row["log_index"], row["transaction_hash"]) == (
        log.block_number,
        log.log_index,
        log.transaction_hash,
    )


def test_a_membership_minted_is_an_admission() -> None:
    assert kept("Membership", "Transfer", ZERO_ADDRESS, ALICE, 4) == {
        "member_admissions": [{"member": 4, "holder": ALICE}]
    }


def test_a_membership_burnt_is_told_by_its_removal_alone() -> None:
    assert kept("Membership", "Transfer", ALICE, ZERO_ADDRESS, 4) == {}
    assert kept("Membership", "MemberRemoved", 4, ALICE, "copied") == {
        "member_removals": [{"member": 4, "holder": ALICE, "reason": "copied"}]
    }


def test_who_leaves_needs_no_reason() -> None:
    assert kept("Membership", "MemberLeft", 4, ALICE) == {
        "member_removals": [{"member": 4, "holder": ALICE, "reason": ""}]
    }


def test_a_revocation_and_its_withdrawal_are_words_on_one_artist() -> None:
    assert kept("Curation", "ArtistRevoked", ALICE, b"\x01" * 32, 30, 90) == {
        "revocations": [
            {
                "artist": ALICE,
                "reason": "0x" + "01" * 32,
                "effective_at": 30,
                "cooldown_ends_at": 90,
            }
        ]
    }
    assert kept("Curation", "RevocationWithdrawn", ALICE) == {
        "revocations": [
            {
                "artist": ALICE,
                "reason": "0x" + "00" * 32,
                "effective_at": 0,
                "cooldown_ends_at": 0,
            }
        ]
    }


@pytest.mark.parametrize(
    ("name", "is_admitted"), [("ArtistAdmitted", True), ("ArtistRejected", False)]
)
def test_both_endings_of_an_application_are_decisions(name: str, is_admitted: bool) -> None:
    cooldown = () if is_admitted else (1_700_000_000,)
    assert kept("Curation", name, 2, ALICE, 3, 1, 0, *cooldown) == {
        "decisions": [
            {
                "application": 2,
                "artist": ALICE,
                "is_admitted": is_admitted,
                "votes_for": 3,
                "votes_against": 1,
                "abstentions": 0,
                "cooldown_ends_at": sum(cooldown),
            }
        ]
    }


def test_a_mint_is_a_work_and_a_transfer() -> None:
    assert kept("Artwork", "WorkMinted", 8, ALICE, BOB, BOB, 500, CAROL, 100, 2) == {
        "works": [
            {
                "work": 8,
                "artist": ALICE,
                "recipient": BOB,
                "payer": BOB,
                "royalty_bps": 500,
                "currency": CAROL,
                "price": 100,
                "fee": 2,
            }
        ]
    }
    assert kept("Artwork", "Transfer", ZERO_ADDRESS, BOB, 8) == {
        "transfers": [{"work": 8, "sender": ZERO_ADDRESS, "recipient": BOB}]
    }


def test_a_sale_says_who_was_paid_what() -> None:
    artist, price = address("0x" + "a7" * 20), (CAROL, 100, 2, 5)
    (row,) = kept("Market", "WorkSold", 8, ALICE, BOB, b"\x09" * 32, *price, artist)["sales"]
    assert row == {
        "work": 8,
        "order_digest": "0x" + "09" * 32,
        "seller": ALICE,
        "buyer": BOB,
        "currency": CAROL,
        "price": 100,
        "fee": 2,
        "royalty": 5,
        "royalty_receiver": artist,
    }


@pytest.mark.parametrize("contract", PAYING)
def test_money_names_the_contract_that_owes_it(contract: str) -> None:
    row = {"contract": contract, "payee": ALICE, "currency": CAROL, "amount": 7}
    assert kept(contract, "PayoutCredited", ALICE, CAROL, 7) == {"credits": [row]}
    assert kept(contract, "Withdrawn", ALICE, CAROL, 7) == {"withdrawals": [row]}
