"""share
nothing waits                     -> IncomeMissing(work, currency), also a second time
plain work                        -> all to its artist, inherited income too
payees                            -> each its share of the whole income, rounded down
artist                            -> the rest and every remainder, to the smallest unit
whole given away                  -> nothing but the remainder for the artist
a payout of nothing               -> no push, no event
several currencies                -> each for itself
currency no longer allowed        -> what is there is shared; nothing new is booked
one event of each payout, and anybody may call
"""

import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES
from expect import reverts_with
from scene import ETHER, work_id

WORK = work_id(1)
ALICE, BOB, CAROL = PAYEES[:3]


@pytest.fixture(params=["ether", "token"])
def currency(request, token):
    return ZERO_ADDRESS if request.param == "ether" else token


def test_nothing_waits(royalties, mint, currency):
    mint(shares=[(ALICE, 100)])
    with reverts_with("IncomeMissing", WORK, currency):
        royalties.share(WORK, currency)


def test_a_second_time_nothing_waits(royalties, mint, earn, currency):
    mint(shares=[(ALICE, 100)])
    earn(WORK, ETHER, currency)
    royalties.share(WORK, currency)
    with reverts_with("IncomeMissing", WORK, currency):
        royalties.share(WORK, currency)


def test_what_nobody_minted(royalties, currency):
    with reverts_with("IncomeMissing", WORK, currency):
        royalties.share(WORK, currency)


def test_a_plain_work_is_its_artists(royalties, mint, earn, currency, balance, artist):
    earn(mint(), ETHER, currency)
    before = balance(currency, artist)
    royalties.share(WORK, currency)
    assert balance(currency, artist) == before + ETHER


def test_a_plain_edition_is_its_artists(
    royalties, mint, earn, currency, balance, artist, edition_collection
):
    earn(mint(where=edition_collection), ETHER, currency)
    before = balance(currency, artist)
    royalties.share(WORK, currency)
    assert balance(currency, artist) == before + ETHER


@pytest.mark.parametrize("amount", [1, 3, 9_999, 10_001, ETHER + 1])
def test_shared_to_the_smallest_unit(royalties, mint, earn, currency, balance, artist, amount):
    mint(shares=[(ALICE, 3_333), (BOB, 3_333), (CAROL, 1)])
    earn(WORK, amount, currency)
    before = balance(currency, artist)
    royalties.share(WORK, currency)
    third, least = amount * 3_333 // 10_000, amount // 10_000
    assert [balance(currency, one) for one in (ALICE, BOB, CAROL)] == [third, third, least]
    assert balance(currency, artist) == before + amount - 2 * third - least
    assert balance(currency, royalties) == royalties.incomeOf(WORK, currency) == 0


def test_all_given_away(royalties, mint, earn, currency, balance, artist):
    mint(shares=[(ALICE, 5_000), (BOB, 5_000)])
    earn(WORK, 7, currency)
    before = balance(currency, artist)
    royalties.share(WORK, currency)
    assert [balance(currency, one) for one in (ALICE, BOB)] == [3, 3]
    assert balance(currency, artist) == before + 1


def test_one_event_of_each_payout(royalties, mint, earn, currency, artist, stranger):
    mint(shares=[(ALICE, 2_000), (CAROL, 1), (BOB, 1_000)])
    earn(WORK, 100, currency)
    events = royalties.share(WORK, currency, {"from": stranger}).events["IncomeShared"]
    shared = {"work": WORK, "currency": currency}
    assert [dict(one) for one in events] == [
        {**shared, "payee": ALICE.address, "amount": 20},
        {**shared, "payee": BOB.address, "amount": 10},
        {**shared, "payee": artist, "amount": 70},
    ]


def test_thirty_two_payees(royalties, mint, earn, currency, balance):
    mint(shares=[(one, 100 + i) for i, one in enumerate(PAYEES[:32])])
    earn(WORK, 10_000, currency)
    royalties.share(WORK, currency)
    assert [balance(currency, one) for one in PAYEES[:32]] == [100 + i for i in range(32)]


def test_each_currency_for_itself(royalties, mint, earn, token, allow, balance):
    other = allow("SilentToken")
    mint(shares=[(ALICE, 1_000)])
    for amount, currency in ((100, ZERO_ADDRESS), (200, token), (300, other)):
        earn(WORK, amount, currency)
    royalties.share(WORK, token)
    assert balance(token, ALICE) == 20
    assert royalties.incomeOf(WORK, ZERO_ADDRESS) == 100
    assert royalties.incomeOf(WORK, other) == 300
    royalties.share(WORK, other)
    assert balance(other, ALICE) == 30


def test_a_currency_no_longer_allowed(royalties, mint, earn, token, allowed, balance, deployer):
    mint(shares=[(ALICE, 1_000)])
    earn(WORK, 100, token)
    allowed.setCurrency(token, False, {"from": deployer})
    with reverts_with("CurrencyRefused", token):
        earn(WORK, 100, token)
    royalties.share(WORK, token)
    assert balance(token, ALICE) == 10
