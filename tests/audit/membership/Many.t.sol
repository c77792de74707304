// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {Scene} from "../Scene.sol";

/// @title Members in numbers that nobody can admit one by one: what counts them is wide enough
/// @dev Where a number lies is found by asking for it, then 65,535 is put there.
contract ManyMembersTest is Scene {
    uint256 private constant MANY = type(uint16).max;

    function test_a_member_after_65_535_others_has_the_own_number() public {
        put(abi.encodeCall(membership.lastMember, ()), MANY);

        vm.prank(address(curation));
        vm.assertEq(membership.admit(stranger), MANY + 1, "admitted");
        vm.assertEq(membership.memberOf(stranger), MANY + 1, "number");
    }

    function test_a_delegate_of_65_536_has_all_their_votes() public {
        IVotes votes = IVotes(address(membership));
        uint256 since = vm.getBlockTimestamp();
        put(abi.encodeCall(votes.getVotes, (members[0])), (MANY << 48) | since);
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

    /// @dev Where the answer to a question is read last.
    function put(bytes memory question, uint256 value) private {
        vm.record();
        (bool isAnswered, ) = address(membership).call(question);
        vm.assertTrue(isAnswered, "answered");
        (bytes32[] memory reads, ) = vm.accesses(address(membership));
        vm.store(address(membership), reads[reads.length - 1], bytes32(value));
    }
}
