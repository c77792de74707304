// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

/// @title How every house divides a price: seller, artist or those who share, and the DAO
contract ProceedsTest is ArtworkScene {
    uint256 private constant ROYALTY = PRICE / 10;
    uint256 private constant REST = PRICE - FEE - ROYALTY;

    uint256 private sellerBefore;
    uint256 private artistBefore;

    function setUp() public override {
        super.setUp();
        mint(WORK);
        mintShared(OTHER);
    }

    function test_the_artists_own_sale_has_no_royalty() public {
        remember(artist);
        buy(listingOf(WORK, artist), stranger);
        vm.assertEq(artist.balance, artistBefore + PRICE - FEE, "artist");
        vm.assertEq(address(market).balance, FEE, "fee");
    }

    function test_an_owners_sale_pays_the_artist_too() public {
        give(WORK);
        buy(listingOf(WORK, collector), stranger);
        vm.assertEq(collector.balance, sellerBefore + REST, "seller");
        vm.assertEq(artist.balance, artistBefore + ROYALTY, "artist");
        vm.assertEq(address(market).balance, FEE, "fee");
    }

    function testFuzz_the_parts_are_the_price_to_the_wei(uint96 price, uint16 feeBps) public {
        feeBps = uint16(bound(feeBps, 0, 1_000));
        vm.prank(treasury);
        ISales(address(market)).setFees(1, feeBps);
        give(WORK);
        vm.deal(stranger, price);
        IMarket.Listing memory listing = listingOf(WORK, collector);
        (listing.price, listing.maxFeeBps) = (price, feeBps);
        buy(listing, stranger);
        uint256 fee = (uint256(price) * feeBps) / 10_000;
        uint256 royalty = uint256(price) / 10;
        vm.assertEq(address(market).balance, fee, "fee");
        vm.assertEq(artist.balance - artistBefore, royalty, "royalty");
        vm.assertEq(collector.balance - sellerBefore, price - fee - royalty, "seller");
    }

    function test_those_who_share_get_the_royalty() public {
        give(OTHER);
        buy(listingOf(OTHER, collector), stranger);
        vm.assertEq(collector.balance, sellerBefore + REST, "seller");
        vm.assertEq(artist.balance, artistBefore, "artist");
        vm.assertEq(royalties.incomeOf(OTHER, ETHER), ROYALTY, "income");
    }

    function test_those_who_share_get_the_artists_sale() public {
        remember(artist);
        buy(listingOf(OTHER, artist), stranger);
        vm.assertEq(artist.balance, artistBefore, "artist");
        vm.assertEq(royalties.incomeOf(OTHER, ETHER), PRICE - FEE, "income");
    }

    function test_a_sale_in_tokens_is_divided_alike() public {
        give(WORK);
        buyWithTokens(WORK);
        vm.assertEq(tokensOf(collector), REST, "seller");
        vm.assertEq(tokensOf(artist), ROYALTY, "artist");
        vm.assertEq(tokensOf(address(market)), FEE, "fee");
        vm.assertEq(tokensOf(stranger), 0, "buyer");
    }

    function test_a_shared_sale_in_tokens_is_divided_alike() public {
        give(OTHER);
        buyWithTokens(OTHER);
        vm.assertEq(tokensOf(collector), REST, "seller");
        vm.assertEq(tokensOf(address(royalties)), ROYALTY, "royalties");
        vm.assertEq(royalties.incomeOf(OTHER, token), ROYALTY, "income");
        vm.assertEq(tokensOf(artist), 0, "artist");
    }

    function test_pushed_fees_reach_the_treasury() public {
        vm.prank(treasury);
        IKeptFees(address(market)).setFeesPushed(true);
        give(WORK);
        buyWithTokens(WORK);
        vm.assertEq(tokensOf(treasury), FEE, "treasury");
        vm.assertEq(tokensOf(address(market)), 0, "kept");
    }

    function test_a_work_without_royalty_pays_none() public {
        vm.prank(artist);
        artwork.mint(uint256(keccak256("free")), collector, 0);
        remember(collector);
        buy(listingOf(uint256(keccak256("free")), collector), stranger);
        vm.assertEq(collector.balance, sellerBefore + PRICE - FEE, "seller");
        vm.assertEq(artist.balance, artistBefore, "artist");
    }

    function test_the_auction_house_pushes_its_fee() public {
        give(WORK);
        auction(WORK, collector);
        bid(WORK, stranger, PRICE);
        pass(2 days);
        auctionHouse.settle(WORK);
        vm.assertEq(collector.balance, sellerBefore + REST, "seller");
        vm.assertEq(artist.balance, artistBefore + ROYALTY, "artist");
        vm.assertEq(treasury.balance, FEE, "treasury");
        vm.assertEq(address(auctionHouse).balance, 0, "held");
    }

    function give(uint256 work) private {
        move(work, artist, collector);
        remember(collector);
    }

    function remember(address seller) private {
        (sellerBefore, artistBefore) = (seller.balance, artist.balance);
    }

    function buyWithTokens(uint256 work) private {
        fund(stranger, address(market), PRICE);
        IMarket.Listing memory listing = listingOf(work, collector);
        listing.currency = token;
        bytes memory signature = signed(listing, address(market));
        vm.prank(stranger);
        market.buy(listing, signature);
    }
}
