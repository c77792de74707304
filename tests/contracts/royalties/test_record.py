"""record
caller is no collection       -> NotCollection(caller)
split recorded before         -> SplitExists(work)
an edition has the id         -> EditionExists(work), to a work's mint
neither parents nor payees    -> SplitEmpty(work)
more than 8 parents           -> TooManyParents(count, limit); 8 are fine
a parent that nobody minted   -> ParentMissing(parent); so no work is its own ancestor
the work itself               -> ParentMissing(work)
a parent twice                -> ParentRepeated(parent)
parents' share out of bounds  -> ParentsShareWrong(bps, 500, 5,000); 0 without parents
more than 32 payees           -> TooManyPayees(count, limit); 32 are fine
payee zero, artist or twice   -> PayeeInvalid(payee)
a share of nothing            -> ShareMissing(payee)
shares above the whole        -> SharesAboveWhole(total); the whole is fine
another number of consents    -> ConsentCount(consents, shares)
otherwise                     -> kept; ParentsRecorded, ShareGranted of each
editions record too           -> kept; their works are parents like all
plain works                   -> nobody shares, no parents: nothing reverts
"""

import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES, consented
from expect import reverts_with
from scene import work_id

WORK = work_id(1)
ALICE, BOB = PAYEES[0], PAYEES[1]
ANY = (False, 2**63, b"")


def test_a_stranger_cannot_record(royalties, artist, stranger):
    with reverts_with("NotCollection", stranger):
        royalties.record(WORK, artist, ([], 0, []), [], {"from": stranger})


def test_a_split_is_for_ever(mint):
    mint(shares=[(ALICE, 100)])
    with reverts_with("SplitExists", WORK):
        mint(shares=[(BOB, 100)])


def test_an_editions_id_is_taken(mint, edition_collection):
    mint(where=edition_collection)
    with reverts_with("EditionExists", WORK):
        mint(shares=[(ALICE, 100)])


def test_an_empty_split(royalties, collection, artist):
    with reverts_with("SplitEmpty", WORK):
        collection.mintSplit(royalties, WORK, artist, ([], 0, []), [])


def test_nine_parents(mint):
    parents = [mint(number) for number in range(10, 19)]
    with reverts_with("TooManyParents", 9, 8):
        mint(parents=parents)


def test_eight_parents(mint, royalties):
    parents = [mint(number) for number in range(10, 18)]
    mint(parents=parents)
    assert list(royalties.parentsOf(WORK)) == parents


def test_a_parent_that_nobody_minted(mint):
    with reverts_with("ParentMissing", work_id(2)):
        mint(parents=[work_id(2)])


def test_the_work_itself_is_no_parent(mint):
    with reverts_with("ParentMissing", WORK):
        mint(parents=[WORK])


def test_a_parent_twice(mint):
    parent, other = mint(2), mint(3)
    with reverts_with("ParentRepeated", parent):
        mint(parents=[parent, other, parent])


@pytest.mark.parametrize("bps", [0, 499, 5_001, 10_000])
def test_a_parents_share_out_of_bounds(mint, bps):
    parent = mint(2)
    with reverts_with("ParentsShareWrong", bps, 500, 5_000):
        mint(parents=[parent], parents_bps=bps)


@pytest.mark.parametrize("bps", [500, 5_000])
def test_a_parents_share_at_its_bounds(mint, royalties, bps):
    mint(parents=[mint(2)], parents_bps=bps)
    assert royalties.splitOf(WORK)[1] == bps


def test_a_parents_share_without_parents(mint):
    with reverts_with("ParentsShareWrong", 500, 0, 0):
        mint(shares=[(ALICE, 100)], parents_bps=500)


def test_thirty_three_payees(mint):
    with reverts_with("TooManyPayees", 33, 32):
        mint(shares=[(one, 10) for one in PAYEES[:33]], consents=[ANY] * 33)


def test_thirty_two_payees(mint, split_of):
    shares = [(one, 10 + i) for i, one in enumerate(PAYEES[:32])]
    mint(shares=shares)
    assert split_of(WORK)[2] == [(one.address, bps) for one, bps in shares]


def test_nobody_is_no_payee(mint):
    with reverts_with("PayeeInvalid", ZERO_ADDRESS):
        mint(shares=[(ZERO_ADDRESS, 100)], consents=[ANY])


def test_the_artist_is_no_payee(mint, artist):
    with reverts_with("PayeeInvalid", artist):
        mint(shares=[(artist, 100)])


def test_a_payee_twice(mint):
    with reverts_with("PayeeInvalid", ALICE.address):
        mint(shares=[(ALICE, 100), (BOB, 100), (ALICE, 200)])


def test_a_share_of_nothing(mint):
    with reverts_with("ShareMissing", BOB.address):
        mint(shares=[(ALICE, 100), (BOB, 0)])


def test_shares_above_the_whole(mint):
    parent = mint(2)
    with reverts_with("SharesAboveWhole", 10_001):
        mint(shares=[(ALICE, 8_000), (BOB, 1_001)], parents=[parent])


def test_shares_of_the_whole(mint, royalties):
    mint(shares=[(ALICE, 8_000), (BOB, 1_000)], parents=[mint(2)])
    assert len(royalties.splitOf(WORK)[2]) == 2


@pytest.mark.parametrize("count", [0, 1, 3])
def test_another_number_of_consents(mint, royalties, artist, count):
    one = consented(royalties, ALICE, 100, work=WORK, artist=artist)
    with reverts_with("ConsentCount", count, 2):
        mint(shares=[(ALICE, 100), (BOB, 100)], consents=[one] * count)


def test_recorded(mint, royalties, split_of):
    parents = [mint(2), mint(3)]
    mint(shares=[(BOB, 200), (ALICE, 100)], parents=parents, parents_bps=700)
    granted = [(ALICE.address, 100), (BOB.address, 200)]
    assert split_of(WORK) == (parents, 700, granted[::-1])
    assert list(royalties.parentsOf(WORK)) == parents


def test_recording_says_all(royalties, collection, artist, mint):
    parent = mint(2)
    consents = [consented(royalties, ALICE, 100, work=WORK, artist=artist)]
    split = ([parent], 700, [(ALICE.address, 100)])
    events = collection.mintSplit(royalties, WORK, artist, split, consents).events
    recorded = dict(events["ParentsRecorded"])
    assert list(recorded.pop("parents")) == [parent]
    assert recorded == {"work": WORK, "parentsBps": 700}
    assert dict(events["ShareGranted"]) == {"work": WORK, "payee": ALICE.address, "bps": 100}


def test_editions_are_parents_and_children(mint, royalties, edition_collection):
    parent = mint(2, where=edition_collection)
    child = mint(3, parents=[parent], where=edition_collection)
    grandchild = mint(4, parents=[child, parent])
    assert list(royalties.parentsOf(child)) == [parent]
    assert list(royalties.parentsOf(grandchild)) == [child, parent]


def test_a_plain_work_is_shared_by_nobody(mint, royalties, split_of):
    mint()
    assert split_of(WORK) == ([], 0, [])
    assert list(royalties.parentsOf(WORK)) == []


def test_where_works_and_currencies_are(royalties, collection, edition_collection, allowed):
    assert royalties.artwork() == collection
    assert royalties.editions() == edition_collection
    assert royalties.currencies() == allowed
