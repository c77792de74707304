// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

/// @title Owners, balances and approvals in one slot
contract OwnershipTest is ArtworkScene {
    function setUp() public override {
        super.setUp();
        mint(WORK);
    }

    function test_a_move_changes_owner_balances_and_count() public {
        vm.expectEmit(address(artwork));
        emit IERC721.Transfer(artist, collector, WORK);
        move(WORK, artist, collector);
        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, ROYALTY_BPS, 1, false, false));
        vm.assertEq(owned.balanceOf(artist), 0, "from");
        vm.assertEq(owned.balanceOf(collector), 1, "to");
    }

    function test_balances_add_up_over_works() public {
        mint(OTHER);
        vm.assertEq(owned.balanceOf(artist), 2, "before");
        move(OTHER, artist, collector);
        vm.assertEq(owned.balanceOf(artist), 1, "from");
        vm.assertEq(owned.balanceOf(collector), 1, "to");
    }

    function test_a_move_to_oneself_counts() public {
        move(WORK, artist, artist);
        assertWork(artwork.works(WORK), IArtwork.Work(artist, 1, ROYALTY_BPS, 1, false, false));
        vm.assertEq(owned.balanceOf(artist), 1, "balance");
    }

    function test_every_move_counts() public {
        for (uint256 i = 0; i < 3; ++i) {
            move(WORK, artist, collector);
            move(WORK, collector, artist);
        }
        vm.assertEq(artwork.works(WORK).transferCount, 6, "count");
    }

    function test_a_stranger_moves_nothing() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC721Errors.ERC721InsufficientApproval.selector, stranger, WORK
            )
        );
        vm.prank(stranger);
        owned.transferFrom(artist, stranger, WORK);
    }

    function test_nobody_has_no_balance() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidOwner.selector, address(0)));
        owned.balanceOf(address(0));
    }

    function test_an_approval_is_kept_and_said() public {
        vm.expectEmit(address(artwork));
        emit IERC721.Approval(artist, stranger, WORK);
        approve(stranger);
        assertWork(artwork.works(WORK), IArtwork.Work(artist, 1, ROYALTY_BPS, 0, false, true));
        vm.assertEq(owned.getApproved(WORK), stranger, "approved");
    }

    function test_an_approval_can_be_taken_back() public {
        approve(stranger);
        approve(address(0));
        vm.assertTrue(!artwork.works(WORK).isApproved, "still approved");
        vm.assertEq(owned.getApproved(WORK), address(0), "approved");
    }

    function test_an_approval_ends_with_the_move() public {
        approve(stranger);
        vm.prank(stranger);
        owned.transferFrom(artist, collector, WORK);
        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, ROYALTY_BPS, 1, false, false));
        vm.assertEq(owned.getApproved(WORK), address(0), "approved");
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC721Errors.ERC721InsufficientApproval.selector, stranger, WORK
            )
        );
        vm.prank(stranger);
        owned.transferFrom(collector, stranger, WORK);
    }

    function test_a_move_touches_an_approval_only_where_there_is_one() public {
        vm.assertEq(slotsOfAMove(), 3, "work, from and to");
        move(WORK, collector, artist);
        approve(stranger);
        vm.assertEq(slotsOfAMove(), 4, "and the approval");
    }

    function test_a_stranger_approves_nobody() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidApprover.selector, stranger));
        vm.prank(stranger);
        owned.approve(stranger, WORK);
    }

    function test_a_missing_work_has_no_owner() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, OTHER));
        owned.ownerOf(OTHER);
    }

    function test_a_safe_transfer_asks_the_receiver() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, token));
        vm.prank(artist);
        owned.safeTransferFrom(artist, token, WORK);
    }

    /// @dev How many different slots a move writes.
    function slotsOfAMove() private returns (uint256 count) {
        vm.record();
        move(WORK, artist, collector);
        (, bytes32[] memory writes) = vm.accesses(address(artwork));
        for (uint256 i = 0; i < writes.length; ++i) {
            bool isNew = true;
            for (uint256 j = 0; j < i; ++j) {
                if (writes[j] == writes[i]) isNew = false;
            }
            if (isNew) ++count;
        }
    }

    function approve(address to) private {
        vm.prank(artist);
        owned.approve(to, WORK);
    }
}
