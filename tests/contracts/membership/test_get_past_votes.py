"""getPastVotes, voterAt: the one slot that is read agrees with OpenZeppelin's checkpoints
a second that is not over -> ERC5805FutureLookup(second, now)
at random                 -> the votes a plain model had at the end of that second
                          -> over all accounts, never more than there are members
"""

from collections import Counter
from random import Random

import pytest
from brownie import ZERO_ADDRESS, accounts, web3
from expect import reverts_with
from scene import now, pass_time

SEED, MOVES = 20_260, 40


@pytest.mark.parametrize("ahead", [0, 1, 1_000])
def test_the_future_is_not_known(membership, member, ahead):
    with reverts_with("ERC5805FutureLookup", now() + ahead, now()):
        membership.getPastVotes(member, now() + ahead)
    with reverts_with("ERC5805FutureLookup", now() + ahead, now()):
        membership.voterAt(member, now() + ahead)


def test_a_voter_is_known_by_number_and_votes(membership, members, stranger):
    membership.delegate(stranger, {"from": members[1]})
    pass_time(2)
    assert tuple(membership.voterAt(members[0], now() - 1)) == (1, 1)
    assert tuple(membership.voterAt(members[1], now() - 1)) == (2, 0)
    assert tuple(membership.voterAt(stranger, now() - 1)) == (0, 1)


def test_delegating_nothing_to_somebody_changes_nothing(membership, member, stranger):
    at = now()
    pass_time(1)
    membership.delegate(member, {"from": stranger})
    assert membership.getPastVotes(member, at) == 1


@pytest.fixture
def play(membership, curation):
    """Let people come, go and delegate at random; tell who had which votes at which second."""
    people, dice = list(accounts[:8]), Random(SEED)
    delegates = {one: one for one in accounts[3:6]}
    present, happened, history = set(accounts[3:6]), Counter(), {}

    def come(who):
        if who in present:
            return False
        membership.admit(who, {"from": accounts.at(curation.address, force=True)})
        present.add(who)
        delegates.setdefault(who, who)
        if delegates[who] == ZERO_ADDRESS:
            delegates[who] = who
        return True

    def go(who):
        if who not in present or len(present) == 1:
            return False
        membership.leave({"from": who})
        present.discard(who)
        return True

    def entrust(who):
        to = dice.choice([*people, ZERO_ADDRESS])
        membership.delegate(to, {"from": who})
        delegates[who] = to
        return True

    for _ in range(MOVES):
        kind = dice.choice([come, go, entrust, entrust])
        happened[kind.__name__] += kind(dice.choice(people))
        votes = Counter(delegates[one] for one in present)
        history[now()] = {one: votes[one] for one in people}, len(present)
        if dice.random() < 0.7:
            pass_time(dice.randint(1, 5))
    pass_time(1)
    assert min(happened[kind] for kind in ("come", "go", "entrust")) >= 4
    return history


def test_at_random(membership, play):
    for second, (votes, count) in play.items():
        assert {one: membership.getPastVotes(one, second) for one in votes} == votes
        assert sum(votes.values()) <= membership.getPastTotalSupply(second) == count
    assert web3.eth.block_number > MOVES
