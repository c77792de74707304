// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Fair} from "./Fair.sol";

/// @title Offers: for one work, an artist's, any, or copies; what they pay, and when they do not hold
contract OfferTest is Fair {
    function test_collector_takes_an_offer_for_a_work() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes32 order = market.offerDigest(offer);

        vm.expectEmit(address(market));
        emit IMarket.WorkSold(OWNED, collector, stranger, order, token, ODD, 250, 1_000, artist);
        take(offer, OWNED, collector, 8_757);

        vm.assertEq(ownerOf(OWNED), stranger, "owner");
        vm.assertTrue(market.isOfferUsed(stranger, offer.nonce), "used");
        assertGain(token, collector, 8_757, "seller");
        assertGain(token, artist, 1_000, "royalty");
        assertGain(token, address(market), 250, "kept fee");
        assertLoss(token, stranger, ODD, "bidder");
    }

    function test_artist_takes_an_offer_without_royalty() public {
        IMarket.Offer memory offer = offered(WORK);
        bytes32 order = market.offerDigest(offer);

        vm.expectEmit(address(market));
        emit IMarket.WorkSold(WORK, artist, stranger, order, token, ODD, 400, 0, artist);
        take(offer, WORK, artist, 9_607);
        assertGain(token, artist, 9_607, "artist");
    }

    function test_income_of_a_shared_work_waits_in_royalties() public {
        take(offered(SHARED), SHARED, artist, 9_607);
        vm.assertEq(royalties.incomeOf(SHARED, token), 9_607, "income");
        assertGain(token, artist, 0, "artist");
    }

    function test_any_work_of_an_artist() public {
        IMarket.Offer memory offer = offered(0);
        offer.artist = artist;
        take(offer, OWNED, collector, 0);
        vm.assertEq(ownerOf(OWNED), stranger, "owner");
    }

    function test_no_work_of_another_artist() public {
        IMarket.Offer memory offer = offered(0);
        offer.artist = friend;
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OfferNotForArtist.selector, friend, artist));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_any_work_at_all() public {
        take(offered(0), WORK, artist, 0);
        vm.assertEq(ownerOf(WORK), stranger, "owner");
    }

    function test_not_another_work() public {
        IMarket.Offer memory offer = offered(WORK);
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OfferNotFor.selector, WORK, OWNED));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_copies_at_one_price_together() public {
        IMarket.Offer memory offer = offered(EDITION);
        offer.copies = 2;
        bytes32 order = market.offerDigest(offer);

        vm.expectEmit(address(market));
        emit IMarket.EditionSold(EDITION, collector, stranger, order, 2, token, ODD, 250, 1_000, artist);
        take(offer, EDITION, collector, 8_757);

        vm.assertEq(IERC1155(address(editions)).balanceOf(stranger, EDITION), 2, "bought");
        vm.assertEq(IERC1155(address(editions)).balanceOf(collector, EDITION), 3, "left");
        assertGain(token, collector, 8_757, "seller");
        assertGain(token, artist, 1_000, "royalty");
    }

    function test_copies_of_another_artist_are_not_taken() public {
        IMarket.Offer memory offer = offered(0);
        (offer.copies, offer.artist) = (1, friend);
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OfferNotForArtist.selector, friend, artist));
        take(offer, EDITION, collector, 0, signature);
    }

    function test_proceeds_below_the_least_are_refused() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(abi.encodeWithSelector(IMarket.ProceedsShort.selector, 8_757, 8_758));
        take(offer, OWNED, collector, 8_758, signature);
    }

    function test_who_owns_nothing_takes_nothing() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(
            abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, artist, OWNED, collector)
        );
        take(offer, OWNED, artist, 0, signature);
    }

    function test_a_nonce_is_good_once() public {
        IMarket.Offer memory offer = offered(0);
        bytes memory signature = signed(offer, address(market));
        take(offer, OWNED, collector, 0, signature);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OfferUsed.selector, stranger, 0));
        take(offer, WORK, artist, 0, signature);
    }

    function test_another_nonce_is_another_offer() public {
        IMarket.Offer memory offer = offered(0);
        take(offer, OWNED, collector, 0);
        offer.nonce = 1;
        take(offer, WORK, artist, 0);
        vm.assertEq(ownerOf(WORK), stranger, "owner");
        assertLoss(token, stranger, 2 * ODD, "bidder");
    }

    function test_a_cancelled_nonce_is_used() public {
        IMarket.Offer memory offer = offered(OWNED);
        offer.nonce = 7;
        bytes memory signature = signed(offer, address(market));
        vm.expectEmit(address(market));
        emit IMarket.OfferCancelled(stranger, 7);
        vm.prank(stranger);
        market.cancelOffer(7);
        vm.assertTrue(market.isOfferUsed(stranger, 7), "used");
        vm.assertTrue(!market.isOfferUsed(stranger, 6), "others not");
        vm.assertTrue(!market.isOfferUsed(collector, 7), "nobody else's");
        vm.expectRevert(abi.encodeWithSelector(IMarket.OfferUsed.selector, stranger, 7));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_a_nonce_is_cancelled_once() public {
        vm.prank(stranger);
        market.cancelOffer(7);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OfferUsed.selector, stranger, 7));
        vm.prank(stranger);
        market.cancelOffer(7);
    }

    function test_an_epoch_past_is_refused() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes memory signature = signed(offer, address(market));
        vm.prank(stranger);
        market.cancelAll();
        vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, 0, 1));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_an_epoch_past_is_refused_for_copies_too() public {
        IMarket.Offer memory offer = offered(EDITION);
        offer.copies = 2;
        bytes memory signature = signed(offer, address(market));
        vm.prank(stranger);
        market.cancelAll();
        vm.expectRevert(abi.encodeWithSelector(IMarket.EpochPassed.selector, 0, 1));
        take(offer, EDITION, collector, 0, signature);
    }

    function test_holds_in_its_last_second() public {
        IMarket.Offer memory offer = offered(OWNED);
        vm.warp(offer.expiresAt);
        take(offer, OWNED, collector, 0);
        vm.assertEq(ownerOf(OWNED), stranger, "owner");
    }

    function test_expires_a_second_later() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes memory signature = signed(offer, address(market));
        uint256 late = uint256(offer.expiresAt) + 1;
        vm.warp(late);
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderExpired.selector, offer.expiresAt, late));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_ether_cannot_be_offered() public {
        IMarket.Offer memory offer = offered(OWNED);
        offer.currency = ETHER;
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(IMarket.EtherOffered.selector);
        take(offer, OWNED, collector, 0, signature);
    }

    function test_other_tokens_are_refused() public {
        IMarket.Offer memory offer = offered(OWNED);
        offer.currency = friend;
        bytes memory signature = signed(offer, address(market));
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, friend));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_another_signer_forges() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes memory signature =
            signedBy(collector, "Atelier Market", address(market), OFFER, abi.encode(offer));
        vm.expectRevert(abi.encodeWithSelector(IMarket.OrderForged.selector, stranger));
        take(offer, OWNED, collector, 0, signature);
    }

    function test_the_highest_fee_stops_no_offer() public {
        setFees(1_000, 1_000);
        take(offered(OWNED), OWNED, collector, 0);
        assertGain(token, address(market), 1_000, "kept fee");
    }

    function test_nothing_is_sold_while_paused() public {
        IMarket.Offer memory offer = offered(OWNED);
        bytes memory signature = signed(offer, address(market));
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        take(offer, OWNED, collector, 0, signature);
    }

    function testFuzz_digest_is_that_of_wallets(IMarket.Offer memory offer) public view {
        bytes32 meant = digestOf("Atelier Market", address(market), OFFER, abi.encode(offer));
        vm.assertEq(market.offerDigest(offer), meant, "digest");
    }

    function offered(uint256 work) private view returns (IMarket.Offer memory offer) {
        offer = offerFor(work, stranger);
        offer.price = ODD;
    }

    function take(IMarket.Offer memory offer, uint256 work, address seller, uint256 least) private {
        take(offer, work, seller, least, signed(offer, address(market)));
    }

    function take(
        IMarket.Offer memory offer,
        uint256 work,
        address seller,
        uint256 least,
        bytes memory signature
    ) private {
        vm.prank(seller);
        market.takeOffer(offer, signature, work, least);
    }
}
