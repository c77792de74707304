// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IElectorate} from "../../../contracts/interfaces/IElectorate.sol";
import {Jury} from "./Jury.sol";

/// @title A member's own vote: whose counts, how much, and until when
contract VoteTest is Jury {
    uint256 private application;

    function setUp() public override {
        super.setUp();
        application = open(artist);
    }

    function test_a_vote_is_told_and_counted() public {
        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[0], 1, FOR, 1, 0, REASON);
        cast(application, 0, FOR);
        assertVotes(application, 1, 0, 0);

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[1], 1, AGAINST, 1, 0, REASON);
        cast(application, 1, AGAINST);
        assertVotes(application, 1, 1, 0);

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[2], 1, ABSTAIN, 1, 0, REASON);
        cast(application, 2, ABSTAIN);
        assertVotes(application, 1, 1, 1);
    }

    function test_a_vote_changes_only_its_count() public {
        ICuration.Application memory meant = curation.applications(application);
        cast(application, 0, ABSTAIN);

        meant.abstentions = 1;
        assertApplication(application, meant);
        vm.assertTrue(curation.hasVoted(application, members[0]), "voted");
        vm.assertTrue(!curation.hasVoted(application, members[1]), "not voted");
        vm.assertTrue(!curation.hasVoted(application + 1, members[0]), "in another");
    }

    function test_entrusted_votes_count() public {
        delegate(members[3], members[4]);
        delegate(members[5], members[4]);
        pass(1);
        application = open(stranger);

        for (uint256 support = 0; support < 3; ++support) {
            uint256 one = support == 0 ? application : open(person(support == 1 ? "x" : "y"));
            vm.expectEmit(address(curation));
            emit ICuration.VoteCast(one, members[4], 1, ICuration.Support(support), 3, 0, REASON);
            cast(one, 4, ICuration.Support(support));
            assertVotes(one, support == 1 ? 3 : 0, support == 0 ? 3 : 0, support == 2 ? 3 : 0);
        }
    }

    function test_every_voter_of_a_ballot_has_a_say_of_their_own() public {
        uint256 other = open(stranger);
        for (uint256 i = 0; i < 7; ++i) {
            cast(application, i, FOR);
            cast(other, i, AGAINST);
        }
        assertVotes(application, 7, 0, 0);
        assertVotes(other, 0, 7, 0);
    }

    function test_nobody_votes_twice() public {
        cast(application, 0, FOR);

        vm.expectRevert(
            abi.encodeWithSelector(IElectorate.AlreadyVoted.selector, application, members[0])
        );
        cast(application, 0, AGAINST);
    }

    function test_a_vote_needs_a_reason() public {
        vm.prank(members[0]);
        vm.expectRevert(abi.encodeWithSelector(ICuration.ReasonLength.selector, 0, 1_000));
        curation.vote(application, FOR, "");
    }

    function test_a_reason_has_at_most_1000_bytes() public {
        vm.prank(members[0]);
        vm.expectRevert(abi.encodeWithSelector(ICuration.ReasonLength.selector, 1_001, 1_000));
        curation.vote(application, FOR, string(new bytes(1_001)));

        vm.prank(members[0]);
        curation.vote(application, FOR, string(new bytes(1_000)));
        vm.prank(members[1]);
        curation.vote(application, FOR, "!");
        assertVotes(application, 2, 0, 0);
    }

    function test_a_reason_may_be_a_document() public {
        bytes32 digest = keccak256("reason");

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[0], 1, AGAINST, 1, digest, "");
        vm.prank(members[0]);
        curation.voteWithDigest(application, AGAINST, digest);

        assertVotes(application, 0, 1, 0);
    }

    function test_no_document_is_no_reason() public {
        vm.prank(members[0]);
        vm.expectRevert(abi.encodeWithSelector(ICuration.ReasonLength.selector, 0, 1_000));
        curation.voteWithDigest(application, FOR, 0);
    }

    function test_a_ballot_closes_to_the_second() public {
        uint48 closesAt = curation.applications(application).closesAt;
        until(closesAt - 1);
        assertState(application, ICuration.State.Open);
        cast(application, 0, FOR);

        until(closesAt);
        assertState(application, ICuration.State.Closed);
        bytes memory fault =
            abi.encodeWithSelector(ICuration.ApplicationClosed.selector, application, closesAt);
        vm.expectRevert(fault);
        cast(application, 1, FOR);
        vm.prank(members[1]);
        vm.expectRevert(fault);
        curation.voteWithDigest(application, FOR, DOSSIER);
    }

    function test_a_closed_ballot_stays_closed() public {
        uint48 closesAt = curation.applications(application).closesAt;
        until(closesAt + 1);
        assertState(application, ICuration.State.Closed);

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationClosed.selector, application, closesAt)
        );
        cast(application, 1, FOR);
    }

    function test_what_is_decided_is_decided() public {
        decide(application);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationDecided.selector, application));
        cast(application, 0, FOR);
    }

    function test_there_must_be_an_application() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationMissing.selector, 2));
        cast(2, 0, FOR);
    }

    function test_a_stranger_has_no_vote() public {
        vm.expectRevert(noVotes(stranger));
        vm.prank(stranger);
        curation.vote(application, FOR, REASON);

        vm.expectRevert(noVotes(stranger));
        vm.prank(stranger);
        curation.voteWithDigest(application, FOR, DOSSIER);
    }

    function test_who_entrusted_their_vote_has_none() public {
        delegate(members[0], members[1]);
        pass(1);
        application = open(stranger);

        vm.expectRevert(noVotes(members[0]));
        cast(application, 0, FOR);
    }

    function test_votes_entrusted_later_weigh_nothing() public {
        delegate(members[0], members[1]);

        cast(application, 1, FOR);
        assertVotes(application, 1, 0, 0);
        cast(application, 0, FOR);
        assertVotes(application, 2, 0, 0);
    }

    function test_who_joins_later_has_no_vote() public {
        join(stranger);
        pass(1);

        vm.expectRevert(noVotes(stranger));
        vm.prank(stranger);
        curation.vote(application, FOR, REASON);
    }

    function test_who_joins_later_has_no_entrusted_votes_either() public {
        delegate(members[0], stranger);
        pass(1);
        application = open(collector);
        join(stranger);

        vm.expectRevert(noVotes(stranger));
        vm.prank(stranger);
        curation.vote(application, FOR, REASON);
    }

    function test_the_last_member_at_the_opening_votes() public {
        cast(application, 6, FOR);

        assertVotes(application, 1, 0, 0);
    }

    function test_who_left_has_no_vote() public {
        vm.prank(members[0]);
        membership.leave();

        vm.expectRevert(noVotes(members[0]));
        cast(application, 0, FOR);
    }

    function noVotes(address who) private view returns (bytes memory) {
        uint48 snapshot = curation.applications(application).snapshot;
        return abi.encodeWithSelector(IElectorate.NoVotes.selector, who, snapshot);
    }
}
