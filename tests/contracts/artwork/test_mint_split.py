"""mintSplit, parentsOf, royaltyInfo of what is split
caller no artist          -> NotArtist(caller)
a payee who did not agree -> ConsentForged(payee), and no work
work there already        -> WorkExists(work)
a work as its own parent  -> ParentMissing(work)
a split of nobody         -> as mint, and Royalties never hears of it
otherwise                 -> isSplit; Royalties knows who shares; its receiver gets the royalty
parents                   -> as Royalties keeps them; none for a work that is not split
parents of no work        -> WorkMissing(work)
"""

from expect import reverts_with
from scene import UNSHARED, work_id

RATE = 2_500


def _from(*parents, bps=1_000):
    return list(parents), bps, []


def test_a_stranger_cannot(artwork, stranger, collector, split_with, terms):
    split, consents = split_with(stranger, collector, RATE)
    with reverts_with("NotArtist", stranger):
        artwork.mintSplit(work_id(9), stranger, 0, terms(split), consents, {"from": stranger})


def test_only_with_consent(artwork, admitted, stranger, collector, split_with, terms):
    split, _ = split_with(admitted, collector, RATE)
    _, another = split_with(admitted, stranger, RATE)
    with reverts_with("ConsentForged", collector):
        artwork.mintSplit(work_id(9), admitted, 0, terms(split), another, {"from": admitted})
    assert artwork.balanceOf(admitted) == 0


def test_a_work_is_minted_once(artwork, minted, admitted, collector, split_with, terms):
    split, consents = split_with(admitted, collector, RATE)
    with reverts_with("WorkExists", minted):
        artwork.mintSplit(minted, admitted, 0, terms(split), consents, {"from": admitted})


def test_no_work_is_its_own_parent(artwork, admitted):
    with reverts_with("ParentMissing", work_id(9)):
        artwork.mintSplit(work_id(9), admitted, 0, _from(work_id(9)), [], {"from": admitted})


def test_a_split_of_nobody_is_none(artwork, royalties, admitted, terms):
    receipt = artwork.mintSplit(work_id(9), admitted, 0, terms(UNSHARED), [], {"from": admitted})
    assert not artwork.works(work_id(9))["isSplit"]
    assert {event.address for event in receipt.events} == {artwork.address}
    assert len(royalties.splitOf(work_id(9))["shares"]) == 0


def test_minted(artwork, royalties, admitted, collector, split_with, terms):
    split, consents = split_with(admitted, collector, RATE)
    receipt = artwork.mintSplit(
        work_id(9), admitted, 1_000, terms(split), consents, {"from": admitted}
    )
    assert artwork.works(work_id(9))["isSplit"]
    shares = royalties.splitOf(work_id(9))["shares"]
    assert [tuple(one) for one in shares] == [(collector, RATE)]
    assert dict(receipt.events["ShareGranted"]) == {
        "work": work_id(9),
        "payee": collector,
        "bps": RATE,
    }
    assert receipt.events["WorkMinted"]["artist"] == admitted


def test_other_markets_pay_the_receiver(artwork, royalties, admitted, collector, split_with, terms):
    split, consents = split_with(admitted, collector, RATE)
    artwork.mintSplit(work_id(9), admitted, 1_000, terms(split), consents, {"from": admitted})
    receiver = royalties.receiverOf(work_id(9))
    assert tuple(artwork.royaltyInfo(work_id(9), 1_000)) == (receiver, 100)
    assert receiver != admitted


def test_the_flag_survives_a_move(artwork, admitted, collector, split_with, terms):
    split, consents = split_with(admitted, collector, RATE)
    artwork.mintSplit(work_id(9), admitted, 1_000, terms(split), consents, {"from": admitted})
    artwork.transferFrom(admitted, collector, work_id(9), {"from": admitted})
    assert tuple(artwork.works(work_id(9))) == (collector, 1, 1_000, 1, True, False)


def test_parents_are_kept(artwork, minted, admitted):
    artwork.mintSplit(work_id(9), admitted, 0, _from(minted), [], {"from": admitted})
    assert tuple(artwork.parentsOf(work_id(9))) == (minted,)
    assert tuple(artwork.parentsOf(minted)) == ()


def test_no_work_no_parents(artwork):
    with reverts_with("WorkMissing", work_id(9)):
        artwork.parentsOf(work_id(9))
