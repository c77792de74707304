// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {IElectorate} from "../../../contracts/interfaces/IElectorate.sol";
import {MoodyWallet} from "../../../contracts/test/MoodyWallet.sol";
import {Jury} from "./Jury.sol";

/// @title A vote that its member signed and somebody else brings
contract SignedTest is Jury {
    uint256 private application;

    function setUp() public override {
        super.setUp();
        application = open(artist);
    }

    function test_a_signed_vote_counts() public {
        ICuration.SignedVote memory vote = signed(voteOf(application, members[0]));

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[0], 1, FOR, 1, 0, REASON);
        curation.voteBySignature(vote);

        assertVotes(application, 1, 0, 0);
        vm.assertTrue(curation.hasVoted(application, members[0]), "voted");
    }

    function test_it_counts_as_what_was_signed() public {
        for (uint8 support = 0; support < 3; ++support) {
            ICuration.SignedVote memory vote = voteOf(application, members[support]);
            vote.support = support;
            curation.voteBySignature(signed(vote));
        }
        assertVotes(application, 1, 1, 1);

        ICuration.SignedVote memory against = voteOf(application, members[4]);
        against.support = uint8(AGAINST);
        curation.voteBySignature(signed(against));
        assertVotes(application, 1, 2, 1);
    }

    function test_its_reason_may_be_a_text_and_a_document() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.reasonDigest = DOSSIER;
        vote = signed(vote);

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[0], 1, FOR, 1, DOSSIER, REASON);
        curation.voteBySignature(vote);
    }

    function test_its_reason_may_be_a_document_alone() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        (vote.reasonDigest, vote.reason) = (DOSSIER, "");
        vote = signed(vote);

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(application, members[0], 1, FOR, 1, DOSSIER, "");
        curation.voteBySignature(vote);
    }

    function test_it_needs_a_reason() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.reason = "";
        vote = signed(vote);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ReasonLength.selector, 0, 1_000));
        curation.voteBySignature(vote);
    }

    function test_its_reason_is_short_even_beside_a_document() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        (vote.reasonDigest, vote.reason) = (DOSSIER, string(new bytes(1_001)));
        vote = signed(vote);

        vm.expectRevert(abi.encodeWithSelector(ICuration.ReasonLength.selector, 1_001, 1_000));
        curation.voteBySignature(vote);
    }

    function test_it_holds_to_its_last_second() public {
        ICuration.SignedVote memory vote = signed(voteOf(application, members[0]));

        until(vote.deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.VoteExpired.selector, vote.deadline, vote.deadline + 1)
        );
        curation.voteBySignature(vote);

        until(vote.deadline);
        curation.voteBySignature(vote);
        assertVotes(application, 1, 0, 0);
    }

    function test_it_may_hold_for_long() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.deadline = now48() + 100 days;
        curation.voteBySignature(signed(vote));

        assertVotes(application, 1, 0, 0);
    }

    function test_there_are_three_kinds_of_support() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.support = 3;
        vote = signed(vote);

        vm.expectRevert(abi.encodeWithSelector(ICuration.SupportUnknown.selector, 3));
        curation.voteBySignature(vote);
    }

    function test_it_is_for_one_round() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.round = 2;
        vote = signed(vote);

        vm.expectRevert(abi.encodeWithSelector(ICuration.RoundWrong.selector, application, 2, 1));
        curation.voteBySignature(vote);
    }

    function test_it_counts_once() public {
        ICuration.SignedVote memory vote = signed(voteOf(application, members[0]));
        curation.voteBySignature(vote);

        vm.expectRevert(
            abi.encodeWithSelector(IElectorate.AlreadyVoted.selector, application, members[0])
        );
        curation.voteBySignature(vote);
    }

    function test_it_comes_while_the_ballot_is_open() public {
        uint48 closesAt = curation.applications(application).closesAt;
        until(closesAt);
        ICuration.SignedVote memory vote = signed(voteOf(application, members[0]));

        vm.expectRevert(
            abi.encodeWithSelector(ICuration.ApplicationClosed.selector, application, closesAt)
        );
        curation.voteBySignature(vote);
    }

    function test_nothing_signed_can_be_changed() public {
        ICuration.SignedVote memory vote = signed(voteOf(application, members[0]));
        uint256 other = open(stranger);

        vote.application = other;
        assertForged(vote);
        vote.application = application;
        vote.round = 2;
        assertForged(vote);
        vote.round = 1;
        vote.member = members[1];
        assertForged(vote);
        vote.member = members[0];
        vote.support = uint8(AGAINST);
        assertForged(vote);
        vote.support = uint8(FOR);
        vote.reasonDigest = DOSSIER;
        assertForged(vote);
        vote.reasonDigest = 0;
        vote.reason = "a hand of its own.";
        assertForged(vote);
        vote.reason = REASON;
        ++vote.deadline;
        assertForged(vote);
        --vote.deadline;
        curation.voteBySignature(vote);
        assertVotes(application, 1, 0, 0);
    }

    function test_nobody_signs_for_nobody() public {
        ICuration.SignedVote memory vote = voteOf(application, address(0));
        vote.signature = new bytes(65);

        assertForged(vote);
    }

    function test_it_is_for_one_contract() public {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.signature =
            signedBy(members[0], "Atelier Curation", address(exhibitions), VOTE, fieldsOf(vote));
        assertForged(vote);

        vote.signature =
            signedBy(members[0], "Atelier Artwork", address(curation), VOTE, fieldsOf(vote));
        assertForged(vote);
    }

    function test_wallets_and_contract_agree_on_the_digest() public view {
        ICuration.SignedVote memory vote = voteOf(application, members[0]);
        vote.reasonDigest = DOSSIER;

        vm.assertEq(
            curation.voteDigest(vote),
            digestOf("Atelier Curation", address(curation), VOTE, fieldsOf(vote)),
            "digest"
        );
    }

    function test_wallet_contracts_may_sign() public {
        MoodyWallet wallet = new MoodyWallet();
        ICuration.SignedVote memory vote = walletVote(wallet);

        vm.expectEmit(address(curation));
        emit ICuration.VoteCast(vote.application, address(wallet), 1, FOR, 1, 0, REASON);
        curation.voteBySignature(vote);
    }

    function test_a_refusing_wallet_has_not_signed() public {
        MoodyWallet wallet = new MoodyWallet();
        ICuration.SignedVote memory vote = walletVote(wallet);

        wallet.feel(MoodyWallet.Mood.Refusing);
        assertForged(vote);
        wallet.feel(MoodyWallet.Mood.Reverting);
        assertForged(vote);
    }

    function walletVote(MoodyWallet wallet) private returns (ICuration.SignedVote memory) {
        join(address(wallet));
        pass(1);
        return signed(voteOf(open(stranger), address(wallet)));
    }

    function assertForged(ICuration.SignedVote memory vote) private {
        vm.expectRevert(
            abi.encodeWithSelector(ICuration.VoteForged.selector, vote.application, vote.member)
        );
        curation.voteBySignature(vote);
    }
}
