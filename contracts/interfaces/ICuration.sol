// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IElectorate} from "./IElectorate.sol";

/// @title Curation: artists apply, members vote with written reasons, a strict majority admits
/// @dev The dossier (statement, links, sample works) lives on IPFS; the chain holds the sha-256 digest of its
/// CIDv1 (raw codec, one block).
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

    /// @param bondWei what an application costs until it is decided; always given back
    /// @param votingPeriod seconds
    /// @param quorumBps share of the votes at the snapshot that must be cast
    /// @param quorumFloor votes that must be cast however small the DAO is
    struct Parameters {
        uint96 bondWei;
        uint32 votingPeriod;
        uint16 quorumBps;
        uint16 quorumFloor;
    }

    /// @param snapshot the second before the application's block: who could vote then votes now
    struct Application {
        address artist;
        uint48 snapshot;
        uint48 closesAt;
        uint96 bondWei;
        uint32 quorum;
        uint32 votesFor;
        uint32 votesAgainst;
        uint32 abstentions;
        State state;
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
    event VoteCast(
        uint256 indexed application, address indexed member, Support support, uint256 weight, string reason
    );
    event ArtistAdmitted(
        uint256 indexed application,
        address indexed artist,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 abstentions
    );
    event ArtistRejected(
        uint256 indexed application,
        address indexed artist,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 abstentions
    );
    /// @notice The bond left for the artist, by push or (with `PayoutCredited`) as credit.
    event BondReturned(uint256 indexed application, address indexed artist, uint256 amountWei);
    event ParametersChanged(uint96 bondWei, uint32 votingPeriod, uint16 quorumBps, uint16 quorumFloor);

    error DossierMissing();
    error BondWrong(uint256 paidWei, uint256 bondWei);
    error AlreadyArtist(address artist);
    error ApplicationPending(address artist, uint256 application);
    error ApplicationMissing(uint256 application);
    error ApplicationClosed(uint256 application, uint48 closesAt);
    error ApplicationStillOpen(uint256 application, uint48 closesAt);
    error ApplicationDecided(uint256 application);
    error OwnApplication(uint256 application, address artist);
    error ReasonLength(uint256 length, uint256 limit);

    /// @notice Apply to become an artist. The bond must be paid exactly and comes back with the decision.
    function openApplication(bytes32 dossier) external payable returns (uint256 application);

    /// @notice Vote on an application, with a written reason of 1 to `REASON_LIMIT` bytes.
    /// Requirements: the application is open; the caller is a member with votes at the snapshot, has not
    /// voted on it, is not its artist, and was a member when the artist applied.
    function vote(uint256 application, Support support, string calldata reason) external;

    /// @notice Decide after the voting period. Anybody may call.
    /// Admitted: quorum reached and strictly more votes for than against; the artist becomes a member too.
    function finalize(uint256 application) external;

    /// @notice Change the parameters of applications to come. Only the treasury, within bounds.
    function setParameters(Parameters calldata parameters) external;

    function isArtist(address account) external view returns (bool);
    function applicationOf(address artist) external view returns (uint256 application);
    function applications(uint256 application) external view returns (Application memory);
    function applicationCount() external view returns (uint256);
    function parameters() external view returns (Parameters memory);
    function artwork() external view returns (address);
}
