"""editions beside a plain model of them, whatever happens in whatever order
a mint                     -> goes through or fails as the model says, by name and values
after every step           -> copies, counts and flags are the model's; all minted are held
                           -> the contract holds its credits and its unswept fees, to the wei
at the end of all plays    -> every kind of step really happened, and every kind of refusal
"""

import os
from collections import Counter
from random import Random

import pytest
from brownie import ZERO_ADDRESS, accounts, chain
from expect import reverts_with
from scene import ETHER, FEE_BPS, act, work_id

# Plays are dealt by their seed, so that a failing one can be played again.
SEED = int(os.environ.get("AUDIT_SEED", "0"))
PLAYS = int(os.environ.get("AUDIT_PLAYS", "3"))
STEPS = 40
LIKELINESS = {
    "open": 3,
    "mint": 14,
    "give": 3,
    "freeze": 2,
    "pause": 2,
    "set_fee": 1,
    "sweep": 2,
    "withdraw": 2,
}
REFUSALS = ("SalesPaused", "EditionEnded", "CopiesExceeded", "WalletLimitExceeded")
EDGES = [0, 1, 39, 40, 9_999, 10_001]


class Machine:
    """The contract, a plain model of it, and the steps that move both."""

    def __init__(self, editions, treasury, open_edition, artists, dice):
        self.contract, self.treasury, self.open_edition = editions, treasury, open_edition
        self.artists, self.dice, self.happened = artists, dice, Counter()
        self.holders = [accounts[6], accounts[7], accounts[9]]
        self.editions, self.is_paused = [], False
        self.fee_bps, self.fees, self.owed = FEE_BPS, 0, 0

    def open(self):
        dice, number = self.dice, work_id(100 + len(self.editions))
        price = dice.choice(EDGES) if dice.random() < 0.3 else dice.randrange(ETHER)
        terms = {
            "price": price,
            "size": dice.choice([0, 8]),
            "walletLimit": dice.choice([0, 5]),
        }
        if self.is_paused:
            return
        artist = dice.choice(self.artists)
        self.open_edition(edition=number, by=artist, max_fee=1_000, **terms)
        facts = {"number": number, "artist": artist, "fee_bps": self.fee_bps, **terms}
        self.editions.append({**facts, "is_frozen": False, "held": Counter(), "to": Counter()})

    def mint(self):
        edition, to, copies = self._some(), self.dice.choice(self.holders), self.dice.randint(1, 6)
        due, fault = edition["price"] * copies, self._fault(edition, to, copies)
        arguments = edition["number"], copies, to, due, 0, []
        if fault:
            with reverts_with(*fault):
                self.contract.mint(*arguments, {"from": to, "value": due})
            self.happened[fault[0]] += 1
            return
        said = self.contract.mint(*arguments, {"from": to, "value": due}).events["CopiesMinted"]
        fee = due * edition["fee_bps"] // 10_000
        assert (said["firstSerial"], said["fee"]) == (edition["held"].total() + 1, fee)
        edition["held"][to] += copies
        edition["to"][to] += copies
        self.fees += fee
        if hasattr(edition["artist"], "act"):  # who refuses every push
            self.owed += due - fee

    def give(self):
        edition, giver, taker = self._some(), *self.dice.sample(self.holders, 2)
        copies = self.dice.randint(0, edition["held"][giver])
        arguments = giver, taker, edition["number"], copies, b""
        self.contract.safeTransferFrom(*arguments, {"from": giver})
        edition["held"][giver] -= copies
        edition["held"][taker] += copies

    def freeze(self):
        edition = self._some()
        if not edition["is_frozen"]:
            act(edition["artist"], self.contract.freeze, edition["number"])
            edition["is_frozen"] = True

    def pause(self):
        self.is_paused = not self.is_paused and self.dice.random() < 0.5
        self.contract.setPaused(self.is_paused, {"from": self.treasury})

    def set_fee(self):
        self.fee_bps = self.dice.randint(0, 1_000)
        self.contract.setFees(self.fee_bps, 0, {"from": self.treasury})

    def sweep(self):
        if self.fees:
            before = self.treasury.balance()
            self.contract.sweep(ZERO_ADDRESS, {"from": accounts[9]})
            assert self.treasury.balance() - before == self.fees
            self.fees = 0

    def withdraw(self):
        if self.owed:
            payee = self.artists[-1]
            before = payee.balance()
            payee.take({"from": payee.OWNER()})
            act(payee, self.contract.withdraw, ZERO_ADDRESS)
            payee.refuse({"from": payee.OWNER()})
            assert payee.balance() - before == self.owed
            self.owed = 0

    def check(self):
        assert self.contract.balance() == self.fees + self.owed
        assert self.contract.totalCredits(ZERO_ADDRESS) == self.owed
        for edition in self.editions[-3:]:
            found = self.contract.editions(edition["number"])
            assert (found["minted"], found["isFrozen"]) == (
                edition["held"].total(),
                edition["is_frozen"],
            )
            for holder in self.holders:
                number = edition["number"]
                assert self.contract.balanceOf(holder, number) == edition["held"][holder]

    def _some(self):
        return self.dice.choice(self.editions[-3:])

    def _fault(self, edition, to, copies):
        """What must refuse a mint, or nothing."""
        minted, had = edition["held"].total(), edition["to"][to]
        size, limit = edition["size"], edition["walletLimit"]
        if self.is_paused:
            return ("SalesPaused",)
        if edition["is_frozen"]:
            return "EditionEnded", edition["number"]
        if size and minted + copies > size:
            return "CopiesExceeded", copies, size - minted
        if limit and had + copies > limit:
            return "WalletLimitExceeded", to, had, copies, limit
        return None


@pytest.fixture
def artists(artist, let_in, double):
    """One who takes ether, one who refuses it."""
    return [artist, let_in(double("RefusingPayee"))]


def test_editions_are_as_the_model(editions, as_treasury, open_edition, artists):
    happened = Counter()
    chain.snapshot()

    for seed in range(SEED, SEED + PLAYS):
        print(f"seed {seed}")  # noqa: T201 - shown where it fails: AUDIT_SEED=seed plays it again
        chain.revert()
        dice = Random(seed)
        machine = Machine(editions, as_treasury, open_edition, artists, dice)
        machine.open()
        for kind in dice.choices(list(LIKELINESS), LIKELINESS.values(), k=STEPS):
            getattr(machine, kind)()
            machine.happened[kind] += 1
            machine.check()
        happened += machine.happened
    assert [kind for kind in (*LIKELINESS, *REFUSALS) if not happened[kind]] == []
