"""share, of a work made from others
one parent                 -> its part is income of the parent, one generation further
several                    -> equal parts, the remainder to the first
a plain parent             -> inherits, and all of it is its artist's
generation 3               -> stays: the fourth ancestor gets nothing
all bps are of the whole   -> payees' too, inherited income included
parents and payees of all  -> nothing but the remainder for the artist
more than a parent can hold -> IncomeAboveLimit; shared first, it goes on
the artist of the last     -> keeps what would have gone further
IncomeInherited of each parent and generation
"""

import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES
from expect import reverts_with
from scene import ETHER, work_id

ALICE = PAYEES[0]
LIMIT = 2**128 - 1


@pytest.fixture(params=["ether", "token"])
def currency(request, token):
    return ZERO_ADDRESS if request.param == "ether" else token


@pytest.fixture
def waits(royalties, currency):
    """What waits for a work, by generation."""
    return lambda number: [int(n) for n in royalties.incomesOf(work_id(number), currency)]


@pytest.fixture
def line(mint):
    """Five works, each made from the one before; half of the income goes to the parent."""
    works = [mint(1)]
    for number in range(2, 6):
        works.append(mint(number, parents=[works[-1]], parents_bps=5_000))
    return works


def test_a_parents_part(royalties, mint, earn, currency, balance, waits, artist):
    work = mint(2, parents=[mint(1)], parents_bps=1_000)
    earn(work, 1_009, currency)
    before = balance(currency, artist)
    royalties.share(work, currency)
    assert waits(1) == [0, 100, 0, 0]
    assert waits(2) == [0, 0, 0, 0]
    assert balance(currency, artist) == before + 909
    assert balance(currency, royalties) == 100


def test_equal_parts(royalties, mint, earn, currency, waits):
    parents = [mint(1), mint(2), mint(3)]
    work = mint(4, parents=parents, parents_bps=1_000)
    earn(work, 110, currency)
    royalties.share(work, currency)
    assert [waits(number)[1] for number in (1, 2, 3)] == [5, 3, 3]


def test_too_little_for_all(royalties, mint, earn, currency, waits):
    work = mint(3, parents=[mint(1), mint(2)], parents_bps=1_000)
    earn(work, 10, currency)
    events = royalties.share(work, currency).events
    assert [waits(number)[1] for number in (1, 2)] == [1, 0]
    assert len(events["IncomeInherited"]) == 1


def test_a_plain_parent_passes_nothing_on(royalties, mint, earn, currency, balance, collector):
    parent = mint(1, by=collector)
    earn(mint(2, parents=[parent]), 1_000, currency)
    royalties.share(work_id(2), currency)
    before = balance(currency, collector)
    royalties.share(parent, currency)
    assert balance(currency, collector) == before + 100


def test_down_the_line(royalties, line, earn, currency, waits):
    earn(line[4], 16, currency)
    for work in line[::-1][:3]:
        royalties.share(work, currency)
    assert waits(2) == [0, 0, 0, 2]


def test_the_fourth_ancestor_gets_nothing(royalties, line, earn, currency, waits, balance, artist):
    earn(line[4], 16, currency)
    for work in line[::-1][:3]:
        royalties.share(work, currency)
    before = balance(currency, artist)
    royalties.share(line[1], currency)
    assert waits(1) == [0, 0, 0, 0]
    assert balance(currency, artist) == before + 2


def test_generations_do_not_mix(royalties, line, earn, currency, waits):
    earn(line[4], 1_600, currency)
    royalties.share(line[4], currency)
    earn(line[3], 100, currency)
    assert waits(4) == [100, 800, 0, 0]
    royalties.share(line[3], currency)
    assert waits(3) == [0, 50, 400, 0]
    royalties.share(line[2], currency)
    assert waits(2) == [0, 0, 25, 200]
    royalties.share(line[1], currency)
    assert waits(1) == [0, 0, 0, 12]


def test_payees_share_inherited_income(royalties, mint, earn, currency, balance):
    parent = mint(1, shares=[(ALICE, 2_500)])
    earn(mint(2, parents=[parent], parents_bps=5_000), 200, currency)
    earn(parent, 100, currency)
    royalties.share(work_id(2), currency)
    royalties.share(parent, currency)
    assert balance(currency, ALICE) == 50


def test_nothing_left_for_the_artist(royalties, mint, earn, currency, balance, waits, artist):
    work = mint(2, shares=[(ALICE, 5_000)], parents=[mint(1)], parents_bps=5_000)
    earn(work, 101, currency)
    before = balance(currency, artist)
    royalties.share(work, currency)
    assert balance(currency, ALICE) == waits(1)[1] == 50
    assert balance(currency, artist) == before + 1


def test_one_event_of_each_generation(royalties, mint, earn, currency):
    first, second = mint(1), mint(2)
    third = mint(3, parents=[first, second], parents_bps=5_000)
    earn(mint(4, parents=[third], parents_bps=5_000), 200, currency)
    earn(third, 20, currency)
    royalties.share(work_id(4), currency)
    events = royalties.share(third, currency).events["IncomeInherited"]
    facts = [(one["parent"], one["amount"], one["generation"]) for one in events]
    assert facts == [(first, 5, 1), (second, 5, 1), (first, 25, 2), (second, 25, 2)]
    assert {(one["work"], str(one["currency"])) for one in events} == {(third, str(currency))}


def test_more_than_a_parent_can_hold(royalties, mint, earn, token):
    work = mint(2, parents=[mint(1)], parents_bps=5_000)
    for _ in range(2):
        earn(work, LIMIT, token)
        royalties.share(work, token)
    earn(work, LIMIT, token)
    with reverts_with("IncomeAboveLimit", work_id(1), token, LIMIT // 2):
        royalties.share(work, token)
    royalties.share(work_id(1), token)
    royalties.share(work, token)
    assert royalties.incomeOf(work_id(1), token) == LIMIT // 2


def test_eight_parents(royalties, mint, earn, currency, waits):
    parents = [mint(number) for number in range(1, 9)]
    earn(mint(9, parents=parents, parents_bps=5_000), ETHER, currency)
    royalties.share(work_id(9), currency)
    assert {waits(number)[1] for number in range(1, 9)} == {ETHER // 16}
