"""setParameters
anybody but the treasury   -> NotTreasury(caller)
a value out of bounds      -> ParameterOutOfBounds(value, minimum, maximum), also in the constructor
at the bounds              -> set, ParametersChanged
applications under way     -> keep theirs
"""

import brownie
import pytest
from brownie import accounts
from expect import reverts_with
from scene import BOND, DAY, ETHER, HOUR

GOOD = (BOND, HOUR, 3_000, 2)


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(curation, index):
    with reverts_with("NotTreasury", accounts[index]):
        curation.setParameters(GOOD, {"from": accounts[index]})


OUTSIDE = [
    ((ETHER + 1, HOUR, 3_000, 2), (ETHER + 1, 0, ETHER)),
    ((BOND, HOUR - 1, 3_000, 2), (HOUR - 1, HOUR, 30 * DAY)),
    ((BOND, 30 * DAY + 1, 3_000, 2), (30 * DAY + 1, HOUR, 30 * DAY)),
    ((BOND, HOUR, 0, 2), (0, 1, 10_000)),
    ((BOND, HOUR, 10_001, 2), (10_001, 1, 10_000)),
    ((BOND, HOUR, 3_000, 0), (0, 1, 1_000)),
    ((BOND, HOUR, 3_000, 1_001), (1_001, 1, 1_000)),
]


@pytest.mark.parametrize(("parameters", "values"), OUTSIDE)
def test_not_even_the_treasury_leaves_the_bounds(curation, as_treasury, parameters, values):
    with reverts_with("ParameterOutOfBounds", *values):
        curation.setParameters(parameters, {"from": as_treasury})


@pytest.mark.parametrize(("parameters", "values"), OUTSIDE)
def test_nor_does_a_deployment(deployer, membership, artwork, treasury, parameters, values):
    with reverts_with("ParameterOutOfBounds", *values):
        deployer.deploy(brownie.Curation, membership, artwork, treasury, parameters)


@pytest.mark.parametrize("parameters", [(0, HOUR, 1, 1), (ETHER, 30 * DAY, 10_000, 1_000)])
def test_at_the_bounds(curation, as_treasury, parameters):
    receipt = curation.setParameters(parameters, {"from": as_treasury})
    assert tuple(curation.parameters()) == parameters
    assert tuple(receipt.events["ParametersChanged"].values()) == parameters


def test_applications_under_way_keep_theirs(curation, as_treasury, candidate, open_application):
    application = open_application(candidate)
    before = curation.applications(application)
    curation.setParameters((0, 30 * DAY, 10_000, 1_000), {"from": as_treasury})
    assert curation.applications(application) == before
