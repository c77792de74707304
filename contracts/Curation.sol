// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {ICuration} from "./interfaces/ICuration.sol";
import {Bounds} from "./libraries/Bounds.sol";
import {Shares} from "./libraries/Shares.sol";
import {Membership} from "./Membership.sol";
import {Electorate} from "./parts/Electorate.sol";
import {Governed} from "./parts/Governed.sol";
import {Payouts} from "./parts/Payouts.sol";

/// @title Curation: artists apply, members vote with written reasons, a strict majority admits
/// @dev The manual is `ICuration`.
contract Curation is Governed, Payouts, Electorate, ICuration {
    using SafeCast for uint256;

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
        Decision decision;
    }

    uint256 public constant BOND_CAP_WEI = 1 ether;
    uint256 public constant PERIOD_MINIMUM = 1 hours;
    uint256 public constant PERIOD_MAXIMUM = 30 days;
    uint256 public constant QUORUM_FLOOR_MAXIMUM = 1_000;
    /// @notice Longest reason of a vote, in bytes of UTF-8.
    uint256 public constant REASON_LIMIT = 1_000;

    IArtwork private immutable ARTWORK;

    /// @inheritdoc ICuration
    uint256 public applicationCount;
    /// @inheritdoc ICuration
    mapping(address artist => uint256 application) public applicationOf;

    Parameters private _parameters;
    mapping(uint256 application => Ballot ballot) private _ballots;

    constructor(
        Membership membership_,
        IArtwork artwork_,
        address treasury_,
        Parameters memory parameters_
    ) Governed(treasury_) Electorate(membership_) {
        ARTWORK = artwork_;
        _setParameters(parameters_);
    }

    /// @inheritdoc ICuration
    function openApplication(bytes32 dossier) external payable returns (uint256 application) {
        Parameters memory current = _parameters;
        if (dossier == 0) revert DossierMissing();
        if (msg.value != current.bondWei) revert BondWrong(msg.value, current.bondWei);
        if (isArtist(msg.sender)) revert AlreadyArtist(msg.sender);
        uint256 former = applicationOf[msg.sender];
        if (former != 0 && _ballots[former].decision == Decision.None) {
            revert ApplicationPending(msg.sender, former);
        }

        application = ++applicationCount;
        applicationOf[msg.sender] = application;
        Ballot storage ballot = _ballots[application];
        ballot.artist = msg.sender;
        ballot.bondWei = msg.value.toUint64();
        ballot.snapshot = _snapshot();
        ballot.closesAt = Time.timestamp() + current.votingPeriod;
        ballot.quorum = _quorumAt(ballot.snapshot, current).toUint32();
        ballot.artistMember = MEMBERSHIP.memberOf(msg.sender).toUint24();
        ballot.lastMember = MEMBERSHIP.lastMember().toUint24();
        emit ApplicationOpened(
            application, msg.sender, dossier, msg.value, ballot.snapshot, ballot.closesAt, ballot.quorum
        );
    }

    /// @inheritdoc ICuration
    function vote(uint256 application, Support support, string calldata reason) external {
        Ballot storage ballot = _undecided(application);
        if (Time.timestamp() >= ballot.closesAt) revert ApplicationClosed(application, ballot.closesAt);
        uint256 length = bytes(reason).length;
        if (length == 0 || length > REASON_LIMIT) revert ReasonLength(length, REASON_LIMIT);

        (uint256 member, uint32 weight) =
            _useVotes(application, msg.sender, ballot.snapshot, ballot.lastMember);
        if (member == ballot.artistMember) revert OwnApplication(application, msg.sender);
        if (support == Support.For) ballot.votesFor += weight;
        else if (support == Support.Against) ballot.votesAgainst += weight;
        else ballot.abstentions += weight;
        emit VoteCast(application, msg.sender, support, weight, reason);
    }

    /// @inheritdoc ICuration
    function finalize(uint256 application) external nonReentrant {
        Ballot storage ballot = _undecided(application);
        if (Time.timestamp() < ballot.closesAt) {
            revert ApplicationStillOpen(application, ballot.closesAt);
        }
        address artist = ballot.artist;
        (uint256 yes, uint256 no, uint256 abstain) =
            (ballot.votesFor, ballot.votesAgainst, ballot.abstentions);

        if (yes + no + abstain >= ballot.quorum && yes > no) {
            ballot.decision = Decision.Admitted;
            emit ArtistAdmitted(application, artist, yes, no, abstain);
            ARTWORK.admit(artist);
            if (MEMBERSHIP.memberOf(artist) == 0) MEMBERSHIP.admit(artist);
        } else {
            ballot.decision = Decision.Rejected;
            emit ArtistRejected(application, artist, yes, no, abstain);
        }
        emit BondReturned(application, artist, ballot.bondWei);
        _pay(address(0), artist, ballot.bondWei);
    }

    /// @inheritdoc ICuration
    function setParameters(Parameters calldata newParameters) external onlyTreasury {
        _setParameters(newParameters);
    }

    /// @inheritdoc ICuration
    function artwork() external view returns (address) {
        return address(ARTWORK);
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
                state: _stateOf(ballot)
            });
    }

    /// @inheritdoc ICuration
    function parameters() external view returns (Parameters memory) {
        return _parameters;
    }

    /// @inheritdoc ICuration
    function isArtist(address account) public view returns (bool) {
        return ARTWORK.isArtist(account);
    }

    function _setParameters(Parameters memory to) private {
        Bounds.check(to.bondWei, 0, BOND_CAP_WEI);
        Bounds.check(to.votingPeriod, PERIOD_MINIMUM, PERIOD_MAXIMUM);
        Bounds.check(to.quorumBps, 1, Shares.WHOLE_BPS);
        Bounds.check(to.quorumFloor, 1, QUORUM_FLOOR_MAXIMUM);
        _parameters = to;
        emit ParametersChanged(to.bondWei, to.votingPeriod, to.quorumBps, to.quorumFloor);
    }

    function _undecided(uint256 application) private view returns (Ballot storage ballot) {
        ballot = _ballots[application];
        if (ballot.closesAt == 0) revert ApplicationMissing(application);
        if (ballot.decision != Decision.None) revert ApplicationDecided(application);
    }

    function _quorumAt(uint256 snapshot, Parameters memory current) private view returns (uint256) {
        uint256 share = Shares.ceilOf(MEMBERSHIP.getPastTotalSupply(snapshot), current.quorumBps);
        return Math.max(share, current.quorumFloor);
    }

    function _stateOf(Ballot storage ballot) private view returns (State) {
        if (ballot.closesAt == 0) return State.Missing;
        if (ballot.decision == Decision.Admitted) return State.Admitted;
        if (ballot.decision == Decision.Rejected) return State.Rejected;
        return Time.timestamp() < ballot.closesAt ? State.Open : State.Closed;
    }
}
