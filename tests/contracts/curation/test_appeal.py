"""appeal
no such application         -> ApplicationMissing(application)
not the applicant's         -> NotApplicant(application, caller)
undecided                   -> ApplicationPending(artist, application)
admitted                    -> ApplicationDecided(application)
not the latest application  -> ApplicationDecided(application)
appealed before             -> AppealUsed(application)
cooldown over               -> AppealClosed(application, until), from that very second
no statement                -> StatementMissing
bond wrong                  -> BondWrong(paid, bond)
too few votes left          -> QuorumOutOfReach(votes, quorum)
who voted in round one      -> AlreadyVoted, by transaction and by signature
a vote signed for round one -> RoundWrong
decided for the artist      -> admitted, bond back
decided against             -> rejected for good, bond back, cooldown anew
otherwise                   -> round two: counts from zero, same snapshot, quorum on the votes left
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import AGAINST, BOND, DAY, FOR, HOUR, digest, next_block_at, now

STATEMENT = digest("what was overlooked")
ADMITTED, REJECTED = 3, 4


@pytest.fixture
def appeal(curation, candidate):
    def build(application, who=None, statement=STATEMENT, value=BOND):
        return curation.appeal(application, statement, {"from": who or candidate, "value": value})

    return build


@pytest.fixture
def appealed(rejected, appeal):
    appeal(rejected)
    return rejected


def test_no_application_no_appeal(appeal):
    with reverts_with("ApplicationMissing", 1):
        appeal(1)


def test_a_stranger_cannot(rejected, appeal, stranger):
    with reverts_with("NotApplicant", rejected, stranger):
        appeal(rejected, stranger)


def test_not_before_the_decision(application, appeal, candidate):
    with reverts_with("ApplicationPending", candidate, application):
        appeal(application)


def test_the_admitted_need_not(admit, appeal, candidate):
    application = admit(candidate)
    with reverts_with("ApplicationDecided", application):
        appeal(application)


def test_only_the_latest_application(
    curation, rejected, appeal, candidate, open_application, decide
):
    next_block_at(curation.cooldownEndsAt(candidate))
    decide(open_application(candidate))
    with reverts_with("ApplicationDecided", rejected):
        appeal(rejected)


def test_only_once(appealed, appeal, decide):
    decide(appealed)
    with reverts_with("AppealUsed", appealed):
        appeal(appealed)


def test_not_after_the_cooldown(curation, rejected, appeal, candidate):
    until = curation.cooldownEndsAt(candidate)
    next_block_at(until)
    with reverts_with("AppealClosed", rejected, until):
        appeal(rejected)


def test_until_its_last_second(curation, rejected, appeal, candidate):
    next_block_at(curation.cooldownEndsAt(candidate) - 1)
    appeal(rejected)
    assert curation.applications(rejected)["round"] == 2


def test_no_statement_is_refused(rejected, appeal):
    with reverts_with("StatementMissing"):
        appeal(rejected, statement=bytes(32))


@pytest.mark.parametrize("paid", [0, BOND - 1, BOND + 1])
def test_a_wrong_bond_is_refused(rejected, appeal, paid):
    with reverts_with("BondWrong", paid, BOND):
        appeal(rejected, value=paid)


def test_too_few_votes_left(application, cast, decide, appeal):
    cast(application, AGAINST, FOR)
    decide(application)
    with reverts_with("QuorumOutOfReach", 1, 2):
        appeal(application)


def test_appealed(curation, rejected, appeal, candidate):
    before = curation.applications(rejected)
    receipt = appeal(rejected)
    assert dict(receipt.events["AppealOpened"]) == {
        "application": rejected,
        "artist": candidate,
        "statement": "0x" + STATEMENT.hex(),
        "bondWei": BOND,
        "closesAt": now() + HOUR,
        "quorum": 2,
    }
    assert curation.applications(rejected).dict() == {
        **before.dict(),
        "closesAt": now() + HOUR,
        "votesFor": 0,
        "votesAgainst": 0,
        "abstentions": 0,
        "round": 2,
        "state": 1,
    }
    assert curation.balance() == BOND


@pytest.mark.parametrize(("quorum_bps", "quorum"), [(3_000, 2), (6_667, 3), (10_000, 3)])
def test_the_quorum_is_of_the_votes_left(
    curation, as_treasury, rejected, appeal, make_parameters, quorum_bps, quorum
):
    curation.setParameters(make_parameters(quorum_bps=quorum_bps), {"from": as_treasury})
    assert appeal(rejected).events["AppealOpened"]["quorum"] == quorum


def test_who_voted_is_heard(curation, appealed, member, sign_vote, relayer):
    with reverts_with("AlreadyVoted", appealed, member):
        curation.vote(appealed, FOR, "On second thought.", {"from": member})
    with reverts_with("AlreadyVoted", appealed, member):
        curation.voteBySignature(sign_vote(appealed, member, round=2), {"from": relayer})


def test_a_vote_of_round_one_is_void(curation, rejected, appeal, sign_vote, relayer, more_members):
    signed = sign_vote(rejected, more_members[0])
    appeal(rejected)
    with reverts_with("RoundWrong", rejected, 1, 2):
        curation.voteBySignature(signed, {"from": relayer})


def test_members_since_the_application_have_no_say(curation, membership, appealed, stranger):
    membership.admit(stranger, {"from": accounts.at(curation.address, force=True)})
    with reverts_with("NoVotes", stranger, curation.applications(appealed)["snapshot"]):
        curation.vote(appealed, FOR, "New here.", {"from": stranger})


def test_not_decided_before_its_end(curation, appealed, stranger):
    closes_at = curation.applications(appealed)["closesAt"]
    next_block_at(closes_at - 1)
    with reverts_with("ApplicationStillOpen", appealed, closes_at):
        curation.finalize(appealed, {"from": stranger})


def test_heard(curation, membership, appealed, candidate, more_members, decide, sign_vote):
    before = candidate.balance()
    curation.vote(appealed, FOR, "Overlooked indeed.", {"from": more_members[0]})
    signed = sign_vote(appealed, more_members[1], round=2)
    receipt = curation.voteBySignature(signed, {"from": more_members[2]})
    assert receipt.events["VoteCast"]["round"] == 2
    decide(appealed)
    assert curation.applications(appealed)["state"] == ADMITTED
    assert curation.isArtist(candidate)
    assert membership.memberOf(candidate)
    assert candidate.balance() == before + BOND


@pytest.mark.parametrize("supports", [(), (FOR,), (FOR, AGAINST), (AGAINST, AGAINST)])
def test_refused(curation, appealed, candidate, more_members, decide, supports):
    for member, support in zip(more_members, supports, strict=False):
        curation.vote(appealed, support, "Looked at again.", {"from": member})
    before = candidate.balance()
    decide(appealed)
    assert curation.applications(appealed)["state"] == REJECTED
    assert curation.cooldownEndsAt(candidate) == now() + 2 * DAY
    assert candidate.balance() == before + BOND
    assert curation.balance() == 0


def test_one_application_at_a_time(curation, appealed, candidate):
    with reverts_with("ApplicationPending", candidate, appealed):
        curation.openApplication(STATEMENT, {"from": candidate, "value": BOND})
