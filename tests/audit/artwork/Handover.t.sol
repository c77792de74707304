// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

/// @title Market and auction house move works, for owners who trust them
contract HandoverTest is ArtworkScene {
    function setUp() public override {
        super.setUp();
        mint(WORK);
    }

    function test_both_houses_hand_over_and_learn_the_terms() public {
        assertTerms(handOver(address(market), WORK, artist, collector), false);
        vm.assertEq(ownerOf(WORK), collector, "owner");
        assertTerms(handOver(address(auctionHouse), WORK, collector, artist), false);
        assertWork(artwork.works(WORK), IArtwork.Work(artist, 1, ROYALTY_BPS, 2, false, false));
    }

    function test_a_shared_work_says_so() public {
        mintShared(OTHER);
        assertTerms(handOver(address(market), OTHER, artist, collector), true);
    }

    function test_nobody_else_hands_over() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotMarket.selector, artist));
        handOver(artist, WORK, artist, collector);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotMarket.selector, stranger));
        handOverListed(stranger, 0, 0);
    }

    function test_only_from_its_owner() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC721Errors.ERC721IncorrectOwner.selector, collector, WORK, artist
            )
        );
        handOver(address(market), WORK, collector, stranger);
    }

    function test_only_what_there_is() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkMissing.selector, OTHER));
        handOver(address(market), OTHER, artist, collector);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkMissing.selector, OTHER));
        vm.prank(address(market));
        artwork.handOverListed(OTHER, 0, 0, artist, collector);
    }

    function test_to_nobody_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        handOver(address(market), WORK, artist, address(0));
    }

    function test_as_listed_if_nothing_changed() public {
        (address by, uint16 bps, bool isSplit) = handOverListed(address(market), 0, 0);
        assertTerms(abi.encode(by, bps, isSplit), false);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function testFuzz_as_listed_only_at_the_same_count(uint40 count) public {
        move(WORK, artist, collector);
        move(WORK, collector, artist);
        if (count != 2) {
            vm.expectRevert(abi.encodeWithSelector(IMarket.ListingStale.selector, count, 2));
        }
        handOverListed(address(market), count, 0);
    }

    function test_as_listed_not_at_an_earlier_or_later_count() public {
        move(WORK, artist, collector);
        move(WORK, collector, artist);
        for (uint40 count = 1; count <= 3; count += 2) {
            vm.expectRevert(abi.encodeWithSelector(IMarket.ListingStale.selector, count, 2));
            handOverListed(address(market), count, 0);
        }
        handOverListed(address(market), 2, 0);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_as_listed_only_in_the_same_epoch() public {
        vm.prank(address(market));
        vm.assertEq(artwork.raiseEpoch(artist), 1, "new epoch");
        vm.assertEq(artwork.epochs(artist), 1, "epoch");
        vm.assertEq(artwork.epochs(collector), 0, "another's epoch");
        for (uint64 epoch = 0; epoch <= 2; epoch += 2) {
            vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, epoch, 1));
            handOverListed(address(market), 0, epoch);
        }
        handOverListed(address(market), 0, 1);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_as_offered_in_the_bidders_epoch() public {
        assertTerms(handOverOffered(address(market), 0), false);
        vm.assertEq(ownerOf(WORK), collector, "owner");
        vm.assertEq(artwork.works(WORK).transferCount, 1, "count");
    }

    function test_as_offered_only_in_the_same_epoch() public {
        vm.prank(address(market));
        artwork.raiseEpoch(collector);
        for (uint64 epoch = 0; epoch <= 2; epoch += 2) {
            vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, epoch, 1));
            handOverOffered(address(market), epoch);
        }
        handOverOffered(address(market), 1);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_as_offered_by_the_market_only_and_only_what_there_is() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotMarket.selector, stranger));
        handOverOffered(stranger, 0);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkMissing.selector, OTHER));
        vm.prank(address(market));
        artwork.handOverOffered(OTHER, 0, artist, collector);
    }

    function test_only_the_market_raises_epochs() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotMarket.selector, artist));
        vm.prank(artist);
        artwork.raiseEpoch(artist);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotMarket.selector, address(auctionHouse)));
        vm.prank(address(auctionHouse));
        artwork.raiseEpoch(artist);
    }

    function test_owners_trust_until_they_say_otherwise() public view {
        vm.assertTrue(artwork.trustsMarket(artist), "distrusts");
        vm.assertTrue(owned.isApprovedForAll(artist, address(market)), "market");
        vm.assertTrue(owned.isApprovedForAll(artist, address(auctionHouse)), "auction house");
        vm.assertTrue(!owned.isApprovedForAll(artist, stranger), "stranger");
    }

    function test_distrust_stops_both_houses() public {
        setTrust(false);
        vm.assertTrue(!artwork.trustsMarket(artist), "trusts");
        vm.assertTrue(artwork.trustsMarket(collector), "another distrusts");
        address[2] memory houses = [address(market), address(auctionHouse)];
        for (uint256 i = 0; i < 2; ++i) {
            vm.assertTrue(!owned.isApprovedForAll(artist, houses[i]), "approved");
            vm.expectRevert(
                abi.encodeWithSelector(
                    IERC721Errors.ERC721InsufficientApproval.selector, houses[i], WORK
                )
            );
            handOver(houses[i], WORK, artist, collector);
        }
    }

    function test_trust_can_come_back() public {
        setTrust(false);
        setTrust(true);
        handOver(address(market), WORK, artist, collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_the_switch_says_so_for_both_houses() public {
        expectTrust(false);
        vm.prank(artist);
        artwork.setMarketTrust(false);
    }

    function test_approving_one_house_is_the_same_switch() public {
        address[2] memory houses = [address(market), address(auctionHouse)];
        for (uint256 i = 0; i < 2; ++i) {
            expectTrust(false);
            approveAll(houses[i], false);
            vm.assertTrue(!artwork.trustsMarket(artist), "trusts");
            expectTrust(true);
            approveAll(houses[i], true);
            vm.assertTrue(artwork.trustsMarket(artist), "distrusts");
        }
    }

    function test_others_are_approved_as_ever() public {
        vm.expectEmit(address(artwork));
        emit IERC721.ApprovalForAll(artist, stranger, true);
        approveAll(stranger, true);
        vm.assertTrue(owned.isApprovedForAll(artist, stranger), "not approved");
        vm.assertTrue(artwork.trustsMarket(artist), "distrusts");
        vm.prank(stranger);
        owned.transferFrom(artist, collector, WORK);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_works_are_not_sent_where_they_would_be_stuck() public {
        address[3] memory pits = [address(market), address(auctionHouse), address(artwork)];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IArtwork.TransferRefused.selector, pits[i]));
            move(WORK, artist, pits[i]);
            vm.expectRevert(abi.encodeWithSelector(IArtwork.TransferRefused.selector, pits[i]));
            vm.prank(artist);
            artwork.mint(OTHER, pits[i], 0);
            vm.expectRevert(abi.encodeWithSelector(IArtwork.TransferRefused.selector, pits[i]));
            handOver(address(market), WORK, artist, pits[i]);
        }
    }

    function test_the_auction_house_takes_works_for_itself_only() public {
        address[2] memory pits = [address(market), address(artwork)];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IArtwork.TransferRefused.selector, pits[i]));
            handOver(address(auctionHouse), WORK, artist, pits[i]);
        }
        handOver(address(auctionHouse), WORK, artist, address(auctionHouse));
        vm.assertEq(ownerOf(WORK), address(auctionHouse), "owner");
    }

    function test_the_houses_are_named() public view {
        vm.assertEq(artwork.market(), address(market), "market");
        vm.assertEq(artwork.auctionHouse(), address(auctionHouse), "auction house");
    }

    function handOver(address by, uint256 work, address from, address to) private returns (bytes memory) {
        vm.prank(by);
        (address creator, uint16 bps, bool isSplit) = artwork.handOver(work, from, to);
        return abi.encode(creator, bps, isSplit);
    }

    function handOverListed(
        address by,
        uint40 count,
        uint64 epoch
    ) private returns (address, uint16, bool) {
        vm.prank(by);
        return artwork.handOverListed(WORK, count, epoch, artist, collector);
    }

    function handOverOffered(address by, uint64 epoch) private returns (bytes memory) {
        vm.prank(by);
        (address creator, uint16 bps, bool isSplit) =
            artwork.handOverOffered(WORK, epoch, artist, collector);
        return abi.encode(creator, bps, isSplit);
    }

    function setTrust(bool trusted) private {
        vm.prank(artist);
        artwork.setMarketTrust(trusted);
    }

    function approveAll(address operator, bool approved) private {
        vm.prank(artist);
        owned.setApprovalForAll(operator, approved);
    }

    function expectTrust(bool trusted) private {
        vm.expectEmit(address(artwork));
        emit IERC721.ApprovalForAll(artist, address(market), trusted);
        vm.expectEmit(address(artwork));
        emit IERC721.ApprovalForAll(artist, address(auctionHouse), trusted);
        vm.expectEmit(address(artwork));
        emit IArtwork.MarketTrustChanged(artist, trusted);
    }

    function assertTerms(bytes memory found, bool isSplit) private view {
        vm.assertEq(keccak256(found), keccak256(abi.encode(artist, ROYALTY_BPS, isSplit)), "terms");
    }
}
