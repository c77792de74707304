// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {Jury} from "./Jury.sol";

/// @title The decision, and the way back of the bond
contract FinalizeTest is Jury {
    uint256 private application;
    uint48 private closesAt;

    function setUp() public override {
        super.setUp();
        application = open(artist);
        closesAt = curation.applications(application).closesAt;
    }

    function test_a_majority_admits() public {
        vote(2, 1, 0);
        until(closesAt);

        vm.expectEmit(address(curation));
        emit ICuration.ArtistAdmitted(application, artist, 2, 1, 0);
        vm.expectEmit(address(curation));
        emit ICuration.BondReturned(application, artist, BOND);
        vm.prank(stranger);
        curation.finalize(application);

        assertState(application, ICuration.State.Admitted);
        assertVotes(application, 2, 1, 0);
        vm.assertTrue(curation.isArtist(artist), "artist");
        vm.assertEq(artwork.artistUntil(artist), type(uint48).max, "until");
        vm.assertEq(membership.memberOf(artist), 8, "member");
        vm.assertEq(curation.cooldownEndsAt(artist), 0, "cooldown");
        vm.assertEq(artist.balance, 1_000 ether, "bond is back");
        vm.assertEq(address(curation).balance, 0, "nothing stays");
    }

    function test_a_tie_rejects() public {
        vote(2, 2, 1);
        until(closesAt);

        vm.expectEmit(address(curation));
        emit ICuration.ArtistRejected(application, artist, 2, 2, 1, closesAt + 2 days);
        vm.expectEmit(address(curation));
        emit ICuration.BondReturned(application, artist, BOND);
        curation.finalize(application);

        assertState(application, ICuration.State.Rejected);
        vm.assertTrue(!curation.isArtist(artist), "no artist");
        vm.assertEq(membership.memberOf(artist), 0, "no member");
        vm.assertEq(curation.cooldownEndsAt(artist), closesAt + 2 days, "cooldown");
        vm.assertEq(artist.balance, 1_000 ether, "bond is back");
    }

    function test_cooldown_begins_with_the_decision() public {
        until(closesAt + 5 days);
        curation.finalize(application);

        vm.assertEq(curation.cooldownEndsAt(artist), closesAt + 7 days, "cooldown");
    }

    function test_abstentions_make_a_quorum() public {
        assertDecision(1, 0, 2, ICuration.State.Admitted);
    }

    function test_more_than_the_quorum_admits_too() public {
        assertDecision(4, 2, 1, ICuration.State.Admitted);
    }

    function test_one_short_of_the_quorum_rejects() public {
        assertDecision(2, 0, 0, ICuration.State.Rejected);
    }

    function test_votes_against_make_a_quorum() public {
        assertDecision(2, 1, 0, ICuration.State.Admitted);
    }

    function test_more_against_than_for_reject() public {
        assertDecision(1, 2, 3, ICuration.State.Rejected);
    }

    function test_no_vote_at_all_rejects() public {
        assertDecision(0, 0, 0, ICuration.State.Rejected);
    }

    function test_abstentions_alone_reject() public {
        assertDecision(0, 0, 7, ICuration.State.Rejected);
    }

    function test_the_voting_period_ends_to_the_second() public {
        until(closesAt - 1);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationStillOpen.selector, application, closesAt)
        );
        curation.finalize(application);

        until(closesAt);
        curation.finalize(application);
        assertState(application, ICuration.State.Rejected);
    }

    function test_there_must_be_an_application() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationMissing.selector, 2));
        curation.finalize(2);
    }

    function test_what_is_rejected_is_decided() public {
        decide(application);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationDecided.selector, application));
        curation.finalize(application);
    }

    function test_what_is_admitted_is_decided() public {
        vote(3, 0, 0);
        decide(application);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ApplicationDecided.selector, application));
        curation.finalize(application);
    }

    function test_a_member_who_is_admitted_stays_the_same_member() public {
        application = open(members[6]);
        for (uint256 i = 0; i < 3; ++i) {
            cast(application, i, FOR);
        }
        decide(application);

        vm.assertTrue(curation.isArtist(members[6]), "artist");
        vm.assertEq(membership.memberOf(members[6]), 7, "member");
        vm.assertEq(membership.memberCount(), 7, "count");
    }

    function test_a_refused_bond_waits() public {
        RefusingPayee payee = new RefusingPayee();
        vm.deal(address(payee), BOND);
        application = open(address(payee));
        decide(application);
        IPayouts payouts = IPayouts(address(curation));
        vm.assertEq(payouts.credits(ETHER, address(payee)), BOND, "credit");

        payee.take();
        vm.prank(address(payee));
        payouts.withdraw(ETHER);
        vm.assertEq(address(payee).balance, BOND, "paid");
    }

    function test_the_bond_comes_back_as_it_was_paid() public {
        ICuration.Parameters memory rules = curationRules();
        rules.bondWei = 1 ether;
        setRules(rules);
        vm.deal(address(curation), 10 ether);
        decide(application);

        vm.assertEq(artist.balance, 1_000 ether, "bond");
    }

    function test_an_admitted_artist_receives_one_membership() public {
        vote(3, 0, 0);
        decide(application);

        vm.assertEq(IERC721(address(membership)).balanceOf(artist), 1, "memberships");
    }

    function assertDecision(
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 abstentions,
        ICuration.State state
    ) private {
        vote(votesFor, votesAgainst, abstentions);
        decide(application);
        assertState(application, state);
        vm.assertTrue(curation.isArtist(artist) == (state == ICuration.State.Admitted), "artist");
    }

    function vote(uint256 votesFor, uint256 votesAgainst, uint256 abstentions) private {
        uint256 member;
        for (uint256 i = 0; i < votesFor; ++i) {
            cast(application, member++, FOR);
        }
        for (uint256 i = 0; i < votesAgainst; ++i) {
            cast(application, member++, AGAINST);
        }
        for (uint256 i = 0; i < abstentions; ++i) {
            cast(application, member++, ABSTAIN);
        }
    }
}
