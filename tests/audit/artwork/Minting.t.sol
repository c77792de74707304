// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ArtworkScene} from "./ArtworkScene.sol";
import {AskingWallet} from "./AskingWallet.sol";

interface ILimits {
    function ROYALTY_CAP_BPS() external view returns (uint16);
    function BATCH_LIMIT() external view returns (uint256);
}

/// @title The artist's own mints: one, in a batch, shared
contract MintingTest is ArtworkScene {
    uint16 private constant CAP = 1_000;

    function test_mint_keeps_the_terms_and_says_so() public {
        vm.expectEmit(address(artwork));
        emit IArtwork.WorkMinted(WORK, artist, collector, artist, 777, ETHER, 0, 0);
        vm.expectEmit(address(artwork));
        emit IERC721.Transfer(address(0), collector, WORK);
        vm.prank(artist);
        artwork.mint(WORK, collector, 777);

        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, 777, 0, false, false));
        vm.assertEq(owned.balanceOf(collector), 1, "balance");
        vm.assertEq(artwork.artistOf(WORK), artist, "artist");
    }

    function test_limits_are_what_the_manual_says() public view {
        vm.assertEq(ILimits(address(artwork)).ROYALTY_CAP_BPS(), CAP, "royalty cap");
        vm.assertEq(ILimits(address(artwork)).BATCH_LIMIT(), 50, "batch limit");
    }

    function test_only_artists_mint() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotArtist.selector, stranger));
        vm.prank(stranger);
        artwork.mint(WORK, stranger, 0);
    }

    function test_no_work_is_zero() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkInvalid.selector, 0));
        mint(0);
    }

    function test_a_work_is_minted_once() public {
        mint(WORK);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkExists.selector, WORK));
        mint(WORK);
    }

    function testFuzz_the_royalty_is_capped(uint16 royaltyBps) public {
        if (royaltyBps > CAP) {
            vm.expectRevert(abi.encodeWithSelector(IArtwork.RoyaltyAboveCap.selector, royaltyBps, CAP));
        }
        vm.prank(artist);
        artwork.mint(WORK, artist, royaltyBps);
        if (royaltyBps <= CAP) vm.assertEq(artwork.works(WORK).royaltyBps, royaltyBps, "royalty");
    }

    function test_the_royalty_may_be_the_cap() public {
        vm.prank(artist);
        artwork.mint(WORK, artist, CAP);
        vm.assertEq(artwork.works(WORK).royaltyBps, CAP, "royalty");
    }

    function test_the_royalty_may_not_be_a_point_above() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.RoyaltyAboveCap.selector, CAP + 1, CAP));
        vm.prank(artist);
        artwork.mint(WORK, artist, CAP + 1);
    }

    function test_nobody_is_no_receiver() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        vm.prank(artist);
        artwork.mint(WORK, address(0), 0);
    }

    function test_a_contract_that_takes_no_works_gets_none() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, token));
        vm.prank(artist);
        artwork.mint(WORK, token, 0);
    }

    function test_a_batch_mints_each_of_its_works() public {
        uint256[] memory batch = batchOf(3);
        for (uint256 i = 0; i < batch.length; ++i) {
            vm.expectEmit(address(artwork));
            emit IArtwork.WorkMinted(batch[i], artist, collector, artist, 500, ETHER, 0, 0);
        }
        vm.prank(artist);
        artwork.mintBatch(batch, collector, 500);

        vm.assertEq(owned.balanceOf(collector), 3, "balance");
        for (uint256 i = 0; i < batch.length; ++i) {
            assertWork(artwork.works(batch[i]), IArtwork.Work(collector, 1, 500, 0, false, false));
        }
    }

    function test_a_batch_may_be_as_long_as_the_limit() public {
        vm.prank(artist);
        artwork.mintBatch(batchOf(50), artist, 0);
        vm.assertEq(owned.balanceOf(artist), 50, "balance");
    }

    function test_a_batch_may_not_be_longer() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.BatchSize.selector, 51, 50));
        vm.prank(artist);
        artwork.mintBatch(batchOf(51), artist, 0);
    }

    function test_a_batch_is_for_artists_only() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotArtist.selector, stranger));
        vm.prank(stranger);
        artwork.mintBatch(batchOf(1), stranger, 0);
    }

    function test_a_batch_has_no_work_twice() public {
        uint256[] memory batch = batchOf(2);
        batch[1] = batch[0];
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkExists.selector, batch[0]));
        vm.prank(artist);
        artwork.mintBatch(batch, artist, 0);
    }

    function test_a_shared_work_is_recorded() public {
        IRoyalties.Consent[] memory consents = consentsTo(WORK);
        vm.expectEmit(address(royalties));
        emit IRoyalties.ShareGranted(WORK, payee, PAYEE_BPS);
        vm.expectEmit(address(artwork));
        emit IArtwork.WorkMinted(WORK, artist, collector, artist, 777, ETHER, 0, 0);
        vm.prank(artist);
        artwork.mintSplit(WORK, collector, 777, sharedSplit(), consents);

        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, 777, 0, true, false));
        IRoyalties.Split memory kept = royalties.splitOf(WORK);
        vm.assertEq(kept.shares.length, 1, "shares");
        vm.assertEq(kept.shares[0].payee, payee, "payee");
    }

    function test_an_empty_split_is_not_recorded() public {
        IRoyalties.Split memory none;
        vm.prank(artist);
        artwork.mintSplit(WORK, collector, 777, none, new IRoyalties.Consent[](0));
        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, 777, 0, false, false));
    }

    function test_parents_alone_are_a_split() public {
        mint(WORK);
        vm.prank(artist);
        artwork.mintSplit(OTHER, artist, 0, splitFrom(WORK), new IRoyalties.Consent[](0));
        vm.assertTrue(artwork.works(OTHER).isSplit, "not split");
        uint256[] memory parents = artwork.parentsOf(OTHER);
        vm.assertEq(parents.length, 1, "parents");
        vm.assertEq(parents[0], WORK, "parent");
    }

    function test_a_work_is_not_its_own_parent() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ParentMissing.selector, WORK));
        vm.prank(artist);
        artwork.mintSplit(WORK, artist, 0, splitFrom(WORK), new IRoyalties.Consent[](0));
    }

    function test_what_is_only_being_minted_has_no_artist_yet() public {
        IRoyalties.Split memory split = sharedSplit();
        split.shares[0].payee = address(new AskingWallet(artwork, WORK));
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](1);
        consents[0].deadline = uint64(vm.getBlockTimestamp());
        vm.prank(artist);
        artwork.mintSplit(WORK, artist, 0, split, consents);
        vm.assertEq(artwork.artistOf(WORK), artist, "artist");
    }

    function test_a_shared_mint_is_for_artists_only() public {
        IRoyalties.Consent[] memory consents = consentsTo(WORK);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotArtist.selector, stranger));
        vm.prank(stranger);
        artwork.mintSplit(WORK, stranger, 0, sharedSplit(), consents);
    }

    function test_a_shared_work_is_minted_once() public {
        mint(WORK);
        IRoyalties.Consent[] memory consents = consentsTo(WORK);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkExists.selector, WORK));
        vm.prank(artist);
        artwork.mintSplit(WORK, artist, 0, sharedSplit(), consents);
    }

    function splitFrom(uint256 parent) private pure returns (IRoyalties.Split memory split) {
        split.parents = new uint256[](1);
        split.parents[0] = parent;
        split.parentsBps = 500;
    }

    function batchOf(uint256 count) private pure returns (uint256[] memory batch) {
        batch = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            batch[i] = i + 1;
        }
    }
}
