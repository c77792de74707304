// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IExhibitions} from "../../../contracts/interfaces/IExhibitions.sol";
import {Salon} from "./Salon.sol";

/// @title The ranking: approvals, then the earlier nomination, and nobody above the quota
contract RankTest is Salon {
    function test_the_most_approved_of_win_one_an_artist() public {
        nominateFour();
        vm.warp(nominationsUntil);
        vote(members[0], 5); // both of the artist's
        vote(members[1], 4 + 8);
        vote(members[2], 4 + 1);
        vm.warp(closesAt);

        vm.expectEmit(address(exhibitions));
        emit IExhibitions.WorkExhibited(exhibition, 2, artist, 1, 3);
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.WorkExhibited(exhibition, 12, other, 2, 1);
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.ExhibitionFinalized(exhibition, 2);
        vm.prank(stranger);
        exhibitions.finalize(exhibition);

        assertState(IExhibitions.State.Finalized);
        assertWinners([uint256(2), 12, 0], 2);
    }

    function test_a_wider_quota_lets_more_of_an_artist_in() public {
        IExhibitions.Terms memory call = terms();
        (call.places, call.quotaPerArtist) = (3, 2);
        exhibition = open(call);
        nominate(members[0], 1);
        nominate(members[0], 2);
        nominate(members[0], 3);
        nominate(members[0], 11);
        vm.warp(nominationsUntil);
        vote(members[0], 7);
        vote(members[1], 15);
        exhibitionsOver();

        assertWinners([uint256(1), 2, 11], 3);
    }

    function test_of_equals_the_earlier_wins() public {
        nominateFour();
        vm.warp(nominationsUntil);
        vote(members[0], 15);
        exhibitionsOver();

        assertWinners([uint256(1), 11, 0], 2);
    }

    function test_places_are_all_there_are() public {
        IExhibitions.Terms memory call = terms();
        (call.places, call.quotaPerArtist) = (1, 1);
        exhibition = open(call);
        nominateFour();
        vm.warp(nominationsUntil);
        vote(members[0], 2);
        vote(members[1], 15);
        exhibitionsOver();

        assertWinners([uint256(11), 0, 0], 1);
    }

    function test_nobody_wins_without_an_approval() public {
        nominateFour();
        vm.warp(nominationsUntil);
        vote(members[0], 2);
        exhibitionsOver();

        assertWinners([uint256(11), 0, 0], 1);
    }

    function test_without_a_ballot_nobody_wins() public {
        nominateFour();
        vm.warp(closesAt);
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.ExhibitionFinalized(exhibition, 0);
        exhibitions.finalize(exhibition);

        assertWinners([uint256(0), 0, 0], 0);
    }

    function test_it_ends_to_the_second_and_once() public {
        vm.warp(closesAt - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IExhibitions.ExhibitionStillOpen.selector, exhibition, closesAt)
        );
        exhibitions.finalize(exhibition);
        exhibitionsOver();
        vm.expectRevert(
            abi.encodeWithSelector(IExhibitions.ExhibitionDecided.selector, exhibition)
        );
        exhibitions.finalize(exhibition);
    }

    function test_it_can_be_ended_whenever_it_is_over() public {
        vm.warp(closesAt + 30 days);
        exhibitions.finalize(exhibition);
        assertState(IExhibitions.State.Finalized);
    }

    function test_there_must_be_an_exhibition() public {
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.ExhibitionMissing.selector, 2));
        exhibitions.finalize(2);
    }

    /// @dev Sixteen of 36 candidates, whose counts lie in five slots.
    function test_sixteen_places_are_filled_in_order() public {
        IExhibitions.Terms memory call = terms();
        (call.places, call.quotaPerArtist) = (16, 16);
        for (uint256 i = 0; i < 9; ++i) {
            join(address(uint160(1_000 + i)));
        }
        pass(1);
        exhibition = open(call);
        for (uint256 i = 0; i < 36; ++i) {
            vm.prank(artist);
            artwork.mint(100 + i, artist, 0);
            nominate(address(uint160(1_000 + i / 4)), 100 + i);
        }
        vm.warp(nominationsUntil);
        vote(address(1_000), uint64(((1 << 36) - 1) ^ ((1 << 20) - 1))); // the later sixteen
        vote(address(1_001), uint64(1 << 35));
        exhibitionsOver();

        uint256[] memory found = exhibitions.winnersOf(exhibition);
        vm.assertEq(found.length, 16, "length");
        vm.assertEq(found[0], 135, "first");
        for (uint256 i = 1; i < 16; ++i) {
            vm.assertEq(found[i], 119 + i, "in the order of nomination");
        }
    }

    function exhibitionsOver() private {
        vm.warp(closesAt);
        exhibitions.finalize(exhibition);
    }

    function assertWinners(uint256[3] memory meant, uint256 count) private view {
        uint256[] memory found = exhibitions.winnersOf(exhibition);
        vm.assertEq(found.length, count, "length");
        for (uint256 i = 0; i < count; ++i) {
            vm.assertEq(found[i], meant[i], "winner");
        }
    }
}
