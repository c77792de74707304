// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Fair} from "./Fair.sol";

/// @title When a listing does not sell
contract BuyTermsTest is Fair {
    function test_holds_in_its_last_second() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        vm.warp(listing.expiresAt);
        take(listing, stranger);
        vm.assertEq(ownerOf(WORK), stranger, "owner");
    }

    function test_expires_a_second_later() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        uint256 late = uint256(listing.expiresAt) + 1;
        bytes memory signature = signed(listing, address(market));
        vm.warp(late);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderExpired.selector, listing.expiresAt, late));
        take(listing, stranger, signature, ODD);
    }

    function test_reserved_sells_to_whom_it_is_for() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        listing.buyer = stranger;
        take(listing, stranger);
        vm.assertEq(ownerOf(WORK), stranger, "owner");
    }

    function test_reserved_sells_to_nobody_else() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        listing.buyer = collector;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderReserved.selector, collector, stranger));
        take(listing, stranger, signature, ODD);
    }

    function test_a_wei_less_is_refused() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, ODD - 1, ODD));
        take(listing, stranger, signature, ODD - 1);
    }

    function test_a_wei_more_is_refused() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, ODD + 1, ODD));
        take(listing, stranger, signature, ODD + 1);
    }

    function test_ether_with_a_price_in_tokens_is_refused() public {
        IMarket.Listing memory listing = listed(WORK, artist, token);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, 1, 0));
        take(listing, stranger, signature, 1);
    }

    function test_other_tokens_are_refused() public {
        IMarket.Listing memory listing = listed(WORK, artist, friend);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, friend));
        take(listing, stranger, signature, 0);
    }

    function test_cancelled_is_closed() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature = signed(listing, address(market));
        bytes32 order = market.listingDigest(listing);
        vm.prank(artist);
        market.cancel(listing);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderClosed.selector, order));
        take(listing, stranger, signature, ODD);
    }

    function test_another_signer_forges() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature =
            signedBy(collector, "Atelier Market", address(market), LISTING, abi.encode(listing));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, artist));
        take(listing, stranger, signature, ODD);
    }

    function test_an_epoch_past_is_refused() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.prank(artist);
        market.cancelAll();
        vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, 0, 1));
        take(listing, stranger, signature, ODD);
    }

    function test_a_work_that_moved_is_not_sold() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature = signed(listing, address(market));
        move(WORK, artist, collector);
        vm.expectRevert(abi.encodeWithSelector(IMarket.ListingStale.selector, 0, 1));
        take(listing, stranger, signature, ODD);
    }

    function test_who_owns_nothing_sells_nothing() public {
        IMarket.Listing memory listing = listed(WORK, collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(
            abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, collector, WORK, artist)
        );
        take(listing, stranger, signature, ODD);
    }

    function test_a_fee_at_the_signed_limit_is_taken() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        listing.maxFeeBps = PRIMARY_BPS;
        take(listing, stranger);
        assertGain(ETHER, address(market), 400, "kept fee");
    }

    function test_a_fee_above_the_signed_limit_is_refused() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        listing.maxFeeBps = PRIMARY_BPS - 1;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(
            abi.encodeWithSelector(ISales.FeeAboveSigned.selector, PRIMARY_BPS, PRIMARY_BPS - 1)
        );
        take(listing, stranger, signature, ODD);
    }

    function test_nothing_is_sold_while_paused() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes memory signature = signed(listing, address(market));
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        take(listing, stranger, signature, ODD);
    }

    function testFuzz_any_changed_field_forges(uint8 field, uint256 bits) public {
        IMarket.Listing memory listing = listed(OWNED, collector, ETHER);
        bytes memory signature = signed(listing, address(market));
        bytes32 before = market.listingDigest(listing);
        uint256 slot = field % 9;
        uint256 change = 1 + (bits % type(uint16).max); // fits every field's type
        if (slot == 1) listing.work ^= change;
        else if (slot == 2) listing.currency = token;
        else if (slot == 3) listing.price ^= change;
        else if (slot == 4) listing.maxFeeBps ^= uint16(change);
        else if (slot == 5) listing.transferCount ^= uint40(change);
        else if (slot == 6) listing.expiresAt += uint64(change);
        else if (slot == 7) listing.epoch ^= uint64(change);
        else if (slot == 8) listing.buyer = stranger;
        else listing.seller = friend;
        vm.assertTrue(market.listingDigest(listing) != before, "digest");
        uint256 due = listing.currency == ETHER ? listing.price : 0;
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, listing.seller));
        take(listing, stranger, signature, due);
    }
}
