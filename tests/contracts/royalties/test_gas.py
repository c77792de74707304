"""what sharing costs
credit           -> the same for one payee and for 32
share            -> the same at one work and at a hundred; a bounded step a payee
share            -> at most what it took when this was written, and a little
"""

import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES
from scene import work_id

MANY = 100


@pytest.fixture
def settled(mint, earn, royalties):
    """Gas of credit and share, where both happened before: payees with a balance are the rule."""

    def build(number, count):
        work = mint(number, shares=[(one, 100) for one in PAYEES[:count]])
        earn(work, 10_000)
        royalties.share(work, ZERO_ADDRESS)
        credit = earn(work, 10_000).gas_used
        return credit, royalties.share(work, ZERO_ADDRESS).gas_used

    return build


def test_a_sale_does_not_depend_on_how_many_share(settled):
    few, many = settled(1, 1)[0], settled(2, 32)[0]
    assert many == few <= 50_000


def test_three_payees(settled):
    _, share = settled(1, 3)
    assert share <= 86_000


def test_thirty_two_payees(settled):
    _, share = settled(1, 32)
    assert share <= 515_000


def test_the_number_of_works_costs_nothing(settled, collection, royalties, gas_of_heavy):
    alone = settled(1, 3)
    gas_of_heavy(collection.mintChildren, royalties, work_id(1), 10**6, MANY)
    assert settled(1 + MANY, 3) == pytest.approx(alone, abs=100)  # zero bytes of an id are cheaper
