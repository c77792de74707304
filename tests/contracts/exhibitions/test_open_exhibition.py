"""openExhibition
anybody but the treasury  -> NotTreasury(caller)
no brief                  -> BriefMissing()
terms out of bounds       -> ParameterOutOfBounds(value, minimum, maximum)
at the bounds             -> opened
otherwise                 -> opened, ExhibitionOpened; one does not touch another
never opened              -> a view that says so, and nothing else works
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import DAY, HOUR, digest, now, pass_time

BRIEF = digest("a brief")
GOOD = (BRIEF, HOUR, 2 * HOUR, 3, 2)
PERIOD = (HOUR, 30 * DAY)
MISSING, NOMINATING, VOTING, CLOSED, FINALIZED = range(5)


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(exhibitions, index):
    with reverts_with("NotTreasury", accounts[index]):
        exhibitions.openExhibition(GOOD, {"from": accounts[index]})


def test_a_brief_is_needed(exhibitions, as_treasury):
    with reverts_with("BriefMissing"):
        exhibitions.openExhibition((bytes(32), *GOOD[1:]), {"from": as_treasury})


@pytest.mark.parametrize(
    ("terms", "values"),
    [
        ((HOUR - 1, HOUR, 3, 2), (HOUR - 1, *PERIOD)),
        ((30 * DAY + 1, HOUR, 3, 2), (30 * DAY + 1, *PERIOD)),
        ((HOUR, HOUR - 1, 3, 2), (HOUR - 1, *PERIOD)),
        ((HOUR, 30 * DAY + 1, 3, 2), (30 * DAY + 1, *PERIOD)),
        ((HOUR, HOUR, 0, 1), (0, 1, 16)),
        ((HOUR, HOUR, 17, 1), (17, 1, 16)),
        ((HOUR, HOUR, 3, 0), (0, 1, 3)),
        ((HOUR, HOUR, 3, 4), (4, 1, 3)),
    ],
)
def test_not_even_the_treasury_leaves_the_bounds(exhibitions, as_treasury, terms, values):
    with reverts_with("ParameterOutOfBounds", *values):
        exhibitions.openExhibition((BRIEF, *terms), {"from": as_treasury})


@pytest.mark.parametrize("terms", [(HOUR, HOUR, 1, 1), (30 * DAY, 30 * DAY, 16, 16)])
def test_at_the_bounds(exhibitions, as_treasury, terms):
    exhibitions.openExhibition((BRIEF, *terms), {"from": as_treasury})
    found = exhibitions.exhibitions(1)
    assert (found["places"], found["quotaPerArtist"]) == terms[2:]
    assert found["closesAt"] == now() + terms[0] + terms[1]


def test_said_aloud(exhibitions, as_treasury):
    receipt = exhibitions.openExhibition(GOOD, {"from": as_treasury})
    assert dict(receipt.events["ExhibitionOpened"]) == {
        "exhibition": 1,
        "brief": "0x" + BRIEF.hex(),
        "snapshot": now() - 1,
        "nominationsUntil": now() + HOUR,
        "closesAt": now() + 3 * HOUR,
        "places": 3,
        "quotaPerArtist": 2,
    }


def test_state_after_state(exhibitions, as_treasury, stranger):
    exhibitions.openExhibition(GOOD, {"from": as_treasury})
    found = []
    for seconds in (0, HOUR, 2 * HOUR):
        pass_time(seconds)
        found.append(exhibitions.exhibitions(1)["state"])
    exhibitions.finalize(1, {"from": stranger})
    assert [*found, exhibitions.exhibitions(1)["state"]] == [NOMINATING, VOTING, CLOSED, FINALIZED]


def test_one_beside_another(exhibitions, open_exhibition, mint, artist, member):
    first, second = open_exhibition(), open_exhibition(places=5)
    (work,) = mint(artist)
    exhibitions.nominate(first, work, {"from": member})
    exhibitions.nominate(second, work, {"from": member})
    pass_time(HOUR)
    exhibitions.vote(first, 1, {"from": member})
    assert tuple(exhibitions.candidatesOf(first)[0]) == (work, artist, 1)
    assert tuple(exhibitions.candidatesOf(second)[0]) == (work, artist, 0)
    assert not exhibitions.hasVoted(second, member)


def test_the_missing_has_views(exhibitions):
    assert tuple(exhibitions.exhibitions(9)) == (0, 0, 0, 0, 0, 0, MISSING)
    assert exhibitions.candidatesOf(9) == exhibitions.winnersOf(9) == ()


@pytest.mark.parametrize("action", ["nominate", "vote", "finalize"])
def test_the_missing_has_no_more(exhibitions, member, action):
    arguments = {"nominate": (9, 1), "vote": (9, 1), "finalize": (9,)}[action]
    with reverts_with("ExhibitionMissing", 9):
        getattr(exhibitions, action)(*arguments, {"from": member})


def test_wired(exhibitions, membership, artwork):
    assert exhibitions.artwork() == artwork
    assert exhibitions.membership() == membership
