// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {House} from "./House.sol";

/// @dev What the auction house says besides `IAuctionHouse`.
interface ILimits {
    function MIN_DURATION() external view returns (uint24);
    function MAX_DURATION() external view returns (uint24);
    function MAX_EXTENSION() external view returns (uint24);
    function MAX_EXTENSION_CAP() external view returns (uint24);
    function MIN_INCREMENT_BPS() external view returns (uint16);
    function MAX_INCREMENT_BPS() external view returns (uint16);
    function royalties() external view returns (address);
}

/// @title What an auction begins with, and which terms it can have
contract CreateTest is House {
    function test_artist_pays_the_primary_fee() public {
        vm.expectEmit(house);
        emit IAuctionHouse.AuctionCreated(WORK, artist, 1, RESERVE, 1 days, 600, 3_600, 500, PRIMARY_BPS);
        create(WORK, artist, terms());

        vm.assertEq(ownerOf(WORK), house, "owner");
        assertKept(WORK, fresh(artist, PRIMARY_BPS));
        vm.assertEq(auctionHouse.leastBid(WORK), RESERVE, "least bid");
    }

    function test_collector_pays_the_secondary_fee() public {
        vm.expectEmit(house);
        emit IAuctionHouse.AuctionCreated(
            OWNED, collector, 1, RESERVE, 1 days, 600, 3_600, 500, SECONDARY_BPS
        );
        create(OWNED, collector, terms());
        assertKept(OWNED, fresh(collector, SECONDARY_BPS));
    }

    function test_each_auction_of_a_work_has_a_transfer_count_of_its_own() public {
        create(WORK, artist, terms());
        vm.assertEq(found(WORK).transferCount, 1, "in for the first time");
        vm.prank(artist);
        auctionHouse.cancel(WORK);
        create(WORK, artist, terms());
        vm.assertEq(found(WORK).transferCount, 3, "out, and in again");
        vm.assertEq(artwork.works(WORK).transferCount, 3, "the work's own");
    }

    function test_only_the_owner_creates() public {
        vm.expectRevert(
            abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, stranger, WORK, artist)
        );
        create(WORK, stranger, terms());
    }

    function test_not_while_paused() public {
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        create(WORK, artist, terms());
    }

    function test_the_widest_terms_are_taken() public {
        create(WORK, artist, IAuctionHouse.Terms(type(uint96).max, 30 days, 1 hours, 7 days, 5_000));
        vm.assertEq(found(WORK).duration, 30 days, "duration");
    }

    function test_the_narrowest_terms_are_taken() public {
        create(WORK, artist, IAuctionHouse.Terms(1, 5 minutes, 0, 0, 100));
        vm.assertEq(found(WORK).reserve, 1, "reserve");
    }

    function test_an_extension_can_be_the_duration() public {
        create(WORK, artist, IAuctionHouse.Terms(1, 5 minutes, 5 minutes, 5 minutes, 100));
        vm.assertEq(found(WORK).extension, 5 minutes, "extension");
    }

    function test_no_reserve_of_nothing() public {
        refused(IAuctionHouse.Terms(0, 1 days, 0, 0, 500), 0, 1, type(uint96).max);
    }

    function test_not_shorter() public {
        refused(IAuctionHouse.Terms(1, 299, 0, 0, 500), 299, 300, 30 days);
    }

    function test_not_longer() public {
        refused(IAuctionHouse.Terms(1, 30 days + 1, 0, 0, 500), 30 days + 1, 300, 30 days);
    }

    function test_no_extension_beyond_an_hour() public {
        refused(IAuctionHouse.Terms(1, 1 days, 3_601, 1 days, 500), 3_601, 0, 3_600);
    }

    function test_no_extension_beyond_the_duration() public {
        refused(IAuctionHouse.Terms(1, 300, 301, 1 days, 500), 301, 0, 300);
    }

    function test_no_cap_below_one_extension() public {
        refused(IAuctionHouse.Terms(1, 1 days, 600, 599, 500), 599, 600, 7 days);
    }

    function test_no_cap_beyond_a_week() public {
        refused(IAuctionHouse.Terms(1, 1 days, 600, 7 days + 1, 500), 7 days + 1, 600, 7 days);
    }

    function test_no_smaller_increment() public {
        refused(IAuctionHouse.Terms(1, 1 days, 0, 0, 99), 99, 100, 5_000);
    }

    function test_no_larger_increment() public {
        refused(IAuctionHouse.Terms(1, 1 days, 0, 0, 5_001), 5_001, 100, 5_000);
    }

    function test_says_its_limits_and_wires() public view {
        ILimits limits = ILimits(house);
        vm.assertEq(limits.MIN_DURATION(), 300, "shortest");
        vm.assertEq(limits.MAX_DURATION(), 2_592_000, "longest");
        vm.assertEq(limits.MAX_EXTENSION(), 3_600, "extension");
        vm.assertEq(limits.MAX_EXTENSION_CAP(), 604_800, "all extensions");
        vm.assertEq(limits.MIN_INCREMENT_BPS(), 100, "least increment");
        vm.assertEq(limits.MAX_INCREMENT_BPS(), 5_000, "largest increment");
        vm.assertEq(auctionHouse.artwork(), address(artwork), "artwork");
        vm.assertEq(limits.royalties(), address(royalties), "royalties");
        vm.assertEq(IGoverned(house).treasury(), treasury, "treasury");
    }

    function refused(
        IAuctionHouse.Terms memory asked,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, maximum)
        );
        create(WORK, artist, asked);
    }

    function fresh(
        address seller,
        uint16 feeBps
    ) private pure returns (IAuctionHouse.Auction memory auction) {
        (auction.seller, auction.reserve, auction.duration) = (seller, RESERVE, 1 days);
        (auction.extension, auction.extensionCap) = (10 minutes, 1 hours);
        auction.transferCount = 1;
        (auction.incrementBps, auction.feeBps) = (500, feeBps);
    }
}
