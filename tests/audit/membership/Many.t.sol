// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {Scene} from "../Scene.sol";

/// @title Members in numbers that nobody can admit one by one: what counts them is wide enough
contract ManyMembersTest is Scene {
    uint256 private constant MANY = type(uint16).max;

    function test_a_member_after_65_535_others_has_the_own_number() public {
        put(address(membership), abi.encodeCall(membership.lastMember, ()), MANY);

        vm.prank(address(curation));
        vm.assertEq(membership.admit(stranger), MANY + 1, "admitted");
        vm.assertEq(membership.memberOf(stranger), MANY + 1, "number");
    }

    function test_a_delegate_of_65_536_has_all_their_votes() public {
        IVotes votes = IVotes(address(membership));
        uint256 since = vm.getBlockTimestamp();
        put(address(membership), abi.encodeCall(votes.getVotes, (members[0])), (MANY << 48) | since);
        pass(1);

        vm.prank(members[1]);
        votes.delegate(members[0]);
        pass(1);

        uint256 past = vm.getBlockTimestamp() - 1;
        vm.assertEq(votes.getVotes(members[0]), MANY + 1, "votes");
        vm.assertEq(votes.getPastVotes(members[0], past), MANY + 1, "past votes");
        (, uint256 asked) = membership.voterAt(members[0], past);
        vm.assertEq(asked, MANY + 1, "votes a ballot asks for");
    }
}
