// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IElectorate} from "../../../contracts/interfaces/IElectorate.sol";
import {Jury} from "./Jury.sol";

/// @title The second round: who did not vote in the first decides
contract AppealTest is Jury {
    uint256 private application;

    function setUp() public override {
        super.setUp();
        application = rejected();
    }

    function test_an_appeal_is_told_and_recorded() public {
        ICuration.Application memory meant = curation.applications(application);
        uint48 closesAt = now48() + 2 hours;

        vm.expectEmit(address(curation));
        emit ICuration.AppealOpened(application, artist, STATEMENT, BOND, closesAt, 2);
        appeal(application);

        (meant.votesFor, meant.votesAgainst, meant.round) = (0, 0, 2);
        (meant.quorum, meant.closesAt, meant.state) = (2, closesAt, ICuration.State.Open);
        assertApplication(application, meant);
        vm.assertEq(address(curation).balance, BOND, "bond");
        vm.assertEq(curation.applicationOf(artist), application, "latest");
    }

    function test_all_three_counts_begin_anew() public {
        until(curation.cooldownEndsAt(artist));
        application = open(artist);
        cast(application, 0, AGAINST);
        cast(application, 1, ABSTAIN);
        cast(application, 2, FOR);
        decide(application);

        appeal(application);
        assertVotes(application, 0, 0, 0);
    }

    function test_bond_period_and_quorum_are_those_of_now() public {
        ICuration.Parameters memory rules = curationRules();
        (rules.bondWei, rules.votingPeriod, rules.quorumBps) = (0.7 ether, 5 hours, 7_501);
        setRules(rules);

        vm.prank(artist);
        curation.appeal{value: 0.7 ether}(application, STATEMENT);

        ICuration.Application memory found = curation.applications(application);
        vm.assertEq(found.bondWei, 0.7 ether, "bond");
        vm.assertEq(found.closesAt, now48() + 5 hours, "period");
        vm.assertEq(found.quorum, 4, "more than three quarters of four");
    }

    function test_quorum_is_of_what_the_artist_could_not_cast() public {
        ICuration.Parameters memory rules = curationRules();
        (rules.quorumBps, rules.quorumFloor) = (10_000, 1);
        application = open(members[6]);
        cast(application, 0, ABSTAIN);
        decide(application);
        setRules(rules);

        vm.prank(members[6]);
        curation.appeal{value: BOND}(application, STATEMENT);
        vm.assertEq(curation.applications(application).quorum, 5, "all who are left");
    }

    function test_who_voted_once_votes_no_more() public {
        appeal(application);

        vm.expectRevert(
            abi.encodeWithSelector(IElectorate.AlreadyVoted.selector, application, members[0])
        );
        cast(application, 0, FOR);
    }

    function test_the_others_admit() public {
        appeal(application);
        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[3], 2, FOR, 1, 0, REASON);
        cast(application, 3, FOR);
        cast(application, 4, FOR);
        until(curation.applications(application).closesAt);

        vm.expectEmit(address(curation));
        emit ICuration.ArtistAdmitted(application, artist, 2, 0, 0);
        curation.finalize(application);

        vm.assertTrue(curation.isArtist(artist), "artist");
        vm.assertEq(artist.balance, 1_000 ether, "both bonds are back");
    }

    function test_the_others_reject_for_another_while() public {
        appeal(application);
        cast(application, 3, FOR); // one short of the quorum
        decide(application);

        assertState(application, ICuration.State.Rejected);
        vm.assertEq(curation.cooldownEndsAt(artist), now48() + 2 days, "cooldown");
        vm.assertEq(artist.balance, 1_000 ether, "both bonds are back");
    }

    function test_there_is_one_appeal() public {
        appeal(application);
        decide(application);

        vm.expectRevert(abi.encodeWithSelector(ICuration.AppealUsed.selector, application));
        appeal(application);
    }

    function test_a_signed_vote_of_the_first_round_is_none_of_the_second() public {
        appeal(application);
        ICuration.SignedVote memory vote = signed(voteOf(application, members[3]));

        vm.expectRevert(abi.encodeWithSelector(ICuration.RoundWrong.selector, application, 1, 2));
        curation.voteBySignature(vote);

        vote.round = 2;
        curation.voteBySignature(signed(vote));
        assertVotes(application, 1, 0, 0);
    }

    function test_the_snapshot_stays() public {
        delegate(members[3], members[4]);
        appeal(application);
        pass(1);

        cast(application, 3, AGAINST);
        cast(application, 4, FOR);
        assertVotes(application, 1, 1, 0);
    }

    function test_an_appeal_comes_before_the_cooldown_ends() public {
        uint48 end = curation.cooldownEndsAt(artist);
        until(end);
        vm.expectRevert(abi.encodeWithSelector(ICuration.AppealClosed.selector, application, end));
        appeal(application);

        until(end - 1);
        appeal(application);
        assertState(application, ICuration.State.Open);
    }

    function test_long_after_the_cooldown_there_is_no_appeal() public {
        uint48 end = curation.cooldownEndsAt(artist);
        until(end + 1);
        vm.expectRevert(abi.encodeWithSelector(ICuration.AppealClosed.selector, application, end));
        appeal(application);
    }

    function test_an_appeal_has_a_statement() public {
        vm.prank(artist);
        vm.expectRevert(ICuration.StatementMissing.selector);
        curation.appeal{value: BOND}(application, 0);
    }

    function test_an_appeal_has_a_bond() public {
        vm.prank(artist);
        vm.expectRevert(abi.encodeWithSelector(ICuration.BondWrong.selector, BOND - 1, BOND));
        curation.appeal{value: BOND - 1}(application, STATEMENT);
    }

    function test_only_the_artist_appeals() public {
        vm.prank(stranger);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.NotApplicant.selector, application, stranger)
        );
        curation.appeal{value: BOND}(application, STATEMENT);
    }

    function test_there_must_be_an_application() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationMissing.selector, 2));
        appeal(2);
    }

    function test_only_what_is_decided_can_be_appealed() public {
        appeal(application);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationPending.selector, artist, application)
        );
        appeal(application);
    }

    function test_the_admitted_have_no_appeal() public {
        appeal(application);
        for (uint256 i = 3; i < 7; ++i) {
            cast(application, i, FOR);
        }
        decide(application);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationDecided.selector, application));
        appeal(application);
    }

    function test_only_the_latest_application_can_be_appealed() public {
        until(curation.cooldownEndsAt(artist));
        uint256 later = open(artist);
        decide(later);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationDecided.selector, application));
        appeal(application);
        appeal(later);
        assertState(later, ICuration.State.Open);
    }

    function test_no_appeal_that_too_few_could_decide() public {
        ICuration.Parameters memory rules = curationRules();
        rules.quorumFloor = 5;
        setRules(rules);

        vm.expectRevert(abi.encodeWithSelector(ICuration.QuorumOutOfReach.selector, 4, 5));
        appeal(application);
    }

    function test_the_artist_cannot_apply_while_it_runs() public {
        appeal(application);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationPending.selector, artist, application)
        );
        open(artist);
    }
}
