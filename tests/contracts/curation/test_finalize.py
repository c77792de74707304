"""finalize
no such application    -> ApplicationMissing(application)
voting period running  -> ApplicationStillOpen(application, closesAt)
decided                -> ApplicationDecided(application): the bond leaves once
quorum missed          -> rejected
nobody voted           -> rejected
a tie                  -> rejected
only abstentions       -> rejected
quorum by abstentions, more for than against -> admitted
strict majority        -> admitted: artist, and member with a vote
member already         -> admitted, stays one member
artist already         -> a member again, the artist they were; rejected if revoked meanwhile
bond refused           -> kept as credit, withdrawn later; the decision stands
bond taken in hostile ways -> the decision stands
"""

import pytest
from brownie import ZERO_ADDRESS as IN_ETHER
from expect import reverts_with
from scene import ABSTAIN, AGAINST, BOND, DAY, FOR, HOUR, act, next_block_at, now, pass_time

ADMITTED, REJECTED = 3, 4


def test_no_application_no_decision(curation, stranger):
    with reverts_with("ApplicationMissing", 7):
        curation.finalize(7, {"from": stranger})


def test_not_before_the_end(curation, application, stranger):
    closes_at = curation.applications(application)["closesAt"]
    next_block_at(closes_at - 1)
    with reverts_with("ApplicationStillOpen", application, closes_at):
        curation.finalize(application, {"from": stranger})


def test_only_once(curation, application, decide, stranger):
    decide(application)
    with reverts_with("ApplicationDecided", application):
        curation.finalize(application, {"from": stranger})


@pytest.mark.parametrize(
    ("supports", "state"),
    [
        ((), REJECTED),
        ((FOR,), REJECTED),
        ((FOR, AGAINST), REJECTED),
        ((ABSTAIN, ABSTAIN, ABSTAIN), REJECTED),
        ((AGAINST, AGAINST, FOR), REJECTED),
        ((FOR, ABSTAIN), ADMITTED),
        ((FOR, FOR), ADMITTED),
        ((FOR, FOR, AGAINST), ADMITTED),
    ],
)
def test_the_outcome(curation, application, candidate, cast, decide, supports, state):
    cast(application, *supports)
    decide(application)
    assert curation.applications(application)["state"] == state
    assert curation.isArtist(candidate) == (state == ADMITTED)


def test_an_artist_who_left_is_a_member_again(
    curation, artwork, membership, admit, artist, open_application, cast, decide
):
    admit(artist)
    membership.leave({"from": artist})
    application = open_application(artist)
    cast(application, FOR, FOR)
    receipt = decide(application)
    assert membership.memberOf(artist) == 5
    assert curation.isArtist(artist)
    assert "VouchersCancelled" not in receipt.events
    assert artwork.voucherNonces(artist) == 0


def test_admitted(curation, artwork, membership, application, candidate, cast, decide):
    cast(application, FOR, FOR, AGAINST)
    receipt = decide(application)
    assert artwork.isArtist(candidate)
    assert membership.memberOf(candidate) == 4
    assert membership.getVotes(candidate) == 1
    assert dict(receipt.events["ArtistAdmitted"]) == {
        "application": application,
        "artist": candidate,
        "votesFor": 2,
        "votesAgainst": 1,
        "abstentions": 0,
    }


def test_rejected(curation, membership, application, candidate, cast, decide):
    cast(application, AGAINST, FOR, ABSTAIN)
    receipt = decide(application)
    assert membership.memberOf(candidate) == 0
    assert dict(receipt.events["ArtistRejected"]) == {
        "application": application,
        "artist": candidate,
        "votesFor": 1,
        "votesAgainst": 1,
        "abstentions": 1,
        "cooldownEndsAt": now() + 2 * DAY,
    }
    assert curation.cooldownEndsAt(candidate) == now() + 2 * DAY


@pytest.mark.parametrize("supports", [(FOR, FOR), (AGAINST, AGAINST)])
def test_the_bond_comes_back(curation, application, candidate, cast, decide, supports):
    cast(application, *supports)
    before = candidate.balance()
    receipt = decide(application)
    assert candidate.balance() == before + BOND
    assert curation.balance() == 0
    returned = receipt.events["BondReturned"]
    assert dict(returned) == {"application": application, "artist": candidate, "amountWei": BOND}


def test_a_member_stays_one_member(curation, membership, members, open_application, decide):
    application = open_application(members[0])
    for member in members[1:]:
        curation.vote(application, FOR, "One of us, and good.", {"from": member})
    decide(application)
    assert curation.isArtist(members[0])
    assert membership.balanceOf(members[0]) == 1
    assert membership.memberCount() == 3


def test_a_refused_bond_waits(curation, double, open_application, decide):
    payee = double("RefusingPayee")
    receipt = decide(open_application(payee))
    credited = receipt.events["PayoutCredited"]
    assert dict(credited) == {"payee": payee, "currency": IN_ETHER, "amount": BOND}
    payee.take({"from": payee.OWNER()})
    act(payee, curation.withdraw, IN_ETHER)
    assert payee.balance() == BOND
    assert curation.balance() == curation.totalCredits(IN_ETHER) == 0


@pytest.mark.parametrize("kind", ["GasBurner", "ReturnBomb"])
def test_a_hostile_artist_cannot_stop_it(curation, double, open_application, decide, kind):
    payee = double(kind)
    application = open_application(payee)
    decide(application)
    assert curation.applications(application)["state"] == REJECTED
    assert curation.credits(IN_ETHER, payee) == BOND


def test_calling_back_does_not_finalize_twice(curation, double, open_application, stranger):
    payee = double("Reenterer")
    application = open_application(payee)
    other = open_application(stranger)
    pass_time(HOUR)
    data = curation.finalize.encode_input(other)
    payee.aim(curation, data, {"from": stranger})
    curation.finalize(application, {"from": stranger})
    assert payee.wasTried()
    assert not payee.isIn()
    assert payee.balance() == BOND
    assert curation.balance() == BOND
