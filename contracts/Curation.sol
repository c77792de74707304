// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {Ballots} from "./curation/Ballots.sol";
import {CurationParameters} from "./curation/CurationParameters.sol";
import {Endorsements} from "./curation/Endorsements.sol";
import {IArtwork} from "./interfaces/IArtwork.sol";
import {ICuration} from "./interfaces/ICuration.sol";
import {Membership} from "./Membership.sol";
import {Electorate} from "./parts/Electorate.sol";
import {Governed} from "./parts/Governed.sol";
import {Payouts} from "./parts/Payouts.sol";

/// @title Curation: artists apply, members vote with written reasons, a strict majority admits
/// @dev The manual is `ICuration`. An application is one ballot of one or two rounds; the second, the appeal,
/// starts its counts anew, and keeps snapshot and voters.
contract Curation is CurationParameters, Ballots, Endorsements, Payouts {
    using SafeCast for uint256;

    /// @dev One slot a person. Zero: never applied, may apply.
    struct Applicant {
        uint64 application;
        uint48 cooldownEndsAt;
    }

    uint8 private constant FIRST_ROUND = 1;
    uint8 private constant APPEAL_ROUND = 2;
    uint48 private constant WITHOUT_END = type(uint48).max;

    IArtwork private immutable ARTWORK;

    /// @inheritdoc ICuration
    uint256 public applicationCount;

    mapping(address artist => Applicant applicant) private _applicants;

    constructor(
        Membership membership_,
        IArtwork artwork_,
        address treasury_,
        Parameters memory parameters_
    )
        EIP712("Atelier Curation", "1")
        Governed(treasury_)
        Electorate(membership_)
        CurationParameters(parameters_)
    {
        ARTWORK = artwork_;
    }

    /// @inheritdoc ICuration
    function openApplication(bytes32 dossier) external payable returns (uint256 application) {
        Parameters memory current = _parameters;
        _checkBond(current);
        return _openApplication(dossier, current);
    }

    /// @inheritdoc ICuration
    function openEndorsedApplication(
        bytes32 dossier,
        Endorsement[] calldata endorsements
    ) external returns (uint256 application) {
        Parameters memory current = _parameters;
        application = _openApplication(dossier, current);
        _endorse(application, dossier, endorsements, current.endorsements);
    }

    /// @inheritdoc ICuration
    function finalize(uint256 application) external nonReentrant {
        Ballot storage ballot = _undecided(application);
        if (Time.timestamp() < ballot.closesAt) {
            revert ApplicationStillOpen(application, ballot.closesAt);
        }
        (address artist, uint256 bondWei) = (ballot.artist, ballot.bondWei);
        if (_isWon(ballot) && !_isRevokedSince(ballot.snapshot, artist)) {
            _admit(application, artist, ballot);
        } else {
            _reject(application, artist, ballot);
        }
        emit BondReturned(application, artist, bondWei);
        _pay(ETHER, artist, bondWei);
    }

    /// @inheritdoc ICuration
    function appeal(uint256 application, bytes32 statement) external payable {
        Parameters memory current = _parameters;
        Ballot storage ballot = _appealable(application);
        if (statement == 0) revert StatementMissing();
        _checkBond(current);

        uint256 uncast = _castable(msg.sender, ballot.snapshot) - _castIn(ballot);
        ballot.bondWei = msg.value.toUint64();
        ballot.quorum = _quorumOf(uncast, current).toUint32();
        ballot.closesAt = Time.timestamp() + current.votingPeriod;
        (ballot.votesFor, ballot.votesAgainst, ballot.abstentions) = (0, 0, 0);
        ballot.round = APPEAL_ROUND;
        ballot.decision = Decision.None;
        emit AppealOpened(
            application, msg.sender, statement, msg.value, ballot.closesAt, ballot.quorum
        );
    }

    /// @inheritdoc ICuration
    function revoke(address artist, bytes32 reason) external onlyTreasury {
        if (reason == 0) revert StatementMissing();
        uint48 until = ARTWORK.artistUntil(artist);
        if (until != WITHOUT_END) revert NotRevocable(artist, until);
        uint48 effectiveAt = Time.timestamp() + _parameters.revocationNotice;
        uint48 mayApplyAt = effectiveAt + _parameters.cooldown;
        _applicants[artist].cooldownEndsAt = mayApplyAt;
        emit ArtistRevoked(artist, reason, effectiveAt, mayApplyAt);
        ARTWORK.endAdmission(artist, effectiveAt);
    }

    /// @inheritdoc ICuration
    function withdrawRevocation(address artist) external onlyTreasury {
        uint48 until = ARTWORK.artistUntil(artist);
        if (until == WITHOUT_END || until <= Time.timestamp()) revert NotRevoked(artist, until);
        delete _applicants[artist].cooldownEndsAt;
        emit RevocationWithdrawn(artist);
        ARTWORK.endAdmission(artist, WITHOUT_END);
    }

    /// @inheritdoc ICuration
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc ICuration
    function applicationOf(address artist) external view returns (uint256 application) {
        return _applicants[artist].application;
    }

    /// @inheritdoc ICuration
    function cooldownEndsAt(address artist) external view returns (uint48) {
        return _applicants[artist].cooldownEndsAt;
    }

    /// @inheritdoc ICuration
    function isArtist(address account) public view returns (bool) {
        return ARTWORK.isArtist(account);
    }

    function _openApplication(
        bytes32 dossier,
        Parameters memory current
    ) private returns (uint256 application) {
        if (dossier == 0) revert DossierMissing();
        _checkApplicant(msg.sender);

        application = ++applicationCount;
        _applicants[msg.sender].application = application.toUint64();
        Ballot storage ballot = _ballots[application];
        ballot.artist = msg.sender;
        ballot.bondWei = msg.value.toUint64();
        ballot.snapshot = _snapshot();
        ballot.quorum = _quorumOf(_castable(msg.sender, ballot.snapshot), current).toUint32();
        ballot.closesAt = Time.timestamp() + current.votingPeriod;
        ballot.artistMember = _ownNumber(ballot.snapshot).toUint24();
        ballot.lastMember = MEMBERSHIP.lastMember().toUint24();
        ballot.round = FIRST_ROUND;
        emit ApplicationOpened(
            application, msg.sender, dossier, msg.value, ballot.snapshot, ballot.closesAt, ballot.quorum
        );
    }

    function _admit(uint256 application, address artist, Ballot storage ballot) private {
        ballot.decision = Decision.Admitted;
        emit ArtistAdmitted(
            application, artist, ballot.votesFor, ballot.votesAgainst, ballot.abstentions
        );
        if (!isArtist(artist)) ARTWORK.admit(artist);
        if (MEMBERSHIP.memberOf(artist) == 0) MEMBERSHIP.admit(artist);
    }

    function _reject(uint256 application, address artist, Ballot storage ballot) private {
        ballot.decision = Decision.Rejected;
        Applicant storage applicant = _applicants[artist];
        // A revocation in the meantime may have set a later one.
        uint48 mayApplyAt =
            uint48(Math.max(Time.timestamp() + _parameters.cooldown, applicant.cooldownEndsAt));
        applicant.cooldownEndsAt = mayApplyAt;
        emit ArtistRejected(
            application, artist, ballot.votesFor, ballot.votesAgainst, ballot.abstentions, mayApplyAt
        );
    }

    /// @dev The caller's latest application, rejected in its first round not long ago.
    function _appealable(uint256 application) private view returns (Ballot storage ballot) {
        ballot = _ballots[application];
        if (ballot.closesAt == 0) revert ApplicationMissing(application);
        if (ballot.artist != msg.sender) revert NotApplicant(application, msg.sender);
        if (ballot.decision == Decision.None) revert ApplicationPending(msg.sender, application);
        Applicant memory applicant = _applicants[msg.sender];
        if (ballot.decision == Decision.Admitted || application != applicant.application) {
            revert ApplicationDecided(application);
        }
        if (ballot.round != FIRST_ROUND) revert AppealUsed(application);
        if (Time.timestamp() >= applicant.cooldownEndsAt) {
            revert AppealClosed(application, applicant.cooldownEndsAt);
        }
    }

    function _checkApplicant(address artist) private view {
        if (isArtist(artist) && MEMBERSHIP.memberOf(artist) != 0) revert AlreadyArtist(artist);
        Applicant memory applicant = _applicants[artist];
        uint256 former = applicant.application;
        if (former != 0 && _ballots[former].decision == Decision.None) {
            revert ApplicationPending(artist, former);
        }
        if (Time.timestamp() < applicant.cooldownEndsAt) {
            revert CoolingDown(artist, applicant.cooldownEndsAt);
        }
    }

    /// @dev The caller's member number. A member who entrusted somebody with their vote would have it cast on
    /// their own application. To be entrusted with another's instead gains nothing: that one is not cast.
    function _ownNumber(uint48 snapshot) private view returns (uint256 member) {
        uint256 votes;
        (member, votes) = MEMBERSHIP.voterAt(msg.sender, snapshot);
        if (member != 0 && votes == 0) revert VoteEntrusted(msg.sender, snapshot);
    }

    /// @dev Votes that can be cast: all there were at the snapshot but those the artist held.
    function _castable(address artist, uint48 snapshot) private view returns (uint256) {
        return MEMBERSHIP.getPastTotalSupply(snapshot) - MEMBERSHIP.getPastVotes(artist, snapshot);
    }

    function _checkBond(Parameters memory current) private view {
        if (msg.value != current.bondWei) revert BondWrong(msg.value, current.bondWei);
    }

    /// @dev Quorum reached, and strictly more votes for than against.
    function _isWon(Ballot storage ballot) private view returns (bool) {
        return _castIn(ballot) >= ballot.quorum && ballot.votesFor > ballot.votesAgainst;
    }

    /// @dev Only who still was an artist when applying, to be a member again, can be revoked meanwhile.
    function _isRevokedSince(uint48 snapshot, address artist) private view returns (bool) {
        uint48 until = ARTWORK.artistUntil(artist);
        return until > snapshot && until != WITHOUT_END;
    }

    /// @dev Votes cast in the round.
    function _castIn(Ballot storage ballot) private view returns (uint256) {
        return uint256(ballot.votesFor) + ballot.votesAgainst + ballot.abstentions;
    }
}
