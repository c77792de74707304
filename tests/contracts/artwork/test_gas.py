"""what minting costs, where the receiver already holds a work
own mint, batch of ten, voucher paid in ether -> within their bounds
the hundredth work -> costs what the second does
"""

import pytest
from scene import work_id

MINT, BATCH_OF_TEN, PAID_VOUCHER = 60_000, 350_000, 90_000


@pytest.fixture(autouse=True)
def both_hold_one(artwork, minted, admitted, collector):
    """A work each for the artist and the collector."""
    artwork.mint(work_id(90), collector, 0, {"from": admitted})


def test_own_mint(artwork, admitted):
    receipt = artwork.mint(work_id(2), admitted, 1_000, {"from": admitted})
    assert receipt.gas_used <= MINT


def test_batch_of_ten(artwork, admitted):
    batch = [work_id(number) for number in range(11, 21)]
    receipt = artwork.mintBatch(batch, admitted, 1_000, {"from": admitted})
    assert receipt.gas_used <= BATCH_OF_TEN


def test_paid_voucher(make_voucher, collector, bring):
    bring(make_voucher(work=work_id(3)), collector)  # the fee's balance is no longer zero
    receipt = bring(make_voucher(work=work_id(4)), collector)
    assert receipt.gas_used <= PAID_VOUCHER


def test_the_hundredth_costs_the_same(artwork, admitted):
    second = artwork.mint(work_id(2), admitted, 1_000, {"from": admitted})
    for start in (100, 150):
        batch = [work_id(number) for number in range(start, start + 49)]
        artwork.mintBatch(batch, admitted, 1_000, {"from": admitted})
    late = artwork.mint(work_id(200), admitted, 1_000, {"from": admitted})
    assert abs(late.gas_used - second.gas_used) < 100  # the bytes of an id cost by their zeros
