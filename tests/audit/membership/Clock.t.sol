// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";

import {Scene} from "../Scene.sol";

/// @title Votes then and now
contract ClockTest is Scene {
    IERC5805 private votes;

    function setUp() public override {
        super.setUp();
        votes = IERC5805(address(membership));
    }

    function test_the_clock_is_in_seconds() public view {
        vm.assertEq(votes.clock(), vm.getBlockTimestamp(), "clock");
        vm.assertEq(keccak256(bytes(votes.CLOCK_MODE())), keccak256("mode=timestamp"), "mode");
    }

    function test_votes_are_those_of_their_time() public {
        uint256 start = vm.getBlockTimestamp();
        delegate(members[0], members[1]);
        pass(10);
        delegate(members[2], members[1]);
        pass(10);
        delegate(members[0], members[0]);
        pass(10);

        assertVotes(members[1], start - 1, 2, 1);
        assertVotes(members[1], start, 2, 2);
        assertVotes(members[1], start + 9, 2, 2);
        assertVotes(members[1], start + 10, 2, 3);
        assertVotes(members[1], start + 19, 2, 3);
        assertVotes(members[1], start + 20, 2, 2);
        assertVotes(members[1], start + 29, 2, 2);
        assertVotes(members[0], start - 1, 1, 1);
        assertVotes(members[0], start, 1, 0);
        assertVotes(members[0], start + 19, 1, 0);
        assertVotes(members[0], start + 20, 1, 1);
        assertVotes(stranger, start, 0, 0);
        vm.assertEq(votes.getPastTotalSupply(start), 3, "supply");
    }

    function test_votes_of_who_is_no_member_are_kept_too() public {
        uint256 start = vm.getBlockTimestamp();
        delegate(members[0], stranger);
        pass(1);
        vm.prank(members[0]);
        membership.leave();
        pass(1);

        assertVotes(stranger, start, 0, 1);
        assertVotes(stranger, start + 1, 0, 0);
        assertVotes(members[0], start, 0, 0);
    }

    function test_votes_before_all_are_none() public view {
        assertVotes(members[0], 1_799_999_999, 1, 0);
    }

    function test_the_present_is_no_past() public {
        uint48 present = uint48(vm.getBlockTimestamp());
        bytes memory fault =
            abi.encodeWithSignature("ERC5805FutureLookup(uint256,uint48)", present, present);

        vm.expectRevert(fault);
        votes.getPastVotes(members[0], present);
        vm.expectRevert(fault);
        membership.voterAt(members[0], present);
        delegate(members[0], members[1]);
        vm.expectRevert(fault);
        votes.getPastVotes(members[0], present);
    }

    function test_delegating_to_the_same_changes_nothing() public {
        uint256 start = vm.getBlockTimestamp();
        delegate(members[0], members[0]);
        pass(5);
        delegate(members[0], members[0]);
        pass(5);

        assertVotes(members[0], start + 4, 1, 1);
        assertVotes(members[0], start + 9, 1, 1);
        assertVotes(address(0), start + 9, 0, 0);
    }

    function test_who_has_nothing_to_give_changes_nothing() public {
        uint256 start = vm.getBlockTimestamp();
        delegate(stranger, members[0]);
        pass(1);

        assertVotes(members[0], start, 1, 1);
        assertVotes(stranger, start, 0, 0);
    }

    function delegate(address from, address to) private {
        vm.prank(from);
        votes.delegate(to);
    }

    function assertVotes(address who, uint256 then, uint256 member, uint256 meant) private view {
        vm.assertEq(votes.getPastVotes(who, then), meant, "past votes");
        (uint256 number, uint256 weight) = membership.voterAt(who, then);
        vm.assertEq(number, member, "member");
        vm.assertEq(weight, meant, "weight");
    }
}
