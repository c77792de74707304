"""vote
no such application           -> ApplicationMissing(application)
application decided           -> ApplicationDecided(application)
voting period over            -> ApplicationClosed(application, closesAt), from that very second
reason empty or too long      -> ReasonLength(length, limit), in bytes
no member                     -> NoVotes(caller, snapshot)
member since the application  -> NoVotes, even with votes delegated before
member who left and came back -> NoVotes: not a second vote
votes delegated away          -> NoVotes
own application               -> OwnApplication(application, member)
voted already                 -> AlreadyVoted(application, member)
delegated after the snapshot  -> weighs nothing here
delegated before              -> weighs with the delegate
otherwise                     -> counted, VoteCast with the reason
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import ABSTAIN, AGAINST, BOND, FOR, digest, next_block_at, pass_time

REASON = "A hand of its own."


def snapshot(curation, application):
    return curation.applications(application)["snapshot"]


def test_no_application_no_vote(curation, member):
    with reverts_with("ApplicationMissing", 1):
        curation.vote(1, FOR, REASON, {"from": member})


def test_decided_is_decided(curation, application, decide, member):
    decide(application)
    with reverts_with("ApplicationDecided", application):
        curation.vote(application, FOR, REASON, {"from": member})


def test_the_period_ends_on_the_second(curation, application, member):
    closes_at = curation.applications(application)["closesAt"]
    next_block_at(closes_at)
    with reverts_with("ApplicationClosed", application, closes_at):
        curation.vote(application, FOR, REASON, {"from": member})


def test_until_its_last_second(curation, application, member):
    next_block_at(curation.applications(application)["closesAt"] - 1)
    curation.vote(application, FOR, REASON, {"from": member})
    assert curation.hasVoted(application, member)


@pytest.mark.parametrize(("reason", "length"), [("", 0), ("x" * 1_001, 1_001), ("é" * 501, 1_002)])
def test_a_reason_has_its_length(curation, application, member, reason, length):
    with reverts_with("ReasonLength", length, 1_000):
        curation.vote(application, FOR, reason, {"from": member})


def test_the_longest_reason_counts(curation, application, member):
    curation.vote(application, FOR, "é" * 500, {"from": member})
    assert curation.applications(application)["votesFor"] == 1


def test_a_stranger_cannot(curation, application, stranger):
    with reverts_with("NoVotes", stranger, snapshot(curation, application)):
        curation.vote(application, FOR, REASON, {"from": stranger})


def test_the_candidate_cannot(curation, application, candidate):
    with reverts_with("NoVotes", candidate, snapshot(curation, application)):
        curation.vote(application, FOR, REASON, {"from": candidate})


def test_a_later_member_cannot(
    curation, membership, members, stranger, open_application, candidate
):
    membership.delegate(stranger, {"from": members[2]})
    pass_time(1)
    application = open_application(candidate)
    membership.admit(stranger, {"from": accounts.at(curation.address, force=True)})
    with reverts_with("NoVotes", stranger, snapshot(curation, application)):
        curation.vote(application, FOR, REASON, {"from": stranger})


def test_coming_back_gives_no_second_vote(curation, membership, application, as_treasury, member):
    curation.vote(application, FOR, REASON, {"from": member})
    membership.remove(member, "A pause.", {"from": as_treasury})
    membership.admit(member, {"from": accounts.at(curation.address, force=True)})
    with reverts_with("NoVotes", member, snapshot(curation, application)):
        curation.vote(application, FOR, REASON, {"from": member})


def test_a_removed_member_cannot(curation, membership, application, as_treasury, member):
    membership.remove(member, "Left us.", {"from": as_treasury})
    with reverts_with("NoVotes", member, snapshot(curation, application)):
        curation.vote(application, FOR, REASON, {"from": member})


def test_who_delegated_away_cannot(curation, membership, members, open_application, candidate):
    membership.delegate(members[1], {"from": members[0]})
    pass_time(1)
    application = open_application(candidate)
    with reverts_with("NoVotes", members[0], snapshot(curation, application)):
        curation.vote(application, FOR, REASON, {"from": members[0]})


def test_nobody_votes_on_their_own(curation, open_application, member):
    application = open_application(member)
    with reverts_with("OwnApplication", application, member):
        curation.vote(application, FOR, REASON, {"from": member})


def test_one_vote_each(curation, application, member):
    curation.vote(application, FOR, REASON, {"from": member})
    with reverts_with("AlreadyVoted", application, member):
        curation.vote(application, AGAINST, REASON, {"from": member})


def test_a_late_delegation_weighs_nothing(curation, membership, application, members):
    membership.delegate(members[1], {"from": members[0]})
    curation.vote(application, FOR, REASON, {"from": members[0]})
    curation.vote(application, FOR, REASON, {"from": members[1]})
    assert curation.applications(application)["votesFor"] == 2


def test_an_early_delegation_weighs(curation, membership, members, open_application, candidate):
    membership.delegate(members[1], {"from": members[0]})
    pass_time(1)
    application = open_application(candidate)
    curation.vote(application, AGAINST, REASON, {"from": members[1]})
    assert curation.applications(application)["votesAgainst"] == 2


def test_three_ways_to_vote(curation, application, members):
    for member, support in zip(members, (FOR, AGAINST, ABSTAIN), strict=True):
        curation.vote(application, support, REASON, {"from": member})
    found = curation.applications(application)
    assert (found["votesFor"], found["votesAgainst"], found["abstentions"]) == (1, 1, 1)


def test_said_aloud(curation, application, member):
    receipt = curation.vote(application, FOR, REASON, {"from": member})
    assert dict(receipt.events["VoteCast"]) == {
        "application": application,
        "member": member,
        "round": 1,
        "support": FOR,
        "weight": 1,
        "reasonDigest": "0x" + "0" * 64,
        "reason": REASON,
    }
    assert curation.hasVoted(application, member)


def test_each_application_has_its_own_votes(curation, application, member, members, stranger):
    curation.vote(application, FOR, REASON, {"from": member})
    curation.openApplication(digest("another"), {"from": stranger, "value": BOND})
    assert not curation.hasVoted(application + 1, member)
    assert not curation.hasVoted(application, members[1])
