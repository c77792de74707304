"""apply
every event of every ABI   -> a row of events, and of its own tables where it has some
every row                  -> exactly the columns of its table
every fact                 -> the fields of its event, in the ABI's order
"""

import re
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, select

from indexer import events, models, store
from indexer.apply import ATELIER, HANDLERS, KEEPING, PAYING
from indexer.decode import by_address
from indexer.error import AnswerInvalid
from indexer.handler import row
from indexer.primitives import ZERO_ADDRESS, address
from tests.indexer.logged import ALICE, BOB, logged
from tests.indexer.speaker import ADDRESSES, event, every_event, sample

CONTRACTS = by_address(ADDRESSES)
CAROL = address("0x" + "ca" * 20)
SIGNED = ("Membership", "Curation", "Exhibitions", "Royalties", "Artwork", "Editions", "Market")
PLACE = ("block_number", "log_index", "transaction_hash")

# What we keep as an event only: nothing in the product asks for more.
RECORDED = {
    *((contract, "Approval") for contract in ("Membership", "Artwork")),
    *((contract, "ApprovalForAll") for contract in ("Membership", "Artwork")),
    *((contract, "EIP712DomainChanged") for contract in SIGNED),
    *((contract, "FeesPushedChanged") for contract in KEEPING),
    ("Membership", "Locked"),
    ("Membership", "Unlocked"),
    ("Curation", "VoteSkipped"),
    ("Exhibitions", "BallotSkipped"),
    ("Editions", "ApprovalForAll"),
    ("Editions", "URI"),
    ("AtelierGovernor", "EIP712DomainChanged"),
    ("AtelierGovernor", "LateQuorumVoteExtensionSet"),
    ("AtelierGovernor", "ProposalThresholdSet"),
    ("AtelierGovernor", "QuorumNumeratorUpdated"),
    ("AtelierGovernor", "TimelockChange"),
    ("AtelierGovernor", "VotingDelaySet"),
    ("AtelierGovernor", "VotingPeriodSet"),
}

# Fields whose names in Python differ from those of the ABI, and why.
RENAMED = {
    "from": "sender",  # a keyword of Python
    "to": "recipient",
    "token_id": "token",
    "trusted": "is_trusted",
    "proposal_id": "proposal",
    "vote_start": "starts_at",  # the governor's clock counts seconds
    "vote_end": "ends_at",
    "extended_deadline": "ends_at",
    "eta_seconds": "executable_at",
    "id": "edition",  # the only tokens of that contract
    "ids": "editions",
    ("Editions", "values"): "copies",
    ("Editions", "value"): "copies",
}


def kept(contract: str, name: str, *values: Any) -> dict[str, list[dict[str, Any]]]:
    """The rows that an event makes besides its row of events, without their place."""
    tables = ATELIER.rows([logged(contract, event(contract, name), list(values))], CONTRACTS)
    return {
        table.__tablename__: [named(table, row) for row in rows]
        for table, rows in tables.items()
        if table is not models.Event
    }


def named(table: type[models.Placed], row: tuple[Any, ...]) -> dict[str, Any]:
    """A row's values by their columns, without its place."""
    names = [column.name for column in table.__table__.columns]
    return {k: v for k, v in zip(names, row, strict=True) if k not in PLACE}


def test_every_event_is_handled_or_only_recorded() -> None:
    every = {(contract, entry["name"]) for contract, entry in every_event()}
    treasury = {one for one in every if one[0] == "Treasury"}
    assert every == set(HANDLERS) | RECORDED | treasury
    assert not set(HANDLERS) & RECORDED


@pytest.mark.parametrize(("contract", "name"), HANDLERS)
def test_a_fact_has_the_fields_of_its_event(contract: str, name: str) -> None:
    names = [argument["name"] for argument in event(contract, name)["inputs"]]
    snake = [re.sub(r"([A-Z])", r"_\1", name).lower() for name in names]
    fact = events.fact(contract, name)
    assert fact is not None
    assert list(fact.__dataclass_fields__) == [
        RENAMED.get((contract, name), RENAMED.get(name, name)) for name in snake
    ]


def test_what_is_only_recorded_makes_no_fact() -> None:
    assert [one for one in RECORDED if events.fact(*one) is not None] == []


@pytest.mark.parametrize(
    ("contract", "entry"), [pytest.param(c, e, id=f"{c}.{e['name']}") for c, e in every_event()]
)
def test_every_row_fills_exactly_its_table(
    engine: Engine, contract: str, entry: dict[str, Any]
) -> None:
    numbers = count(3)
    values = [sample(i["type"], numbers) for i in entry["inputs"]]
    tables = ATELIER.rows([logged(contract, entry, values)], CONTRACTS)
    assert len(tables[models.Event]) == 1
    with engine.connect() as connection:
        for table, rows in tables.items():
            store.copy(connection, table, rows)
            kept = connection.execute(select(table.__table__)).all()
            assert [tuple(row) for row in kept] == rows


def test_a_row_stands_where_its_log_stood() -> None:
    log = logged("Market", event("Market", "FeesSwept"), [CAROL, 5])
    (row,) = ATELIER.rows([log], CONTRACTS)[models.Sweep]
    assert row[:3] == (log.block_number, log.log_index, log.transaction_hash)


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


def test_copies_that_move_together_are_a_row_an_edition() -> None:
    rows = kept("Editions", "TransferBatch", CAROL, ALICE, BOB, [7, 9], [2, 1])["copy_transfers"]
    moved = {"sender": ALICE, "recipient": BOB}
    assert rows == [
        {"position": 0, "edition": 7, "copies": 2} | moved,
        {"position": 1, "edition": 9, "copies": 1} | moved,
    ]


def test_a_batch_that_does_not_count_each_edition_is_refused() -> None:
    with pytest.raises(AnswerInvalid, match="2 editions counts copies of 1"):
        kept("Editions", "TransferBatch", CAROL, ALICE, BOB, [7, 9], [2])


def test_a_remix_has_a_row_a_parent() -> None:
    rows = kept("Royalties", "ParentsRecorded", 8, [3, 4], 1500)["parents"]
    assert [(row["position"], row["work"], row["parent"]) for row in rows] == [(0, 8, 3), (1, 8, 4)]


def test_a_proposals_way_is_a_row_a_step() -> None:
    steps = [("ProposalQueued", (5, 90)), ("ProposalExecuted", (5,)), ("ProposalExtended", (5, 70))]
    rows = [kept("AtelierGovernor", name, *said)["proposal_steps"] for name, said in steps]
    assert rows == [
        [{"proposal": 5, "step": "queued", "second": 90}],
        [{"proposal": 5, "step": "executed", "second": 0}],
        [{"proposal": 5, "step": "extended", "second": 70}],
    ]


def test_a_token_that_may_pay_no_more_is_a_word_on_it() -> None:
    rows = kept("Currencies", "CurrencyDisallowed", CAROL)["currency_terms"]
    assert rows == [{"currency": CAROL, "is_allowed": False}]


def test_a_row_of_other_columns_is_refused() -> None:
    with pytest.raises(TypeError, match="parents"):
        row(models.Parent, position=0, work=1)
    with pytest.raises(KeyError):
        row(models.Share, work=1, payee=ALICE, percent=3)
