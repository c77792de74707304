// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {ICuration} from "../interfaces/ICuration.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Electorate} from "../parts/Electorate.sol";

/// @title The votes on applications: the member's own transaction, or a signature that anybody brings
abstract contract Ballots is Electorate, EIP712, ICuration {
    enum Decision {
        None,
        Admitted,
        Rejected
    }

    /// @dev Two slots, so that a vote reads and writes only the second.
    /// @param artistMember the artist's member number when applying, 0 for none
    /// @param lastMember the highest member number when applying
    struct Ballot {
        address artist;
        uint64 bondWei;
        uint32 quorum;
        uint48 snapshot;
        uint48 closesAt;
        uint24 artistMember;
        uint24 lastMember;
        uint32 votesFor;
        uint32 votesAgainst;
        uint32 abstentions;
        uint8 round;
        Decision decision;
    }

    /// @notice Longest reason of a vote, in bytes of UTF-8.
    uint256 public constant REASON_LIMIT = 1_000;

    bytes32 private constant VOTE_TYPEHASH = keccak256(
        "Vote(uint256 application,uint8 round,address member,uint8 support,bytes32 reasonDigest,"
        "string reason,uint64 deadline)"
    );

    mapping(uint256 application => Ballot ballot) internal _ballots;

    /// @inheritdoc ICuration
    function vote(uint256 application, Support support, string calldata reason) external {
        _checkReason(0, reason);
        (uint8 round, uint32 weight) = _count(_open(application), application, msg.sender, support);
        emit VoteCast(application, msg.sender, round, support, weight, 0, reason);
    }

    /// @inheritdoc ICuration
    function voteWithDigest(uint256 application, Support support, bytes32 reasonDigest) external {
        if (reasonDigest == 0) revert ReasonLength(0, REASON_LIMIT);
        (uint8 round, uint32 weight) = _count(_open(application), application, msg.sender, support);
        emit VoteCast(application, msg.sender, round, support, weight, reasonDigest, "");
    }

    /// @inheritdoc ICuration
    function voteBySignature(SignedVote calldata signed) external {
        _checkReason(signed.reasonDigest, signed.reason);
        _checkSigned(signed);
        Ballot storage ballot = _open(signed.application);
        Support support = Support(signed.support);
        (uint8 round, uint32 weight) = _count(ballot, signed.application, signed.member, support);
        if (signed.round != round) revert RoundWrong(signed.application, signed.round, round);
        emit VoteCast(
            signed.application,
            signed.member,
            round,
            support,
            weight,
            signed.reasonDigest,
            signed.reason
        );
    }

    /// @inheritdoc ICuration
    /// @dev Each vote is a call of its own, with a gas cap and memory of its own: whatever a hostile wallet
    /// does with them ends there.
    function voteBySignatures(SignedVote[] calldata signed) external returns (uint256 counted) {
        for (uint256 i = 0; i < signed.length; ++i) {
            _checkGas();
            try this.voteBySignature{gas: RELAYED_VOTE_GAS}(signed[i]) {
                ++counted;
            } catch (bytes memory fault) {
                emit VoteSkipped(signed[i].application, signed[i].member, bytes4(fault));
            }
        }
    }

    /// @inheritdoc ICuration
    function applications(uint256 application) external view returns (Application memory) {
        Ballot storage ballot = _ballots[application];
        return
            Application({
                artist: ballot.artist,
                snapshot: ballot.snapshot,
                closesAt: ballot.closesAt,
                bondWei: ballot.bondWei,
                quorum: ballot.quorum,
                votesFor: ballot.votesFor,
                votesAgainst: ballot.votesAgainst,
                abstentions: ballot.abstentions,
                round: ballot.round,
                state: _stateOf(ballot)
            });
    }

    /// @inheritdoc ICuration
    function voteDigest(SignedVote calldata signed) public view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        VOTE_TYPEHASH,
                        signed.application,
                        signed.round,
                        signed.member,
                        signed.support,
                        signed.reasonDigest,
                        keccak256(bytes(signed.reason)),
                        signed.deadline
                    )
                )
            );
    }

    /// @dev An application that is there and not decided.
    function _undecided(uint256 application) internal view returns (Ballot storage ballot) {
        ballot = _ballots[application];
        if (ballot.closesAt == 0) revert ApplicationMissing(application);
        if (ballot.decision != Decision.None) revert ApplicationDecided(application);
    }

    function _open(uint256 application) private view returns (Ballot storage ballot) {
        ballot = _undecided(application);
        if (Time.timestamp() >= ballot.closesAt) revert ApplicationClosed(application, ballot.closesAt);
    }

    function _count(
        Ballot storage ballot,
        uint256 application,
        address member,
        Support support
    ) private returns (uint8 round, uint32 weight) {
        (uint48 snapshot, uint24 lastMember, uint24 artistMember) =
            (ballot.snapshot, ballot.lastMember, ballot.artistMember);
        round = ballot.round;
        uint256 number;
        (number, weight) = _useVotes(application, member, snapshot, lastMember);
        if (number == artistMember) revert OwnApplication(application, member);

        if (support == Support.For) ballot.votesFor += weight;
        else if (support == Support.Against) ballot.votesAgainst += weight;
        else ballot.abstentions += weight;
    }

    /// @dev A text, a digest, or both.
    function _checkReason(bytes32 reasonDigest, string calldata reason) private pure {
        uint256 length = bytes(reason).length;
        if (length > REASON_LIMIT || (length == 0 && reasonDigest == 0)) {
            revert ReasonLength(length, REASON_LIMIT);
        }
    }

    /// @dev Whether the member said so; whether it counts is for the ballot to say.
    function _checkSigned(SignedVote calldata signed) private view {
        if (block.timestamp > signed.deadline) revert VoteExpired(signed.deadline, block.timestamp);
        if (signed.support > uint8(type(Support).max)) revert SupportUnknown(signed.support);
        if (!Signatures.isValid(signed.member, voteDigest(signed), signed.signature)) {
            revert VoteForged(signed.application, signed.member);
        }
    }

    function _stateOf(Ballot storage ballot) private view returns (State) {
        if (ballot.closesAt == 0) return State.Missing;
        if (ballot.decision == Decision.Admitted) return State.Admitted;
        if (ballot.decision == Decision.Rejected) return State.Rejected;
        return Time.timestamp() < ballot.closesAt ? State.Open : State.Closed;
    }
}
