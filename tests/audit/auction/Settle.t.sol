// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {House} from "./House.sol";

/// @title How an auction closes: settled after its end, or taken back before a bid
contract SettleTest is House {
    uint256 private constant SHARED = uint256(keccak256("work 3"));

    function test_artist_gets_all_but_the_fee() public {
        create(WORK, artist, terms());
        bid(WORK, stranger, RESERVE);
        pass(1 days);
        (uint256 artistHad, uint256 treasuryHad) = (artist.balance, treasury.balance);

        vm.expectEmit(house);
        emit IAuctionHouse.AuctionSettled(WORK, artist, stranger, RESERVE, 400, 0, artist);
        auctionHouse.settle(WORK);

        vm.assertEq(ownerOf(WORK), stranger, "owner");
        vm.assertEq(artist.balance - artistHad, 9_607, "artist");
        vm.assertEq(treasury.balance - treasuryHad, 400, "fee");
        vm.assertEq(house.balance, 0, "left");
        assertGone(WORK);
    }

    function test_collector_gets_what_fee_and_royalty_leave() public {
        create(OWNED, collector, terms());
        bid(OWNED, stranger, RESERVE);
        pass(1 days);
        (uint256 artistHad, uint256 collectorHad) = (artist.balance, collector.balance);
        uint256 treasuryHad = treasury.balance;

        vm.expectEmit(house);
        emit IAuctionHouse.AuctionSettled(OWNED, collector, stranger, RESERVE, 250, 1_000, artist);
        auctionHouse.settle(OWNED);

        vm.assertEq(ownerOf(OWNED), stranger, "owner");
        vm.assertEq(collector.balance - collectorHad, 8_757, "seller");
        vm.assertEq(artist.balance - artistHad, 1_000, "royalty");
        vm.assertEq(treasury.balance - treasuryHad, 250, "fee");
        vm.assertEq(house.balance, 0, "left");
    }

    function test_income_of_a_shared_work_waits_in_royalties() public {
        mintShared(SHARED, rival);
        create(SHARED, artist, terms());
        bid(SHARED, stranger, RESERVE);
        pass(1 days);
        auctionHouse.settle(SHARED);
        vm.assertEq(royalties.incomeOf(SHARED, ETHER), 9_607, "income");
    }

    function test_royalty_of_a_shared_work_waits_in_royalties() public {
        mintShared(SHARED, rival);
        move(SHARED, artist, collector);
        create(SHARED, collector, terms());
        bid(SHARED, stranger, RESERVE);
        pass(1 days);
        uint256 before = collector.balance;
        auctionHouse.settle(SHARED);
        vm.assertEq(royalties.incomeOf(SHARED, ETHER), 1_000, "income");
        vm.assertEq(collector.balance - before, 8_757, "seller");
    }

    function test_settles_while_paused() public {
        create(WORK, artist, terms());
        bid(WORK, stranger, RESERVE);
        pass(1 days);
        pause();
        auctionHouse.settle(WORK);
        vm.assertEq(ownerOf(WORK), stranger, "owner");
    }

    function test_not_before_the_end() public {
        create(WORK, artist, terms());
        bid(WORK, stranger, RESERVE);
        uint48 endsAt = found(WORK).endsAt;
        vm.warp(endsAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionRunning.selector, WORK, endsAt));
        auctionHouse.settle(WORK);
    }

    function test_not_without_a_bid() public {
        create(WORK, artist, terms());
        pass(365 days);
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionRunning.selector, WORK, 0));
        auctionHouse.settle(WORK);
    }

    function test_once() public {
        create(WORK, artist, terms());
        bid(WORK, stranger, RESERVE);
        pass(1 days);
        auctionHouse.settle(WORK);
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionMissing.selector, WORK));
        auctionHouse.settle(WORK);
    }

    function test_seller_takes_a_work_back_before_a_bid() public {
        create(OWNED, collector, terms());
        pause();
        vm.expectEmit(house);
        emit IAuctionHouse.AuctionCancelled(OWNED, collector);
        vm.prank(collector);
        auctionHouse.cancel(OWNED);
        vm.assertEq(ownerOf(OWNED), collector, "owner");
        assertGone(OWNED);
    }

    function test_nobody_else_takes_it_back() public {
        create(OWNED, collector, terms());
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.NotSeller.selector, collector, stranger));
        vm.prank(stranger);
        auctionHouse.cancel(OWNED);
    }

    function test_not_after_a_bid() public {
        create(OWNED, collector, terms());
        bid(OWNED, stranger, RESERVE);
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionHasBids.selector, OWNED));
        vm.prank(collector);
        auctionHouse.cancel(OWNED);
    }

    function test_what_is_not_there_is_not_cancelled() public {
        vm.expectRevert(abi.encodeWithSelector(IAuctionHouse.AuctionMissing.selector, WORK));
        vm.prank(artist);
        auctionHouse.cancel(WORK);
    }

    function testFuzz_parts_are_exact(uint96 amount, uint16 feeBps, uint16 royaltyBps) public {
        amount = uint96(bound(amount, RESERVE, 900 ether));
        feeBps = uint16(bound(feeBps, 0, 1_000));
        royaltyBps = uint16(bound(royaltyBps, 0, 1_000));
        setFees(7, feeBps);
        vm.prank(artist);
        artwork.mint(SHARED, collector, royaltyBps);
        create(SHARED, collector, terms());
        bid(SHARED, stranger, amount);
        pass(1 days);
        (uint256 artistHad, uint256 collectorHad) = (artist.balance, collector.balance);
        auctionHouse.settle(SHARED);

        uint256 fee = (uint256(amount) * feeBps) / 10_000;
        uint256 royalty = (uint256(amount) * royaltyBps) / 10_000;
        vm.assertEq(artist.balance - artistHad, royalty, "royalty");
        vm.assertEq(collector.balance - collectorHad, amount - fee - royalty, "seller");
    }

    function assertGone(uint256 work) private view {
        IAuctionHouse.Auction memory none;
        assertKept(work, none);
    }
}
