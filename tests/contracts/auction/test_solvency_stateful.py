"""the auction house beside a plain model of it, whatever happens in whatever order
each step         -> succeeds where the model does, and fails with the error the model names
after every step  -> the house holds credits, leading bids and what was forced on it, to the wei
                  -> owners, leaders, ends, credits and everybody's wealth are the model's
at the end        -> every kind of step really succeeded, and really failed
"""

import os
from collections import Counter
from random import Random

import brownie
import pytest
from auction.model import TREASURY, House, Refused, Work
from brownie import ZERO_ADDRESS, accounts, chain
from brownie.exceptions import VirtualMachineError
from scene import ETHER, act, next_block_at, now, selector, work_id

SEED = int(os.environ.get("AUDIT_SEED", "0"))
PLAYS = int(os.environ.get("AUDIT_PLAYS", "3"))
STEPS, EACH_AT_LEAST = 60, 3
LIKELINESS = {"create": 9, "place": 18, "settle": 8, "cancel": 6, "withdraw": 6}
ALWAYS_ALLOWED = {"set_fees": 1, "pause": 1, "force": 1}
RICHEST = 1_000 * ETHER
FORCER = 9


class Machine:
    """The contract, the model, and the steps that move both."""

    def __init__(self, house, artwork, treasury, people, model):
        self.house, self.artwork, self.treasury = house, artwork, treasury
        self.people, self.model, self.clock = people, model, now()
        self.before = {name: self.purse(name) for name in [*people, TREASURY]}

    def play(self, kind, dice):
        """Play one step on both sides; tell whether it succeeded."""
        number = self.subject(kind, dice)
        auction = self.model.auctions.get(number)
        self.clock = self.next_second(dice, auction)
        who = self.caller(kind, dice, number, auction)
        expected, send = getattr(self, kind)(dice, who, number, auction)
        failure = _failure(expected)
        next_block_at(self.clock)
        assert _is_named(_fault(send), failure)
        self.clock = now()
        return failure is None

    def subject(self, kind, dice):
        """Mostly a work with which the step can be done."""
        works, auctions = self.model.works, self.model.auctions
        suited = {
            "create": [number for number in works if number not in auctions],
            "place": list(auctions),
            "settle": [number for number, one in auctions.items() if one.bidder],
            "cancel": [number for number, one in auctions.items() if not one.bidder],
        }
        some = suited.get(kind) if dice.random() < 0.8 else None
        return dice.choice(some or list(works))

    def next_second(self, dice, auction):
        """Often at the very edge of the auction's end or of its last seconds."""
        later = self.clock + dice.randint(1, 400)
        if auction is None or not auction.bidder or dice.random() < 0.4:
            return later
        edge = auction.ends_at - dice.choice([0, 0, auction.extension]) + dice.randint(-1, 1)
        return max(edge, self.clock + 1)

    def caller(self, kind, dice, number, auction):
        """Mostly somebody who may."""
        if kind == "place":
            return dice.choice([*self.people, "refuser"])
        if kind == "settle" or dice.random() < 0.2:
            return dice.choice(list(self.people))
        if kind == "withdraw":
            return "refuser"
        owner = auction.seller if auction else self.model.works[number].owner
        return owner if owner in self.people else "collector"

    def create(self, dice, who, number, _):
        reserve = dice.choice([1, 39, ETHER, dice.randrange(1, 2 * ETHER)])
        extension = dice.choice([0, 60, 300])
        cap = extension + dice.choice([0, 600])
        terms = (reserve, dice.randint(300, 900), extension, cap, dice.choice([100, 500, 5_000]))
        return (
            lambda: self.model.create(who, number, terms),
            lambda: act(self.people[who], self.house.create, number, terms),
        )

    def place(self, dice, who, number, auction):
        least = auction.least() if auction else ETHER
        amount = min(least + dice.choice([-1, 0, 0, 0, 1, dice.randrange(ETHER)]), RICHEST)
        named = (auction.transfers if auction else 0) + dice.choice([-2, *[0] * 11, 2])
        named = max(named, 0)
        return (
            lambda: self.model.place(who, number, named, amount, self.clock),
            lambda: act(self.people[who], self.house.bid, number, named, value=amount),
        )

    def settle(self, dice, who, number, _):
        return (
            lambda: self.model.settle(number, self.clock),
            lambda: act(self.people[who], self.house.settle, number),
        )

    def cancel(self, dice, who, number, _):
        return (
            lambda: self.model.cancel(who, number),
            lambda: act(self.people[who], self.house.cancel, number),
        )

    def withdraw(self, dice, who, *_):
        return (
            lambda: self.model.withdraw(who),
            lambda: self.fetch(self.people[who]),
        )

    def set_fees(self, dice, *_):
        fees = dice.randint(0, 1_000), dice.randint(0, 1_000)
        return (
            lambda: setattr(self.model, "fees", fees),
            lambda: self.house.setFees(*fees, {"from": self.treasury}),
        )

    def pause(self, *_):
        paused = not self.model.is_paused
        return (
            lambda: setattr(self.model, "is_paused", paused),
            lambda: self.house.setPaused(paused, {"from": self.treasury}),
        )

    def force(self, dice, *_):
        amount = dice.randint(1, 100)
        return (
            lambda: setattr(self.model, "surplus", self.model.surplus + amount),
            lambda: accounts[FORCER].deploy(brownie.ForceFeeder, self.house, amount=amount),
        )

    def fetch(self, payee):
        """Withdraw; the contract that refuses pushes takes ether for once."""
        if hasattr(payee, "act"):
            payee.take({"from": payee.OWNER()})
        try:
            act(payee, self.house.withdraw, ZERO_ADDRESS)
        finally:
            if hasattr(payee, "act"):
                payee.refuse({"from": payee.OWNER()})

    def purse(self, name):
        """What somebody has; a wallet contract bids with its owner's ether."""
        person = self.people.get(name, self.treasury)
        owner = accounts.at(person.OWNER()).balance() if hasattr(person, "act") else 0
        return person.balance() + owner

    def check(self):
        """Everything the model knows is so on the chain."""
        model, house = self.model, self.house
        assert house.balance() == model.balance()
        assert house.totalCredits(ZERO_ADDRESS) == model.credits.total()
        assert house.credits(ZERO_ADDRESS, self.people["refuser"]) == model.credits["refuser"]
        for name, before in self.before.items():
            assert self.purse(name) == before + model.wealth[name]
        for number, work in model.works.items():
            assert self.artwork.ownerOf(number) == self.people.get(work.owner, house)
            assert self.artwork.works(number)["transferCount"] == work.transfers
            self.check_auction(house.auctions(number), model.auctions.get(number))

    def check_auction(self, kept, auction):
        if auction is None:
            assert kept["seller"] == ZERO_ADDRESS
            return
        leader = self.people[auction.bidder] if auction.bidder else ZERO_ADDRESS
        assert (kept["seller"], kept["bidder"]) == (self.people[auction.seller], leader)
        times = (auction.bid, auction.ends_at, auction.latest_end)
        assert (kept["bid"], kept["endsAt"], kept["latestEnd"]) == times
        assert kept["transferCount"] == auction.transfers


@pytest.fixture
def people(artist, collector, candidate, admit, double):
    """An artist, two collectors, and an artist and collector who takes no push."""
    refuser = double("RefusingPayee")
    admit(refuser)
    return {"artist": artist, "collector": collector, "candidate": candidate, "refuser": refuser}


@pytest.fixture
def works(artwork, minted, owned, people):
    """One of the artist's own, one resold, one whose artist takes no push."""
    act(people["refuser"], artwork.mint, work_id(3), people["candidate"], 700)
    return {
        minted: ("artist", "artist", 1_000),
        owned: ("collector", "artist", 1_000),
        work_id(3): ("candidate", "refuser", 700),
    }


def test_solvency(house, artwork, as_treasury, people, works):
    succeeded, failed, steps = Counter(), Counter(), LIKELINESS | ALWAYS_ALLOWED
    chain.snapshot()
    for seed in range(SEED, SEED + PLAYS):
        print(f"seed {seed}")  # noqa: T201 - shown where it fails: AUDIT_SEED=seed plays it again
        chain.revert()
        begin = {number: Work(*facts) for number, facts in works.items()}
        model = House(begin, tuple(house.policy())[:2], frozenset({"refuser"}))
        dice, machine = Random(seed), Machine(house, artwork, as_treasury, people, model)
        for kind in dice.choices(list(steps), list(steps.values()), k=STEPS):
            if model.is_paused and dice.random() < 0.3:
                machine.play("pause", dice)
            tally = succeeded if machine.play(kind, dice) else failed
            tally[kind] += 1
            machine.check()
    assert {kind: n for kind in LIKELINESS if (n := succeeded[kind]) < EACH_AT_LEAST} == {}
    assert {kind: n for kind in LIKELINESS if (n := failed[kind]) < EACH_AT_LEAST} == {}


def _failure(expected):
    try:
        expected()
    except Refused as refused:
        return str(refused)
    return None


def _fault(send):
    try:
        send()
    except VirtualMachineError as fault:
        return fault.revert_msg
    return None


def _is_named(fault, failure):
    """Whether a fault is the expected one, also where it comes through a wallet contract."""
    if fault is None or failure is None:
        return fault is failure
    name, _, values = fault.partition(": ")
    return name == failure or (name == "ActFailed" and SELECTORS[failure] in values)


def _selectors():
    entries = [*brownie.AuctionHouse.abi, *brownie.Artwork.abi]
    for entry in (one for one in entries if one["type"] == "error"):
        types = ",".join(one["type"] for one in entry["inputs"])
        word = bytes.fromhex(selector(f"{entry['name']}({types})")[2:])
        yield entry["name"], repr(word)[2:-1]


SELECTORS = dict(_selectors())
