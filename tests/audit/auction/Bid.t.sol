// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {House} from "./House.sol";

/// @title Who leads, until when, and what goes back
contract BidTest is House {
    uint48 private begun;

    function setUp() public override {
        super.setUp();
        create(WORK, artist, terms());
        begun = uint48(vm.getBlockTimestamp());
    }

    function test_first_bid_starts_the_clock() public {
        pass(3 days);
        begun = uint48(vm.getBlockTimestamp());
        vm.expectEmit(house);
        emit IAuctionHouse.BidPlaced(WORK, collector, RESERVE, begun + 1 days);
        bid(WORK, collector, RESERVE);

        assertKept(WORK, led(collector, RESERVE, begun + 1 days));
        vm.assertEq(house.balance, RESERVE, "held");
        vm.assertEq(auctionHouse.leastBid(WORK), 10_508, "least: 5 % above, rounded up");
    }

    function test_first_bid_below_the_reserve_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.BidBelow.selector, RESERVE - 1, RESERVE));
        bid(WORK, collector, RESERVE - 1);
    }

    function test_next_bid_sends_the_one_before_back() public {
        bid(WORK, collector, RESERVE);
        uint256 before = collector.balance;
        vm.expectEmit(house);
        emit IAuctionHouse.BidPlaced(WORK, rival, 10_508, begun + 1 days);
        bid(WORK, rival, 10_508);

        assertKept(WORK, led(rival, 10_508, begun + 1 days));
        vm.assertEq(collector.balance, before + RESERVE, "back");
        vm.assertEq(house.balance, 10_508, "held");
    }

    function test_next_bid_below_the_increment_is_refused() public {
        bid(WORK, collector, RESERVE);
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.BidBelow.selector, 10_507, 10_508));
        bid(WORK, rival, 10_507);
    }

    function test_leader_can_raise() public {
        bid(WORK, collector, RESERVE);
        bid(WORK, collector, 20_000);
        assertKept(WORK, led(collector, 20_000, begun + 1 days));
    }

    function test_before_the_last_minutes_the_end_stays() public {
        bid(WORK, collector, RESERVE);
        vm.warp(begun + 1 days - 10 minutes);
        bid(WORK, rival, 20_000);
        assertKept(WORK, led(rival, 20_000, begun + 1 days));
    }

    function test_in_the_last_minutes_the_end_moves() public {
        bid(WORK, collector, RESERVE);
        vm.warp(begun + 1 days - 10 minutes + 1);
        vm.expectEmit(house);
        emit IAuctionHouse.BidPlaced(WORK, rival, 20_000, begun + 1 days + 1);
        bid(WORK, rival, 20_000);
        assertKept(WORK, led(rival, 20_000, begun + 1 days + 1));
    }

    function test_the_end_moves_to_its_cap_at_most() public {
        bid(WORK, collector, RESERVE);
        uint256 amount = RESERVE;
        for (uint256 i = 0; i < 7; ++i) {
            vm.warp(found(WORK).endsAt - 1);
            amount *= 2;
            bid(WORK, i % 2 == 0 ? rival : collector, amount);
        }
        assertKept(WORK, led(rival, uint96(amount), begun + 1 days + 1 hours));
    }

    function test_taken_in_the_last_second() public {
        bid(WORK, collector, RESERVE);
        vm.warp(begun + 1 days - 1);
        bid(WORK, rival, 20_000);
        vm.assertEq(found(WORK).bidder, rival, "who leads");
    }

    function test_not_a_second_later() public {
        bid(WORK, collector, RESERVE);
        vm.warp(begun + 1 days);
        vm.assertEq(auctionHouse.leastBid(WORK), 0, "least bid");
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionEnded.selector, WORK, begun + 1 days));
        bid(WORK, rival, 20_000);
    }

    function test_a_bid_on_the_auction_before_is_refused() public {
        vm.prank(artist);
        auctionHouse.cancel(WORK);
        uint40 before = rounds[WORK];
        create(WORK, artist, terms());

        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionStale.selector, before, before + 2));
        vm.prank(collector);
        auctionHouse.bid{value: RESERVE}(WORK, before);
        bid(WORK, collector, RESERVE);
        vm.assertEq(found(WORK).bidder, collector, "who leads");
    }

    function test_a_bid_on_an_auction_to_come_is_refused() public {
        bid(WORK, collector, RESERVE);
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionStale.selector, 2, 1));
        vm.prank(rival);
        auctionHouse.bid{value: 20_000}(WORK, 2);
    }

    function test_seller_does_not_bid() public {
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.OwnAuction.selector, artist));
        bid(WORK, artist, RESERVE);
    }

    function test_no_auction_takes_no_bid() public {
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionMissing.selector, OWNED));
        bid(OWNED, collector, RESERVE);
        vm.assertEq(auctionHouse.leastBid(OWNED), 0, "least bid");
    }

    function test_a_pause_refuses_first_bids() public {
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        bid(WORK, collector, RESERVE);
    }

    function test_a_pause_stops_no_further_bids() public {
        bid(WORK, collector, RESERVE);
        pause();
        bid(WORK, rival, 20_000);
        vm.assertEq(found(WORK).bidder, rival, "who leads");
    }

    function test_more_than_fits_is_refused() public {
        uint256 much = uint256(type(uint96).max) + 1;
        vm.deal(collector, much);
        vm.expectRevert(
            abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 96, much)
        );
        bid(WORK, collector, much);
    }

    function testFuzz_next_bid_is_above_by_the_increment(uint96 amount, uint16 incrementBps) public {
        amount = uint96(bound(amount, 1, 100 ether));
        incrementBps = uint16(bound(incrementBps, 100, 5_000));
        create(OWNED, collector, IAuctionHouse.Terms(1, 1 days, 0, 0, incrementBps));
        bid(OWNED, stranger, amount);
        uint256 least = amount + (uint256(amount) * incrementBps + 9_999) / 10_000;
        vm.assertEq(auctionHouse.leastBid(OWNED), least, "least bid");
    }

    function led(
        address bidder,
        uint96 amount,
        uint48 endsAt
    ) private view returns (IAuctionHouse.Auction memory auction) {
        (auction.seller, auction.reserve, auction.duration) = (artist, RESERVE, 1 days);
        (auction.extension, auction.extensionCap) = (10 minutes, 1 hours);
        auction.transferCount = 1;
        (auction.incrementBps, auction.feeBps) = (500, PRIMARY_BPS);
        (auction.endsAt, auction.latestEnd) = (endsAt, begun + 1 days + 1 hours);
        (auction.bidder, auction.bid) = (bidder, amount);
    }
}
