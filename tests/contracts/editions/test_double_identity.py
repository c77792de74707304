"""an edition's id, minted as a work later
its copies, uri, artist          -> as before
what a child of it passes on     -> the edition's artist gets it, not whoever came second
a work of that id with a split   -> EditionExists(edition): the split would be the edition's
"""

from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, work_id

CHILD = work_id(2)


def test_the_edition_stays_what_it_is(editions, artwork, artist, let_in, candidate, open_edition):
    open_edition()
    let_in(candidate)
    artwork.mint(work_id(1), candidate, 0, {"from": candidate})
    assert editions.artistOf(work_id(1)) == artist


def test_its_income_stays_its_artists(
    editions, artwork, royalties, artist, let_in, candidate, open_edition, stranger
):
    open_edition()
    let_in(candidate)
    artwork.mint(work_id(1), candidate, 0, {"from": candidate})
    split = {"parents": [work_id(1)], "parentsBps": 5_000, "shares": []}
    open_edition(edition=CHILD, by=candidate, split=split)
    royalties.credit(CHILD, {"from": stranger, "value": ETHER})
    royalties.share(CHILD, ZERO_ADDRESS, {"from": stranger})
    before = artist.balance()
    royalties.share(work_id(1), ZERO_ADDRESS, {"from": stranger})
    assert artist.balance() - before == ETHER // 2


def test_nobody_writes_its_split(artwork, let_in, candidate, artist, open_edition):
    open_edition()
    open_edition(edition=CHILD)
    let_in(candidate)
    split = ([CHILD], 5_000, [])
    with reverts_with("EditionExists", work_id(1)):
        artwork.mintSplit(work_id(1), candidate, 0, split, [], {"from": candidate})
