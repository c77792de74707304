"""Market and Royalties beside a plain model of them, whatever happens in whatever order
after every step  -> everybody holds the ether and the tokens that the model says, to the unit (P13)
                  -> every credit and every waiting income is the model's
                  -> owners, transfer counts and copies are the model's
an order refused  -> for the reason that the model sees
after all of it   -> every kind of step happened, and most reasons to refuse

AUDIT_PLAYS, AUDIT_STEPS and AUDIT_SEED make it longer; a play is repeated by its seed.
"""

import os
from collections import Counter

import brownie
import pytest
from brownie import ZERO_ADDRESS, chain
from ledger import MARKET, ROYALTIES, TREASURY, Ledger, Work
from scene import ETHER, FEE_BPS, act, work_id
from trading import LIKELINESS, Stage, Trading

PLAYS = int(os.environ.get("AUDIT_PLAYS", "3"))
STEPS = int(os.environ.get("AUDIT_STEPS", "40"))
SEED = int(os.environ.get("AUDIT_SEED", "2026"))
REASONS = 8
EDITION = work_id(50)


@pytest.fixture(scope="module")
def wallet(admitted, admit, double):
    """An artist by wallet contract, which refuses ether."""
    found = double("RefusingPayee")
    admit(found)
    return found


@pytest.fixture(scope="module")
def works(artwork, minted, artist, wallet, collector, candidate):
    """Works of the artist and of the wallet, and of each one made from the other's."""
    number = {name: work_id(i) for i, name in enumerate(["own", "given", "his", "from", "of"], 2)}
    artwork.mintBatch([number["own"]], artist, 1_000, {"from": artist})
    artwork.mint(number["given"], collector, 750, {"from": artist})
    act(wallet, artwork.mint, number["his"], candidate, 1_000)
    split = ([number["his"]], 3_333, [])
    artwork.mintSplit(number["from"], artist, 1_000, split, [], {"from": artist})
    act(wallet, artwork.mintSplit, number["of"], collector, 500, ([minted], 1_999, []), [])
    return {
        minted: Work(artist.address, 1_000, artist.address),
        number["own"]: Work(artist.address, 1_000, artist.address),
        number["given"]: Work(artist.address, 750, collector.address),
        number["his"]: Work(wallet.address, 1_000, candidate.address),
        number["from"]: Work(artist.address, 1_000, artist.address, number["his"], 3_333),
        number["of"]: Work(wallet.address, 500, collector.address, minted, 1_999),
        EDITION: Work(artist.address, 1_000),
    }


@pytest.fixture(scope="module")
def stage(deployed, market, artwork, artist, wallet, collector, candidate, relayer, make_order):
    """All that plays; the token refuses the candidate as payee."""
    as_treasury = brownie.accounts.at(market.treasury(), force=True)
    token = relayer.deploy(brownie.RefusingToken)
    deployed["Currencies"].setCurrency(token, True, {"from": as_treasury})
    people = [artist, wallet, collector, candidate]
    for one in people:
        token.mint(one, 10**6 * ETHER, {"from": relayer})
        act(one, token.approve, market, 2**256 - 1)
    token.setManner(candidate, 1, {"from": relayer})
    return Stage(
        contracts={
            MARKET: market,
            ROYALTIES: deployed["Royalties"],
            TREASURY: as_treasury,
            "artwork": artwork,
            "editions": deployed["Editions"],
        },
        people={one.address: one for one in people},
        token=token,
        edition=EDITION,
        forger=relayer,
        make_order=make_order,
    )


@pytest.fixture
def begin(stage, works, edition, artist, wallet, candidate):
    """A play from the beginning, and what its check compares."""

    def build(seed):
        ledger = Ledger(
            works={work: Work(**vars(terms)) for work, terms in works.items()},
            refuses={(ZERO_ADDRESS, wallet.address), (stage.token.address, candidate.address)},
            primary_bps=FEE_BPS,
            secondary_bps=FEE_BPS,
            copies=Counter({(EDITION, artist.address): 10}),
        )
        return Trading(stage, ledger, seed)

    return build


def holdings(stage):
    """What everybody holds."""
    places = [MARKET, ROYALTIES, TREASURY]
    who = {place: stage.contracts[place].address for place in places}
    owners = [one.OWNER() for one in stage.people.values() if hasattr(one, "act")]
    who |= {address: address for address in (*stage.people, *owners)}
    ether = {(ZERO_ADDRESS, one): brownie.web3.eth.get_balance(at) for one, at in who.items()}
    token = stage.token.address
    return ether | {(token, one): stage.token.balanceOf(at) for one, at in who.items()}


def check_money(play, before):
    """Compare all that is held, credited and waiting."""
    ledger, now = play.ledger, holdings(play.stage)
    assert {key: now[key] - before[key] for key in now} == {key: ledger.held[key] for key in now}
    for place in (MARKET, ROYALTIES):
        contract = play.stage.contracts[place]
        for currency in play.currencies:
            assert contract.totalCredits(currency) == ledger.owed(place, currency)
        for (currency, payee), amount in ledger.credits[place].items():
            assert contract.credits(currency, payee) == amount
    for (work, currency), income in ledger.income.items():
        assert play.stage.contracts[ROYALTIES].incomeOf(work, currency) == income


def check_works(play):
    """Compare who owns what."""
    for work in play.unique:
        found, terms = play.artwork.works(work), play.ledger.works[work]
        assert (found["owner"], found["transferCount"]) == (terms.owner, terms.count)
    for (edition, owner), copies in play.ledger.copies.items():
        assert play.stage.contracts["editions"].balanceOf(owner, edition) == copies


def test_solvency(begin, stage):
    happened, before = Counter(), holdings(stage)
    chain.snapshot()
    for seed in range(SEED, SEED + PLAYS):
        chain.revert()
        play = begin(seed)
        for _ in range(STEPS):
            play.step()
            check_money(play, before)
            check_works(play)
        happened += play.happened
    assert [kind for kind in LIKELINESS if not happened[kind]] == []
    assert len(happened.keys() - LIKELINESS.keys()) >= REASONS
