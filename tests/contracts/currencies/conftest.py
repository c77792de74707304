"""A list of currencies that a treasury of its own governs."""

import brownie
import pytest


@pytest.fixture(scope="module")
def token(module_isolation, deployer):
    return deployer.deploy(brownie.PlainToken)


@pytest.fixture(scope="module")
def dao(members):
    """Whoever plays the treasury."""
    return members[0]


@pytest.fixture(scope="module")
def currencies(deployer, dao, token):
    return deployer.deploy(brownie.Currencies, dao, [token])
