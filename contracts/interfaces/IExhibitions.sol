// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IElectorate} from "./IElectorate.sol";

/// @title Exhibitions: the DAO calls, members nominate works and approve of them, the chain ranks
/// @dev A round takes three steps. The treasury opens it with a brief; until `nominationsUntil` members
/// nominate works of the collection; from that second until `closesAt` each member approves of as many of
/// them as they like, once. Then anybody has it finalized: most approvals first, the earlier nomination
/// before the later, nobody without an approval, and no artist more often than the quota allows.
/// Who was a member when the round was opened takes part, with the votes delegated to them by then.
interface IExhibitions is IElectorate {
    enum State {
        Missing,
        Nominating,
        Voting,
        Closed, // the vote is over, nobody finalized yet
        Finalized
    }

    /// @param brief sha-256 digest of the CIDv1 (raw codec) of what the exhibition is about
    /// @param nominationPeriod seconds from the opening in which members nominate
    /// @param votingPeriod seconds after that in which they vote
    /// @param places how many works are exhibited at most
    /// @param quotaPerArtist how many of them may be one artist's
    struct Terms {
        bytes32 brief;
        uint32 nominationPeriod;
        uint32 votingPeriod;
        uint8 places;
        uint8 quotaPerArtist;
    }

    /// @param snapshot the second before the opening: who could vote then votes now
    struct Exhibition {
        uint48 snapshot;
        uint48 nominationsUntil;
        uint48 closesAt;
        uint8 places;
        uint8 quotaPerArtist;
        uint8 candidateCount;
        State state;
    }

    /// @param approvals votes of all members who approve of the work
    struct Candidate {
        uint256 work;
        address artist;
        uint32 approvals;
    }

    /// @notice What a member signs, and their signature, so that somebody else can bring the ballot.
    /// @param approvals a bit for each candidate, the first nominated lowest
    /// @param deadline last second at which the signature holds
    struct SignedBallot {
        uint256 exhibition;
        address member;
        uint64 approvals;
        uint64 deadline;
        bytes signature;
    }

    event ExhibitionOpened(
        uint256 indexed exhibition,
        bytes32 indexed brief,
        uint48 snapshot,
        uint48 nominationsUntil,
        uint48 closesAt,
        uint8 places,
        uint8 quotaPerArtist
    );
    /// @notice A work is a candidate.
    /// @param candidate the work's place among the candidates, from 0: its bit in a ballot
    event WorkNominated(
        uint256 indexed exhibition,
        uint256 indexed work,
        address indexed member,
        address artist,
        uint256 candidate
    );
    event BallotCast(uint256 indexed exhibition, address indexed member, uint64 approvals, uint256 weight);
    /// @notice A ballot of a batch did not count; the others did.
    /// @param fault selector of the error it failed with, zero if it ran out of gas
    event BallotSkipped(uint256 indexed exhibition, address indexed member, bytes4 fault);
    /// @notice A work won a place.
    /// @param rank from 1
    event WorkExhibited(
        uint256 indexed exhibition,
        uint256 indexed work,
        address indexed artist,
        uint256 rank,
        uint256 approvals
    );
    event ExhibitionFinalized(uint256 indexed exhibition, uint256 winnerCount);

    error BriefMissing();
    error ExhibitionMissing(uint256 exhibition);
    error NominationsOver(uint256 exhibition, uint48 until);
    error NominationsOpen(uint256 exhibition, uint48 until);
    error NominationsFull(uint256 exhibition, uint256 limit);
    error NominationsUsed(uint256 exhibition, address member, uint256 limit);
    error AlreadyNominated(uint256 exhibition, uint256 work);
    error ExhibitionClosed(uint256 exhibition, uint48 closesAt);
    error ExhibitionStillOpen(uint256 exhibition, uint48 closesAt);
    error ExhibitionDecided(uint256 exhibition);
    error ApprovalsInvalid(uint64 approvals, uint256 candidateCount);
    error BallotExpired(uint64 deadline, uint256 timestamp);
    error BallotForged(address member);

    /// @notice Call for an exhibition. Only the treasury, within bounds: periods between `PERIOD_MINIMUM` and
    /// `PERIOD_MAXIMUM`, up to `PLACES_LIMIT` places, a quota of at least one.
    function openExhibition(Terms calldata terms) external returns (uint256 exhibition);

    /// @notice Nominate a work, one's own or another's.
    /// Requirements: nominations are open; the caller was a member when the round was opened, is one still,
    /// and nominated less than `NOMINATIONS_PER_MEMBER` works in it; the work exists, is no candidate yet,
    /// and there are less than `CANDIDATE_LIMIT`.
    function nominate(uint256 exhibition, uint256 work) external;

    /// @notice Approve of candidates: of at least one, and only of such as there are.
    /// Requirements: nominations are over, the exhibition is not closed; the caller is a member with votes at
    /// the snapshot and has not voted in it.
    function vote(uint256 exhibition, uint64 approvals) external;

    /// @notice The same by the member's signature (EIP-712, or ERC-1271 of a wallet contract).
    function voteBySignature(SignedBallot calldata ballot) external;

    /// @notice The same for many; what does not count is skipped with `BallotSkipped` and spoils nothing.
    function voteBySignatures(SignedBallot[] calldata ballots) external returns (uint256 counted);

    /// @notice Rank the candidates of a closed exhibition. Anybody may call.
    function finalize(uint256 exhibition) external;

    function exhibitionCount() external view returns (uint256);
    function exhibitions(uint256 exhibition) external view returns (Exhibition memory);
    /// @notice All candidates in the order of their nomination.
    function candidatesOf(uint256 exhibition) external view returns (Candidate[] memory);
    /// @notice The works exhibited, the first rank first; empty until finalized.
    function winnersOf(uint256 exhibition) external view returns (uint256[] memory works);
    function nominationsBy(uint256 exhibition, address member) external view returns (uint256);
    /// @notice The digest a ballot's signature is over (EIP-712).
    function ballotDigest(SignedBallot calldata ballot) external view returns (bytes32);
    function artwork() external view returns (address);
}
