"""applications, applicationOf, hasVoted, isArtist: views never revert
no such application  -> all zero, Missing
its states           -> Open, Closed from the last second on, then Admitted or Rejected
"""

from brownie import chain
from scene import next_block_at

MISSING, OPEN, CLOSED, ADMITTED, REJECTED = range(5)


def test_what_is_not_there_is_missing(curation, stranger):
    found = curation.applications(5)
    assert found["state"] == MISSING
    assert found["closesAt"] == 0
    assert curation.applicationOf(stranger) == 0
    assert not curation.isArtist(stranger)
    assert not curation.hasVoted(5, stranger)


def test_open_until_its_last_second(curation, candidate, open_application):
    application = open_application(candidate)
    closes_at = curation.applications(application)["closesAt"]
    next_block_at(closes_at - 1)
    chain.mine()
    assert curation.applications(application)["state"] == OPEN
    next_block_at(closes_at)
    chain.mine()
    assert curation.applications(application)["state"] == CLOSED


def test_rejected(curation, candidate, open_application, decide):
    application = open_application(candidate)
    decide(application)
    assert curation.applications(application)["state"] == REJECTED


def test_admitted(curation, candidate, admit, member):
    application = admit(candidate)
    assert curation.applications(application)["state"] == ADMITTED
    assert curation.applications(application)["votesFor"] == 2
    assert curation.hasVoted(application, member)


def test_numbers_begin_at_one(curation, candidate, stranger, open_application):
    assert [open_application(candidate), open_application(stranger)] == [1, 2]
