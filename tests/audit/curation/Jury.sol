// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {ICuration} from "../../../contracts/interfaces/ICuration.sol";
import {Scene} from "../Scene.sol";

/// @title Seven members, of whose votes thirty per cent are three: more than the floor, rounded up
abstract contract Jury is Scene {
    struct VoteFields {
        uint256 application;
        uint8 round;
        address member;
        uint8 support;
        bytes32 reasonDigest;
        string reason;
        uint64 deadline;
    }

    struct EndorsementFields {
        address artist;
        bytes32 dossier;
        address member;
        uint64 deadline;
    }

    ICuration.Support internal constant AGAINST = ICuration.Support.Against;
    ICuration.Support internal constant FOR = ICuration.Support.For;
    ICuration.Support internal constant ABSTAIN = ICuration.Support.Abstain;

    string internal constant VOTE =
        "Vote(uint256 application,uint8 round,address member,uint8 support,bytes32 reasonDigest,"
        "string reason,uint64 deadline)";
    string internal constant ENDORSEMENT =
        "Endorsement(address artist,bytes32 dossier,address member,uint64 deadline)";
    bytes32 internal constant DOSSIER = keccak256("dossier");
    bytes32 internal constant STATEMENT = keccak256("statement");
    string internal constant REASON = "A hand of its own.";

    function setUp() public virtual override {
        for (uint256 i = 0; i < 4; ++i) {
            members.push(person(["member 4", "member 5", "member 6", "member 7"][i]));
        }
        super.setUp();
    }

    function curationRules() internal pure virtual override returns (ICuration.Parameters memory) {
        return
            ICuration.Parameters({
                bondWei: BOND,
                votingPeriod: 2 hours,
                cooldown: 2 days,
                revocationNotice: 3 days,
                quorumBps: 3_000,
                quorumFloor: 2,
                endorsements: 2
            });
    }

    function now48() internal view returns (uint48) {
        return uint48(vm.getBlockTimestamp());
    }

    function until(uint256 time) internal {
        vm.warp(time);
    }

    function setRules(ICuration.Parameters memory rules) internal {
        vm.prank(treasury);
        curation.setParameters(rules);
    }

    function open(address applicant) internal returns (uint256 application) {
        vm.prank(applicant);
        application = curation.openApplication{value: BOND}(DOSSIER);
    }

    function cast(uint256 application, uint256 member, ICuration.Support support) internal {
        vm.prank(members[member]);
        curation.vote(application, support, REASON);
    }

    function decide(uint256 application) internal {
        until(curation.applications(application).closesAt);
        curation.finalize(application);
    }

    /// @dev The artist's first application, refused by one vote to two.
    function rejected() internal returns (uint256 application) {
        application = open(artist);
        cast(application, 0, AGAINST);
        cast(application, 1, FOR);
        cast(application, 2, AGAINST);
        decide(application);
    }

    function appeal(uint256 application) internal {
        vm.prank(artist);
        curation.appeal{value: BOND}(application, STATEMENT);
    }

    function join(address newcomer) internal {
        vm.prank(address(curation));
        membership.admit(newcomer);
    }

    function delegate(address from, address to) internal {
        vm.prank(from);
        IVotes(address(membership)).delegate(to);
    }

    /// @dev A vote for the artist, as yet unsigned.
    function voteOf(
        uint256 application,
        address member
    ) internal view returns (ICuration.SignedVote memory vote) {
        vote.application = application;
        vote.round = 1;
        vote.member = member;
        vote.support = uint8(FOR);
        vote.reason = REASON;
        vote.deadline = now48();
    }

    function signed(ICuration.SignedVote memory vote) internal view returns (ICuration.SignedVote memory) {
        vote.signature = signedBy(vote.member, "Atelier Curation", address(curation), VOTE, fieldsOf(vote));
        return vote;
    }

    function fieldsOf(ICuration.SignedVote memory vote) internal pure returns (bytes memory) {
        VoteFields memory fields = VoteFields({
            application: vote.application,
            round: vote.round,
            member: vote.member,
            support: vote.support,
            reasonDigest: vote.reasonDigest,
            reason: vote.reason,
            deadline: vote.deadline
        });
        return abi.encode(fields);
    }

    function endorsed(
        address applicant,
        bytes32 dossier,
        address member,
        uint64 deadline
    ) internal view returns (ICuration.Endorsement memory) {
        bytes memory fields = abi.encode(EndorsementFields(applicant, dossier, member, deadline));
        bytes memory signature =
            signedBy(member, "Atelier Curation", address(curation), ENDORSEMENT, fields);
        return ICuration.Endorsement(member, deadline, signature);
    }

    function assertVotes(
        uint256 application,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 abstentions
    ) internal view {
        ICuration.Application memory found = curation.applications(application);
        vm.assertEq(found.votesFor, votesFor, "for");
        vm.assertEq(found.votesAgainst, votesAgainst, "against");
        vm.assertEq(found.abstentions, abstentions, "abstentions");
    }

    function assertState(uint256 application, ICuration.State state) internal view {
        vm.assertEq(uint256(curation.applications(application).state), uint256(state), "state");
    }

    function assertApplication(uint256 application, ICuration.Application memory meant) internal view {
        ICuration.Application memory found = curation.applications(application);
        vm.assertEq(keccak256(abi.encode(found)), keccak256(abi.encode(meant)), "application");
    }
}
