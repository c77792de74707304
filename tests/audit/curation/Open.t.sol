// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {Jury} from "./Jury.sol";

/// @title Who may apply, and what an application begins with
contract OpenTest is Jury {
    function test_an_application_is_told_and_recorded() public {
        (uint48 snapshot, uint48 closesAt) = (now48() - 1, now48() + 2 hours);

        vm.expectEmit(address(curation));
        emit ICuration.ApplicationOpened(1, artist, DOSSIER, BOND, snapshot, closesAt, 3);
        vm.assertEq(open(artist), 1, "number");

        vm.assertEq(curation.applicationCount(), 1, "count");
        vm.assertEq(curation.applicationOf(artist), 1, "latest");
        vm.assertEq(curation.cooldownEndsAt(artist), 0, "cooldown");
        vm.assertEq(address(curation).balance, BOND, "bond");
        assertApplication(
            1,
            ICuration.Application({
                artist: artist,
                snapshot: snapshot,
                closesAt: closesAt,
                bondWei: BOND,
                quorum: 3,
                votesFor: 0,
                votesAgainst: 0,
                abstentions: 0,
                round: 1,
                state: ICuration.State.Open
            })
        );
    }

    function test_applications_are_numbered() public {
        open(artist);

        vm.assertEq(open(stranger), 2, "number");
        vm.assertEq(curation.applicationCount(), 2, "count");
        vm.assertEq(curation.applicationOf(artist), 1, "of the first");
        vm.assertEq(curation.applications(2).artist, stranger, "of the second");
    }

    function test_nobody_has_an_application_0() public view {
        ICuration.Application memory none;
        assertApplication(0, none);
        assertApplication(1, none);
        vm.assertEq(curation.artwork(), address(artwork), "artwork");
        vm.assertEq(curation.membership(), address(membership), "membership");
        vm.assertTrue(!curation.isArtist(artist), "no artist");
    }

    function test_a_member_who_applies_cannot_vote_on_it_nor_counts_for_its_quorum() public {
        uint256 application = open(members[6]);
        vm.assertEq(curation.applications(application).quorum, 2, "30 % of six, rounded up");

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.OwnApplication.selector, application, members[6])
        );
        cast(application, 6, FOR);
    }

    function test_votes_entrusted_to_the_artist_count_for_no_quorum() public {
        for (uint256 i = 0; i < 5; ++i) {
            delegate(members[i], artist);
        }
        pass(1);

        vm.assertEq(curation.applications(open(artist)).quorum, 2, "the floor; 30 % of two are one");
    }

    function test_nobody_else_holds_an_applying_members_vote() public {
        delegate(members[6], members[5]);
        pass(1);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.VoteEntrusted.selector, members[6], now48() - 1)
        );
        open(members[6]);

        delegate(members[6], members[6]);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.VoteEntrusted.selector, members[6], now48() - 1)
        );
        open(members[6]);
        pass(1);
        vm.assertEq(open(members[6]), 1, "taken back");
    }

    function test_a_member_who_entrusted_their_vote_takes_it_back_first() public {
        delegate(members[6], members[0]);
        pass(1);
        bytes memory fault =
            abi.encodeWithSelector(ICuration.VoteEntrusted.selector, members[6], now48() - 1);

        vm.expectRevert(fault);
        open(members[6]);

        delegate(members[6], members[6]);
        pass(1);
        vm.assertEq(open(members[6]), 1, "number");
    }

    function test_an_application_needs_a_dossier() public {
        vm.prank(artist);
        vm.expectRevert(ICuration.DossierMissing.selector);
        curation.openApplication{value: BOND}(0);
    }

    function test_the_bond_is_exact() public {
        vm.prank(artist);
        vm.expectRevert(abi.encodeWithSelector(ICuration.BondWrong.selector, BOND - 1, BOND));
        curation.openApplication{value: BOND - 1}(DOSSIER);

        vm.prank(artist);
        vm.expectRevert(abi.encodeWithSelector(ICuration.BondWrong.selector, BOND + 1, BOND));
        curation.openApplication{value: BOND + 1}(DOSSIER);
    }

    function test_one_application_at_a_time() public {
        uint256 application = open(artist);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationPending.selector, artist, application)
        );
        open(artist);

        pass(3 hours); // over, but not decided
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationPending.selector, artist, application)
        );
        open(artist);
    }

    function test_an_artist_need_not_apply() public {
        uint256 application = open(artist);
        for (uint256 i = 0; i < 3; ++i) {
            cast(application, i, FOR);
        }
        decide(application);

        vm.expectRevert(abi.encodeWithSelector(ICuration.AlreadyArtist.selector, artist));
        open(artist);
        vm.prank(artist);
        membership.leave();
        vm.assertEq(open(artist), 2, "to be a member again");
    }

    function test_the_rejected_wait_to_the_second() public {
        rejected();
        uint48 mayApplyAt = curation.cooldownEndsAt(artist);

        until(mayApplyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(ICuration.CoolingDown.selector, artist, mayApplyAt));
        open(artist);

        until(mayApplyAt);
        vm.assertEq(open(artist), 2, "number");
        vm.assertEq(curation.applicationOf(artist), 2, "latest");
    }

    function test_long_after_the_cooldown_the_rejected_apply_too() public {
        rejected();
        until(curation.cooldownEndsAt(artist) + 1 days);

        vm.assertEq(open(artist), 2, "number");
    }

    function test_the_floor_rules_where_it_is_higher() public {
        ICuration.Parameters memory rules = curationRules();
        (rules.quorumBps, rules.quorumFloor) = (1, 7);
        setRules(rules);

        vm.assertEq(curation.applications(open(artist)).quorum, 7, "all of them");
    }

    function test_no_ballot_that_cannot_be_decided() public {
        ICuration.Parameters memory rules = curationRules();
        rules.quorumFloor = 8;
        setRules(rules);

        vm.expectRevert(abi.encodeWithSelector(ICuration.QuorumOutOfReach.selector, 7, 8));
        open(artist);
    }

    function test_quorum_is_the_share_rounded_up(uint256 any) public {
        ICuration.Parameters memory rules = curationRules();
        (rules.quorumBps, rules.quorumFloor) = (uint16(bound(any, 1, 10_000)), 1);
        setRules(rules);

        uint256 quorum = curation.applications(open(artist)).quorum;

        vm.assertGe(quorum * 10_000, uint256(7) * rules.quorumBps, "not less");
        vm.assertLe((quorum - 1) * 10_000 + 1, uint256(7) * rules.quorumBps, "not one more");
    }
}
