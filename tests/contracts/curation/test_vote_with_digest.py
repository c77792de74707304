"""voteWithDigest
no digest                 -> ReasonLength(0, limit)
what vote refuses         -> refused here
otherwise                 -> counted, VoteCast with the digest and no text
"""

import pytest
from expect import reverts_with
from scene import ABSTAIN, AGAINST, FOR, digest

WHY = digest("why")


def test_no_reason_is_refused(curation, application, member):
    with reverts_with("ReasonLength", 0, 1_000):
        curation.voteWithDigest(application, FOR, bytes(32), {"from": member})


def test_a_stranger_cannot(curation, application, stranger):
    snapshot = curation.applications(application)["snapshot"]
    with reverts_with("NoVotes", stranger, snapshot):
        curation.voteWithDigest(application, FOR, WHY, {"from": stranger})


def test_one_vote_each(curation, application, member):
    curation.vote(application, FOR, "In short.", {"from": member})
    with reverts_with("AlreadyVoted", application, member):
        curation.voteWithDigest(application, FOR, WHY, {"from": member})


def test_nobody_votes_on_their_own(curation, open_application, member):
    application = open_application(member)
    with reverts_with("OwnApplication", application, member):
        curation.voteWithDigest(application, FOR, WHY, {"from": member})


@pytest.mark.parametrize("support", [FOR, AGAINST, ABSTAIN])
def test_counted(curation, application, member, support):
    receipt = curation.voteWithDigest(application, support, WHY, {"from": member})
    assert dict(receipt.events["VoteCast"]) == {
        "application": application,
        "member": member,
        "round": 1,
        "support": support,
        "weight": 1,
        "reasonDigest": "0x" + WHY.hex(),
        "reason": "",
    }
    found = curation.applications(application)
    counts = (found["votesAgainst"], found["votesFor"], found["abstentions"])
    assert counts[support] == sum(counts) == 1
