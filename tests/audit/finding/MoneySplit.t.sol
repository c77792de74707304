// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {Scene} from "../Scene.sol";

/// @title How a price is divided: to the wei, to whom it belongs, whoever they are
contract MoneySplitTest is Scene {
    uint256 private constant SHARED = uint256(keccak256("shared work"));
    uint256 private constant ODD = 1 ether + 7_777;

    address private payee = person("payee");

    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_R_H01_the_treasury_gets_the_fee_of_the_whole_price() public {
        move(WORK, artist, stranger);
        auction(WORK, stranger);
        bid(WORK, collector, ODD);
        pass(1 days);
        uint256[2] memory before = [artist.balance, stranger.balance];
        auctionHouse.settle(WORK);
        vm.assertEq(treasury.balance, 0.025 ether + 194, "treasury");
        vm.assertEq(artist.balance - before[0], 0.1 ether + 777, "artist");
        vm.assertEq(stranger.balance - before[1], 0.875 ether + 6_806, "seller");
        vm.assertEq(address(auctionHouse).balance, 0, "left behind");
    }

    function test_R_M10_a_price_buys_the_copies_it_names() public {
        IEditions.Terms memory terms;
        (terms.price, terms.closesAt) = (uint96(PRICE), type(uint48).max);
        vm.prank(artist);
        editions.open(7, 0, FEE_BPS, terms, noSplit(), new IRoyalties.Consent[](0));
        vm.startPrank(collector);
        editions.mint{value: 3 * PRICE}(7, 3, collector, 3 * PRICE, 0, new bytes32[](0));
        vm.assertEq(IERC1155(address(editions)).balanceOf(collector, 7), 3, "copies");
        vm.assertEq(editions.editions(7).minted, 3, "minted");
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, 3 * PRICE, 4 * PRICE));
        editions.mint{value: 3 * PRICE}(7, 4, collector, 3 * PRICE, 0, new bytes32[](0));
    }

    function test_F2_M05_no_royalty_is_owed_to_the_collection() public {
        mintShared(payee, 1_000);
        (address ofPlain, ) = IERC2981(address(artwork)).royaltyInfo(WORK, PRICE);
        (address ofShared, ) = IERC2981(address(artwork)).royaltyInfo(SHARED, PRICE);
        vm.assertEq(ofPlain, artist, "of a plain work");
        vm.assertEq(ofShared, royalties.receiverOf(SHARED), "of a shared work");
    }

    function test_F2_M07_lists_of_two_lengths_are_refused() public {
        IRoyalties.Split memory split = sharedWith(payee, 1_000);
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](2);
        consents[0] = consented(SHARED, artist, split.shares[0], address(royalties));
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentCount.selector, 2, 1));
        vm.prank(artist);
        artwork.mintSplit(SHARED, artist, ROYALTY_BPS, split, consents);
    }

    function test_F2_M11_who_refuses_a_part_stops_no_sale() public {
        RefusingPayee seller = new RefusingPayee();
        move(WORK, artist, address(seller));
        auctionBy(seller, WORK);
        bid(WORK, collector, PRICE);
        pass(1 days);
        auctionHouse.settle(WORK);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_F2_M15_every_payee_of_a_long_list_is_paid() public {
        IRoyalties.Split memory split;
        split.shares = new IRoyalties.Share[](32);
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](32);
        for (uint256 i = 0; i < 32; ++i) {
            keys[vm.addr(1_000 + i)] = 1_000 + i;
            split.shares[i] = IRoyalties.Share(vm.addr(1_000 + i), 100);
            consents[i] = consented(SHARED, artist, split.shares[i], address(royalties));
        }
        vm.prank(artist);
        artwork.mintSplit(SHARED, artist, ROYALTY_BPS, split, consents);
        royalties.credit{value: 10_000}(SHARED);
        royalties.share(SHARED, ETHER);
        for (uint256 i = 0; i < 32; ++i) {
            vm.assertEq(split.shares[i].payee.balance, 100, "payee");
        }
    }

    function test_F8_M01_no_part_of_a_price_is_burned() public {
        move(WORK, artist, stranger);
        uint256 before = artist.balance + stranger.balance;
        buy(listingOf(WORK, stranger), collector);
        IKeptFees(address(market)).sweep(ETHER);
        vm.assertEq(artist.balance + stranger.balance + treasury.balance, before + PRICE, "arrived");
        vm.assertEq(address(0).balance, 0, "burned");
        vm.assertEq(address(market).balance, 0, "left behind");
    }

    function test_F8_M03_neither_nobody_nor_the_contract_itself_is_a_payee() public {
        refused(address(0), abi.encodeWithSelector(IRoyalties.PayeeInvalid.selector, 0));
        refused(
            address(royalties), abi.encodeWithSelector(IRoyalties.ConsentForged.selector, royalties)
        );
    }

    function test_F8_M05_one_payee_does_not_take_all() public {
        mintShared(payee, 6_000);
        royalties.credit{value: 1 ether}(SHARED);
        uint256[2] memory before = [payee.balance, artist.balance];
        royalties.share(SHARED, ETHER);
        vm.assertEq(payee.balance - before[0], 0.6 ether, "payee");
        vm.assertEq(artist.balance - before[1], 0.4 ether, "artist");
    }

    function test_F2_M18_an_unfinished_sale_costs_no_fee() public {
        auction(WORK, artist);
        uint256 before = collector.balance;
        bid(WORK, collector, PRICE);
        bid(WORK, stranger, 2 * PRICE);
        vm.assertEq(collector.balance, before, "outbid");
        vm.assertEq(treasury.balance, 0, "fee");
    }

    function test_F2_M08_no_seller_avoids_the_fee() public {
        IMarket.Listing memory listing = listingOf(WORK, artist);
        listing.maxFeeBps = FEE_BPS - 1;
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(abi.encodeWithSelector(ISales.FeeAboveSigned.selector, FEE_BPS, FEE_BPS - 1));
        vm.prank(collector);
        market.buy{value: PRICE}(listing, signature);
    }

    function mintShared(address with, uint16 bps) private {
        IRoyalties.Split memory split = sharedWith(with, bps);
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](1);
        consents[0] = consented(SHARED, artist, split.shares[0], address(royalties));
        vm.prank(artist);
        artwork.mintSplit(SHARED, artist, ROYALTY_BPS, split, consents);
    }

    function refused(address with, bytes memory fault) private {
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](1);
        consents[0].deadline = type(uint64).max;
        vm.expectRevert(fault);
        vm.prank(artist);
        artwork.mintSplit(SHARED, artist, ROYALTY_BPS, sharedWith(with, 1_000), consents);
    }

    function auctionBy(RefusingPayee seller, uint256 work) private {
        seller.act(address(auctionHouse), 0, abi.encodeCall(auctionHouse.create, (work, auctionTerms())));
        noteRound(work);
    }

    function sharedWith(address with, uint16 bps) private pure returns (IRoyalties.Split memory split) {
        split.shares = new IRoyalties.Share[](1);
        split.shares[0] = IRoyalties.Share(with, bps);
    }

    function noSplit() private pure returns (IRoyalties.Split memory split) {}
}
