// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {IAtelierGovernor} from "../../../contracts/interfaces/IAtelierGovernor.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {Parliament} from "../Parliament.sol";

/// @title Governance: quorum and majority, cancel and copy, settings that brick, vetoes, the treasury moved
contract GovernanceTest is Parliament {
    function test_N_M01_a_quorum_has_a_floor() public view {
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 2, "20 % of three would be none");
    }

    function test_N_M17_without_a_vote_for_it_nothing_passes() public {
        Motion memory motion = someMotion();
        debate(motion);
        vote(motion, 0, ABSTAIN);
        vote(motion, 1, ABSTAIN);
        pass(1 hours + 1);

        assertState(motion, IGovernor.ProposalState.Defeated);
    }

    function test_N_M18_a_tie_does_not_pass() public {
        Motion memory motion = someMotion();
        debate(motion);
        vote(motion, 0, FOR);
        vote(motion, 1, AGAINST);
        vote(motion, 2, ABSTAIN);
        pass(1 hours + 1);

        assertState(motion, IGovernor.ProposalState.Defeated);
    }

    function test_N_M19_who_has_no_vote_proposes_nothing() public {
        Motion memory motion = motionOf(treasury, "", suffixOf(stranger));

        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, stranger, 0, 1)
        );
        propose(motion, stranger);
    }

    function test_N_M28_one_vote_of_three_decides_nothing() public {
        Motion memory motion = someMotion();
        debate(motion);
        vote(motion, 0, FOR);
        pass(1 hours + 1);

        assertState(motion, IGovernor.ProposalState.Defeated);
    }

    function test_N_M05_only_the_proposer_cancels() public {
        Motion memory motion = someMotion();
        propose(motion, members[0]);

        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnableToCancel.selector, motion.proposal, members[1]
            )
        );
        cancel(motion, members[1]);
        cancel(motion, members[0]);
        assertState(motion, IGovernor.ProposalState.Canceled);
    }

    function test_N_M14_nobody_proposes_a_copy_to_cancel_it() public {
        Motion memory motion = someMotion();

        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, members[1])
        );
        propose(motion, members[1]);
    }

    function test_N_M06_periods_that_brick_are_refused() public {
        assertRefused(abi.encodeCall(GovernorSettings.setVotingPeriod, (0)), 0, 1 hours, 30 days);
        assertRefused(
            abi.encodeCall(GovernorSettings.setVotingDelay, (30 days + 1)), 30 days + 1, 0, 30 days
        );
    }

    function test_N_M15_quorum_and_threshold_that_brick_are_refused() public {
        bytes memory quorum = abi.encodeCall(GovernorVotesQuorumFraction.updateQuorumNumerator, (51));
        assertRefused(quorum, 51, 1, 50);
        assertRefused(abi.encodeCall(GovernorSettings.setProposalThreshold, (101)), 101, 1, 100);
    }

    function test_N_M15_a_floor_above_the_members_bricks_nothing() public {
        for (uint256 i = 0; i < 2; ++i) {
            vm.prank(members[i]);
            membership.leave();
        }
        pass(1);
        Motion memory motion = motionOf(stranger, "", suffixOf(members[2]));
        propose(motion, members[2]);
        pass(61);
        vote(motion, 2, FOR);
        pass(1 hours + 1);
        assertState(motion, IGovernor.ProposalState.Succeeded);
    }

    function test_N_M11_nobody_has_a_veto_but_the_governor_for_its_proposers() public view {
        TimelockController chest = TimelockController(payable(treasury));
        address[4] memory others = [address(this), members[0], stranger, treasury];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.assertTrue(!chest.hasRole(chest.CANCELLER_ROLE(), others[i]), "canceller");
            vm.assertTrue(!chest.hasRole(chest.PROPOSER_ROLE(), others[i]), "proposer");
            vm.assertTrue(
                chest.hasRole(chest.DEFAULT_ADMIN_ROLE(), others[i]) == (others[i] == treasury), "admin"
            );
        }
        vm.assertTrue(chest.hasRole(chest.CANCELLER_ROLE(), governor), "governor");
    }

    function test_N_M13_what_is_decided_nobody_vetoes() public {
        Motion memory motion = someMotion();
        agree(motion);

        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnableToCancel.selector, motion.proposal, members[0]
            )
        );
        cancel(motion, members[0]);
        execute(motion);
        assertState(motion, IGovernor.ProposalState.Executed);
    }

    function test_N_M23_the_treasury_cannot_be_moved() public {
        bytes memory call =
            abi.encodeWithSignature("updateTimelock(address)", address(stranger));
        Motion memory motion = motionOf(governor, call);
        agree(motion);

        vm.expectRevert(abi.encodeWithSelector(IAtelierGovernor.TreasuryFixed.selector, treasury));
        execute(motion);
    }

    function someMotion() private view returns (Motion memory) {
        return motionOf(stranger, "");
    }

    function assertRefused(bytes memory call, uint256 value, uint256 minimum, uint256 maximum) private {
        Motion memory motion = motionOf(governor, call);
        agree(motion);
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, maximum)
        );
        execute(motion);
    }
}
