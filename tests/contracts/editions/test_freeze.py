"""freeze
no such edition         -> EditionMissing(edition)
by anybody but its artist, an operator too -> NotArtistOf(edition, caller)
frozen already          -> EditionEnded(edition)
sales paused, admission over, sale closed  -> frozen all the same
otherwise               -> frozen for ever, EditionFrozen with the number of copies
copies there are        -> move as before
"""

import pytest
from expect import reverts_with
from scene import next_block_at, now, work_id


def test_it_is_said(editions, artist, open_edition, mint):
    open_edition()
    mint(4)
    receipt = editions.freeze(work_id(1), {"from": artist})
    assert editions.editions(work_id(1))["isFrozen"]
    assert dict(receipt.events["EditionFrozen"]) == {
        "edition": work_id(1),
        "artist": artist,
        "copies": 4,
    }


def test_not_what_is_not(editions, artist):
    with reverts_with("EditionMissing", work_id(9)):
        editions.freeze(work_id(9), {"from": artist})


@pytest.mark.parametrize("who", ["stranger", "candidate", "as_treasury", "as_curation"])
def test_nobody_else_can(request, editions, artist, candidate, open_edition, who):
    open_edition()
    editions.setApprovalForAll(candidate, True, {"from": artist})
    caller = request.getfixturevalue(who)
    with reverts_with("NotArtistOf", work_id(1), caller):
        editions.freeze(work_id(1), {"from": caller})


def test_only_once(editions, artist, open_edition):
    open_edition()
    editions.freeze(work_id(1), {"from": artist})
    with reverts_with("EditionEnded", work_id(1)):
        editions.freeze(work_id(1), {"from": artist})


def test_in_every_state(editions, artist, as_treasury, open_edition, end_admission):
    closes_at = now() + 100
    open_edition(closesAt=closes_at)
    editions.setPaused(True, {"from": as_treasury})
    end_admission(now() + 50)
    next_block_at(closes_at + 1)
    editions.freeze(work_id(1), {"from": artist})
    assert editions.editions(work_id(1))["isFrozen"]


def test_copies_still_move(editions, artist, collector, stranger, open_edition, mint):
    open_edition()
    mint(2)
    editions.freeze(work_id(1), {"from": artist})
    give = collector, stranger, work_id(1), 2, b""
    editions.safeTransferFrom(*give, {"from": collector})
    assert editions.balanceOf(stranger, work_id(1)) == 2
