// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IExhibitions} from "../../../contracts/interfaces/IExhibitions.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {IMembership} from "../../../contracts/interfaces/IMembership.sol";
import {Salon} from "./Salon.sol";

/// @title The call, and what members nominate
contract NominateTest is Salon {
    function test_a_call_is_told_and_recorded() public {
        uint48 start = uint48(vm.getBlockTimestamp());
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.ExhibitionOpened(
            2, BRIEF, start - 1, start + 2 hours, start + 5 hours, 2, 1
        );
        vm.assertEq(open(terms()), 2, "number");

        IExhibitions.Exhibition memory found = exhibitions.exhibitions(2);
        vm.assertEq(exhibitions.exhibitionCount(), 2, "count");
        vm.assertEq(found.snapshot, start - 1, "snapshot");
        vm.assertEq(found.nominationsUntil, start + 2 hours, "nominations");
        vm.assertEq(found.closesAt, start + 5 hours, "close");
        vm.assertEq(found.places, 2, "places");
        vm.assertEq(found.quotaPerArtist, 1, "quota");
        vm.assertEq(found.candidateCount, 0, "candidates");
        vm.assertEq(exhibitions.artwork(), address(artwork), "artwork");
        vm.assertEq(exhibitions.candidatesOf(2).length, 0, "no candidates");
        vm.assertEq(exhibitions.winnersOf(2).length, 0, "no winners");
    }

    function test_a_call_has_a_brief() public {
        IExhibitions.Terms memory call = terms();
        call.brief = 0;
        vm.expectRevert(IExhibitions.BriefMissing.selector);
        vm.prank(treasury);
        exhibitions.openExhibition(call);
    }

    function test_periods_have_bounds() public {
        IExhibitions.Terms memory call = terms();
        call.nominationPeriod = 1 hours - 1;
        assertRefused(call, 1 hours - 1, 1 hours, 30 days);
        call.nominationPeriod = 30 days + 1;
        assertRefused(call, 30 days + 1, 1 hours, 30 days);
        call.nominationPeriod = 1 hours;
        call.votingPeriod = 1 hours - 1;
        assertRefused(call, 1 hours - 1, 1 hours, 30 days);
        call.votingPeriod = 30 days + 1;
        assertRefused(call, 30 days + 1, 1 hours, 30 days);
    }

    function test_places_and_quota_have_bounds() public {
        IExhibitions.Terms memory call = terms();
        call.places = 0;
        assertRefused(call, 0, 1, 16);
        call.places = 17;
        assertRefused(call, 17, 1, 16);
        call.places = 16;
        call.quotaPerArtist = 0;
        assertRefused(call, 0, 1, 16);
        call.quotaPerArtist = 17;
        assertRefused(call, 17, 1, 16);
        call.quotaPerArtist = 16;
        (call.nominationPeriod, call.votingPeriod) = (30 days, 30 days);
        vm.assertEq(open(call), 2, "number");
        call.places = 1;
        call.quotaPerArtist = 1;
        (call.nominationPeriod, call.votingPeriod) = (1 hours, 1 hours);
        vm.assertEq(open(call), 3, "number");
    }

    function test_a_stranger_cannot_call() public {
        vm.expectRevert(abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger));
        vm.prank(stranger);
        exhibitions.openExhibition(terms());
    }

    function test_a_nomination_is_told_and_recorded() public {
        nominate(members[0], 1);
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.WorkNominated(exhibition, 11, members[1], other, 1);
        nominate(members[1], 11);

        IExhibitions.Candidate[] memory found = exhibitions.candidatesOf(exhibition);
        vm.assertEq(found.length, 2, "length");
        vm.assertEq(found[0].work, 1, "first");
        vm.assertEq(found[0].artist, artist, "of the first");
        vm.assertEq(found[1].work, 11, "second");
        vm.assertEq(found[1].artist, other, "of the second");
        vm.assertEq(found[1].approvals, 0, "approvals");
        vm.assertEq(exhibitions.exhibitions(exhibition).candidateCount, 2, "count");
        vm.assertEq(exhibitions.nominationsBy(exhibition, members[1]), 1, "by the second");
        vm.assertEq(exhibitions.nominationsBy(exhibition, members[2]), 0, "by the third");
    }

    function test_a_member_nominates_four_works() public {
        for (uint256 i = 1; i < 5; ++i) {
            nominate(members[0], i);
        }
        vm.assertEq(exhibitions.nominationsBy(exhibition, members[0]), 4, "by the first");

        vm.expectRevert(
            abi.encodeWithSelector(IExhibitions.NominationsUsed.selector, exhibition, members[0], 4)
        );
        nominate(members[0], 5);
        nominate(members[1], 5);
    }

    function test_nominations_end_to_the_second() public {
        vm.warp(nominationsUntil - 1);
        assertState(IExhibitions.State.Nominating);
        nominate(members[0], 1);

        for (uint256 late = 0; late < 2; ++late) {
            vm.warp(nominationsUntil + late);
            assertState(IExhibitions.State.Voting);
            vm.expectRevert(
                abi.encodeWithSelector(
                    IExhibitions.NominationsOver.selector, exhibition, nominationsUntil
                )
            );
            nominate(members[0], 2);
        }
    }

    function test_a_work_is_nominated_once() public {
        nominate(members[0], 1);
        vm.expectRevert(
            abi.encodeWithSelector(IExhibitions.AlreadyNominated.selector, exhibition, 1)
        );
        nominate(members[1], 1);
    }

    function test_there_must_be_a_work() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkMissing.selector, 99));
        nominate(members[0], 99);
    }

    function test_there_must_be_an_exhibition() public {
        exhibition = 2;
        vm.assertEq(uint256(exhibitions.exhibitions(2).state), 0, "missing");
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.ExhibitionMissing.selector, 2));
        nominate(members[0], 1);
    }

    function test_only_members_of_then_nominate() public {
        vm.expectRevert(abi.encodeWithSelector(IMembership.NotMember.selector, stranger));
        nominate(stranger, 1);
        join(stranger);
        vm.expectRevert(abi.encodeWithSelector(IMembership.NotMember.selector, stranger));
        nominate(stranger, 1);
        nominate(other, 1); // the last who was
    }

    function test_there_are_64_candidates() public {
        uint256 nominated;
        for (uint256 i = 0; i < 16; ++i) {
            address who = address(uint160(1_000 + i));
            join(who);
        }
        exhibition = open(terms());
        for (uint256 i = 0; i < 64; ++i) {
            vm.prank(artist);
            artwork.mint(100 + i, artist, 0);
            nominate(address(uint160(1_000 + i / 4)), 100 + i);
            ++nominated;
        }
        vm.assertEq(exhibitions.exhibitions(exhibition).candidateCount, nominated, "count");
        vm.expectRevert(
            abi.encodeWithSelector(IExhibitions.NominationsFull.selector, exhibition, 64)
        );
        nominate(members[0], 1);

        vm.warp(nominationsUntil);
        vote(members[0], type(uint64).max);
        assertApprovals(0, 1);
        assertApprovals(63, 1);
    }

    function assertRefused(
        IExhibitions.Terms memory call,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, maximum)
        );
        vm.prank(treasury);
        exhibitions.openExhibition(call);
    }
}
