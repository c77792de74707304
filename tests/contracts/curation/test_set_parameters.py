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
from scene import DAY, ETHER, HOUR

LOWEST = (0, HOUR, HOUR, HOUR, 1, 1, 1)
HIGHEST = (ETHER, 30 * DAY, 365 * DAY, 30 * DAY, 10_000, 1_000, 100)


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(curation, make_parameters, index):
    with reverts_with("NotTreasury", accounts[index]):
        curation.setParameters(make_parameters(), {"from": accounts[index]})


OUTSIDE = [
    ({"bond": ETHER + 1}, (ETHER + 1, 0, ETHER)),
    ({"period": HOUR - 1}, (HOUR - 1, HOUR, 30 * DAY)),
    ({"period": 30 * DAY + 1}, (30 * DAY + 1, HOUR, 30 * DAY)),
    ({"cooldown": HOUR - 1}, (HOUR - 1, HOUR, 365 * DAY)),
    ({"cooldown": 365 * DAY + 1}, (365 * DAY + 1, HOUR, 365 * DAY)),
    ({"notice": HOUR - 1}, (HOUR - 1, HOUR, 30 * DAY)),
    ({"notice": 30 * DAY + 1}, (30 * DAY + 1, HOUR, 30 * DAY)),
    ({"quorum_bps": 0}, (0, 1, 10_000)),
    ({"quorum_bps": 10_001}, (10_001, 1, 10_000)),
    ({"quorum_floor": 0}, (0, 1, 1_000)),
    ({"quorum_floor": 1_001}, (1_001, 1, 1_000)),
    ({"endorsements": 0}, (0, 1, 100)),
    ({"endorsements": 101}, (101, 1, 100)),
]


@pytest.mark.parametrize(("changes", "values"), OUTSIDE)
def test_not_even_the_treasury_leaves_the_bounds(
    curation, as_treasury, make_parameters, changes, values
):
    with reverts_with("ParameterOutOfBounds", *values):
        curation.setParameters(make_parameters(**changes), {"from": as_treasury})


@pytest.mark.parametrize(("changes", "values"), OUTSIDE)
def test_nor_does_a_deployment(
    deployer, membership, artwork, treasury, make_parameters, changes, values
):
    with reverts_with("ParameterOutOfBounds", *values):
        deployer.deploy(brownie.Curation, membership, artwork, treasury, make_parameters(**changes))


@pytest.mark.parametrize("parameters", [LOWEST, HIGHEST])
def test_at_the_bounds(curation, as_treasury, parameters):
    receipt = curation.setParameters(parameters, {"from": as_treasury})
    assert tuple(curation.parameters()) == parameters
    assert tuple(receipt.events["ParametersChanged"].values()) == parameters


def test_applications_under_way_keep_theirs(curation, as_treasury, candidate, open_application):
    application = open_application(candidate)
    before = curation.applications(application)
    curation.setParameters(HIGHEST, {"from": as_treasury})
    assert curation.applications(application) == before
