"""setCurrency, isCurrency, requireCurrency
a stranger           -> NotTreasury(caller)
what has no code     -> CurrencyRefused(currency): it cannot be allowed
ether                -> CurrencyRefused(0): it stays
allowed              -> prices may be asked in it, CurrencyAllowed
disallowed           -> no longer, CurrencyDisallowed; requireCurrency refuses
a token without code -> can be disallowed
twice the same       -> stays as it is
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS, web3
from expect import reverts_with


@pytest.fixture
def other(deployer):
    return deployer.deploy(brownie.PlainToken)


def test_a_stranger_cannot(currencies, other, token, stranger):
    for currency, is_allowed in ((other, True), (token, False)):
        with reverts_with("NotTreasury", stranger):
            currencies.setCurrency(currency, is_allowed, {"from": stranger})


def test_what_has_no_code(currencies, dao, stranger):
    with reverts_with("CurrencyRefused", stranger):
        currencies.setCurrency(stranger, True, {"from": dao})


@pytest.mark.parametrize("is_allowed", [True, False])
def test_ether_stays(currencies, dao, is_allowed):
    with reverts_with("CurrencyRefused", ZERO_ADDRESS):
        currencies.setCurrency(ZERO_ADDRESS, is_allowed, {"from": dao})
    assert currencies.isCurrency(ZERO_ADDRESS)
    currencies.requireCurrency(ZERO_ADDRESS)


def test_allowed(currencies, other, dao):
    assert not currencies.isCurrency(other)
    receipt = currencies.setCurrency(other, True, {"from": dao})
    assert currencies.isCurrency(other)
    assert dict(receipt.events["CurrencyAllowed"]) == {"currency": other}
    currencies.requireCurrency(other)


def test_disallowed(currencies, token, dao):
    receipt = currencies.setCurrency(token, False, {"from": dao})
    assert not currencies.isCurrency(token)
    assert dict(receipt.events["CurrencyDisallowed"]) == {"currency": token}
    with reverts_with("CurrencyRefused", token):
        currencies.requireCurrency(token)


def test_a_token_without_code_is_disallowed(currencies, token, dao):
    web3.provider.make_request("anvil_setCode", [token.address, "0x"])
    currencies.setCurrency(token, False, {"from": dao})
    assert not currencies.isCurrency(token)
    with reverts_with("CurrencyRefused", token):
        currencies.setCurrency(token, True, {"from": dao})


@pytest.mark.parametrize("is_allowed", [True, False])
def test_twice_the_same(currencies, other, dao, is_allowed):
    for _ in range(2):
        currencies.setCurrency(other, is_allowed, {"from": dao})
    assert currencies.isCurrency(other) == is_allowed
