// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IElectorate} from "../../../contracts/interfaces/IElectorate.sol";
import {IExhibitions} from "../../../contracts/interfaces/IExhibitions.sol";
import {Salon} from "./Salon.sol";

/// @title Ballots, by transaction and by signature
contract ApproveTest is Salon {
    function setUp() public override {
        super.setUp();
        nominateFour();
        vm.warp(nominationsUntil);
    }

    function test_a_ballot_is_told_and_counted() public {
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.BallotCast(exhibition, members[0], 5, 1);
        vote(members[0], 5);
        vote(members[1], 12);

        assertApprovals(0, 1);
        assertApprovals(1, 0);
        assertApprovals(2, 2);
        assertApprovals(3, 1);
        vm.assertTrue(exhibitions.hasVoted(exhibition, members[0]), "voted");
        vm.assertTrue(!exhibitions.hasVoted(exhibition, members[2]), "not voted");
    }

    function test_entrusted_votes_count() public {
        delegate(members[2], members[0]);
        pass(1);
        exhibition = open(terms());
        nominateFour();
        vm.warp(nominationsUntil);
        vote(members[0], 9);

        assertApprovals(0, 2);
        assertApprovals(1, 0);
        assertApprovals(3, 2);
    }

    function test_only_candidates_can_be_approved_of() public {
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.ApprovalsInvalid.selector, 16, 4));
        vote(members[0], 16);
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.ApprovalsInvalid.selector, 0, 4));
        vote(members[0], 0);
        vote(members[0], 15);
        assertApprovals(3, 1);
    }

    function test_the_vote_begins_and_ends_to_the_second() public {
        vm.warp(nominationsUntil - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IExhibitions.NominationsOpen.selector, exhibition, nominationsUntil
            )
        );
        vote(members[0], 1);
        vm.warp(closesAt - 1);
        assertState(IExhibitions.State.Voting);
        vote(members[0], 1);
        for (uint256 late = 0; late < 2; ++late) {
            vm.warp(closesAt + late);
            assertState(IExhibitions.State.Closed);
            vm.expectRevert(
                abi.encodeWithSelector(IExhibitions.ExhibitionClosed.selector, exhibition, closesAt)
            );
            vote(members[1], 1);
        }
    }

    function test_nobody_votes_twice() public {
        vote(members[0], 1);
        vm.expectRevert(
            abi.encodeWithSelector(IElectorate.AlreadyVoted.selector, exhibition, members[0])
        );
        vote(members[0], 2);
    }

    function test_a_stranger_has_no_vote() public {
        uint48 snapshot = exhibitions.exhibitions(exhibition).snapshot;
        join(stranger);
        pass(1);
        vm.expectRevert(abi.encodeWithSelector(IElectorate.NoVotes.selector, stranger, snapshot));
        vote(stranger, 1);
    }

    function test_there_must_be_an_exhibition() public {
        exhibition = 2;
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.ExhibitionMissing.selector, 2));
        vote(members[0], 1);
    }

    function test_a_signed_ballot_counts_once() public {
        IExhibitions.SignedBallot memory ballot = signed(members[0], 3);
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.BallotCast(exhibition, members[0], 3, 1);
        exhibitions.voteBySignature(ballot);
        assertApprovals(1, 1);

        vm.expectRevert(
            abi.encodeWithSelector(IElectorate.AlreadyVoted.selector, exhibition, members[0])
        );
        exhibitions.voteBySignature(ballot);
    }

    function test_a_signed_ballot_holds_to_its_last_second() public {
        IExhibitions.SignedBallot memory ballot = signed(members[0], 3);
        vm.warp(ballot.deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IExhibitions.BallotExpired.selector, ballot.deadline, ballot.deadline + 1
            )
        );
        exhibitions.voteBySignature(ballot);
        vm.warp(ballot.deadline);
        exhibitions.voteBySignature(ballot);
    }

    function test_nothing_signed_can_be_changed() public {
        IExhibitions.SignedBallot memory ballot = signed(members[0], 3);
        ballot.approvals = 2;
        assertForged(ballot);
        ballot.approvals = 3;
        ++ballot.deadline;
        assertForged(ballot);
        --ballot.deadline;
        ballot.member = members[1];
        assertForged(ballot);
        ballot.member = members[0];
        ++ballot.exhibition;
        assertForged(ballot);
    }

    function test_wallets_and_contract_agree_on_the_digest() public view {
        IExhibitions.SignedBallot memory ballot = signed(members[0], 3);
        vm.assertEq(
            exhibitions.ballotDigest(ballot),
            digestOf("Atelier Exhibitions", address(exhibitions), BALLOT, fieldsOf(ballot)),
            "digest"
        );
    }

    function test_a_batch_counts_the_good_and_tells_the_bad() public {
        IExhibitions.SignedBallot[] memory ballots = new IExhibitions.SignedBallot[](4);
        ballots[0] = signed(members[0], 1);
        ballots[1] = ballots[0];
        ballots[2] = signed(members[1], 1);
        ballots[2].approvals = 2;
        ballots[3] = signed(members[2], 1);

        vm.expectEmit(address(exhibitions));
        emit IExhibitions.BallotSkipped(exhibition, members[0], IElectorate.AlreadyVoted.selector);
        vm.expectEmit(address(exhibitions));
        emit IExhibitions.BallotSkipped(exhibition, members[1], IExhibitions.BallotForged.selector);
        vm.assertEq(exhibitions.voteBySignatures(ballots), 2, "counted");
        assertApprovals(0, 2);
    }

    function test_a_batch_wants_the_gas_for_each_ballot() public {
        IExhibitions.SignedBallot[] memory ballots = new IExhibitions.SignedBallot[](1);
        ballots[0] = signed(members[0], 1);

        vm.expectRevert(abi.encodeWithSelector(IElectorate.GasShort.selector, 437_500));
        exhibitions.voteBySignatures{gas: 437_400}(ballots);

        vm.assertEq(exhibitions.voteBySignatures{gas: 460_000}(ballots), 1, "counted");
    }

    function assertForged(IExhibitions.SignedBallot memory ballot) private {
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.BallotForged.selector, ballot.member));
        exhibitions.voteBySignature(ballot);
    }
}
