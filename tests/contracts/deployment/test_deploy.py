"""scripts/deploy.py, scripts/proof.py, scripts/plan.py
deployed            -> wired both ways, roles are the written ones, the deployer holds none
wired wrong         -> DeploymentUnsound, naming the wire
a role too many     -> DeploymentUnsound
an account between  -> DeploymentUnsound: addresses are not the predicted ones
a plan              -> the chain has its parameters; unknown keys and no founders are refused
exported ABIs       -> equal the build's
"""

import json
from dataclasses import replace

import pytest

from scripts import export_abi
from scripts.deploy import deploy
from scripts.plan import Curation, Governor, Plan, PlanInvalid, read_plan
from scripts.proof import ZERO, DeploymentUnsound, check_deployment, role_holders


def test_the_roles_are_the_written_ones(deployed, governor, treasury):
    assert role_holders(deployed, 0) == {
        "DEFAULT_ADMIN_ROLE": {treasury.address},
        "PROPOSER_ROLE": {governor.address},
        "CANCELLER_ROLE": {governor.address},
        "EXECUTOR_ROLE": {ZERO},
    }


def test_a_wrong_wire_is_found(deployer, plan, deployed):
    other = deploy(deployer, plan).contracts
    with pytest.raises(DeploymentUnsound, match=r"Artwork\.market is"):
        check_deployment({**deployed, "Market": other["Market"]}, 0)


def test_a_role_too_many_is_found(deployed, treasury, as_treasury, deployer):
    treasury.grantRole(treasury.PROPOSER_ROLE(), deployer, {"from": as_treasury})
    with pytest.raises(DeploymentUnsound, match="roles are"):
        check_deployment(deployed, 0)


def test_a_role_taken_back_is_no_role(deployed, treasury, as_treasury, deployer):
    for change in (treasury.grantRole, treasury.revokeRole):
        change(treasury.PROPOSER_ROLE(), deployer, {"from": as_treasury})
    check_deployment(deployed, 0)


def test_a_deployer_doing_two_things_is_found(deployer, plan, stranger):
    def meddle(name, receipt):
        deployer.transfer(stranger, 0, silent=True)

    with pytest.raises(DeploymentUnsound, match="was expected at"):
        deploy(deployer, plan, on_deployed=meddle)


def test_parameters_are_the_plans(deployer, plan):
    own = replace(plan, fee_bps=100, curation=Curation(7, 7_200, 5_000, 3), governor=Governor())
    contracts = deploy(deployer, own).contracts
    assert contracts["Market"].feeBps() == contracts["Artwork"].feeBps() == 100
    assert tuple(contracts["Curation"].parameters()) == (7, 7_200, 5_000, 3)
    assert contracts["AtelierGovernor"].votingPeriod() == Governor().voting_period_seconds
    assert contracts["Treasury"].getMinDelay() == own.treasury_delay_seconds


@pytest.fixture
def plan_file(tmp_path):
    def build(facts):
        path = tmp_path / "plan.json"
        path.write_text(json.dumps(facts))
        return path

    return build


def test_the_example_is_the_default(plan_file):
    founders = json.loads((export_abi.ROOT / "deployments/plan.example.json").read_text())
    assert read_plan(plan_file(founders)) == Plan(founders=tuple(founders["founders"]))


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        ({}, "names no founders"),
        ({"founders": [ZERO], "fee": 1}, "has fee; known are"),
        ({"founders": [ZERO], "curation": {"bond": 1}}, "has bond; known are bond_wei"),
    ],
)
def test_a_bad_plan_is_refused(plan_file, facts, complaint):
    with pytest.raises(PlanInvalid, match=complaint):
        read_plan(plan_file(facts))


def test_exported_abis_are_the_builds():
    assert export_abi.stale() == []
