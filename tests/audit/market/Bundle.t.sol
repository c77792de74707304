// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Fair} from "./Fair.sol";

/// @title Several works at one price: how it is divided, and when nothing moves
contract BundleTest is Fair {
    uint256 private constant SECOND = uint256(keccak256("second"));
    uint256 private constant THIRD = uint256(keccak256("third"));

    function test_collector_is_paid_once_and_each_royalty_goes_its_way() public {
        move(SHARED, artist, collector);
        mintTo(THIRD, collector);
        IMarket.Bundle memory bundle = bundleOf(collector, OWNED, SHARED, THIRD);
        bytes32 order = market.bundleDigest(bundle);

        expectSale(OWNED, collector, order, ETHER, 3_335, 83, 333);
        expectSale(SHARED, collector, order, ETHER, 3_335, 83, 333);
        expectSale(THIRD, collector, order, ETHER, 3_337, 83, 333);
        take(bundle, stranger);

        vm.assertEq(ownerOf(OWNED), stranger, "first");
        vm.assertEq(ownerOf(SHARED), stranger, "second");
        vm.assertEq(ownerOf(THIRD), stranger, "third");
        assertGain(ETHER, collector, 10_007 - 3 * 83 - 3 * 333, "seller");
        assertGain(ETHER, artist, 666, "royalties of plain works");
        assertGain(ETHER, address(royalties), 333, "royalty of the shared one");
        vm.assertEq(royalties.incomeOf(SHARED, ETHER), 333, "income");
        assertGain(ETHER, address(market), 249, "kept fee");
        assertLoss(ETHER, stranger, 10_007, "buyer");
    }

    function test_artist_sells_own_works_without_royalty() public {
        mintTo(SECOND, artist);
        IMarket.Bundle memory bundle = bundleOf(artist, WORK, SHARED, SECOND);
        bytes32 order = market.bundleDigest(bundle);

        expectSale(WORK, artist, order, ETHER, 3_335, 133, 0);
        expectSale(SHARED, artist, order, ETHER, 3_335, 133, 0);
        expectSale(SECOND, artist, order, ETHER, 3_337, 133, 0);
        take(bundle, stranger);

        assertGain(ETHER, artist, 2 * (3_335 - 133) + 2, "plain works");
        vm.assertEq(royalties.incomeOf(SHARED, ETHER), 3_335 - 133, "shared work");
        assertGain(ETHER, address(royalties), 3_335 - 133, "royalties");
        assertGain(ETHER, address(market), 399, "kept fee");
    }

    function test_tokens_are_taken_from_the_buyer() public {
        mintTo(SECOND, collector);
        mintTo(THIRD, collector);
        IMarket.Bundle memory bundle = bundleOf(collector, OWNED, SECOND, THIRD);
        bundle.currency = token;
        bytes32 order = market.bundleDigest(bundle);

        expectSale(OWNED, collector, order, token, 3_335, 83, 333);
        expectSale(SECOND, collector, order, token, 3_335, 83, 333);
        expectSale(THIRD, collector, order, token, 3_337, 83, 333);
        take(bundle, stranger);

        assertGain(token, collector, 10_007 - 3 * 83 - 3 * 333, "seller");
        assertGain(token, artist, 999, "royalties");
        assertGain(token, address(market), 249, "kept fee");
        assertLoss(token, stranger, 10_007, "buyer");
    }

    function test_fee_is_pushed_once() public {
        pushFees();
        mintTo(SECOND, artist);
        take(bundleOf(artist, WORK, SHARED, SECOND), stranger);
        assertGain(ETHER, treasury, 399, "treasury");
        assertGain(ETHER, address(market), 0, "kept");
    }

    function test_a_bundle_of_one_sells() public {
        IMarket.Bundle memory bundle = bundleOfMany(1);
        take(bundle, stranger);
        vm.assertEq(ownerOf(bundle.items[0].work), stranger, "owner");
        assertGain(ETHER, artist, 9_607, "artist");
    }

    function test_a_bundle_of_twenty_sells() public {
        IMarket.Bundle memory bundle = bundleOfMany(20);
        take(bundle, stranger);
        for (uint256 i = 0; i < 20; ++i) vm.assertEq(ownerOf(bundle.items[i].work), stranger, "owner");
        assertGain(ETHER, artist, 10_007 - 20 * 20, "artist"); // 4 % of 500, and of 507
        assertGain(ETHER, address(market), 20 * 20, "kept fee");
    }

    function test_a_bundle_of_more_is_refused() public {
        IMarket.Bundle memory bundle = bundleOfMany(21);
        bytes memory signature = signed(bundle, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.BundleSize.selector, 21, 20));
        take(bundle, stranger, signature, ODD);
    }

    function test_a_bundle_of_nothing_is_refused() public {
        IMarket.Bundle memory bundle = bundleOfMany(0);
        bytes memory signature = signed(bundle, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.BundleSize.selector, 0, 20));
        take(bundle, stranger, signature, ODD);
    }

    function test_one_work_that_moved_keeps_all_back() public {
        IMarket.Bundle memory bundle = bundleOfMany(3);
        bytes memory signature = signed(bundle, address(market));
        move(bundle.items[2].work, artist, collector);
        vm.expectRevert(abi.encodeWithSelector(IMarket.ListingStale.selector, 0, 1));
        take(bundle, stranger, signature, ODD);
        vm.assertEq(ownerOf(bundle.items[0].work), artist, "owner");
    }

    function test_an_epoch_past_is_refused() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bytes memory signature = signed(bundle, address(market));
        vm.prank(artist);
        market.cancelAll();
        vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, 0, 1));
        take(bundle, stranger, signature, ODD);
    }

    function test_cancelled_is_closed() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bytes memory signature = signed(bundle, address(market));
        bytes32 order = market.bundleDigest(bundle);
        vm.expectEmit(address(market));
        emit IMarket.OrderCancelled(order, artist);
        vm.prank(artist);
        market.cancelBundle(bundle);
        vm.assertTrue(market.isCancelled(order), "cancelled");
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderClosed.selector, order));
        take(bundle, stranger, signature, ODD);
    }

    function test_only_its_seller_cancels_it() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        vm.expectRevert(abi.encodeWithSelector(IMarket.NotSeller.selector, artist, stranger));
        vm.prank(stranger);
        market.cancelBundle(bundle);
    }

    function test_expires_after_its_last_second() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bytes memory signature = signed(bundle, address(market));
        uint256 late = uint256(bundle.expiresAt) + 1;
        vm.warp(late);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderExpired.selector, bundle.expiresAt, late));
        take(bundle, stranger, signature, ODD);
    }

    function test_reserved_sells_to_nobody_else() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bundle.buyer = collector;
        bytes memory signature = signed(bundle, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderReserved.selector, collector, stranger));
        take(bundle, stranger, signature, ODD);
    }

    function test_payment_is_exact() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bytes memory signature = signed(bundle, address(market));
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, ODD - 1, ODD));
        take(bundle, stranger, signature, ODD - 1);
    }

    function test_other_tokens_are_refused() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bundle.currency = friend;
        bytes memory signature = signed(bundle, address(market));
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, friend));
        take(bundle, stranger, signature, 0);
    }

    function test_another_signer_forges() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bytes memory signature =
            signedBy(collector, "Atelier Market", address(market), BUNDLE, abi.encode(bundle));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, artist));
        take(bundle, stranger, signature, ODD);
    }

    function test_a_fee_above_the_signed_limit_is_refused() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bundle.maxFeeBps = PRIMARY_BPS - 1;
        bytes memory signature = signed(bundle, address(market));
        vm.expectRevert(
            abi.encodeWithSelector(ISales.FeeAboveSigned.selector, PRIMARY_BPS, PRIMARY_BPS - 1)
        );
        take(bundle, stranger, signature, ODD);
    }

    function test_nothing_is_sold_while_paused() public {
        IMarket.Bundle memory bundle = bundleOfMany(2);
        bytes memory signature = signed(bundle, address(market));
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        take(bundle, stranger, signature, ODD);
    }

    function testFuzz_digest_is_that_of_wallets(IMarket.Bundle memory bundle) public view {
        bytes32 meant = digestOf("Atelier Market", address(market), BUNDLE, abi.encode(bundle));
        vm.assertEq(market.bundleDigest(bundle), meant, "digest");
    }

    function mintTo(uint256 work, address to) private {
        vm.prank(artist);
        artwork.mint(work, to, ROYALTY_BPS);
    }

    function expectSale(
        uint256 work,
        address seller,
        bytes32 order,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty
    ) private {
        vm.expectEmit(address(market));
        emit IMarket.WorkSold(work, seller, stranger, order, currency, price, fee, royalty, artist);
    }

    /// @dev Plain works of the artist's, never moved.
    function bundleOfMany(uint256 count) private returns (IMarket.Bundle memory bundle) {
        bundle = bundleBy(artist);
        bundle.items = new IMarket.Item[](count);
        for (uint256 i = 0; i < count; ++i) {
            bundle.items[i].work = uint256(keccak256(abi.encode("item", i)));
            mintTo(bundle.items[i].work, artist);
        }
    }

    function bundleOf(
        address seller,
        uint256 first,
        uint256 second,
        uint256 third
    ) private view returns (IMarket.Bundle memory bundle) {
        bundle = bundleBy(seller);
        bundle.items = new IMarket.Item[](3);
        bundle.items[0] = IMarket.Item(first, artwork.works(first).transferCount);
        bundle.items[1] = IMarket.Item(second, artwork.works(second).transferCount);
        bundle.items[2] = IMarket.Item(third, artwork.works(third).transferCount);
    }

    function bundleBy(address seller) private view returns (IMarket.Bundle memory bundle) {
        (bundle.seller, bundle.price, bundle.maxFeeBps) = (seller, ODD, 1_000);
        bundle.expiresAt = uint64(vm.getBlockTimestamp() + 1 days);
    }

    function take(IMarket.Bundle memory bundle, address buyer) private {
        uint256 due = bundle.currency == ETHER ? bundle.price : 0;
        take(bundle, buyer, signed(bundle, address(market)), due);
    }

    function take(
        IMarket.Bundle memory bundle,
        address buyer,
        bytes memory signature,
        uint256 paid
    ) private {
        vm.prank(buyer);
        market.buyBundle{value: paid}(bundle, signature);
    }
}
