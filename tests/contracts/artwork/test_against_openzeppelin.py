"""Artwork beside OpenZeppelin's own ERC-721, the same calls in the same order
each call       -> both succeed with the same events, or both fail with the same error
after each call -> owners, approvals and balances are the same, and no move is uncounted
in the end      -> every kind of call succeeded and failed often enough to have meant something
"""

from collections import Counter
from random import Random

import brownie
import pytest
from brownie import ZERO_ADDRESS, accounts
from brownie.exceptions import VirtualMachineError
from scene import work_id

WORKS = [work_id(number) for number in range(4)]
STEPS = 120
LEAST = 3  # successes, and failures, of each kind
SHARED = ("Transfer", "Approval", "ApprovalForAll")


class Pair:
    """The two contracts, what is asked of them, and how often it was done."""

    def __init__(self, ours, plain, people, dice):
        self.ours, self.plain, self.people, self.dice = ours, plain, people, dice
        self.moves, self.done, self.refused = Counter(), Counter(), Counter()

    def step(self):
        """Any call, often a sensible one, by anybody, with one outcome."""
        kind, arguments, _ = call = self._call()
        ours, plain = self._outcome(self.ours, *call), self._outcome(self.plain, *call)
        assert ours == plain, call
        (self.refused if isinstance(ours, str) else self.done)[kind] += 1
        if not isinstance(ours, str) and "ransfer" in kind:
            self.moves[arguments[2]] += 1

    def compare(self, work):
        """What both say of a work and its people."""
        for person in self.people:
            assert self.ours.balanceOf(person) == self.plain.balanceOf(person)
        if self._owner(work) != ZERO_ADDRESS:
            assert self.ours.ownerOf(work) == self.plain.ownerOf(work)
            assert self.ours.getApproved(work) == self.plain.getApproved(work)
            state = self.ours.works(work)
            assert state["isApproved"] == (self.plain.getApproved(work) != ZERO_ADDRESS)
            assert state["transferCount"] == self.moves[work]

    def _call(self):
        dice, people = self.dice, self.people
        work, to = dice.choice(WORKS), dice.choice(people)
        owner = self._owner(work)
        likely = owner if owner != ZERO_ADDRESS and dice.random() < 0.6 else dice.choice(people)
        kind = dice.choice([*KINDS, "transferFrom"])
        if kind == "mint":
            return kind, (work, to, 0), people[0]
        if kind == "approve":
            return kind, (dice.choice([to, ZERO_ADDRESS]), work), likely
        if kind == "setApprovalForAll":
            return kind, (dice.choice([to, ZERO_ADDRESS]), dice.random() < 0.7), likely
        return kind, (likely, dice.choice([to, to, ZERO_ADDRESS]), work), dice.choice([likely, to])

    def _owner(self, work):
        try:
            return self.plain.ownerOf(work)
        except (VirtualMachineError, ValueError):
            return ZERO_ADDRESS

    @staticmethod
    def _outcome(contract, kind, arguments, caller):
        try:
            receipt = getattr(contract, kind)(*arguments, {"from": caller})
        except VirtualMachineError as refusal:
            said = refusal.revert_msg
            return "there already" if "WorkExists" in said or "InvalidSender" in said else said
        return [
            [tuple(map(str, one.values())) for one in receipt.events[name]]
            for name in SHARED
            if name in receipt.events
        ]


KINDS = ("mint", "transferFrom", "safeTransferFrom", "approve", "setApprovalForAll")


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_as_openzeppelin(artwork, admitted, stranger, seed):
    plain = stranger.deploy(brownie.PlainWork)
    pair = Pair(artwork, plain, [admitted, *accounts[6:9]], Random(seed))
    for _ in range(STEPS):
        pair.step()
        pair.compare(pair.dice.choice(WORKS))
    for work in WORKS:
        pair.compare(work)
    assert {kind for kind in KINDS if pair.done[kind] < LEAST} == set()
    assert {kind for kind in KINDS if pair.refused[kind] < LEAST} == set()
