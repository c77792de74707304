// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {IERC5192} from "../../../contracts/interfaces/IERC5192.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {IMembership} from "../../../contracts/interfaces/IMembership.sol";
import {Scene} from "../Scene.sol";

/// @title Who becomes a member, who stops being one, and that nobody hands it on
contract MembersTest is Scene {
    IERC721 private tokens;

    function setUp() public override {
        super.setUp();
        tokens = IERC721(address(membership));
    }

    function test_founders_are_members() public view {
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(membership.memberOf(members[i]), i + 1, "number");
            vm.assertEq(tokens.ownerOf(i + 1), members[i], "owner");
            vm.assertEq(IVotes(address(membership)).delegates(members[i]), members[i], "delegate");
            vm.assertEq(IVotes(address(membership)).getVotes(members[i]), 1, "votes");
            vm.assertTrue(membership.locked(i + 1), "locked");
        }
        vm.assertEq(membership.lastMember(), 3, "last");
        vm.assertEq(membership.memberCount(), 3, "count");
        vm.assertEq(membership.curation(), address(curation), "curation");
        vm.assertEq(membership.memberOf(stranger), 0, "stranger");
    }

    function test_admission_is_told() public {
        vm.expectEmit(address(membership));
        emit IERC721.Transfer(address(0), stranger, 4);
        vm.expectEmit(address(membership));
        emit IERC5192.Locked(4);
        vm.expectEmit(address(membership));
        emit IVotes.DelegateChanged(stranger, address(0), stranger);
        vm.expectEmit(address(membership));
        emit IVotes.DelegateVotesChanged(stranger, 0, 1);
        vm.assertEq(join(stranger), 4, "number");

        vm.assertEq(membership.lastMember(), 4, "last");
        vm.assertEq(membership.memberCount(), 4, "count");
        vm.assertEq(membership.memberOf(stranger), 4, "of");
    }

    function test_who_delegated_before_stays_with_it() public {
        vm.prank(stranger);
        IVotes(address(membership)).delegate(members[0]);
        join(stranger);

        vm.assertEq(IVotes(address(membership)).delegates(stranger), members[0], "delegate");
        vm.assertEq(IVotes(address(membership)).getVotes(members[0]), 2, "votes");
        vm.assertEq(IVotes(address(membership)).getVotes(stranger), 0, "own votes");
    }

    function test_only_curation_admits() public {
        vm.expectRevert(abi.encodeWithSelector(IMembership.AdmissionRefused.selector, treasury));
        vm.prank(treasury);
        membership.admit(stranger);
    }

    function test_nobody_is_a_member_twice() public {
        vm.expectRevert(abi.encodeWithSelector(IMembership.AlreadyMember.selector, members[1], 2));
        join(members[1]);
    }

    function test_a_member_leaves() public {
        vm.expectEmit(address(membership));
        emit IERC721.Transfer(members[1], address(0), 2);
        vm.expectEmit(address(membership));
        emit IMembership.MemberLeft(2, members[1]);
        vm.prank(members[1]);
        membership.leave();

        assertGone();
    }

    function test_the_treasury_removes_a_member() public {
        vm.expectEmit(address(membership));
        emit IMembership.MemberRemoved(2, members[1], "why");
        vm.prank(treasury);
        membership.remove(members[1], "why");

        assertGone();
    }

    function test_a_stranger_removes_nobody() public {
        vm.expectRevert(abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger));
        vm.prank(stranger);
        membership.remove(members[1], "why");
    }

    function test_who_is_no_member_cannot_leave_nor_be_removed() public {
        vm.expectRevert(abi.encodeWithSelector(IMembership.NotMember.selector, stranger));
        vm.prank(stranger);
        membership.leave();

        vm.expectRevert(abi.encodeWithSelector(IMembership.NotMember.selector, stranger));
        vm.prank(treasury);
        membership.remove(stranger, "why");
    }

    function test_the_last_member_stays() public {
        for (uint256 i = 0; i < 2; ++i) {
            vm.prank(members[i]);
            membership.leave();
        }

        vm.expectRevert(abi.encodeWithSelector(IMembership.MemberNeeded.selector, 3));
        vm.prank(members[2]);
        membership.leave();
        vm.expectRevert(abi.encodeWithSelector(IMembership.MemberNeeded.selector, 3));
        vm.prank(treasury);
        membership.remove(members[2], "why");
    }

    function test_who_comes_back_has_a_new_number() public {
        vm.prank(members[1]);
        membership.leave();

        vm.assertEq(join(members[1]), 4, "number");
        vm.assertEq(membership.memberCount(), 3, "count");
        vm.assertEq(IVotes(address(membership)).getVotes(members[1]), 1, "votes");
    }

    function test_a_membership_stays_where_it_is() public {
        vm.startPrank(members[1]);
        vm.expectRevert(abi.encodeWithSelector(IMembership.MembershipBound.selector, 2));
        tokens.transferFrom(members[1], stranger, 2);
        vm.expectRevert(abi.encodeWithSelector(IMembership.MembershipBound.selector, 2));
        tokens.safeTransferFrom(members[1], stranger, 2);
        vm.expectRevert(abi.encodeWithSelector(IMembership.MembershipBound.selector, 2));
        tokens.approve(stranger, 2);
        vm.expectRevert(abi.encodeWithSelector(IMembership.MembershipBound.selector, 2));
        tokens.setApprovalForAll(stranger, true);
        vm.stopPrank();

        vm.expectRevert(abi.encodeWithSelector(IMembership.MembershipBound.selector, 0));
        tokens.setApprovalForAll(stranger, true);
    }

    function test_only_a_membership_that_is_there_is_locked() public {
        vm.expectRevert(abi.encodeWithSignature("ERC721NonexistentToken(uint256)", 4));
        membership.locked(4);
    }

    function test_it_is_what_it_says() public view {
        vm.assertTrue(tokens.supportsInterface(0x01ffc9a7), "ERC-165");
        vm.assertTrue(tokens.supportsInterface(0x80ac58cd), "ERC-721");
        vm.assertTrue(tokens.supportsInterface(0xb45a3c0e), "ERC-5192");
        vm.assertTrue(!tokens.supportsInterface(0xffffffff), "nothing");
    }

    function join(address who) private returns (uint256) {
        vm.prank(address(curation));
        return membership.admit(who);
    }

    function assertGone() private {
        vm.assertEq(membership.memberOf(members[1]), 0, "number");
        vm.assertEq(membership.memberCount(), 2, "count");
        vm.assertEq(membership.lastMember(), 3, "last");
        vm.assertEq(IVotes(address(membership)).getVotes(members[1]), 0, "votes");
        vm.expectRevert(abi.encodeWithSignature("ERC721NonexistentToken(uint256)", 2));
        tokens.ownerOf(2);
    }
}
