// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Fair} from "./Fair.sol";

/// @title Copies at a price each, filled in parts
contract EditionListingTest is Fair {
    uint256 private constant UNIT = 3_335; // three cost 10,005: fee 400 or 250, royalty 1,000

    function test_artist_gets_all_but_the_fee() public {
        IMarket.EditionListing memory listing = copiesOf(artist, ETHER);
        listing.copies = 3;
        bytes32 order = market.editionListingDigest(listing);

        vm.expectEmit(address(market));
        emit IMarket.EditionSold(EDITION, artist, stranger, order, 3, ETHER, 10_005, 400, 0, artist);
        take(listing, 3, stranger);

        vm.assertEq(copies(stranger), 3, "copies");
        assertGain(ETHER, artist, 9_605, "artist");
        assertGain(ETHER, address(market), 400, "kept fee");
        assertLoss(ETHER, stranger, 10_005, "buyer");
    }

    function test_collector_gets_what_fee_and_royalty_leave() public {
        IMarket.EditionListing memory listing = copiesOf(collector, token);
        bytes32 order = market.editionListingDigest(listing);

        vm.expectEmit(address(market));
        emit IMarket.EditionSold(EDITION, collector, stranger, order, 3, token, 10_005, 250, 1_000, artist);
        take(listing, 3, stranger);

        vm.assertEq(copies(stranger), 3, "bought");
        vm.assertEq(copies(collector), 2, "left");
        assertGain(token, collector, 8_755, "seller");
        assertGain(token, artist, 1_000, "royalty");
        assertGain(token, address(market), 250, "kept fee");
        assertLoss(token, stranger, 10_005, "buyer");
    }

    function test_is_filled_in_parts_to_the_last_copy() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes32 order = market.editionListingDigest(listing);
        take(listing, 1, stranger);
        vm.assertEq(market.copiesSold(order), 1, "sold first");
        take(listing, 3, stranger);
        vm.assertEq(market.copiesSold(order), 4, "sold then");
        vm.assertTrue(!market.isCancelled(order), "not cancelled");

        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.CopiesExceeded.selector, 1, 0));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_no_more_than_listed() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.CopiesExceeded.selector, 5, 4));
        take(listing, 5, stranger, signature, 5 * UNIT);
    }

    function test_not_none() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(IMarket.CopiesMissing.selector);
        take(listing, 0, stranger, signature, 0);
    }

    function test_nonces_tell_listings_apart() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        take(listing, 4, stranger);
        listing.nonce = 1;
        take(listing, 1, stranger);
        vm.assertEq(copies(stranger), 5, "copies");
    }

    function test_cancelled_is_closed_for_what_is_left() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        bytes32 order = market.editionListingDigest(listing);
        take(listing, 2, stranger);
        vm.expectEmit(address(market));
        emit IMarket.OrderCancelled(order, collector);
        vm.prank(collector);
        market.cancelEdition(listing);
        vm.assertTrue(market.isCancelled(order), "cancelled");
        vm.assertEq(market.copiesSold(order), 2, "sold");
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderClosed.selector, order));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_only_its_seller_cancels_it() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IMarket.NotSeller.selector, collector, stranger));
        vm.prank(stranger);
        market.cancelEdition(listing);
    }

    function test_an_epoch_past_is_refused() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.prank(collector);
        market.cancelAll();
        vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, 0, 1));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_an_epoch_to_come_is_refused() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        listing.epoch = 1;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, 1, 0));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_expires_after_its_last_second() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        uint256 late = uint256(listing.expiresAt) + 1;
        vm.warp(late);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderExpired.selector, listing.expiresAt, late));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_reserved_sells_to_nobody_else() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        listing.buyer = friend;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderReserved.selector, friend, stranger));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_payment_is_exact() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, UNIT, 2 * UNIT));
        take(listing, 2, stranger, signature, UNIT);
    }

    function test_other_tokens_are_refused() public {
        IMarket.EditionListing memory listing = copiesOf(collector, friend);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, friend));
        take(listing, 1, stranger, signature, 0);
    }

    function test_another_signer_forges() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature =
            signedBy(artist, "Atelier Market", address(market), EDITION_LISTING, abi.encode(listing));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, collector));
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_a_fee_above_the_signed_limit_is_refused() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        listing.maxFeeBps = SECONDARY_BPS - 1;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(
            abi.encodeWithSelector(ISales.FeeAboveSigned.selector, SECONDARY_BPS, SECONDARY_BPS - 1)
        );
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_nothing_is_sold_while_paused() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        take(listing, 1, stranger, signature, UNIT);
    }

    function test_no_edition_sells_nothing() public {
        IMarket.EditionListing memory listing = copiesOf(collector, ETHER);
        listing.edition = WORK;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, WORK));
        take(listing, 1, stranger, signature, UNIT);
    }

    function testFuzz_digest_is_that_of_wallets(IMarket.EditionListing memory listing) public view {
        bytes32 meant = digestOf("Atelier Market", address(market), EDITION_LISTING, abi.encode(listing));
        vm.assertEq(market.editionListingDigest(listing), meant, "digest");
    }

    function copies(address who) private view returns (uint256) {
        return IERC1155(address(editions)).balanceOf(who, EDITION);
    }

    function copiesOf(
        address seller,
        address currency
    ) private view returns (IMarket.EditionListing memory listing) {
        (listing.seller, listing.edition, listing.copies) = (seller, EDITION, 4);
        (listing.currency, listing.unitPrice, listing.maxFeeBps) = (currency, UNIT, 1_000);
        listing.expiresAt = uint64(vm.getBlockTimestamp() + 1 days);
    }

    function take(IMarket.EditionListing memory listing, uint256 count, address buyer) private {
        uint256 due = listing.currency == ETHER ? count * listing.unitPrice : 0;
        take(listing, count, buyer, signed(listing, address(market)), due);
    }

    function take(
        IMarket.EditionListing memory listing,
        uint256 count,
        address buyer,
        bytes memory signature,
        uint256 paid
    ) private {
        vm.prank(buyer);
        market.buyEdition{value: paid}(listing, signature, count);
    }
}
