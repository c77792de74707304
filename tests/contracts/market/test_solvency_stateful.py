"""the ether of Market and Artwork, whatever happens in whatever order
after every step -> each contract holds its credits and its unswept fees, to the wei
                 -> every credit is the one a plain model keeps
                 -> owners and transfer counts are the model's
at the end       -> every kind of step really happened
"""

from collections import Counter, defaultdict
from random import Random

import brownie
import pytest
from brownie import accounts, chain
from brownie.test import given
from hypothesis import HealthCheck, settings
from hypothesis.strategies import integers
from scene import ETHER, FEE_BPS, act, work_id

PLAYS, STEPS, EACH_AT_LEAST = 5, 30, 3
LIKELINESS = {"mint": 4, "sell": 6, "withdraw": 3, "sweep": 2, "set_fee": 1, "force": 1}
PLACES = ["market", "artwork"]
EDGES = [0, 1, 39, 40, 9_999, 10_001]


def drawn(dice):
    """A step. Hypothesis draws the dice only: left to itself it plays short and lopsided."""
    (kind,) = dice.choices(list(LIKELINESS), LIKELINESS.values())
    price = dice.choice(EDGES) if dice.random() < 0.2 else dice.randrange(3 * ETHER)
    pick, other = dice.randrange(2**16), dice.randrange(2**16)
    facts = {"pick": pick, "other": other, "price": price, "rate": dice.randint(0, 1_000)}
    return kind, {"place": dice.choice(PLACES), **facts}


class Machine:
    """The contracts, a plain model of them, and the steps that move both."""

    def __init__(self, market, artwork, treasury, make_voucher, make_listing, people):
        self.contracts = {"market": market, "artwork": artwork}
        self.treasury, self.people = treasury, people
        self.make_voucher, self.make_listing = make_voucher, make_listing
        self.artists, self.refusing = people[:3], people[1]
        self.works, self.fee_bps = [], FEE_BPS
        self.fees, self.credits = Counter(), defaultdict(Counter)

    def mint(self, pick, price, rate, **_):
        artist, payer = self.artists[pick % 3], self.people[-1]
        number = work_id(100 + len(self.works))
        voucher = self.make_voucher(
            artist=artist, work=number, price=price, royaltyBps=rate, maxFeeBps=1_000
        )
        bring = self.contracts["artwork"].mintWithVoucher
        act(payer, bring, voucher.terms, voucher.signature, value=price)
        fee = price * self.fee_bps // 10_000
        self._settle("artwork", fee, [(artist, price - fee)])
        facts = {"number": number, "artist": artist, "owner": payer, "count": 0, "rate": rate}
        self.works.append(facts)
        return True

    def sell(self, pick, other, price, **_):
        if not self.works:
            return False
        work = self.works[pick % len(self.works)]
        seller, buyer = work["owner"], self.people[other % len(self.people)]
        listing = self.make_listing(
            seller=seller,
            work=work["number"],
            price=price,
            transferCount=work["count"],
            maxFeeBps=1_000,
        )
        act(buyer, self.contracts["market"].buy, listing.terms, listing.signature, value=price)
        fee = price * self.fee_bps // 10_000
        royalty = 0 if seller == work["artist"] else price * work["rate"] // 10_000
        self._settle("market", fee, [(seller, price - fee - royalty), (work["artist"], royalty)])
        work["owner"], work["count"] = buyer, work["count"] + 1
        return True

    def withdraw(self, place, **_):
        payee, due = self.refusing, self.credits[place].pop(self.refusing, 0)
        if not due:
            return False
        payee.take({"from": payee.OWNER()})
        before = payee.balance()
        act(payee, self.contracts[place].withdraw)
        payee.refuse({"from": payee.OWNER()})
        assert payee.balance() == before + due
        return True

    def sweep(self, place, **_):
        due = self.fees.pop(place, 0)
        if not due:
            return False
        before = self.treasury.balance()
        self.contracts[place].sweep({"from": accounts[9]})
        assert self.treasury.balance() == before + due
        return True

    def set_fee(self, rate, **_):
        for contract in self.contracts.values():
            contract.setFee(rate, {"from": self.treasury})
        self.fee_bps = rate
        return True

    def force(self, place, rate, **_):
        accounts[9].deploy(brownie.ForceFeeder, self.contracts[place], amount=rate)
        self.fees[place] += rate
        return True

    def check(self):
        for place, contract in self.contracts.items():
            owed = self.credits[place]
            assert contract.totalCredits() == sum(owed.values())
            assert contract.balance() == sum(owed.values()) + self.fees[place]
            for payee in self.people:
                assert contract.credits(payee) == owed[payee]
        for work in self.works:
            assert self.contracts["artwork"].ownerOf(work["number"]) == work["owner"]
            terms = self.contracts["artwork"].works(work["number"])
            assert terms["transferCount"] == work["count"]

    def _settle(self, place, fee, due):
        self.fees[place] += fee
        for payee, amount in due:
            if hasattr(payee, "act"):  # every wallet contract here refuses a push
                self.credits[place][payee] += amount


@pytest.fixture
def people(admitted, admit, double):
    """An honest artist, two hostile ones, and two honest collectors."""
    hostile = [double("RefusingPayee"), double("GasBurner")]
    for artist in hostile:
        admit(artist)
    return [admitted, *hostile, accounts[6], accounts[7]]


def test_solvency(market, artwork, as_treasury, make_voucher, make_listing, people):
    happened = Counter()
    chain.snapshot()

    @settings(max_examples=PLAYS, deadline=None, suppress_health_check=HealthCheck.all())
    @given(seed=integers(0, 2**64))
    def play(seed):
        chain.revert()
        dice = Random(seed)
        machine = Machine(market, artwork, as_treasury, make_voucher, make_listing, people)
        for kind, facts in (drawn(dice) for _ in range(STEPS)):
            happened[kind] += getattr(machine, kind)(**facts)
            machine.check()

    play()
    assert {kind: n for kind in LIKELINESS if (n := happened[kind]) < EACH_AT_LEAST} == {}
