"""royaltyInfo (ERC-2981), of an edition without split
no such edition   -> EditionMissing(edition)
otherwise         -> to the artist, at most a tenth, rounded down, for every price
"""

import pytest
from expect import reverts_with
from scene import work_id


@pytest.mark.parametrize("bps", [0, 1, 999, 1_000])
@pytest.mark.parametrize("price", [0, 1, 9_999, 2**256 - 1])
def test_to_the_artist(editions, artist, open_edition, bps, price):
    open_edition(royalty=bps)
    receiver, royalty = editions.royaltyInfo(work_id(1), price)
    assert receiver == artist
    assert royalty == price * bps // 10_000


def test_not_of_nothing(editions):
    with reverts_with("EditionMissing", work_id(1)):
        editions.royaltyInfo(work_id(1), 1)
