// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {Jury} from "./Jury.sol";

/// @title What the DAO can set, and how far: both sides of each bound
contract ParametersTest is Jury {
    ICuration.Parameters private rules = curationRules();

    function test_parameters_are_those_of_the_deployment() public view {
        assertParameters(curationRules());
    }

    function test_parameters_change_together() public {
        ICuration.Parameters memory meant =
            ICuration.Parameters({
                bondWei: 1 ether,
                votingPeriod: 30 days,
                cooldown: 365 days,
                revocationNotice: 30 days,
                quorumBps: 10_000,
                quorumFloor: 1_000,
                endorsements: 100
            });

        vm.expectEmit(address(curation));
        emit ICuration.ParametersChanged(
            1 ether, 30 days, 365 days, 30 days, 10_000, 1_000, 100
        );
        setRules(meant);

        assertParameters(meant);
    }

    function test_least_values_are_allowed() public {
        ICuration.Parameters memory least =
            ICuration.Parameters({
                bondWei: 0,
                votingPeriod: 1 hours,
                cooldown: 1 hours,
                revocationNotice: 1 hours,
                quorumBps: 1,
                quorumFloor: 1,
                endorsements: 1
            });
        setRules(least);

        assertParameters(least);
    }

    function test_bond_has_a_cap() public {
        rules.bondWei = 1 ether + 1;
        assertRefused(1 ether + 1, 0, 1 ether);
    }

    function test_voting_period_has_bounds() public {
        rules.votingPeriod = 1 hours - 1;
        assertRefused(1 hours - 1, 1 hours, 30 days);
        rules.votingPeriod = 30 days + 1;
        assertRefused(30 days + 1, 1 hours, 30 days);
    }

    function test_cooldown_has_bounds() public {
        rules.cooldown = 1 hours - 1;
        assertRefused(1 hours - 1, 1 hours, 365 days);
        rules.cooldown = 365 days + 1;
        assertRefused(365 days + 1, 1 hours, 365 days);
    }

    function test_notice_has_bounds() public {
        rules.revocationNotice = 1 hours - 1;
        assertRefused(1 hours - 1, 1 hours, 30 days);
        rules.revocationNotice = 30 days + 1;
        assertRefused(30 days + 1, 1 hours, 30 days);
    }

    function test_quorum_has_bounds() public {
        rules.quorumBps = 0;
        assertRefused(0, 1, 10_000);
        rules.quorumBps = 10_001;
        assertRefused(10_001, 1, 10_000);
    }

    function test_floor_has_bounds() public {
        rules.quorumFloor = 0;
        assertRefused(0, 1, 1_000);
        rules.quorumFloor = 1_001;
        assertRefused(1_001, 1, 1_000);
    }

    function test_endorsements_have_bounds() public {
        rules.endorsements = 0;
        assertRefused(0, 1, 100);
        rules.endorsements = 101;
        assertRefused(101, 1, 100);
    }

    function test_a_stranger_cannot() public {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger));
        curation.setParameters(rules);
    }

    function assertRefused(uint256 value, uint256 minimum, uint256 maximum) private {
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, maximum)
        );
        setRules(rules);
    }

    function assertParameters(ICuration.Parameters memory meant) private view {
        vm.assertEq(
            keccak256(abi.encode(curation.parameters())), keccak256(abi.encode(meant)), "parameters"
        );
    }
}
