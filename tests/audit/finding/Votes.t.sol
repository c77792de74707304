// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IElectorate} from "../../../contracts/interfaces/IElectorate.sol";
import {Scene} from "../Scene.sol";

/// @title Votes: doubled, bought, locked, counted where nobody can cast them
contract VotesTest is Scene {
    IVotes private votes;

    function setUp() public override {
        super.setUp();
        votes = IVotes(address(membership));
    }

    function test_N_H01_delegating_to_oneself_doubles_nothing() public {
        delegate(members[0], members[0]);
        delegate(members[0], members[0]);

        vm.assertEq(votes.getVotes(members[0]), 1, "votes");
    }

    function test_N_H02_who_entrusted_their_vote_can_leave() public {
        delegate(members[0], members[1]);
        vm.prank(members[0]);
        membership.leave();

        vm.assertEq(membership.memberOf(members[0]), 0, "gone");
        vm.assertEq(votes.getVotes(members[1]), 1, "the vote went along");
    }

    function test_N_H03_several_changes_in_a_second_are_one() public {
        uint256 before = vm.getBlockTimestamp() - 1;
        delegate(members[0], members[1]);
        delegate(members[2], members[1]);
        delegate(members[0], members[2]);
        uint256 then = vm.getBlockTimestamp();
        pass(1);

        vm.assertEq(votes.getPastVotes(members[1], then), 2, "the last value");
        vm.assertEq(votes.getPastVotes(members[2], then), 1, "the last value of the other");
        vm.assertEq(votes.getPastVotes(members[1], before), 1, "the second before");
    }

    function test_N_H04_delegating_around_makes_no_votes() public {
        address[3] memory route = [stranger, collector, members[0]];
        for (uint256 i = 0; i < 6; ++i) {
            delegate(members[0], route[i % 3]);
        }

        uint256 sum = votes.getVotes(stranger) + votes.getVotes(collector) + votes.getVotes(members[0]);
        vm.assertEq(sum, 1, "votes of one member");
    }

    function test_N_H05_who_comes_back_votes_no_second_time() public {
        uint256 application = open();
        vote(application, members[0]);
        vm.prank(members[0]);
        membership.leave();
        vm.prank(address(curation));
        membership.admit(members[0]);

        expectNoVotes(application, members[0]);
        vote(application, members[0]);
    }

    function test_N_M07_a_vote_given_to_nobody_can_be_taken_back() public {
        delegate(members[0], address(0));
        vm.assertEq(votes.getVotes(members[0]), 0, "given away");
        vm.assertEq(votes.getVotes(address(0)), 0, "to nobody");

        delegate(members[0], members[0]);
        vm.assertEq(votes.getVotes(members[0]), 1, "taken back");
    }

    function test_N_M08_who_gave_their_vote_to_nobody_can_leave() public {
        delegate(members[0], address(0));
        vm.prank(members[0]);
        membership.leave();

        vm.assertEq(membership.memberCount(), 2, "members");
    }

    function test_R_H02_a_quorum_is_of_those_who_could_vote_then() public {
        for (uint256 i = 0; i < 7; ++i) {
            vm.prank(address(curation));
            membership.admit(person(["a", "b", "c", "d", "e", "f", "g"][i]));
        }
        uint256 sameSecond = open();
        pass(1);
        vm.prank(stranger);
        uint256 later = curation.openApplication{value: BOND}(keccak256("dossier"));

        vm.assertEq(curation.applications(sameSecond).quorum, 2, "three could vote");
        vm.assertEq(curation.applications(later).quorum, 3, "ten can");
    }

    function test_R_M04_votes_that_nobody_can_cast_make_no_quorum() public {
        ICuration.Parameters memory rules = curationRules();
        rules.quorumBps = 10_000;
        vm.prank(treasury);
        curation.setParameters(rules);
        vm.prank(members[0]);
        uint256 application = curation.openApplication{value: BOND}(keccak256("dossier"));

        vm.assertEq(curation.applications(application).quorum, 2, "all but the artist");
    }

    function test_R_H04_a_delegate_cannot_keep_what_they_were_entrusted_with() public {
        delegate(members[0], members[1]);
        vm.prank(members[1]);
        membership.leave();

        delegate(members[0], members[0]);
        vm.assertEq(votes.getVotes(members[0]), 1, "taken back");
        vm.assertEq(votes.getVotes(members[1]), 0, "nothing left");
    }

    function test_N_M10_who_left_counts_for_no_quorum() public {
        ICuration.Parameters memory rules = curationRules();
        rules.quorumBps = 10_000;
        vm.prank(treasury);
        curation.setParameters(rules);
        vm.prank(members[0]);
        membership.leave();
        pass(1);

        vm.assertEq(curation.applications(open()).quorum, 2, "those who stayed");
    }

    function test_N_M20_votes_gathered_when_a_ballot_opens_weigh_nothing() public {
        uint256 application = open();
        delegate(members[1], members[0]); // in the same second
        delegate(members[2], members[0]);
        pass(1);
        vote(application, members[0]);

        vm.assertEq(curation.applications(application).votesFor, 1, "votes");
    }

    function delegate(address from, address to) private {
        vm.prank(from);
        votes.delegate(to);
    }

    function open() private returns (uint256) {
        vm.prank(artist);
        return curation.openApplication{value: BOND}(keccak256("dossier"));
    }

    function vote(uint256 application, address member) private {
        vm.prank(member);
        curation.vote(application, ICuration.Support.For, "Again.");
    }

    function expectNoVotes(uint256 application, address member) private {
        uint48 snapshot = curation.applications(application).snapshot;
        vm.expectRevert(abi.encodeWithSelector(IElectorate.NoVotes.selector, member, snapshot));
    }
}
