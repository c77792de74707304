// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IArtwork} from "../interfaces/IArtwork.sol";
import {IEditions} from "../interfaces/IEditions.sol";
import {IRoyalties} from "../interfaces/IRoyalties.sol";
import {Shares} from "../libraries/Shares.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Splits} from "../libraries/Splits.sol";

/// @title The book of splits: who shares which work, each payee by consent
abstract contract SplitBook is EIP712, IRoyalties {
    using Splits for Split;

    uint256 public constant PAYEE_LIMIT = 32;
    uint256 public constant PARENT_LIMIT = 8;
    /// @notice The least and the most that a work with parents leaves them.
    uint16 public constant PARENTS_MINIMUM_BPS = 500;
    uint16 public constant PARENTS_MAXIMUM_BPS = 5_000;

    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "Consent(uint256 work,address artist,address payee,uint16 bps,uint64 epoch,uint64 deadline)"
    );
    /// @dev What a standing consent names: it holds for every work of the artist.
    uint256 private constant EVERY_WORK = 0;

    /// @dev A split as it is kept: the counts beside the artist, so that arrays need no slot for a length.
    struct Terms {
        address artist;
        uint16 parentsBps;
        uint8 parentCount;
        uint8 payeeCount;
        uint256[PARENT_LIMIT] parents;
        Share[PAYEE_LIMIT] shares;
    }

    IArtwork internal immutable ARTWORK;
    IEditions internal immutable EDITIONS;

    /// @inheritdoc IRoyalties
    mapping(address payee => uint64 epoch) public consentEpochs;

    mapping(uint256 work => Terms terms) internal _terms;

    constructor(IArtwork artwork_, IEditions editions_) EIP712("Atelier Royalties", "1") {
        ARTWORK = artwork_;
        EDITIONS = editions_;
    }

    /// @inheritdoc IRoyalties
    function record(
        uint256 work,
        address artist,
        Split calldata split,
        Consent[] calldata consents
    ) external {
        if (msg.sender != address(ARTWORK) && msg.sender != address(EDITIONS)) {
            revert NotCollection(msg.sender);
        }
        if (msg.sender != address(EDITIONS) && EDITIONS.artistOf(work) != address(0)) {
            revert IEditions.EditionExists(work);
        }
        Terms storage terms = _terms[work];
        if (terms.artist != address(0)) revert SplitExists(work);
        if (split.isEmpty()) revert SplitEmpty(work);
        terms.artist = artist;
        _recordParents(terms, work, split);
        _recordShares(terms, work, split, consents);
    }

    /// @inheritdoc IRoyalties
    function withdrawConsents() external returns (uint64 epoch) {
        epoch = ++consentEpochs[msg.sender];
        emit ConsentsWithdrawn(msg.sender, epoch);
    }

    /// @inheritdoc IRoyalties
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc IRoyalties
    function editions() external view returns (address) {
        return address(EDITIONS);
    }

    /// @inheritdoc IRoyalties
    function splitOf(uint256 work) external view returns (Split memory split) {
        Terms storage terms = _terms[work];
        split.parents = parentsOf(work);
        split.parentsBps = terms.parentsBps;
        split.shares = new Share[](terms.payeeCount);
        for (uint256 i = 0; i < split.shares.length; ++i) {
            split.shares[i] = terms.shares[i];
        }
    }

    /// @inheritdoc IRoyalties
    function parentsOf(uint256 work) public view returns (uint256[] memory parents) {
        Terms storage terms = _terms[work];
        parents = new uint256[](terms.parentCount);
        for (uint256 i = 0; i < parents.length; ++i) {
            parents[i] = terms.parents[i];
        }
    }

    /// @inheritdoc IRoyalties
    function consentDigest(
        uint256 work,
        address artist,
        Share calldata share_,
        uint64 deadline
    ) public view returns (bytes32) {
        uint64 epoch = consentEpochs[share_.payee];
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(CONSENT_TYPEHASH, work, artist, share_.payee, share_.bps, epoch, deadline)
                )
            );
    }

    /// @dev The artist of a work of either collection. Where an id is in both, the edition was first: nobody
    /// takes its income by minting a work under its id.
    function _artistOf(uint256 work) internal view returns (address artist) {
        artist = _terms[work].artist;
        if (artist == address(0)) artist = EDITIONS.artistOf(work);
        if (artist == address(0)) artist = ARTWORK.artistOf(work);
    }

    /// @dev Parents exist before their child, so no work is its own ancestor.
    function _recordParents(Terms storage terms, uint256 work, Split calldata split) private {
        uint256 count = split.parents.length;
        if (count > PARENT_LIMIT) revert TooManyParents(count, PARENT_LIMIT);
        _checkParentsShare(split.parentsBps, count);
        if (count == 0) return;
        (terms.parentCount, terms.parentsBps) = (uint8(count), split.parentsBps);
        for (uint256 i = 0; i < count; ++i) {
            uint256 parent = split.parents[i];
            for (uint256 j = 0; j < i; ++j) {
                if (split.parents[j] == parent) revert ParentRepeated(parent);
            }
            if (parent == work || _artistOf(parent) == address(0)) revert ParentMissing(parent);
            terms.parents[i] = parent;
        }
        emit ParentsRecorded(work, split.parents, split.parentsBps);
    }

    function _recordShares(
        Terms storage terms,
        uint256 work,
        Split calldata split,
        Consent[] calldata consents
    ) private {
        uint256 count = split.shares.length;
        if (count > PAYEE_LIMIT) revert TooManyPayees(count, PAYEE_LIMIT);
        if (consents.length != count) revert ConsentCount(consents.length, count);
        uint256 totalBps = split.parentsBps;
        terms.payeeCount = uint8(count);
        for (uint256 i = 0; i < count; ++i) {
            Share calldata one = split.shares[i];
            _checkPayee(terms.artist, split.shares, i);
            _checkConsent(work, terms.artist, one, consents[i]);
            totalBps += one.bps;
            terms.shares[i] = one;
            emit ShareGranted(work, one.payee, one.bps);
        }
        if (totalBps > Shares.WHOLE_BPS) revert SharesAboveWhole(totalBps);
    }

    function _checkConsent(
        uint256 work,
        address artist,
        Share calldata one,
        Consent calldata consent
    ) private view {
        if (block.timestamp > consent.deadline) revert ConsentExpired(one.payee, consent.deadline);
        bytes32 digest =
            consentDigest(consent.isStanding ? EVERY_WORK : work, artist, one, consent.deadline);
        if (!Signatures.isValid(one.payee, digest, consent.signature)) revert ConsentForged(one.payee);
    }

    function _checkParentsShare(uint16 parentsBps, uint256 count) private pure {
        uint16 minimum = count == 0 ? 0 : PARENTS_MINIMUM_BPS;
        uint16 maximum = count == 0 ? 0 : PARENTS_MAXIMUM_BPS;
        if (parentsBps < minimum || parentsBps > maximum) {
            revert ParentsShareWrong(parentsBps, minimum, maximum);
        }
    }

    function _checkPayee(address artist, Share[] calldata shares, uint256 index) private pure {
        address payee = shares[index].payee;
        if (payee == address(0) || payee == artist) revert PayeeInvalid(payee);
        if (shares[index].bps == 0) revert ShareMissing(payee);
        for (uint256 i = 0; i < index; ++i) {
            if (shares[i].payee == payee) revert PayeeInvalid(payee);
        }
    }
}
