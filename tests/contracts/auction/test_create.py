"""create
a work of somebody else    -> ERC721IncorrectOwner(caller, work, owner)
a work that runs already   -> ERC721IncorrectOwner: the house owns it
no such work               -> WorkMissing
a term out of its bounds   -> ParameterOutOfBounds(value, minimum, maximum); on them it is taken
an extension > duration    -> ParameterOutOfBounds(value, 0, duration)
an owner who distrusts     -> ERC721InsufficientApproval, unless the house is approved for the work
paused                     -> SalesPaused
by the artist              -> the primary fee, frozen
by anybody else            -> the secondary fee, frozen
otherwise                  -> the house holds the work; no clock runs; AuctionCreated
when one before is over    -> nothing of it is left, and the transfer count is another
"""

import pytest
from expect import reverts_with
from scene import DAY, ETHER, HOUR, next_block_at, work_id

PRIMARY_BPS, SECONDARY_BPS = 400, 250
UINT96 = 2**96 - 1
BOUNDS = {
    "reserve": (1, UINT96),
    "duration": (HOUR // 12, 30 * DAY),
    "extension": (0, HOUR),
    "extensionCap": (HOUR // 4, 7 * DAY),
    "incrementBps": (100, 5_000),
}
BELOW = {name: low - 1 for name, (low, _) in BOUNDS.items() if low}
ABOVE = {name: high + 1 for name, (_, high) in BOUNDS.items() if high < UINT96}


def test_a_work_of_somebody_else(house, make_terms, minted, artist, stranger):
    with reverts_with("ERC721IncorrectOwner", stranger, minted, artist):
        house.create(minted, make_terms(), {"from": stranger})


def test_a_work_that_runs_already(house, make_terms, offered, artist):
    with reverts_with("ERC721IncorrectOwner", artist, offered, house):
        house.create(offered, make_terms(), {"from": artist})


def test_no_such_work(house, make_terms, artist):
    with reverts_with("WorkMissing", work_id(99)):
        house.create(work_id(99), make_terms(), {"from": artist})


@pytest.mark.parametrize(("term", "value"), [*BELOW.items(), *ABOVE.items()])
def test_a_term_out_of_bounds(house, make_terms, minted, artist, term, value):
    with reverts_with("ParameterOutOfBounds", value, *BOUNDS[term]):
        house.create(minted, make_terms(**{term: value}), {"from": artist})


@pytest.mark.parametrize("side", [0, 1])
def test_terms_on_their_bounds(house, create, minted, artist, side):
    terms = {name: bounds[side] for name, bounds in BOUNDS.items()}
    if side == 0:
        terms["extensionCap"] = 0  # its lower bound is the extension
    create(artist, minted, **terms)
    kept = house.auctions(minted)
    assert {name: kept[name] for name in terms} == terms


def test_an_extension_beyond_the_duration(house, make_terms, minted, artist):
    with reverts_with("ParameterOutOfBounds", 301, 0, 300):
        house.create(minted, make_terms(duration=300, extension=301), {"from": artist})


def test_an_owner_who_distrusts(house, artwork, make_terms, minted, artist):
    artwork.setMarketTrust(False, {"from": artist})
    with reverts_with("ERC721InsufficientApproval", house, minted):
        house.create(minted, make_terms(), {"from": artist})


def test_an_owner_who_distrusts_and_approves(house, artwork, create, minted, artist):
    artwork.setMarketTrust(False, {"from": artist})
    artwork.approve(house, minted, {"from": artist})
    create(artist, minted)
    assert artwork.ownerOf(minted) == house


def test_paused(house, make_terms, as_treasury, minted, artist):
    house.setPaused(True, {"from": as_treasury})
    with reverts_with("SalesPaused"):
        house.create(minted, make_terms(), {"from": artist})


def test_by_the_artist(house, as_treasury, offered):
    house.setFees(1_000, 1_000, {"from": as_treasury})
    assert house.auctions(offered)["feeBps"] == PRIMARY_BPS


def test_by_anybody_else(house, as_treasury, resold):
    house.setFees(1_000, 1_000, {"from": as_treasury})
    assert house.auctions(resold)["feeBps"] == SECONDARY_BPS


def test_created(house, artwork, make_terms, minted, artist):
    terms = make_terms()
    receipt = house.create(minted, terms, {"from": artist})
    assert artwork.ownerOf(minted) == house
    assert tuple(receipt.events["AuctionCreated"].values()) == (
        minted,
        artist,
        1,
        *terms,
        PRIMARY_BPS,
    )


def test_no_clock_runs(house, offered):
    kept = house.auctions(offered)
    assert (kept["endsAt"], kept["latestEnd"], kept["bid"]) == (0, 0, 0)


def test_nothing_is_left_of_the_one_before(house, create, bid, ends_at, offered, collector):
    bid(collector, offered, 9 * ETHER)
    next_block_at(ends_at(offered))
    house.settle(offered, {"from": collector})
    create(collector, offered, reserve=5)
    assert house.leastBid(offered) == 5
    assert house.auctions(offered)["transferCount"] == 3
    assert tuple(house.auctions(offered))[-4:] == (0, 0, "0x" + "0" * 40, 0)
