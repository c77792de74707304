// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {Scene} from "../Scene.sol";

/// @title Signatures: reused, taken from another contract, hashed wrongly
contract SignaturesTest is Scene {
    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_F2_M01_a_listing_sells_once() public {
        IMarket.Listing memory listing = listingOf(WORK, artist);
        bytes memory signature = signed(listing, address(market));
        vm.prank(collector);
        market.buy{value: PRICE}(listing, signature);
        move(WORK, collector, artist);

        vm.expectRevert(abi.encodeWithSelector(IMarket.ListingStale.selector, 0, 2));
        vm.prank(stranger);
        market.buy{value: PRICE}(listing, signature);
    }

    function test_F2_M12_a_listing_of_another_contract_is_none() public {
        IMarket.Listing memory listing = listingOf(WORK, artist);
        bytes memory signature = signed(listing, address(artwork));

        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, artist));
        vm.prank(collector);
        market.buy{value: PRICE}(listing, signature);
    }

    function test_R_M14_digests_are_those_of_wallets() public view {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        IMarket.Listing memory listing = listingOf(WORK, artist);

        bytes32 voucherDigest =
            digestOf("Atelier Artwork", address(artwork), VOUCHER, abi.encode(voucher));
        bytes32 listingDigest = digestOf("Atelier Market", address(market), LISTING, abi.encode(listing));

        vm.assertEq(artwork.voucherDigest(voucher), voucherDigest, "voucher");
        vm.assertEq(market.listingDigest(listing), listingDigest, "listing");
    }
}
