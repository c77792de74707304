"""openApplication
no dossier                -> DossierMissing
bond wrong                -> BondWrong(paid, bond)
artist and member already -> AlreadyArtist(artist); an artist who left applies to be a member again
application undecided     -> ApplicationPending(artist, application), open or closed
rejected, in the cooldown -> CoolingDown(artist, until)
rejected, after it        -> may apply again, from that very second
bond changed later        -> the application keeps its own
quorum                    -> share of the votes that can be cast, rounded up, at least the floor
a member's vote delegated -> VoteEntrusted(artist, snapshot), until it is taken back
quorum out of reach       -> QuorumOutOfReach(votes, quorum)
otherwise                 -> open, ApplicationOpened with all the index needs
"""

import pytest
from expect import reverts_with
from scene import BOND, HOUR, act, digest, next_block_at, now, pass_time

DOSSIER = digest("dossier")


def test_no_dossier_is_refused(curation, artist):
    with reverts_with("DossierMissing"):
        curation.openApplication(bytes(32), {"from": artist, "value": BOND})


@pytest.mark.parametrize("paid", [0, BOND - 1, BOND + 1])
def test_a_wrong_bond_is_refused(curation, artist, paid):
    with reverts_with("BondWrong", paid, BOND):
        curation.openApplication(DOSSIER, {"from": artist, "value": paid})


def test_an_artist_need_not_apply(curation, admit, artist):
    admit(artist)
    with reverts_with("AlreadyArtist", artist):
        curation.openApplication(DOSSIER, {"from": artist, "value": BOND})


def test_an_artist_who_left_the_dao_may_apply(curation, membership, admit, artist):
    former = admit(artist)
    membership.leave({"from": artist})
    curation.openApplication(DOSSIER, {"from": artist, "value": BOND})
    assert curation.applicationOf(artist) == former + 1
    assert curation.isArtist(artist)


def test_one_application_at_a_time(curation, candidate, open_application):
    pending = open_application(candidate)
    with reverts_with("ApplicationPending", candidate, pending):
        curation.openApplication(DOSSIER, {"from": candidate, "value": BOND})


def test_also_while_it_waits_to_be_finalized(curation, candidate, open_application):
    pending = open_application(candidate)
    pass_time(HOUR)
    with reverts_with("ApplicationPending", candidate, pending):
        curation.openApplication(DOSSIER, {"from": candidate, "value": BOND})


def test_the_rejected_wait(curation, candidate, application, decide):
    decide(application)
    until = curation.cooldownEndsAt(candidate)
    next_block_at(until - 1)
    with reverts_with("CoolingDown", candidate, until):
        curation.openApplication(DOSSIER, {"from": candidate, "value": BOND})


def test_then_they_may_apply_again(curation, candidate, application, decide, open_application):
    decide(application)
    next_block_at(curation.cooldownEndsAt(candidate))
    second = open_application(candidate)
    assert curation.applicationOf(candidate) == second
    assert curation.applications(second)["artist"] == candidate


def test_opened(curation, candidate):
    receipt = curation.openApplication(DOSSIER, {"from": candidate, "value": BOND})
    number = curation.applicationCount()
    assert dict(receipt.events["ApplicationOpened"]) == {
        "application": number,
        "artist": candidate,
        "dossier": "0x" + DOSSIER.hex(),
        "bondWei": BOND,
        "snapshot": now() - 1,
        "closesAt": now() + HOUR,
        "quorum": 2,
    }
    assert curation.balance() == BOND
    assert curation.applications(number).dict() == {
        "artist": candidate,
        "snapshot": now() - 1,
        "closesAt": now() + HOUR,
        "bondWei": BOND,
        "quorum": 2,
        "votesFor": 0,
        "votesAgainst": 0,
        "abstentions": 0,
        "round": 1,
        "state": 1,
    }


def test_an_application_keeps_its_bond(
    curation, as_treasury, candidate, application, make_parameters, decide
):
    curation.setParameters(make_parameters(bond=0), {"from": as_treasury})
    before = candidate.balance()
    decide(application)
    assert candidate.balance() == before + BOND


@pytest.mark.parametrize(
    ("quorum_bps", "quorum_floor", "quorum"),
    [(1, 1, 1), (3_333, 1, 1), (3_334, 1, 2), (6_667, 1, 3), (10_000, 2, 3), (1, 3, 3)],
)
def test_the_quorum(
    curation, as_treasury, candidate, make_parameters, quorum_bps, quorum_floor, quorum
):
    terms = make_parameters(bond=0, quorum_bps=quorum_bps, quorum_floor=quorum_floor)
    curation.setParameters(terms, {"from": as_treasury})
    receipt = act(candidate, curation.openApplication, DOSSIER)
    assert receipt.events["ApplicationOpened"]["quorum"] == quorum


def test_the_artists_own_vote_is_not_counted_on(
    curation, as_treasury, member, make_parameters, open_application
):
    curation.setParameters(make_parameters(quorum_bps=10_000), {"from": as_treasury})
    assert curation.applications(open_application(member))["quorum"] == 2


def test_nor_are_votes_the_artist_was_entrusted_with(
    curation, membership, as_treasury, members, candidate, make_parameters, open_application
):
    curation.setParameters(make_parameters(quorum_bps=10_000), {"from": as_treasury})
    membership.delegate(candidate, {"from": members[0]})
    pass_time(1)
    assert curation.applications(open_application(candidate))["quorum"] == 2


def test_nobody_casts_the_artists_own_vote(curation, membership, members, open_application):
    membership.delegate(members[1], {"from": members[0]})
    snapshot = now() + HOUR
    next_block_at(snapshot + 1)
    with reverts_with("VoteEntrusted", members[0], snapshot):
        curation.openApplication(DOSSIER, {"from": members[0], "value": BOND})
    membership.delegate(members[0], {"from": members[0]})
    pass_time(1)
    assert curation.applications(open_application(members[0]))["artist"] == members[0]


def test_what_could_never_be_decided_is_not_opened(
    curation, as_treasury, candidate, make_parameters
):
    curation.setParameters(make_parameters(quorum_floor=4), {"from": as_treasury})
    with reverts_with("QuorumOutOfReach", 3, 4):
        curation.openApplication(DOSSIER, {"from": candidate, "value": BOND})
