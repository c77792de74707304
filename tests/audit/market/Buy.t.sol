// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {Fair} from "./Fair.sol";

/// @title What a sale by listing pays, moves and says
contract BuyTest is Fair {
    function test_artist_gets_all_but_the_fee() public {
        IMarket.Listing memory listing = listed(WORK, artist, ETHER);
        bytes32 order = market.listingDigest(listing);

        vm.expectEmit(address(market));
        emit IMarket.WorkSold(WORK, artist, stranger, order, ETHER, ODD, 400, 0, artist);
        take(listing, stranger);

        vm.assertEq(ownerOf(WORK), stranger, "owner");
        assertGain(ETHER, artist, 9_607, "artist");
        assertGain(ETHER, address(market), 400, "kept fee");
        assertLoss(ETHER, stranger, ODD, "buyer");
    }

    function test_collector_gets_what_fee_and_royalty_leave() public {
        IMarket.Listing memory listing = listed(OWNED, collector, ETHER);
        bytes32 order = market.listingDigest(listing);

        vm.expectEmit(address(market));
        emit IMarket.WorkSold(OWNED, collector, stranger, order, ETHER, ODD, 250, 1_000, artist);
        take(listing, stranger);

        vm.assertEq(ownerOf(OWNED), stranger, "owner");
        assertGain(ETHER, collector, 8_757, "seller");
        assertGain(ETHER, artist, 1_000, "royalty");
        assertGain(ETHER, address(market), 250, "kept fee");
        assertLoss(ETHER, stranger, ODD, "buyer");
    }

    function test_tokens_are_taken_from_the_buyer() public {
        IMarket.Listing memory listing = listed(OWNED, collector, token);
        bytes32 order = market.listingDigest(listing);

        vm.expectEmit(address(market));
        emit IMarket.WorkSold(OWNED, collector, stranger, order, token, ODD, 250, 1_000, artist);
        take(listing, stranger);

        vm.assertEq(ownerOf(OWNED), stranger, "owner");
        assertGain(token, collector, 8_757, "seller");
        assertGain(token, artist, 1_000, "royalty");
        assertGain(token, address(market), 250, "kept fee");
        assertLoss(token, stranger, ODD, "buyer");
        assertLoss(ETHER, stranger, 0, "buyer's ether");
    }

    function test_income_of_a_shared_work_waits_in_royalties() public {
        take(listed(SHARED, artist, ETHER), stranger);

        vm.assertEq(royalties.incomeOf(SHARED, ETHER), 9_607, "income");
        assertGain(ETHER, address(royalties), 9_607, "royalties");
        assertGain(ETHER, artist, 0, "artist");
        assertGain(ETHER, address(market), 400, "kept fee");
    }

    function test_royalty_of_a_shared_work_waits_in_royalties() public {
        move(SHARED, artist, collector);
        take(listed(SHARED, collector, token), stranger);

        vm.assertEq(royalties.incomeOf(SHARED, token), 1_000, "income");
        assertGain(token, address(royalties), 1_000, "royalties");
        assertGain(token, collector, 8_757, "seller");
        assertGain(token, artist, 0, "artist");
    }

    function test_fee_is_pushed_where_the_dao_says_so() public {
        pushFees();
        take(listed(OWNED, collector, ETHER), stranger);
        take(listed(WORK, artist, token), stranger);

        assertGain(ETHER, treasury, 250, "ether");
        assertGain(token, treasury, 400, "tokens");
        assertGain(ETHER, address(market), 0, "kept ether");
        assertGain(token, address(market), 0, "kept tokens");
    }

    function test_gift_moves_and_pays_nobody() public {
        IMarket.Listing memory listing = listed(OWNED, collector, ETHER);
        (listing.price, listing.maxFeeBps) = (0, 0);
        take(listing, stranger);

        vm.assertEq(ownerOf(OWNED), stranger, "owner");
        assertGain(ETHER, collector, 0, "seller");
        assertGain(ETHER, artist, 0, "artist");
    }

    function testFuzz_parts_are_exact_at_any_price_and_rate(
        uint256 price,
        uint16 feeBps,
        uint16 royaltyBps,
        bool isPrimary
    ) public {
        price = bound(price, 0, 900 ether);
        feeBps = uint16(bound(feeBps, 0, 1_000));
        royaltyBps = uint16(bound(royaltyBps, 0, 1_000));
        setFees(isPrimary ? feeBps : 7, isPrimary ? 7 : feeBps);
        uint256 work = uint256(keccak256("fuzzed"));
        address seller = isPrimary ? artist : collector;
        vm.prank(artist);
        artwork.mint(work, seller, royaltyBps);
        IMarket.Listing memory listing = listed(work, seller, ETHER);
        (listing.price, listing.maxFeeBps) = (price, feeBps);
        take(listing, stranger);

        uint256 fee = (price * feeBps) / 10_000;
        uint256 royalty = isPrimary ? 0 : (price * royaltyBps) / 10_000;
        assertGain(ETHER, seller, price - fee - royalty, "seller");
        assertGain(ETHER, address(market), fee, "kept fee");
        if (!isPrimary) assertGain(ETHER, artist, royalty, "royalty");
    }
}
