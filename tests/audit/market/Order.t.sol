// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {Fair} from "./Fair.sol";

/// @dev What the market says besides `IMarket`; the contract's own file would be compiled with these tests.
interface IFacts {
    function BUNDLE_LIMIT() external view returns (uint256);
    function FEE_CAP_BPS() external view returns (uint16);
    function royalties() external view returns (address);
    function currencies() external view returns (address);
}

/// @title How orders are cancelled, and what the market says of itself
contract OrderTest is Fair {
    function test_seller_cancels_a_listing() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes32 order = market.listingDigest(listing);
        vm.assertTrue(!market.isCancelled(order), "not yet");

        vm.expectEmit(address(market));
        emit IMarket.OrderCancelled(order, artist);
        vm.prank(artist);
        market.cancel(listing);

        vm.assertTrue(market.isCancelled(order), "cancelled");
        vm.assertEq(market.copiesSold(order), 0, "nothing sold");
    }

    function test_nobody_else_cancels_a_listing() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IMarket.NotSeller.selector, artist, stranger));
        vm.prank(stranger);
        market.cancel(listing);
    }

    function test_a_listing_is_cancelled_once() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes32 order = market.listingDigest(listing);
        vm.prank(artist);
        market.cancel(listing);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderClosed.selector, order));
        vm.prank(artist);
        market.cancel(listing);
    }

    function test_cancelling_works_while_paused() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes32 order = market.listingDigest(listing);
        pause();
        vm.prank(artist);
        market.cancel(listing);
        vm.assertTrue(market.isCancelled(order), "cancelled");
    }

    function test_cancelling_all_raises_the_epoch_by_one() public {
        vm.expectEmit(address(market));
        emit IMarket.OrdersCancelled(collector, 1);
        vm.prank(collector);
        vm.assertEq(market.cancelAll(), 1, "first");
        vm.prank(collector);
        vm.assertEq(market.cancelAll(), 2, "second");
        vm.assertEq(market.epochs(collector), 2, "epoch");
        vm.assertEq(market.epochs(artist), 0, "nobody else's");
    }

    function test_says_what_it_is_wired_to() public view {
        vm.assertEq(market.artwork(), address(artwork), "artwork");
        vm.assertEq(market.editions(), address(editions), "editions");
        vm.assertEq(IGoverned(address(market)).treasury(), treasury, "treasury");
        vm.assertEq(IFacts(address(market)).royalties(), address(royalties), "royalties");
        vm.assertEq(IFacts(address(market)).currencies(), address(currencies), "currencies");
    }

    function test_says_its_limits() public view {
        vm.assertEq(IFacts(address(market)).BUNDLE_LIMIT(), 20, "bundle");
        vm.assertEq(IFacts(address(market)).FEE_CAP_BPS(), 1_000, "fee");
    }

    function test_says_its_domain() public view {
        (, string memory name, string memory version, uint256 chain, address verifier, , ) =
            IERC5267(address(market)).eip712Domain();
        vm.assertEq(keccak256(bytes(name)), keccak256("Atelier Market"), "name");
        vm.assertEq(keccak256(bytes(version)), keccak256("1"), "version");
        vm.assertEq(chain, block.chainid, "chain");
        vm.assertEq(verifier, address(market), "verifier");
    }

    function testFuzz_digest_is_that_of_wallets(IMarket.Listing memory listing) public view {
        bytes32 meant = digestOf("Atelier Market", address(market), LISTING, abi.encode(listing));
        vm.assertEq(market.listingDigest(listing), meant, "digest");
    }
}
