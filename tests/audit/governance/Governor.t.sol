// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    GovernorPreventLateQuorum
} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {IAtelierGovernor} from "../../../contracts/interfaces/IAtelierGovernor.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {Parliament} from "../Parliament.sol";

/// @title The way of a proposal, and the bounds of every setting
contract GovernorTest is Parliament {
    function test_settings_are_those_of_the_deployment() public view {
        vm.assertEq(dao.votingDelay(), 60, "delay");
        vm.assertEq(dao.votingPeriod(), 1 hours, "period");
        vm.assertEq(dao.proposalThreshold(), 1, "threshold");
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 2, "quorum");
        vm.assertEq(IAtelierGovernor(governor).quorumFloor(), 2, "floor");
        uint48 late = GovernorPreventLateQuorum(payable(governor)).lateQuorumVoteExtension();
        vm.assertEq(late, 30 minutes, "late");
        vm.assertEq(GovernorVotesQuorumFraction(payable(governor)).quorumNumerator(), 20, "percent");
        vm.assertEq(keccak256(bytes(dao.name())), keccak256("Atelier Governor"), "name");
    }

    function test_a_proposal_goes_its_way() public {
        Motion memory motion = motionOf(stranger, "");
        motion.values[0] = 1 ether;
        motion.proposal = uint256(
            keccak256(abi.encode(motion.targets, motion.values, motion.calls, motion.descriptionHash))
        );
        vm.deal(treasury, 1 ether);
        propose(motion, members[0]);
        assertState(motion, IGovernor.ProposalState.Pending);
        vm.assertTrue(dao.proposalNeedsQueuing(motion.proposal), "needs queuing");
        pass(61);
        assertState(motion, IGovernor.ProposalState.Active);
        vm.assertEq(dao.proposalDeadline(motion.proposal), vm.getBlockTimestamp() - 1 + 1 hours, "deadline");
        vote(motion, 0, FOR);
        vote(motion, 1, FOR);
        pass(1 hours);
        assertState(motion, IGovernor.ProposalState.Succeeded);
        queue(motion);
        assertState(motion, IGovernor.ProposalState.Queued);
        vm.assertEq(dao.proposalEta(motion.proposal), vm.getBlockTimestamp() + 2 days, "eta");
        pass(2 days);
        execute(motion);
        assertState(motion, IGovernor.ProposalState.Executed);
        vm.assertEq(stranger.balance, 1_001 ether, "paid");
    }

    function test_a_late_quorum_lengthens_the_vote() public {
        Motion memory motion = motionOf(stranger, "");
        debate(motion);
        vote(motion, 0, FOR);
        pass(1 hours - 2);
        vote(motion, 1, FOR);

        vm.assertEq(
            dao.proposalDeadline(motion.proposal), vm.getBlockTimestamp() + 30 minutes, "deadline"
        );
    }

    function test_the_quorum_is_the_share_where_it_is_more_than_the_floor() public {
        grow(15);

        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 3, "20 % of fifteen");
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 2), 2, "before");
    }

    function test_the_floor_is_all_votes_where_there_are_fewer() public {
        shrink(1);
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 2, "two of two: the floor");
        shrink(1);
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 1, "the last one");
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 2), 2, "before");
    }

    function test_a_share_below_the_floor_is_no_quorum() public {
        grow(14);
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 2, "20 % of fourteen, rounded down");
        grow(9);
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 2, "more than 20 % of nine");
    }

    function test_P34_a_quorum_is_the_share_or_the_floor_and_never_more_than_all(
        uint8 count,
        uint32 floor
    ) public {
        count = uint8(bound(count, 1, 20));
        floor = uint32(bound(floor, 1, 20));
        rise(floor);
        if (count < 3) shrink(3 - count);
        else grow(count);
        uint256 share = uint256(count) * 20 / 100;
        uint256 least = floor < count ? floor : count;
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), share > least ? share : least, "quorum");
    }

    function test_the_last_member_moves_what_the_treasury_holds() public {
        vm.deal(treasury, 1 ether);
        shrink(2);
        Motion memory motion = motionOf(stranger, "", suffixOf(members[2]));
        motion.values[0] = 1 ether;
        motion.proposal = uint256(
            keccak256(abi.encode(motion.targets, motion.values, motion.calls, motion.descriptionHash))
        );
        propose(motion, members[2]);
        pass(61);
        vote(motion, 2, FOR);
        pass(1 hours + 1);
        queue(motion);
        pass(2 days);
        execute(motion);
        vm.assertEq(treasury.balance, 0, "moved");
    }

    function test_below_a_floor_of_three_two_are_unanimous_or_nothing_passes() public {
        rise(3);
        shrink(1);
        vm.assertEq(dao.quorum(vm.getBlockTimestamp() - 1), 2, "both of two");

        Motion memory motion = motionOf(stranger, "", suffixOf(members[2]));
        propose(motion, members[2]);
        pass(61);
        vote(motion, 2, FOR);
        pass(1 hours + 1);
        assertState(motion, IGovernor.ProposalState.Defeated);

        motion = motionOf(stranger, "", string.concat("Again.", suffixOf(members[2])));
        propose(motion, members[2]);
        pass(61);
        vote(motion, 2, FOR);
        vote(motion, 1, FOR);
        pass(1 hours + 1);
        assertState(motion, IGovernor.ProposalState.Succeeded);
    }

    function test_a_description_names_its_proposer() public {
        Motion memory motion = motionOf(stranger, "", "A motion.");
        vm.expectRevert(
            abi.encodeWithSelector(IAtelierGovernor.ProposerSuffixMissing.selector, members[0])
        );
        propose(motion, members[0]);

        motion = motionOf(stranger, "", suffixOf(members[1]));
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, members[0])
        );
        propose(motion, members[0]);
    }

    function test_a_proposer_cancels_before_the_vote() public {
        Motion memory motion = motionOf(stranger, "");
        propose(motion, members[0]);
        cancel(motion, members[0]);
        assertState(motion, IGovernor.ProposalState.Canceled);
    }

    function test_the_treasury_stays() public {
        vm.expectRevert(abi.encodeWithSelector(IAtelierGovernor.TreasuryFixed.selector, treasury));
        (bool isDone, ) = governor.call(abi.encodeWithSignature("updateTimelock(address)", stranger));
        vm.assertTrue(isDone, "as expected");
    }

    function test_delay_has_a_bound() public {
        assertSet(abi.encodeCall(GovernorSettings.setVotingDelay, (30 days)));
        vm.assertEq(dao.votingDelay(), 30 days, "delay");
    }

    function test_delay_may_be_none() public {
        assertSet(abi.encodeCall(GovernorSettings.setVotingDelay, (0)));
        vm.assertEq(dao.votingDelay(), 0, "delay");
    }

    function test_delay_has_no_more() public {
        assertRefused(
            abi.encodeCall(GovernorSettings.setVotingDelay, (30 days + 1)), 30 days + 1, 0, 30 days
        );
    }

    function test_period_has_bounds() public {
        assertSet(abi.encodeCall(GovernorSettings.setVotingPeriod, (30 days)));
        vm.assertEq(dao.votingPeriod(), 30 days, "period");
    }

    function test_period_has_no_less() public {
        uint32 less = 1 hours - 1;
        assertRefused(abi.encodeCall(GovernorSettings.setVotingPeriod, (less)), less, 1 hours, 30 days);
    }

    function test_period_has_no_more() public {
        uint32 more = 30 days + 1;
        assertRefused(abi.encodeCall(GovernorSettings.setVotingPeriod, (more)), more, 1 hours, 30 days);
    }

    function test_extension_has_a_bound() public {
        IAtelierGovernor.Rules memory rules = governorRules();
        (rules.votingPeriod, rules.lateQuorumExtension) = (30 days, 7 days);
        uint48 found = GovernorPreventLateQuorum(payable(make(rules))).lateQuorumVoteExtension();
        vm.assertEq(found, 7 days, "extension");
    }

    function test_extension_may_be_none() public {
        assertSet(abi.encodeCall(GovernorPreventLateQuorum.setLateQuorumVoteExtension, (0)));
        uint48 found = GovernorPreventLateQuorum(payable(governor)).lateQuorumVoteExtension();
        vm.assertEq(found, 0, "extension");
    }

    function test_extension_has_no_more() public {
        uint48 more = 7 days + 1;
        bytes memory call = abi.encodeCall(GovernorPreventLateQuorum.setLateQuorumVoteExtension, (more));
        assertRefused(call, more, 0, 7 days);
    }

    function test_threshold_has_bounds() public {
        assertSet(abi.encodeCall(GovernorSettings.setProposalThreshold, (100)));
        vm.assertEq(dao.proposalThreshold(), 1, "three members");
        grow(999);
        vm.assertEq(dao.proposalThreshold(), 99, "a tenth");
        grow(1_010);
        vm.assertEq(dao.proposalThreshold(), 100, "as set");
    }

    function test_threshold_has_no_less() public {
        assertRefused(abi.encodeCall(GovernorSettings.setProposalThreshold, (0)), 0, 1, 100);
    }

    function test_threshold_has_no_more() public {
        assertRefused(abi.encodeCall(GovernorSettings.setProposalThreshold, (101)), 101, 1, 100);
    }

    function test_quorum_has_bounds() public {
        assertSet(abi.encodeCall(GovernorVotesQuorumFraction.updateQuorumNumerator, (50)));
        vm.assertEq(GovernorVotesQuorumFraction(payable(governor)).quorumNumerator(), 50, "percent");
    }

    function test_quorum_may_be_one_percent() public {
        assertSet(abi.encodeCall(GovernorVotesQuorumFraction.updateQuorumNumerator, (1)));
        vm.assertEq(GovernorVotesQuorumFraction(payable(governor)).quorumNumerator(), 1, "percent");
    }

    function test_quorum_has_no_less() public {
        assertRefused(abi.encodeCall(GovernorVotesQuorumFraction.updateQuorumNumerator, (0)), 0, 1, 50);
    }

    function test_quorum_has_no_more() public {
        assertRefused(abi.encodeCall(GovernorVotesQuorumFraction.updateQuorumNumerator, (51)), 51, 1, 50);
    }

    function test_floor_is_at_least_one() public {
        IAtelierGovernor.Rules memory rules = governorRules();
        rules.quorumFloor = 0;
        assertNone(rules, 0, 1, type(uint32).max);
        rules.quorumFloor = uint256(type(uint32).max) + 1;
        assertNone(rules, uint256(type(uint32).max) + 1, 1, type(uint32).max);
    }

    function test_floor_may_be_high() public {
        IAtelierGovernor.Rules memory rules = governorRules();
        rules.quorumFloor = type(uint32).max;
        vm.assertEq(IAtelierGovernor(make(rules)).quorumFloor(), type(uint32).max, "floor");
        rules.quorumFloor = 1;
        vm.assertEq(IAtelierGovernor(make(rules)).quorumFloor(), 1, "floor");
    }

    /// @dev Have so many members in all.
    function grow(uint256 count) private {
        for (uint256 i = membership.memberCount(); i < count; ++i) {
            vm.prank(address(curation));
            membership.admit(address(uint160(1_000 + i)));
        }
        pass(1);
    }

    /// @dev Have so many of the first members leave.
    function shrink(uint256 count) private {
        for (uint256 i = 0; i < count; ++i) {
            address leaver = membership.memberOf(members[0]) == 0 ? members[1] : members[0];
            vm.prank(leaver);
            membership.leave();
        }
        pass(1);
    }

    /// @dev Be governed with another floor.
    function rise(uint256 floor) private {
        IAtelierGovernor.Rules memory rules = governorRules();
        rules.quorumFloor = floor;
        dao = IGovernor(make(rules));
    }

    function assertSet(bytes memory call) private {
        Motion memory motion = motionOf(governor, call);
        agree(motion);
        execute(motion);
    }

    function assertRefused(bytes memory call, uint256 value, uint256 minimum, uint256 maximum) private {
        Motion memory motion = motionOf(governor, call);
        agree(motion);
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, maximum)
        );
        execute(motion);
    }

    function assertNone(
        IAtelierGovernor.Rules memory rules,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, maximum)
        );
        make(rules);
    }

    function make(IAtelierGovernor.Rules memory rules) private returns (address) {
        return this.build("AtelierGovernor.sol:AtelierGovernor", abi.encode(membership, treasury, rules));
    }
}
