"""income over a growing family of works, whatever happens in whatever order
after every step -> what waits for each work, by generation, is what a plain model says
                 -> every credit is the model's
                 -> what the contract holds is what waits, what is owed and what nobody booked
at the end       -> everybody was paid what the model says, to the smallest unit
                 -> every kind of step really happened
"""

from collections import Counter
from random import Random

import brownie
import pytest
from brownie import ZERO_ADDRESS, accounts
from consenting import PAYEES
from lineage import Lineage, Work
from scene import ETHER, act

PLAYS, STEPS, EACH_AT_LEAST = 3, 60, 2
LIKELINESS = {
    "mint": 6,
    "earn": 7,
    "share": 12,
    "collect": 3,
    "stray": 2,
    "block": 2,
    "withdraw": 4,
}
EDGES = [1, 2, 3, 7, 9_999, 10_001]
REVERT, TAKE = 1, 0


class Machine:
    """The contract, a plain model of it, and the steps that move both."""

    def __init__(self, royalties, token, mint, balance, refusing, dice):
        self.royalties, self.token, self.dice = royalties, token, dice
        self.mint_work, self.balance = mint, balance
        self.artists = [accounts[2], accounts[6], refusing]
        self.payees = [*PAYEES[:3], accounts[7], accounts[8], refusing]
        self.refusing, self.blocked = refusing, accounts[7]
        self.is_blocked = False
        self.lineages = {ZERO_ADDRESS: Lineage(), token: Lineage()}
        self.credits = {currency: Counter() for currency in self.lineages}
        self.paid = {currency: Counter() for currency in self.lineages}
        self.surplus = Counter()
        self.count, self.patron = 0, accounts[9]
        self.start = self._balances()

    def mint(self):
        self.count += 1
        known = list(self.lineages[ZERO_ADDRESS].works)
        parents = self.dice.sample(known, min(len(known), self.dice.choice([0, 1, 1, 2, 3])))
        bps = self.dice.randint(500, 5_000) if parents else 0
        artist = self.dice.choice(self.artists)
        others = [one for one in self.payees if _at(one) != _at(artist)]
        chosen = self.dice.sample(others, self.dice.choice([0, 0, 1, 2, 4]))
        shares = [(one, self.dice.randint(1, 5_000 // len(chosen))) for one in chosen]
        number = self.mint_work(self.count, shares, parents, bps, artist)
        kept = tuple((_at(one), share) for one, share in shares)
        for lineage in self.lineages.values():
            lineage.works[number] = Work(number, _at(artist), tuple(parents), bps, kept)
        return True

    def earn(self):
        work, currency, amount = self._work(), self._currency(), self._amount()
        if not work:
            return False
        if currency == ZERO_ADDRESS:
            self.royalties.credit(work, {"from": self.patron, "value": amount})
        else:
            currency.mint(self.royalties, amount, {"from": self.patron})
            self.royalties.creditTokens(work, currency, {"from": self.patron})
        self._book(work, currency, amount)
        return True

    def collect(self):
        work, currency, amount = self._work(), self._currency(), self._amount()
        if not work:
            return False
        receiver = self.royalties.receiverOf(work)
        if currency == ZERO_ADDRESS:
            self.patron.transfer(receiver, amount)
        else:
            currency.mint(receiver, amount, {"from": self.patron})
        self.royalties.collect(work, currency, {"from": self.patron})
        self._book(work, currency, amount)
        return True

    def share(self):
        currency = self._currency()
        waiting = self.lineages[currency].waiting
        works = [work for work, amounts in waiting.items() if sum(amounts)]
        if not works:
            return False
        work = self.dice.choice(works)
        self.royalties.share(work, currency, {"from": self.patron})
        for payee, amount in self.lineages[currency].share(work).items():
            refuses = _at(self.refusing) if currency == ZERO_ADDRESS else self._blocked()
            place = self.credits if payee == refuses else self.paid
            place[currency][payee] += amount
        return True

    def stray(self):
        """Money that comes by itself: ether is nobody's, tokens are the next income's."""
        amount, currency = self._amount(), self._currency()
        if currency == ZERO_ADDRESS:
            self.patron.deploy(brownie.ForceFeeder, self.royalties, amount=amount)
        else:
            currency.mint(self.royalties, amount, {"from": self.patron})
        self.surplus[currency] += amount
        return True

    def block(self):
        """The token refuses one of the payees from now on, or takes them again."""
        self.is_blocked = not self.is_blocked
        self.token.setManner(
            self.blocked, REVERT if self.is_blocked else TAKE, {"from": self.patron}
        )
        return True

    def withdraw(self):
        ether, token = self.credits.values()
        if due := ether.pop(_at(self.refusing), 0):
            self.refusing.take({"from": self.patron})
            act(self.refusing, self.royalties.withdraw, ZERO_ADDRESS)
            self.refusing.refuse({"from": self.patron})
            self.paid[ZERO_ADDRESS][_at(self.refusing)] += due
        elif not self.is_blocked and (due := token.pop(_at(self.blocked), 0)):
            self.royalties.withdraw(self.token, {"from": self.blocked})
            self.paid[self.token][_at(self.blocked)] += due
        return bool(due)

    def check(self):
        for currency, lineage in self.lineages.items():
            owed, extra = self.credits[currency].total(), self.surplus[currency]
            assert self.royalties.totalCredits(currency) == owed
            assert self.balance(currency, self.royalties) == lineage.total() + owed + extra
            for work in lineage.works:
                assert list(self.royalties.incomesOf(work, currency)) == lineage.waiting[work]

    def check_payees(self):
        assert self._balances() == {
            (currency, payee): before + self.paid[currency][payee]
            for (currency, payee), before in self.start.items()
        }
        for currency, owed in self.credits.items():
            for payee in map(_at, self.payees):
                assert self.royalties.credits(currency, payee) == owed[payee]

    def _book(self, work, currency, amount):
        stray = 0 if currency == ZERO_ADDRESS else self.surplus.pop(currency, 0)
        self.lineages[currency].waiting[work][0] += amount + stray

    def _balances(self):
        people = {_at(one) for one in self.payees + self.artists}
        return {(c, one): self.balance(c, one) for c in self.lineages for one in people}

    def _blocked(self):
        return _at(self.blocked) if self.is_blocked else None

    def _work(self):
        works = list(self.lineages[ZERO_ADDRESS].works)
        return self.dice.choice(works) if works else None

    def _currency(self):
        return self.dice.choice(list(self.lineages))

    def _amount(self):
        return (
            self.dice.choice(EDGES) if self.dice.random() < 0.3 else self.dice.randrange(1, ETHER)
        )


def _at(who):
    return str(getattr(who, "address", who))


@pytest.fixture
def refusing(double):
    return double("RefusingPayee")


@pytest.mark.parametrize("seed", range(PLAYS))
def test_lineage(royalties, allow, mint, balance, refusing, seed):
    dice, happened = Random(seed), Counter()
    machine = Machine(royalties, allow("RefusingToken"), mint, balance, refusing, dice)
    for kind in dice.choices(list(LIKELINESS), LIKELINESS.values(), k=STEPS):
        happened[kind] += getattr(machine, kind)()
        machine.check()
    machine.check_payees()
    assert {kind: n for kind in LIKELINESS if (n := happened[kind]) < EACH_AT_LEAST} == {}
