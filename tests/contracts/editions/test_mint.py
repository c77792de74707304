"""mint: what can be minted, and when
no such edition                 -> EditionMissing(edition)
no copies, or above the limit   -> CopiesOutOfBounds(copies, limit)
more than are left              -> CopiesExceeded(copies, left); the last ones go
before it opens                 -> EditionNotOpen(opensAt, timestamp); good in that second
after it closed                 -> EditionClosed(closesAt, timestamp); good in the last second
frozen                          -> EditionEnded(edition)
artist's admission over         -> AdmissionOver(artist, until), to the second
sales paused                    -> SalesPaused
to nobody                       -> ERC1155InvalidReceiver(zero)
otherwise                       -> copies there, numbered on, CopiesMinted with serials and money
how many there are              -> makes no difference to the gas
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import DAY, ETHER, FEE_BPS, next_block_at, now, work_id


def test_they_are_there(editions, collector, open_edition, mint):
    open_edition()
    mint(3)
    assert editions.balanceOf(collector, work_id(1)) == 3
    assert editions.editions(work_id(1))["minted"] == 3


def test_they_are_numbered_and_said(artist, collector, relayer, open_edition, mint):
    open_edition()
    mint(3)
    receipt = mint(2, by=relayer)
    assert dict(receipt.events["CopiesMinted"]) == {
        "edition": work_id(1),
        "artist": artist,
        "to": collector,
        "payer": relayer,
        "firstSerial": 4,
        "copies": 2,
        "currency": ZERO_ADDRESS,
        "price": 2 * ETHER,
        "fee": 2 * ETHER * FEE_BPS // 10_000,
    }
    assert dict(receipt.events["TransferSingle"]) == {
        "operator": relayer,
        "from": ZERO_ADDRESS,
        "to": collector,
        "id": work_id(1),
        "value": 2,
    }


def test_not_of_nothing(editions, collector):
    with reverts_with("EditionMissing", work_id(9)):
        editions.mint(work_id(9), 1, collector, 0, 0, [], {"from": collector})


@pytest.mark.parametrize("copies", [0, 101, 2**255])
def test_within_bounds(open_edition, mint, copies):
    open_edition(price=0, size=0)
    with reverts_with("CopiesOutOfBounds", copies, 100):
        mint(copies)


def test_up_to_the_last_one(editions, open_edition, mint):
    open_edition()
    mint(7)
    with reverts_with("CopiesExceeded", 4, 3):
        mint(4)
    mint(3)
    assert editions.editions(work_id(1))["minted"] == 10
    with reverts_with("CopiesExceeded", 1, 0):
        mint(1)


def test_an_open_edition_goes_on(editions, open_edition, mint):
    open_edition(price=0, size=0)
    for _ in range(3):
        mint(100)
    assert editions.editions(work_id(1))["minted"] == 300


def test_not_before_it_opens(open_edition, mint):
    opens_at = now() + 100
    open_edition(opensAt=opens_at)
    next_block_at(opens_at - 1)
    with reverts_with("EditionNotOpen", opens_at, opens_at - 1):
        mint()


def test_in_its_first_second(editions, open_edition, mint):
    opens_at = now() + 100
    open_edition(opensAt=opens_at)
    next_block_at(opens_at)
    mint()
    assert editions.editions(work_id(1))["minted"] == 1


def test_in_its_last_second(editions, open_edition, mint):
    closes_at = now() + 100
    open_edition(closesAt=closes_at)
    next_block_at(closes_at)
    mint()
    assert editions.editions(work_id(1))["minted"] == 1


def test_not_a_second_later(open_edition, mint):
    closes_at = now() + 100
    open_edition(closesAt=closes_at)
    next_block_at(closes_at + 1)
    with reverts_with("EditionClosed", closes_at, closes_at + 1):
        mint()


def test_without_an_end(editions, open_edition, mint):
    open_edition(closesAt=2**48 - 1)
    next_block_at(now() + 3_650 * DAY)
    mint()
    assert editions.editions(work_id(1))["minted"] == 1


def test_not_when_it_is_frozen(editions, artist, open_edition, mint):
    open_edition()
    editions.freeze(work_id(1), {"from": artist})
    with reverts_with("EditionEnded", work_id(1)):
        mint()


def test_not_when_the_admission_is_over(artist, open_edition, mint, end_admission):
    open_edition()
    until = now() + 100
    end_admission(until)
    next_block_at(until)
    with reverts_with("AdmissionOver", artist, until):
        mint()


def test_but_in_its_last_second_and_when_it_is_restored(
    editions, open_edition, mint, end_admission
):
    open_edition()
    until = now() + 100
    end_admission(until)
    next_block_at(until - 1)
    mint()
    end_admission(2**48 - 1)
    mint()
    assert editions.editions(work_id(1))["minted"] == 2


def test_not_while_sales_are_paused(editions, as_treasury, open_edition, mint):
    open_edition()
    editions.setPaused(True, {"from": as_treasury})
    with reverts_with("SalesPaused"):
        mint()
    editions.setPaused(False, {"from": as_treasury})
    mint()


def test_not_to_nobody(collector, open_edition, mint):
    open_edition()
    with reverts_with("ERC1155InvalidReceiver", ZERO_ADDRESS):
        mint(to=ZERO_ADDRESS, by=collector)


def test_the_number_of_copies_costs_nothing(open_edition, mint):
    open_edition(size=2_000, price=0)
    mint()
    early = mint().gas_used
    for _ in range(10):
        mint(100)
    assert abs(mint().gas_used - early) < 100
