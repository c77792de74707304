// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IElectorate} from "./IElectorate.sol";

/// @title Curation: artists apply, members vote with written reasons, a strict majority admits
/// @dev Dossiers, statements and long reasons live on IPFS; the chain holds the sha-256 digest of their CIDv1
/// (raw codec, one block). What members sign is EIP-712, domain "Atelier Curation", version 1:
///     Vote(uint256 application,uint8 round,address member,uint8 support,bytes32 reasonDigest,string reason,
///         uint64 deadline)
///     Endorsement(address artist,bytes32 dossier,address member,uint64 deadline)
interface ICuration is IElectorate {
    enum Support {
        Against,
        For,
        Abstain
    }

    enum State {
        Missing,
        Open,
        Closed, // the voting period is over, nobody finalized yet
        Admitted,
        Rejected
    }

    /// @param bondWei what an application or an appeal costs until it is decided; always given back
    /// @param votingPeriod seconds
    /// @param cooldown seconds that the rejected, and the revoked, wait before they apply again
    /// @param revocationNotice seconds between the DAO's decision to revoke and its effect
    /// @param quorumBps share of the votes that can be cast that must be cast
    /// @param quorumFloor votes that must be cast however small the DAO is
    /// @param endorsements how many members spare an applicant the bond
    struct Parameters {
        uint96 bondWei;
        uint32 votingPeriod;
        uint32 cooldown;
        uint32 revocationNotice;
        uint16 quorumBps;
        uint16 quorumFloor;
        uint16 endorsements;
    }

    /// @param snapshot the second before the application's block: who could vote then votes now
    /// @param quorum, votesFor, votesAgainst, abstentions those of the round
    /// @param round 1, or 2 from the appeal on
    struct Application {
        address artist;
        uint48 snapshot;
        uint48 closesAt;
        uint96 bondWei;
        uint32 quorum;
        uint32 votesFor;
        uint32 votesAgainst;
        uint32 abstentions;
        uint8 round;
        State state;
    }

    /// @notice A vote that a member signed and anybody may bring. It has no nonce: a member votes once.
    /// @param support as in `Support`; a number, so that a wrong one spoils no batch
    /// @param deadline last second at which the vote holds
    struct SignedVote {
        uint256 application;
        uint8 round;
        address member;
        uint8 support;
        bytes32 reasonDigest;
        string reason;
        uint64 deadline;
        bytes signature;
    }

    /// @notice A member's word for an artist and a dossier, good for any application until its deadline.
    struct Endorsement {
        address member;
        uint64 deadline;
        bytes signature;
    }

    event ApplicationOpened(
        uint256 indexed application,
        address indexed artist,
        bytes32 indexed dossier,
        uint256 bondWei,
        uint48 snapshot,
        uint48 closesAt,
        uint256 quorum
    );
    /// @notice A member spoke for an application that therefore needed no bond.
    event ApplicationEndorsed(uint256 indexed application, address indexed member);
    /// @param reasonDigest zero where the whole reason is `reason`
    event VoteCast(
        uint256 indexed application,
        address indexed member,
        uint8 round,
        Support support,
        uint256 weight,
        bytes32 reasonDigest,
        string reason
    );
    /// @notice A vote in a relayed batch was not counted. Anybody can bring a bad vote in anybody's name: it
    /// says nothing of the member, who still may vote.
    /// @param fault selector of the error, zero if the member's wallet burnt the gas of the vote
    event VoteSkipped(uint256 indexed application, address indexed member, bytes4 fault);
    event ArtistAdmitted(
        uint256 indexed application,
        address indexed artist,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 abstentions
    );
    /// @param cooldownEndsAt until then the artist may appeal, from then on apply again
    event ArtistRejected(
        uint256 indexed application,
        address indexed artist,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 abstentions,
        uint48 cooldownEndsAt
    );
    /// @notice The bond left for the artist, by push or (with `PayoutCredited`) as credit.
    event BondReturned(uint256 indexed application, address indexed artist, uint256 amountWei);
    /// @notice The second round began: counts start at zero, voters are who did not vote in the first.
    event AppealOpened(
        uint256 indexed application,
        address indexed artist,
        bytes32 indexed statement,
        uint256 bondWei,
        uint48 closesAt,
        uint256 quorum
    );
    /// @notice The DAO takes the right to mint away, from `effectiveAt` on. What was minted stays as it is.
    event ArtistRevoked(
        address indexed artist, bytes32 indexed reason, uint48 effectiveAt, uint48 cooldownEndsAt
    );
    event RevocationWithdrawn(address indexed artist);
    event ParametersChanged(
        uint96 bondWei,
        uint32 votingPeriod,
        uint32 cooldown,
        uint32 revocationNotice,
        uint16 quorumBps,
        uint16 quorumFloor,
        uint16 endorsements
    );

    error DossierMissing();
    error BondWrong(uint256 paidWei, uint256 bondWei);
    /// @notice Who is artist and member has nothing to apply for.
    error AlreadyArtist(address artist);
    error ApplicationPending(address artist, uint256 application);
    error CoolingDown(address artist, uint48 until);
    /// @notice A member who applies holds their own vote at the snapshot, so that nobody casts it for them.
    error VoteEntrusted(address artist, uint48 snapshot);
    /// @notice Fewer votes could be cast than must be.
    error QuorumOutOfReach(uint256 votes, uint256 quorum);
    error EndorsementsShort(uint256 count, uint256 needed);
    error EndorsementExpired(address member, uint64 deadline);
    error EndorsementForged(address member);
    /// @notice Endorsers are members, in strictly ascending order of their numbers; 0 is nobody's.
    error EndorsementOrder(address member, uint256 number);
    error OwnEndorsement(address artist);
    error ApplicationMissing(uint256 application);
    error ApplicationClosed(uint256 application, uint48 closesAt);
    error ApplicationStillOpen(uint256 application, uint48 closesAt);
    error ApplicationDecided(uint256 application);
    error OwnApplication(uint256 application, address artist);
    error ReasonLength(uint256 length, uint256 limit);
    error VoteExpired(uint64 deadline, uint256 timestamp);
    error VoteForged(uint256 application, address member);
    error RoundWrong(uint256 application, uint8 round, uint8 current);
    error SupportUnknown(uint8 support);
    error NotApplicant(uint256 application, address caller);
    error StatementMissing();
    error AppealUsed(uint256 application);
    error AppealClosed(uint256 application, uint48 until);
    /// @notice Only who may mint without end can be revoked; `artistUntil` 0: never an artist.
    error NotRevocable(address artist, uint48 artistUntil);
    /// @notice There is no revocation that is still to take effect.
    error NotRevoked(address artist, uint48 artistUntil);

    /// @notice Apply to become an artist. The bond must be paid exactly and comes back with the decision.
    /// Requirements: not artist and member already, no application undecided, no cooldown running; a member's
    /// own vote is not delegated to somebody else.
    /// @dev An artist who is no member any more applies to be one again. They remain an artist, whatever is
    /// decided.
    function openApplication(bytes32 dossier) external payable returns (uint256 application);

    /// @notice Apply without a bond, with the signed word of `Parameters.endorsements` other members or more,
    /// in ascending order of their member numbers.
    function openEndorsedApplication(
        bytes32 dossier,
        Endorsement[] calldata endorsements
    ) external returns (uint256 application);

    /// @notice Vote on an application, with a written reason of 1 to `REASON_LIMIT` bytes.
    /// Requirements: the application is open; the caller is a member with votes at the snapshot, has not
    /// voted on it in any round, is not its artist, and was a member when the artist applied.
    function vote(uint256 application, Support support, string calldata reason) external;

    /// @notice Vote as with `vote`, the reason being a document with this digest.
    function voteWithDigest(uint256 application, Support support, bytes32 reasonDigest) external;

    /// @notice Cast a vote that its member signed: with a text, a digest, or both as its reason. Anybody may.
    function voteBySignature(SignedVote calldata signed) external;

    /// @notice Cast many. A vote that cannot be counted, for whatever reason of its own, is skipped.
    /// @return counted how many were not
    function voteBySignatures(SignedVote[] calldata signed) external returns (uint256 counted);

    /// @notice Decide after the voting period. Anybody may call.
    /// Admitted: quorum reached, strictly more votes for than against, and not revoked since the application;
    /// the artist becomes a member too.
    function finalize(uint256 application) external;

    /// @notice Ask the members who did not vote in the first round. Only the rejected artist, once, until the
    /// cooldown ends. Bond and period are those of now, the quorum is of the votes not cast so far; who can
    /// vote stays as it was at the application's snapshot.
    /// @param statement digest of what the artist has to say
    function appeal(uint256 application, bytes32 statement) external payable;

    /// @notice Take the right to mint away after the notice period, by itself. Only the treasury.
    /// @param reason digest of the reason
    function revoke(address artist, bytes32 reason) external;

    /// @notice Withdraw a revocation before it takes effect. Only the treasury.
    function withdrawRevocation(address artist) external;

    /// @notice Change the parameters of what comes. Only the treasury, within bounds.
    function setParameters(Parameters calldata parameters) external;

    function isArtist(address account) external view returns (bool);
    /// @notice An artist's latest application, 0 for none.
    function applicationOf(address artist) external view returns (uint256 application);
    /// @notice From when on somebody may apply (again); until then the rejected may appeal.
    function cooldownEndsAt(address artist) external view returns (uint48);
    function applications(uint256 application) external view returns (Application memory);
    function applicationCount() external view returns (uint256);
    function parameters() external view returns (Parameters memory);
    function artwork() external view returns (address);
    /// @notice The digest a vote's signature is over (EIP-712).
    function voteDigest(SignedVote calldata signed) external view returns (bytes32);
    /// @notice The digest an endorsement's signature is over (EIP-712).
    function endorsementDigest(
        address artist,
        bytes32 dossier,
        Endorsement calldata endorsement
    ) external view returns (bytes32);
}
