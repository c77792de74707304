"""openEndorsedApplication
fewer endorsements than needed -> EndorsementsShort(count, needed)
past its deadline              -> EndorsementExpired(member, deadline)
by the artist                  -> OwnEndorsement(artist)
by no member                   -> EndorsementOrder(account, 0)
twice, or out of order         -> EndorsementOrder(member, number)
signed by another              -> EndorsementForged(member)
of another artist, dossier, deadline, chain, contract -> EndorsementForged(member)
malformed                      -> EndorsementForged(member)
what openApplication refuses   -> refused here
otherwise                      -> open without a bond, ApplicationEndorsed for each
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from malforming import MALFORMED
from scene import DAY, digest, next_block_at, now

DOSSIER = digest("dossier")
MOODS = ("Consenting", "Refusing", "Reverting", "Burning", "Bombing")


@pytest.fixture
def open_endorsed(curation, candidate):
    def build(*endorsements, artist=None, dossier=DOSSIER):
        terms = {"from": artist or candidate}
        return curation.openEndorsedApplication(dossier, endorsements, terms)

    return build


def test_too_few_are_refused(open_endorsed, endorse, members):
    with reverts_with("EndorsementsShort", 1, 2):
        open_endorsed(endorse(members[0]))


def test_an_old_word_is_refused(open_endorsed, endorse, members):
    deadline = now() + 100
    words = endorse(members[0]), endorse(members[1], deadline=deadline)
    next_block_at(deadline + 1)
    with reverts_with("EndorsementExpired", members[1], deadline):
        open_endorsed(*words)


def test_it_holds_until_its_last_second(curation, open_endorsed, endorse, members):
    deadline = now() + 100
    words = [endorse(one, deadline=deadline) for one in members[:2]]
    next_block_at(deadline)
    open_endorsed(*words)
    assert curation.applicationCount() == 1


def test_nobody_endorses_themselves(open_endorsed, endorse, members):
    words = [endorse(one, artist=members[1]) for one in members]
    with reverts_with("OwnEndorsement", members[1]):
        open_endorsed(*words, artist=members[1])


def test_a_stranger_cannot(open_endorsed, endorse, members, stranger):
    with reverts_with("EndorsementOrder", stranger, 0):
        open_endorsed(endorse(members[0]), endorse(stranger))


def test_nobody_cannot(open_endorsed, endorse, members):
    word = endorse(ZERO_ADDRESS, signer=members[1])
    with reverts_with("EndorsementOrder", ZERO_ADDRESS, 0):
        open_endorsed(endorse(members[0]), word)


@pytest.mark.parametrize(("first", "second"), [(0, 0), (1, 0), (2, 1)])
def test_each_once_and_in_order(open_endorsed, endorse, members, first, second):
    words = endorse(members[first]), endorse(members[second])
    with reverts_with("EndorsementOrder", members[second], second + 1):
        open_endorsed(*words)


def test_another_cannot_sign(open_endorsed, endorse, members, stranger):
    word = endorse(members[1], signer=stranger)
    with reverts_with("EndorsementForged", members[1]):
        open_endorsed(endorse(members[0]), word)


@pytest.mark.parametrize(
    "other",
    [
        {"chainId": 1},
        {"verifyingContract": "0x" + "11" * 20},
        {"name": "Atelier Artwork"},
        {"version": "2"},
    ],
)
def test_another_domain_is_refused(open_endorsed, endorse, members, other):
    word = endorse(members[1], other_domain=other)
    with reverts_with("EndorsementForged", members[1]):
        open_endorsed(endorse(members[0]), word)


def test_another_dossier_is_refused(open_endorsed, endorse, members):
    words = [endorse(one) for one in members[:2]]
    with reverts_with("EndorsementForged", members[0]):
        open_endorsed(*words, dossier=digest("another"))


def test_another_artist_is_refused(open_endorsed, endorse, members, stranger):
    words = [endorse(one) for one in members[:2]]
    with reverts_with("EndorsementForged", members[0]):
        open_endorsed(*words, artist=stranger)


def test_another_deadline_is_refused(open_endorsed, endorse, members):
    member, deadline, signature = endorse(members[0])
    with reverts_with("EndorsementForged", members[0]):
        open_endorsed((member, deadline + 1, signature), endorse(members[1]))


@pytest.mark.parametrize("way", MALFORMED)
def test_malformed_is_refused(open_endorsed, endorse, members, way):
    member, deadline, signature = endorse(members[1])
    word = (member, deadline, MALFORMED[way](signature))
    with reverts_with("EndorsementForged", members[1]):
        open_endorsed(endorse(members[0]), word)


def test_a_wallet_speaks_for_itself(curation, open_endorsed, endorse, members, moody):
    wallet = moody("Refusing")
    words = [endorse(members[0]), endorse(wallet, signer=members[0])]
    with reverts_with("EndorsementForged", wallet):
        open_endorsed(*words)
    wallet.feel(MOODS.index("Consenting"), {"from": members[0]})
    open_endorsed(*words)
    assert curation.applicationCount() == 1


def test_no_dossier_no_application(open_endorsed, endorse, members):
    with reverts_with("DossierMissing"):
        open_endorsed(*(endorse(one) for one in members[:2]), dossier=bytes(32))


def test_one_application_at_a_time(open_endorsed, endorse, members, application, candidate):
    with reverts_with("ApplicationPending", candidate, application):
        open_endorsed(*(endorse(one) for one in members[:2]))


def test_the_rejected_wait(curation, open_endorsed, endorse, members, application, decide):
    artist = curation.applications(application)["artist"]
    decide(application)
    with reverts_with("CoolingDown", artist, now() + 2 * DAY):
        open_endorsed(*(endorse(one) for one in members[:2]))


def test_opened_without_a_bond(curation, open_endorsed, endorse, members, candidate):
    receipt = open_endorsed(*(endorse(one) for one in members))
    assert receipt.events["ApplicationOpened"]["bondWei"] == 0
    assert receipt.events["ApplicationOpened"]["artist"] == candidate
    endorsed = receipt.events["ApplicationEndorsed"]
    assert [dict(one) for one in endorsed] == [
        {"application": 1, "member": member} for member in members
    ]
    assert curation.applications(1)["state"] == 1
    assert curation.balance() == 0


def test_who_endorsed_may_vote(curation, open_endorsed, endorse, members, decide, candidate, cast):
    open_endorsed(*(endorse(one) for one in members[:2]))
    cast(1, 1, 1)
    decide(1)
    assert curation.isArtist(candidate)
