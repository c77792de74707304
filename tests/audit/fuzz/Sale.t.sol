// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";

/// @title Sales at any price and rate, and signatures with any bit flipped
contract SaleFuzz is Scene {
    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_P14_a_price_is_divided_whole(uint96 price, uint16 feeBps, uint16 royaltyBps) public {
        (feeBps, royaltyBps) = (uint16(bound(feeBps, 0, 1_000)), uint16(bound(royaltyBps, 0, 1_000)));
        uint256 work = 7;
        vm.prank(artist);
        artwork.mint(work, collector, royaltyBps);
        vm.prank(treasury);
        ISales(address(market)).setFees(0, feeBps);
        IMarket.Listing memory listing = listingOf(work, collector);
        (listing.price, listing.maxFeeBps) = (price, 1_000);
        vm.deal(stranger, price);
        (uint256 sellerBefore, uint256 artistBefore) = (collector.balance, artist.balance);

        buy(listing, stranger);

        uint256 fee = (uint256(price) * feeBps) / 10_000;
        uint256 royalty = (uint256(price) * royaltyBps) / 10_000;
        vm.assertEq(address(market).balance, fee, "fee");
        vm.assertEq(artist.balance - artistBefore, royalty, "royalty");
        vm.assertEq(collector.balance - sellerBefore, price - fee - royalty, "rest");
        vm.assertEq(stranger.balance, 0, "paid");
    }

    function test_P20_nothing_but_the_price_is_taken(uint96 price, uint96 paid) public {
        vm.assume(price != paid);
        IMarket.Listing memory listing = listingOf(WORK, artist);
        listing.price = price;
        bytes memory signature = signed(listing, address(market));
        vm.deal(collector, paid);

        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, paid, price));
        vm.prank(collector);
        market.buy{value: paid}(listing, signature);
    }

    function test_P28_a_listing_with_a_bit_flipped_is_none(uint8 word, uint8 bit) public {
        IMarket.Listing memory listing = listingOf(WORK, artist);
        listing.buyer = collector;
        bytes memory signature = signed(listing, address(market));
        bytes memory fields = abi.encode(listing);
        uint256 position = uint256(bound(word, 0, 8)) * 32;
        flip(fields, position, bit);

        vm.assertTrue(!isSold(fields, signature), "sold");
    }

    function test_P28_a_signature_with_a_bit_flipped_is_none(uint16 bit) public {
        IMarket.Listing memory listing = listingOf(WORK, artist);
        bytes memory signature = signed(listing, address(market));
        bit = uint16(bound(bit, 0, 65 * 8 - 1));
        signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));

        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, artist));
        vm.prank(collector);
        market.buy{value: PRICE}(listing, signature);
    }

    function test_P28_a_voucher_with_a_bit_flipped_is_none(uint8 word, uint8 bit) public {
        IArtwork.Voucher memory voucher = voucherOf(2);
        (voucher.to, voucher.submitter) = (collector, collector);
        bytes memory signature = signed(voucher, address(artwork));
        bytes memory fields = abi.encode(voucher);
        flip(fields, 32 + uint256(bound(word, 0, 9)) * 32, bit);

        vm.assertTrue(!isMinted(fields, signature), "minted");
    }

    /// @dev The same calls, unharmed, are understood: else the tests above would prove nothing.
    function test_P28_whole_fields_are_taken() public {
        IMarket.Listing memory listing = listingOf(WORK, artist);
        vm.assertTrue(isSold(abi.encode(listing), signed(listing, address(market))), "not sold");
        IArtwork.Voucher memory voucher = voucherOf(2);
        vm.assertTrue(isMinted(abi.encode(voucher), signed(voucher, address(artwork))), "not minted");
    }

    function isSold(bytes memory fields, bytes memory signature) private returns (bool isDone) {
        bytes memory data = abi.encodePacked(
            IMarket.buy.selector, fields, abi.encode(fields.length + 32, 65), signature, new bytes(31)
        );
        vm.prank(collector);
        (isDone, ) = address(market).call{value: PRICE}(data);
    }

    function isMinted(bytes memory fields, bytes memory signature) private returns (bool isDone) {
        uint256 size = fields.length - 32; // without the offset that comes before a dynamic struct
        bytes memory data = abi.encodePacked(
            IArtwork.mintWithVoucher.selector,
            abi.encode(96, 96 + size, 96 + size + 128),
            tail(fields),
            abi.encode(65),
            signature,
            new bytes(31),
            abi.encode(0)
        );
        vm.prank(collector);
        (isDone, ) = address(artwork).call{value: PRICE}(data);
    }

    function flip(bytes memory data, uint256 position, uint8 bit) private pure {
        uint256 at = position + 31 - bit / 8;
        data[at] ^= bytes1(uint8(1 << (bit % 8)));
    }

    /// @dev What follows the first word.
    function tail(bytes memory data) private pure returns (bytes memory rest) {
        rest = new bytes(data.length - 32);
        for (uint256 i = 0; i < rest.length; ++i) {
            rest[i] = data[i + 32];
        }
    }
}
