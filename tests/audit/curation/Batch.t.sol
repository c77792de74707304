// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IElectorate} from "../../../contracts/interfaces/IElectorate.sol";
import {Jury} from "./Jury.sol";

/// @title Many signed votes at once, good and bad
contract BatchTest is Jury {
    uint256 private application;

    function setUp() public override {
        super.setUp();
        application = open(artist);
    }

    function test_good_votes_count() public {
        ICuration.SignedVote[] memory votes = new ICuration.SignedVote[](3);
        for (uint256 i = 0; i < 3; ++i) {
            votes[i] = signed(voteOf(application, members[i]));
        }

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[2], 1, FOR, 1, 0, REASON);
        vm.assertEq(curation.voteBySignatures(votes), 3, "counted");

        assertVotes(application, 3, 0, 0);
    }

    function test_no_votes_are_none() public {
        vm.assertEq(curation.voteBySignatures(new ICuration.SignedVote[](0)), 0, "counted");
    }

    function test_bad_votes_are_told_and_spoil_nothing() public {
        ICuration.SignedVote[] memory votes = new ICuration.SignedVote[](5);
        votes[0] = signed(voteOf(application, members[0]));
        votes[1] = votes[0];
        votes[2] = signed(voteOf(application, members[2]));
        ++votes[2].deadline;
        votes[3] = signed(voteOf(7, members[3]));
        votes[4] = signed(voteOf(application, members[4]));

        expectSkipped(application, members[0], IElectorate.AlreadyVoted.selector);
        expectSkipped(application, members[2], ICuration.VoteForged.selector);
        expectSkipped(7, members[3], ICuration.ApplicationMissing.selector);
        vm.assertEq(curation.voteBySignatures(votes), 2, "counted");

        assertVotes(application, 2, 0, 0);
        vm.assertTrue(!curation.hasVoted(application, members[2]), "still may vote");
    }

    function test_a_wallet_burns_only_its_own_share() public {
        address wallet = address(0xe7e4);
        join(wallet);
        pass(1);
        application = open(stranger);
        ICuration.SignedVote[] memory votes = new ICuration.SignedVote[](2);
        votes[0] = signed(voteOf(application, wallet));
        votes[1] = signed(voteOf(application, members[0]));
        vm.etch(wallet, hex"5b600056"); // a loop without end

        expectSkipped(application, wallet, ICuration.VoteForged.selector); // with the last of its gas
        uint256 gas = gasleft();
        vm.assertEq(curation.voteBySignatures(votes), 1, "counted");
        gas -= gasleft();

        vm.assertLe(gas, 600_000, "gas"); // 350,000 for the wallet, the rest for the vote
        assertVotes(application, 1, 0, 0);
    }

    function test_a_share_is_enough_for_a_long_reason() public {
        ICuration.SignedVote[] memory votes = new ICuration.SignedVote[](1);
        votes[0] = voteOf(application, members[0]);
        votes[0].reason = string(new bytes(1_000));
        votes[0] = signed(votes[0]);

        vm.assertEq(curation.voteBySignatures(votes), 1, "counted");
    }

    function test_a_batch_wants_the_gas_for_each_vote() public {
        ICuration.SignedVote[] memory votes = new ICuration.SignedVote[](1);
        votes[0] = signed(voteOf(application, members[0]));

        vm.expectRevert(abi.encodeWithSelector(IElectorate.GasShort.selector, 437_500));
        curation.voteBySignatures{gas: 437_400}(votes);

        vm.assertEq(curation.voteBySignatures{gas: 460_000}(votes), 1, "counted");
    }

    function test_a_batch_wants_the_gas_for_the_last_vote_too() public {
        ICuration.SignedVote[] memory votes = new ICuration.SignedVote[](2);
        votes[0] = signed(voteOf(application, members[0]));
        votes[1] = signed(voteOf(application, members[1]));

        vm.expectRevert(abi.encodeWithSelector(IElectorate.GasShort.selector, 437_500));
        curation.voteBySignatures{gas: 460_000}(votes);
    }

    function expectSkipped(uint256 application_, address member, bytes4 fault) private {
        vm.expectEmit(address(curation));
        emit ICuration.VoteSkipped(application_, member, fault);
    }
}
