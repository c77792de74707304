// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IExhibitions} from "./interfaces/IExhibitions.sol";
import {IMembership} from "./interfaces/IMembership.sol";
import {Bounds} from "./libraries/Bounds.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Tallies} from "./libraries/Tallies.sol";
import {Membership} from "./Membership.sol";
import {Electorate} from "./parts/Electorate.sol";
import {Governed} from "./parts/Governed.sol";

/// @title Exhibitions: the DAO calls, members nominate works and approve of them, the chain ranks
/// @dev The manual is `IExhibitions`.
contract Exhibitions is Governed, Electorate, EIP712, IExhibitions {
    using SafeCast for uint256;
    using Tallies for Tallies.Tally;

    /// @dev One slot, and one that `finalize` writes.
    /// @param lastMember the highest member number at the opening
    /// @param winners a byte for each rank, the first lowest: the candidate's number from 1, zero for none
    struct Round {
        uint48 snapshot;
        uint48 nominationsUntil;
        uint48 closesAt;
        uint24 lastMember;
        uint8 places;
        uint8 quotaPerArtist;
        uint8 candidateCount;
        bool isFinalized;
        uint128 winners;
    }

    uint256 public constant PERIOD_MINIMUM = 1 hours;
    uint256 public constant PERIOD_MAXIMUM = 30 days;
    uint256 public constant PLACES_LIMIT = 16;
    uint256 public constant CANDIDATE_LIMIT = 64;
    uint256 public constant NOMINATIONS_PER_MEMBER = 4;
    /// @notice EIP-712 type of what a member signs.
    bytes32 public constant BALLOT_TYPEHASH =
        keccak256("Ballot(uint256 exhibition,address member,uint64 approvals,uint64 deadline)");

    IArtwork private immutable ARTWORK;

    /// @inheritdoc IExhibitions
    uint256 public exhibitionCount;

    mapping(uint256 exhibition => Round round) private _rounds;
    mapping(uint256 exhibition => Tallies.Tally tally) private _tallies;
    mapping(uint256 exhibition => mapping(uint256 candidate => uint256 work)) private _candidates;
    /// @dev Zero: the work is no candidate.
    mapping(uint256 exhibition => mapping(uint256 work => address artist)) private _artists;
    mapping(uint256 exhibition => mapping(uint256 member => uint256 count)) private _nominations;

    constructor(
        Membership membership_,
        IArtwork artwork_,
        address treasury_
    ) Governed(treasury_) Electorate(membership_) EIP712("Atelier Exhibitions", "1") {
        ARTWORK = artwork_;
    }

    /// @inheritdoc IExhibitions
    function openExhibition(Terms calldata terms) external onlyTreasury returns (uint256 exhibition) {
        if (terms.brief == 0) revert BriefMissing();
        Bounds.check(terms.nominationPeriod, PERIOD_MINIMUM, PERIOD_MAXIMUM);
        Bounds.check(terms.votingPeriod, PERIOD_MINIMUM, PERIOD_MAXIMUM);
        Bounds.check(terms.places, 1, PLACES_LIMIT);
        Bounds.check(terms.quotaPerArtist, 1, terms.places);

        exhibition = ++exhibitionCount;
        uint48 nominationsUntil = Time.timestamp() + terms.nominationPeriod;
        Round memory round = Round({
            snapshot: _snapshot(),
            nominationsUntil: nominationsUntil,
            closesAt: nominationsUntil + terms.votingPeriod,
            lastMember: MEMBERSHIP.lastMember().toUint24(),
            places: terms.places,
            quotaPerArtist: terms.quotaPerArtist,
            candidateCount: 0,
            isFinalized: false,
            winners: 0
        });
        _rounds[exhibition] = round;
        emit ExhibitionOpened(
            exhibition,
            terms.brief,
            round.snapshot,
            nominationsUntil,
            round.closesAt,
            terms.places,
            terms.quotaPerArtist
        );
    }

    /// @inheritdoc IExhibitions
    function nominate(uint256 exhibition, uint256 work) external {
        Round storage round = _opened(exhibition);
        if (Time.timestamp() >= round.nominationsUntil) {
            revert NominationsOver(exhibition, round.nominationsUntil);
        }
        uint256 candidate = round.candidateCount;
        if (candidate == CANDIDATE_LIMIT) revert NominationsFull(exhibition, CANDIDATE_LIMIT);
        if (_artists[exhibition][work] != address(0)) revert AlreadyNominated(exhibition, work);
        address artist = ARTWORK.artistOf(work);
        if (artist == address(0)) revert IArtwork.WorkMissing(work);

        _useNomination(exhibition, round.lastMember);
        round.candidateCount = (candidate + 1).toUint8();
        _candidates[exhibition][candidate] = work;
        _artists[exhibition][work] = artist;
        emit WorkNominated(exhibition, work, msg.sender, artist, candidate);
    }

    /// @inheritdoc IExhibitions
    function vote(uint256 exhibition, uint64 approvals) external {
        _vote(exhibition, msg.sender, approvals);
    }

    /// @inheritdoc IExhibitions
    function voteBySignature(SignedBallot calldata ballot) external {
        if (block.timestamp > ballot.deadline) revert BallotExpired(ballot.deadline, block.timestamp);
        if (!Signatures.isValid(ballot.member, ballotDigest(ballot), ballot.signature)) {
            revert BallotForged(ballot.member);
        }
        _vote(ballot.exhibition, ballot.member, ballot.approvals);
    }

    /// @inheritdoc IExhibitions
    function voteBySignatures(SignedBallot[] calldata ballots) external returns (uint256 counted) {
        for (uint256 i = 0; i < ballots.length; ++i) {
            _checkGas();
            // A call of its own, so that what fails takes back only itself and burns no more than its part.
            try this.voteBySignature{gas: RELAYED_VOTE_GAS}(ballots[i]) {
                ++counted;
            } catch (bytes memory reason) {
                emit BallotSkipped(ballots[i].exhibition, ballots[i].member, bytes4(reason));
            }
        }
    }

    /// @inheritdoc IExhibitions
    function finalize(uint256 exhibition) external {
        Round storage round = _opened(exhibition);
        if (round.isFinalized) revert ExhibitionDecided(exhibition);
        if (Time.timestamp() < round.closesAt) revert ExhibitionStillOpen(exhibition, round.closesAt);

        round.isFinalized = true;
        uint256[] memory ranking = _tallies[exhibition].ranking(round.candidateCount);
        (uint256 places, uint256 quota) = (round.places, round.quotaPerArtist);
        address[] memory artists = new address[](places); // of the works exhibited, by rank
        (uint256 rank, uint256 winners) = (0, 0);
        for (uint256 i = 0; i < ranking.length && rank < places; ++i) {
            (uint256 candidate, uint256 approvals) = Tallies.read(ranking[i]);
            if (approvals == 0) break;
            uint256 work = _candidates[exhibition][candidate];
            address artist = _artists[exhibition][work];
            if (_count(artists, artist) == quota) continue;

            artists[rank] = artist;
            winners |= (candidate + 1) << (8 * rank);
            emit WorkExhibited(exhibition, work, artist, ++rank, approvals);
        }
        round.winners = winners.toUint128();
        emit ExhibitionFinalized(exhibition, rank);
    }

    /// @inheritdoc IExhibitions
    function exhibitions(uint256 exhibition) external view returns (Exhibition memory) {
        Round storage round = _rounds[exhibition];
        return
            Exhibition({
                snapshot: round.snapshot,
                nominationsUntil: round.nominationsUntil,
                closesAt: round.closesAt,
                places: round.places,
                quotaPerArtist: round.quotaPerArtist,
                candidateCount: round.candidateCount,
                state: _stateOf(round)
            });
    }

    /// @inheritdoc IExhibitions
    function candidatesOf(uint256 exhibition) external view returns (Candidate[] memory candidates) {
        candidates = new Candidate[](_rounds[exhibition].candidateCount);
        for (uint256 i = 0; i < candidates.length; ++i) {
            uint256 work = _candidates[exhibition][i];
            candidates[i] = Candidate(work, _artists[exhibition][work], _tallies[exhibition].approvalsOf(i));
        }
    }

    /// @inheritdoc IExhibitions
    function winnersOf(uint256 exhibition) external view returns (uint256[] memory works) {
        uint256 winners = _rounds[exhibition].winners;
        works = new uint256[](winners == 0 ? 0 : Math.log256(winners) + 1);
        for (uint256 rank = 0; rank < works.length; ++rank) {
            works[rank] = _candidates[exhibition][uint8(winners >> (8 * rank)) - 1];
        }
    }

    /// @inheritdoc IExhibitions
    function nominationsBy(uint256 exhibition, address member) external view returns (uint256) {
        return _nominations[exhibition][MEMBERSHIP.memberOf(member)];
    }

    /// @inheritdoc IExhibitions
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc IExhibitions
    function ballotDigest(SignedBallot calldata ballot) public view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        BALLOT_TYPEHASH,
                        ballot.exhibition,
                        ballot.member,
                        ballot.approvals,
                        ballot.deadline
                    )
                )
            );
    }

    function _vote(uint256 exhibition, address member, uint64 approvals) private {
        Round storage round = _opened(exhibition);
        if (Time.timestamp() < round.nominationsUntil) {
            revert NominationsOpen(exhibition, round.nominationsUntil);
        }
        if (Time.timestamp() >= round.closesAt) revert ExhibitionClosed(exhibition, round.closesAt);
        uint256 candidateCount = round.candidateCount;
        if (approvals == 0 || uint256(approvals) >> candidateCount != 0) {
            revert ApprovalsInvalid(approvals, candidateCount);
        }

        (, uint32 weight) = _useVotes(exhibition, member, round.snapshot, round.lastMember);
        _tallies[exhibition].add(approvals, weight);
        emit BallotCast(exhibition, member, approvals, weight);
    }

    /// @dev Members admitted after the opening are refused: who left and came back has a new number.
    function _useNomination(uint256 exhibition, uint256 lastMember) private {
        uint256 member = MEMBERSHIP.memberOf(msg.sender);
        if (member == 0 || member > lastMember) revert IMembership.NotMember(msg.sender);
        uint256 count = _nominations[exhibition][member];
        if (count == NOMINATIONS_PER_MEMBER) {
            revert NominationsUsed(exhibition, msg.sender, NOMINATIONS_PER_MEMBER);
        }
        _nominations[exhibition][member] = count + 1;
    }

    function _opened(uint256 exhibition) private view returns (Round storage round) {
        round = _rounds[exhibition];
        if (round.closesAt == 0) revert ExhibitionMissing(exhibition);
    }

    function _stateOf(Round storage round) private view returns (State) {
        if (round.closesAt == 0) return State.Missing;
        if (round.isFinalized) return State.Finalized;
        if (Time.timestamp() < round.nominationsUntil) return State.Nominating;
        return Time.timestamp() < round.closesAt ? State.Voting : State.Closed;
    }

    function _count(address[] memory artists, address artist) private pure returns (uint256 count) {
        for (uint256 i = 0; i < artists.length; ++i) {
            if (artists[i] == artist) ++count;
        }
    }
}
