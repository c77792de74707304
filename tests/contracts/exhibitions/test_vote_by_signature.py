"""voteBySignature
deadline over             -> BallotExpired(deadline, timestamp), from the second after it
signed by another         -> BallotForged(member)
any field changed         -> BallotForged
another chain or contract -> BallotForged
a malformed signature     -> BallotForged
brought twice             -> AlreadyVoted(exhibition, member)
brought after an own vote -> AlreadyVoted
a wallet contract         -> its word counts, at the moment it is asked
a wallet that lies, refuses, reverts or answers with too much -> BallotForged
otherwise                 -> counted as the member's, whoever brings it
the digest                -> is the one a wallet signs
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from malforming import MALFORMED
from scene import HOUR, act, next_block_at, now, pass_time

CONSENTING, REFUSING, REVERTING, BURNING, BOMBING = range(5)


def test_anybody_brings_it(exhibitions, voting, make_ballot, member, relayer):
    receipt = exhibitions.voteBySignature(make_ballot(voting, approvals=0b110), {"from": relayer})
    assert receipt.events["BallotCast"]["member"] == member
    assert [one["approvals"] for one in exhibitions.candidatesOf(voting)] == [0, 1, 1]


def test_not_after_the_deadline(exhibitions, voting, make_ballot, relayer):
    deadline = now() + 10
    next_block_at(deadline + 1)
    with reverts_with("BallotExpired", deadline, deadline + 1):
        exhibitions.voteBySignature(make_ballot(voting, deadline=deadline), {"from": relayer})


def test_until_the_deadline(exhibitions, voting, make_ballot, member, relayer):
    deadline = now() + 10
    next_block_at(deadline)
    exhibitions.voteBySignature(make_ballot(voting, deadline=deadline), {"from": relayer})
    assert exhibitions.hasVoted(voting, member)


def test_not_by_another(exhibitions, voting, make_ballot, member, members, relayer):
    with reverts_with("BallotForged", member):
        exhibitions.voteBySignature(make_ballot(voting, signer=members[1]), {"from": relayer})


@pytest.mark.parametrize(("place", "value"), [(0, 2), (2, 3), (3, 2**64 - 1)])
def test_no_field_changes(
    exhibitions, voting, open_exhibition, make_ballot, member, relayer, place, value
):
    open_exhibition()
    ballot = list(make_ballot(voting))
    ballot[place] = value
    with reverts_with("BallotForged", member):
        exhibitions.voteBySignature(ballot, {"from": relayer})


def test_nobody_elses_ballot(exhibitions, voting, make_ballot, members, relayer):
    exhibition, _, approvals, deadline, signature = make_ballot(voting)
    with reverts_with("BallotForged", members[1]):
        taken = exhibition, members[1], approvals, deadline, signature
        exhibitions.voteBySignature(taken, {"from": relayer})


@pytest.mark.parametrize(
    "domain",
    [{"chainId": 1}, {"verifyingContract": ZERO_ADDRESS}, {"name": "Atelier"}, {"version": "2"}],
)
def test_only_here(exhibitions, voting, make_ballot, member, relayer, domain):
    with reverts_with("BallotForged", member):
        exhibitions.voteBySignature(make_ballot(voting, domain=domain), {"from": relayer})


@pytest.mark.parametrize("way", MALFORMED)
def test_only_as_signed(exhibitions, voting, make_ballot, member, relayer, way):
    *terms, signature = make_ballot(voting)
    with reverts_with("BallotForged", member):
        exhibitions.voteBySignature((*terms, MALFORMED[way](signature)), {"from": relayer})


def test_nobody_signs_for_nobody(exhibitions, voting, relayer):
    with reverts_with("BallotForged", ZERO_ADDRESS):
        ballot = voting, ZERO_ADDRESS, 1, now() + HOUR, bytes(65)
        exhibitions.voteBySignature(ballot, {"from": relayer})


def test_only_once(exhibitions, voting, make_ballot, member, relayer):
    ballot = make_ballot(voting)
    exhibitions.voteBySignature(ballot, {"from": relayer})
    with reverts_with("AlreadyVoted", voting, member):
        exhibitions.voteBySignature(ballot, {"from": relayer})


def test_not_beside_an_own_vote(exhibitions, voting, make_ballot, member, relayer):
    exhibitions.vote(voting, 0b010, {"from": member})
    with reverts_with("AlreadyVoted", voting, member):
        exhibitions.voteBySignature(make_ballot(voting), {"from": relayer})


@pytest.fixture
def wallet_votes(exhibitions, open_exhibition, join, double, works, member):
    """An exhibition in which a wallet contract of some kind votes."""

    def build(kind):
        wallet = join(double(kind))
        pass_time(1)
        exhibition = open_exhibition()
        exhibitions.nominate(exhibition, works[0], {"from": member})
        pass_time(HOUR)
        return wallet, exhibition

    return build


def test_a_wallet_signs_by_its_owner(exhibitions, wallet_votes, make_ballot, relayer):
    wallet, exhibition = wallet_votes("Puppet")
    exhibitions.voteBySignature(make_ballot(exhibition, member=wallet), {"from": relayer})
    assert exhibitions.hasVoted(exhibition, wallet)


def test_a_wallet_votes_itself(exhibitions, wallet_votes):
    wallet, exhibition = wallet_votes("Puppet")
    act(wallet, exhibitions.vote, exhibition, 1)
    assert exhibitions.hasVoted(exhibition, wallet)


def test_a_lying_wallet_does_not(exhibitions, wallet_votes, make_ballot, relayer):
    wallet, exhibition = wallet_votes("LyingWallet")
    with reverts_with("BallotForged", wallet):
        exhibitions.voteBySignature(make_ballot(exhibition, member=wallet), {"from": relayer})


@pytest.mark.parametrize("mood", [REFUSING, REVERTING, BOMBING])
def test_nor_one_in_a_mood(exhibitions, wallet_votes, make_ballot, relayer, mood):
    wallet, exhibition = wallet_votes("MoodyWallet")
    wallet.feel(mood, {"from": relayer})
    with reverts_with("BallotForged", wallet):
        exhibitions.voteBySignature(make_ballot(exhibition, member=wallet), {"from": relayer})


def test_who_agreed_once_votes_once(exhibitions, wallet_votes, make_ballot, relayer):
    wallet, exhibition = wallet_votes("MoodyWallet")
    ballot = make_ballot(exhibition, member=wallet)
    exhibitions.voteBySignature(ballot, {"from": relayer})
    with reverts_with("AlreadyVoted", exhibition, wallet):
        exhibitions.voteBySignature(ballot, {"from": relayer})
