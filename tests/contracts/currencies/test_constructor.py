"""constructor
no tokens            -> ether alone
tokens               -> each allowed, CurrencyAllowed
what has no code     -> CurrencyRefused(currency)
ether, by name       -> CurrencyRefused(0): it is there already
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with


def test_ether_alone(deployer, dao, token):
    currencies = deployer.deploy(brownie.Currencies, dao, [])
    assert currencies.isCurrency(ZERO_ADDRESS)
    assert not currencies.isCurrency(token)


def test_tokens(deployer, dao, token):
    other = deployer.deploy(brownie.SilentToken)
    currencies = deployer.deploy(brownie.Currencies, dao, [token, other])
    events = currencies.tx.events["CurrencyAllowed"]
    assert [one["currency"] for one in events] == [token, other]
    assert currencies.isCurrency(token)
    assert currencies.isCurrency(other)
    assert currencies.treasury() == dao


@pytest.mark.parametrize("who", ["account", "ether"])
def test_no_token(deployer, dao, token, stranger, who):
    wrong = ZERO_ADDRESS if who == "ether" else stranger
    with reverts_with("CurrencyRefused", wrong):
        deployer.deploy(brownie.Currencies, dao, [token, wrong])
