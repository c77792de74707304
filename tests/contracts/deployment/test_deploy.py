"""scripts/deploy.py, scripts/proof.py, scripts/plan.py
deployed            -> wired both ways, roles are the written ones, the deployer holds none
wired wrong         -> DeploymentUnsound, naming the wire; every view of another is a wire
a role too many     -> DeploymentUnsound
a deployer who is a member, an artist or owed something -> DeploymentUnsound; a founder may be one
an account between  -> DeploymentUnsound: addresses are not the predicted ones
gas                 -> no contract needs more than a transaction may have (EIP-7825)
a plan              -> the chain has its parameters; unknown keys, and too few founders to decide
                       anything, are refused
exported ABIs       -> equal the build's
"""

import json
from dataclasses import replace

import brownie
import pytest
from brownie import accounts
from scene import HOUR, pass_time

from scripts import export_abi
from scripts.deploy import deploy
from scripts.plan import Curation, Governor, Plan, PlanInvalid, read_plan
from scripts.proof import (
    WIRES,
    ZERO,
    DeploymentUnsound,
    check_deployer,
    check_deployment,
    role_holders,
)

GAS_CAP = 2**24


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


def test_every_view_of_another_is_a_wire(deployed):
    views = {
        name: {
            entry["name"]
            for entry in contract.abi
            if entry["type"] == "function" and not entry["inputs"]
            if [one["type"] for one in entry["outputs"]] == ["address"]
        }
        for name, contract in deployed.items()
    }
    assert {name: found for name, found in views.items() if found} == {
        name: set(wires) for name, wires in WIRES.items()
    }


def test_a_deployer_who_is_a_member_is_found(deployed, curation, membership, deployer):
    check_deployer(deployed, deployer.address, ())
    membership.admit(deployer, {"from": accounts.at(curation.address, force=True)})
    with pytest.raises(DeploymentUnsound, match="is a member"):
        check_deployer(deployed, deployer.address, ())
    check_deployer(deployed, deployer.address, (deployer.address.lower(),))


def test_a_deployer_who_is_an_artist_is_found(deployed, curation, artwork, deployer):
    artwork.admit(deployer, {"from": accounts.at(curation.address, force=True)})
    with pytest.raises(DeploymentUnsound, match="is an artist"):
        check_deployer(deployed, deployer.address, ())


def test_a_deployer_who_is_owed_something_is_found(deployed, curation, double, open_application):
    refusing = double("RefusingPayee")
    application = open_application(refusing)
    pass_time(HOUR)
    curation.finalize(application, {"from": accounts[7]})
    with pytest.raises(DeploymentUnsound, match="Curation owes"):
        check_deployer(deployed, refusing.address, ())


def test_no_contract_is_too_much_for_a_transaction(deployer, plan):
    spent = {}
    deploy(deployer, plan, on_deployed=lambda name, receipt: spent.update({name: receipt.gas_used}))
    assert max(spent.values()) < GAS_CAP


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
    wrapped = deployer.deploy(brownie.WrappedEther)
    curation = Curation(7, 7_200, 86_400, 172_800, 5_000, 3, 4)
    own = replace(
        plan,
        primary_fee_bps=100,
        secondary_fee_bps=200,
        currencies=(wrapped.address,),
        curation=curation,
        governor=Governor(),
    )
    contracts = deploy(deployer, own).contracts
    for name in ("Artwork", "Editions", "Market", "AuctionHouse"):
        assert contracts[name].policy()["primaryFeeBps"] == 100
    assert contracts["Market"].policy()["secondaryFeeBps"] == 200
    assert contracts["Currencies"].isCurrency(wrapped)
    assert tuple(contracts["Curation"].parameters()) == tuple(vars(curation).values())
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
        ({"founders": [ZERO]}, "1 founders, and at least 2 must vote"),
        ({"founders": [ZERO, ZERO], "governor": {"quorum_floor": 3}}, "at least 3 must vote"),
        ({"founders": [ZERO], "fee": 1}, "has fee; known are"),
        ({"founders": [ZERO], "curation": {"bond": 1}}, "has bond; known are bond_wei"),
    ],
)
def test_a_bad_plan_is_refused(plan_file, facts, complaint):
    with pytest.raises(PlanInvalid, match=complaint):
        read_plan(plan_file(facts))


def test_exported_abis_are_the_builds():
    assert export_abi.stale() == []
