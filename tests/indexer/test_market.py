"""everything that can be done in the market, done once with the contracts as they are
every log       -> a row of events, and every table has some row
rebuilt         -> byte for byte the same, all tables
works           -> belong to whom the contract says
copies          -> are held by whom the contract says
artists         -> are those that the contract admits
parents, shares -> are those that the contract pays
income          -> what came in less what was shared is what the contract holds
auctions        -> stand as the contract says
winners         -> are those that the contract ranked
credits         -> less withdrawals are what the contracts owe
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, select

from indexer import models, store
from indexer.abi import Deployment
from indexer.apply import ATELIER
from indexer.follow import Follower
from indexer.primitives import ZERO_ADDRESS
from indexer.rebuild import rebuild
from indexer.source import Node
from tests.indexer.stage import catch_up

if TYPE_CHECKING:
    from onchain.stage import Stage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple["Stage", str, Deployment]]:
    """A chain of its own on which the gas bench's acts were played."""
    patch = pytest.MonkeyPatch()
    patch.syspath_prepend(str(ROOT / "bench"))
    from onchain.acts import AFTER_CURATING, curating
    from onchain.stage import anvil, deployed

    from marketplace.runtime.deploy import one_at_a_time
    from tests.indexer.encore import encore

    folder = tmp_path_factory.mktemp("play")
    with anvil() as url:
        with one_at_a_time():  # Brownie keeps one project's books
            stage = deployed(url, folder)
        for play in (curating, *AFTER_CURATING, encore):
            play(stage)
        yield stage, url, Deployment.load(folder / "deployment.json")
    ours = ("onchain", "tests.indexer.encore")
    for name in [name for name in sys.modules if name.startswith(ours)]:
        del sys.modules[name]
    patch.undo()


@pytest.fixture(scope="module")
def filled(played: tuple["Stage", str, Deployment], engines: tuple[Engine, Engine]) -> Engine:
    """An index of that chain."""
    engine, (_, url, deployment) = engines[0], played
    store.reset(engine, ATELIER.every_table)
    with Node(url) as node:
        catch_up(Follower(node, engine, ATELIER, deployment))
    return engine


@pytest.fixture
def contracts(played: tuple["Stage", str, Deployment]) -> dict[str, Any]:
    """The functions of each contract, to ask it how things stand."""
    return {name: contract.functions for name, contract in played[0].contracts.items()}


def held(engine: Engine, table: type[models.IndexBase]) -> list[Any]:
    """All rows of a table or view."""
    with engine.connect() as connection:
        return list(connection.execute(select(table.__table__)))


def test_every_log_is_a_row_and_no_table_is_empty(
    played: tuple["Stage", str, Deployment], filled: Engine
) -> None:
    stage, _, deployment = played
    ours = list(deployment.contracts.values())
    logs = stage.web3.eth.get_logs({"fromBlock": 0, "address": ours})  # type: ignore[typeddict-item]
    assert len(held(filled, models.Event)) == len(logs)
    assert {table for table in ATELIER.fact_tables if not held(filled, table)} == set()


def test_rebuilt_it_is_the_same_byte_for_byte(
    played: tuple["Stage", str, Deployment], filled: Engine
) -> None:
    _, url, deployment = played
    with Node(url) as node:

        def fill(engine: Engine) -> None:
            catch_up(Follower(node, engine, ATELIER, deployment))

        compared = rebuild(filled, ATELIER.every_table, fill)
    assert len(compared) == len(ATELIER.every_table)
    assert [(one.is_same, one.rows > 0) for one in compared] == [(True, True)] * len(compared)


def test_works_belong_to_whom_the_contract_says(filled: Engine, contracts: dict[str, Any]) -> None:
    found = {row.work: row.owner for row in held(filled, models.CurrentWork)}
    assert found
    assert found == {work: contracts["Artwork"].ownerOf(work).call() for work in found}


def test_copies_are_held_by_whom_the_contract_says(
    filled: Engine, contracts: dict[str, Any]
) -> None:
    found = {(row.holder, row.edition): row.copies for row in held(filled, models.EditionHolding)}
    assert found
    assert found == {key: contracts["Editions"].balanceOf(*key).call() for key in found}
    minted = defaultdict(int)
    for row in held(filled, models.CopyMint):
        minted[row.edition] += row.copies
    assert sum(found.values()) == sum(minted.values())


def test_artists_are_those_that_the_contract_admits(
    filled: Engine, contracts: dict[str, Any]
) -> None:
    applicants = {row.artist for row in held(filled, models.Application)}
    admitted = {row.artist for row in held(filled, models.CurrentArtist)}
    assert admitted
    assert admitted == {one for one in applicants if contracts["Curation"].isArtist(one).call()}


def test_parents_and_shares_are_those_that_the_contract_pays(
    filled: Engine, contracts: dict[str, Any]
) -> None:
    parents, shares = defaultdict(list), defaultdict(list)
    for row in sorted(held(filled, models.Parent)):
        parents[row.work].append(row.parent)
    for row in sorted(held(filled, models.Share)):
        shares[row.work].append((row.payee, row.bps))
    split = contracts["Royalties"].splitOf
    assert parents
    assert shares
    for work in shares:
        found = split(work).call()
        assert (list(found[0]), [tuple(one) for one in found[2]]) == (parents[work], shares[work])


def test_income_that_was_not_shared_is_what_the_contract_holds(
    filled: Engine, contracts: dict[str, Any]
) -> None:
    left: dict[int, int] = defaultdict(int)
    for row in held(filled, models.Income):
        left[row.work] += row.amount
    for row in held(filled, models.Inheritance):
        left[row.parent] += row.amount
        left[row.work] -= row.amount
    for row in held(filled, models.IncomeShare):
        left[row.work] -= row.amount
    income = contracts["Royalties"].incomeOf
    assert left
    assert dict(left) == {work: income(work, ZERO_ADDRESS).call() for work in left}


def test_auctions_stand_as_the_contract_says(filled: Engine, contracts: dict[str, Any]) -> None:
    rows = sorted(held(filled, models.CurrentAuction))
    assert {row.state for row in rows} == {"open", "settled", "cancelled"}
    for row in rows:
        seller, *_, ends_at, _, bidder, bid = contracts["AuctionHouse"].auctions(row.work).call()
        if row.state == "open":
            assert (row.seller, row.ends_at, row.bidder, row.amount) == (
                seller,
                ends_at,
                bidder,
                bid,
            )
    (settled,) = held(filled, models.AuctionSettlement)
    (auction,) = (row for row in rows if row.state == "settled")
    assert (auction.bidder, auction.amount, auction.bid_count) == (settled.winner, settled.price, 3)


def test_winners_are_those_that_the_contract_ranked(
    filled: Engine, contracts: dict[str, Any]
) -> None:
    exhibits = sorted(held(filled, models.Exhibit), key=lambda row: row.rank)
    winners = contracts["Exhibitions"].winnersOf(1).call()
    assert [row.work for row in exhibits] == winners
    (closing,) = held(filled, models.ExhibitionClosing)
    assert closing.winner_count == len(winners)


def test_credits_less_withdrawals_are_what_the_contracts_owe(
    filled: Engine, contracts: dict[str, Any]
) -> None:
    owed: dict[tuple[str, str, str], int] = defaultdict(int)
    for sign, table in ((1, models.Credit), (-1, models.Withdrawal)):
        for row in held(filled, table):
            owed[row.contract, row.currency, row.payee] += sign * row.amount
    assert set(owed.values()) - {0}
    for (contract, *whose), amount in owed.items():
        assert contracts[contract].credits(*whose).call() == amount


def test_a_proposal_was_voted_queued_and_executed(filled: Engine) -> None:
    (proposal,) = held(filled, models.Proposal)
    steps = [row.step for row in sorted(held(filled, models.ProposalStep))]
    votes = held(filled, models.ProposalVote)
    assert steps == ["queued", "executed"]
    assert {row.proposal for row in votes} == {proposal.proposal}
    assert proposal.description.startswith("Three per cent")
