"""mintBatch
caller no artist       -> NotArtist(caller)
more than the limit    -> BatchSize(count, limit)
royalty above the cap  -> RoyaltyAboveCap(royaltyBps, cap)
work 0                 -> WorkInvalid(0)
one there already      -> WorkExists(work), and none is minted
the same one twice     -> WorkExists(work)
receiver calls back    -> no work twice
otherwise              -> every work with its terms, one WorkMinted each
"""

import pytest
from expect import reverts_with
from scene import act, work_id

BATCH = [work_id(number) for number in range(11, 14)]


def test_a_stranger_cannot(artwork, stranger):
    with reverts_with("NotArtist", stranger):
        artwork.mintBatch(BATCH, stranger, 0, {"from": stranger})


@pytest.mark.parametrize("count", [51, 60])
def test_not_too_many(artwork, admitted, count):
    with reverts_with("BatchSize", count, 50):
        artwork.mintBatch(list(range(1, count + 1)), admitted, 0, {"from": admitted})


def test_as_many_as_the_limit(artwork, admitted):
    artwork.mintBatch(list(range(1, 51)), admitted, 0, {"from": admitted})
    assert artwork.balanceOf(admitted) == artwork.BATCH_LIMIT() == 50


def test_the_royalty_has_a_cap(artwork, admitted):
    with reverts_with("RoyaltyAboveCap", 1_001, 1_000):
        artwork.mintBatch(BATCH, admitted, 1_001, {"from": admitted})


def test_no_work_is_zero(artwork, admitted):
    with reverts_with("WorkInvalid", 0):
        artwork.mintBatch([*BATCH, 0], admitted, 0, {"from": admitted})


def test_all_or_none(artwork, minted, admitted):
    with reverts_with("WorkExists", minted):
        artwork.mintBatch([*BATCH, minted], admitted, 0, {"from": admitted})
    assert artwork.balanceOf(admitted) == 1


def test_none_twice(artwork, admitted):
    with reverts_with("WorkExists", BATCH[0]):
        artwork.mintBatch([*BATCH, BATCH[0]], admitted, 0, {"from": admitted})


def test_a_callback_mints_nothing_twice(artwork, admit, double, stranger):
    caller = double("Reenterer")
    admit(caller)
    again = artwork.mintBatch.encode_input(BATCH[:1], caller, 0)
    caller.aim(artwork, again, {"from": stranger})
    act(caller, artwork.mintBatch, BATCH[:1], caller, 0)
    assert caller.wasTried()
    assert not caller.isIn()
    assert artwork.balanceOf(caller) == 1


def test_minted(artwork, admitted, collector):
    receipt = artwork.mintBatch(BATCH, collector, 500, {"from": admitted})
    events = receipt.events["WorkMinted"]
    assert [one["work"] for one in events] == BATCH
    assert {(one["artist"], one["to"], one["royaltyBps"]) for one in events} == {
        (admitted, collector, 500)
    }
    assert artwork.balanceOf(collector) == 3
    assert [artwork.ownerOf(one) for one in BATCH] == [collector] * 3


def test_none_of_none(artwork, admitted):
    receipt = artwork.mintBatch([], admitted, 0, {"from": admitted})
    assert "WorkMinted" not in receipt.events
