// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Scene} from "../Scene.sol";

/// @title Auctions and offers: what somebody else's auctions got wrong
contract AuctionsTest is Scene {
    address private house;

    function setUp() public override {
        super.setUp();
        admitAndMint();
        house = address(auctionHouse);
    }

    function test_F2_H01_no_second_auction_of_a_work_in_escrow() public {
        auction(WORK, artist);
        bid(WORK, collector, PRICE);

        bytes memory refused =
            abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, artist, WORK, house);
        vm.expectRevert(refused);
        vm.prank(artist);
        auctionHouse.create(WORK, auctionTerms());

        vm.assertEq(auctionHouse.auctions(WORK).bidder, collector, "who leads");
    }

    function test_F2_H03_after_the_end_the_work_is_the_winners() public {
        auction(WORK, artist);
        bid(WORK, collector, PRICE);
        IMarket.Offer memory offer = offerFor(WORK, stranger);
        bytes memory signature = signed(offer, address(market));
        PlainToken(token).mint(stranger, PRICE);
        vm.prank(stranger);
        PlainToken(token).approve(address(market), PRICE);
        pass(1 days);

        bytes memory refused =
            abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, artist, WORK, house);
        vm.expectRevert(refused);
        vm.prank(artist);
        market.takeOffer(offer, signature, WORK, 0);

        auctionHouse.settle(WORK);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_F2_M13_no_work_strays_into_a_market() public {
        address[3] memory places = [address(market), house, address(artwork)];
        for (uint256 i = 0; i < places.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IArtwork.TransferRefused.selector, places[i]));
            vm.prank(artist);
            IERC721(address(artwork)).transferFrom(artist, places[i], WORK);
        }
    }

    function test_N_M02_the_first_bid_comes_back_when_outbid() public {
        auction(WORK, artist);
        uint256 before = collector.balance;
        bid(WORK, collector, PRICE);
        bid(WORK, stranger, PRICE + PRICE / 20);
        vm.assertEq(collector.balance, before, "what the first bidder has");
        vm.assertEq(house.balance, PRICE + PRICE / 20, "what the house holds");
    }

    function test_N_M16_fees_of_a_running_auction_stay() public {
        auction(WORK, artist);
        bid(WORK, collector, PRICE);
        vm.prank(treasury);
        ISales(house).setFees(1_000, 1_000);
        pass(1 days);

        uint256 before = treasury.balance;
        auctionHouse.settle(WORK);
        vm.assertEq(treasury.balance - before, (PRICE * FEE_BPS) / 10_000, "fee");
    }

    function test_N_M16_a_bid_meets_the_terms_it_was_made_for() public {
        auction(WORK, artist);
        uint40 seen = rounds[WORK];
        vm.startPrank(artist);
        auctionHouse.cancel(WORK);
        IAuctionHouse.Terms memory terms = auctionTerms();
        terms.duration = 30 days;
        auctionHouse.create(WORK, terms);
        vm.stopPrank();

        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionStale.selector, seen, seen + 2));
        vm.prank(collector);
        auctionHouse.bid{value: PRICE}(WORK, seen);
    }

    function test_R_M01_a_donation_changes_no_auction() public {
        auction(WORK, artist);
        bid(WORK, collector, PRICE);
        vm.deal(house, house.balance + 5 ether); // forced on it
        pass(1 days);

        uint256 before = artist.balance;
        auctionHouse.settle(WORK);
        vm.assertEq(artist.balance - before, PRICE - (PRICE * FEE_BPS) / 10_000, "seller");
        vm.assertEq(house.balance, 5 ether, "nobody's");
    }

    function test_R_M12_the_highest_rates_leave_the_seller_most() public {
        move(WORK, artist, collector);
        vm.startPrank(treasury);
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, 1_001, 0, 1_000)
        );
        ISales(house).setFees(0, 1_001);
        ISales(house).setFees(1_000, 1_000);
        vm.stopPrank();
        auction(WORK, collector);
        bid(WORK, stranger, PRICE);
        pass(1 days);

        uint256 before = collector.balance;
        auctionHouse.settle(WORK);
        vm.assertEq(collector.balance - before, (PRICE * 8) / 10, "seller");
    }

    /// @dev Any length of metadata is one digest: what a work is called costs nobody's settlement anything.
    function test_R_M11_a_work_is_as_long_as_any_other(uint256 work) public {
        vm.assume(work != WORK && work != 0);
        mint(work);
        vm.assertEq(bytes(uri(work)).length, 66, "ipfs:// and 59 letters");
    }

    function uri(uint256 work) private view returns (string memory) {
        (bool isDone, bytes memory text) =
            address(artwork).staticcall(abi.encodeWithSignature("tokenURI(uint256)", work));
        vm.assertTrue(isDone, "tokenURI");
        return abi.decode(text, (string));
    }
}
