"""credit and creditTokens
nothing came                  -> IncomeMissing(work, currency)
nobody minted the work        -> WorkMissing(work)
ether, as tokens              -> CurrencyRefused(0)
token not allowed             -> CurrencyRefused(token)
more than a work can hold     -> IncomeAboveLimit(work, currency, amount); exactly as much is fine
token shrank under what is owed -> IncomeMissing(work, token)
otherwise                     -> income of generation 0, IncomeCredited; plain works too
tokens are booked once        -> a second call finds nothing
what is owed as credit        -> cannot be booked as income
ether by plain transfer       -> refused
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES
from expect import reverts_with
from scene import ETHER, work_id

WORK = work_id(1)
LIMIT = 2**128 - 1


@pytest.fixture(params=["split", "plain"])
def work(request, mint):
    return mint(shares=[(PAYEES[0], 5_000)] if request.param == "split" else ())


@pytest.fixture
def blocked(allow, mint, earn, royalties, deployer, artist):
    """A token that owes its payee a credit."""
    token = allow("RefusingToken")
    work = mint()
    token.setManner(artist, 1, {"from": deployer})
    earn(work, ETHER, token)
    royalties.share(work, token, {"from": deployer})
    return token


def test_no_ether(royalties, work, stranger):
    with reverts_with("IncomeMissing", work, ZERO_ADDRESS):
        royalties.credit(work, {"from": stranger})


def test_no_tokens(royalties, work, token, stranger):
    with reverts_with("IncomeMissing", work, token):
        royalties.creditTokens(work, token, {"from": stranger})


def test_ether_for_what_nobody_minted(royalties, stranger):
    with reverts_with("WorkMissing", WORK):
        royalties.credit(WORK, {"from": stranger, "value": 1})


def test_tokens_for_what_nobody_minted(royalties, token, stranger):
    token.mint(royalties, 1, {"from": stranger})
    with reverts_with("WorkMissing", WORK):
        royalties.creditTokens(WORK, token, {"from": stranger})


def test_ether_is_no_token(royalties, work, stranger):
    with reverts_with("CurrencyRefused", ZERO_ADDRESS):
        royalties.creditTokens(work, ZERO_ADDRESS, {"from": stranger})


def test_a_token_that_is_not_allowed(royalties, work, stranger):
    token = stranger.deploy(brownie.PlainToken)
    token.mint(royalties, 1, {"from": stranger})
    with reverts_with("CurrencyRefused", token):
        royalties.creditTokens(work, token, {"from": stranger})


def test_more_than_a_work_can_hold(royalties, work, earn, token, stranger):
    earn(work, 1, token)
    token.mint(royalties, LIMIT, {"from": stranger})
    with reverts_with("IncomeAboveLimit", work, token, LIMIT):
        royalties.creditTokens(work, token, {"from": stranger})


def test_as_much_as_a_work_can_hold(royalties, work, earn, token, balance):
    earn(work, 1, token)
    earn(work, LIMIT - 1, token)
    assert royalties.incomeOf(work, token) == LIMIT
    royalties.share(work, token)
    assert balance(token, royalties) == 0


def test_a_token_that_shrank(royalties, work, earn, token, stranger):
    earn(work, ETHER, token)
    token.burnFrom(royalties, 1, {"from": stranger})
    with reverts_with("IncomeMissing", work, token):
        royalties.creditTokens(work, token, {"from": stranger})


@pytest.mark.parametrize("is_ether", [True, False])
def test_credited(royalties, work, earn, token, stranger, is_ether):
    currency = ZERO_ADDRESS if is_ether else token
    earn(work, 7, currency)
    receipt = earn(work, ETHER, currency)
    assert list(royalties.incomesOf(work, currency)) == [ETHER + 7, 0, 0, 0]
    assert royalties.incomeOf(work, currency) == ETHER + 7
    facts = {"work": work, "currency": currency, "payer": stranger, "amount": ETHER}
    assert dict(receipt.events["IncomeCredited"]) == facts


def test_editions_earn(royalties, mint, earn, edition_collection):
    work = mint(where=edition_collection)
    earn(work)
    assert royalties.incomeOf(work, ZERO_ADDRESS) == ETHER


def test_tokens_are_booked_once(royalties, work, mint, earn, token, stranger):
    other = mint(2)
    earn(work, ETHER, token)
    with reverts_with("IncomeMissing", other, token):
        royalties.creditTokens(other, token, {"from": stranger})


def test_a_credit_is_no_income(royalties, blocked, artist, stranger):
    with reverts_with("IncomeMissing", WORK, blocked):
        royalties.creditTokens(WORK, blocked, {"from": stranger})
    assert royalties.credits(blocked, artist) == ETHER


def test_a_credit_is_paid_beside_new_income(royalties, blocked, earn, artist, balance):
    earn(WORK, 7, blocked)
    blocked.setManner(artist, 0)
    royalties.withdraw(blocked, {"from": artist})
    assert balance(blocked, artist) == ETHER
    assert balance(blocked, royalties) == royalties.incomeOf(WORK, blocked) == 7


def test_ether_comes_by_credit_alone(royalties, stranger):
    with brownie.reverts():
        stranger.transfer(royalties, 1)
