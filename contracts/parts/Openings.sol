// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IArtwork} from "../interfaces/IArtwork.sol";
import {IEditions} from "../interfaces/IEditions.sol";
import {IRoyalties} from "../interfaces/IRoyalties.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Splits} from "../libraries/Splits.sol";
import {KeptFees} from "./KeptFees.sol";

/// @title How editions begin: by their artist, or by anybody who has the artist's signature
/// @dev The manual is `IEditions`. All that an edition promises is written here, once.
abstract contract Openings is EIP712, KeptFees, IEditions {
    using Splits for IRoyalties.Split;

    /// @notice The highest royalty an artist can ask.
    uint16 public constant ROYALTY_CAP_BPS = 1_000;

    bytes32 private constant TERMS_TYPEHASH = keccak256(
        "Terms(address currency,uint96 price,uint48 size,uint48 opensAt,uint48 closesAt,uint48 publicAt,"
        "uint32 walletLimit,bytes32 allowlist)"
    );
    bytes32 private constant VOUCHER_TYPEHASH = keccak256(
        "EditionVoucher(uint256 edition,address artist,uint16 royaltyBps,Terms terms,uint16 maxFeeBps,"
        "uint64 deadline,uint64 nonce,address submitter,Split split)"
        "Share(address payee,uint16 bps)Split(uint256[] parents,uint16 parentsBps,Share[] shares)"
        "Terms(address currency,uint96 price,uint48 size,uint48 opensAt,uint48 closesAt,uint48 publicAt,"
        "uint32 walletLimit,bytes32 allowlist)"
    );

    IArtwork internal immutable ARTWORK;

    mapping(uint256 edition => Edition found) internal _editions; // one slot each
    mapping(uint256 edition => Terms found) internal _terms; // three; the last is read for the allowlist only

    constructor(IArtwork artwork_) EIP712("Atelier Editions", "1") {
        ARTWORK = artwork_;
    }

    /// @inheritdoc IEditions
    function open(
        uint256 edition,
        uint16 royaltyBps,
        uint16 maxFeeBps,
        Terms calldata terms,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) external {
        _open(edition, msg.sender, royaltyBps, maxFeeBps, terms, split, consents);
    }

    /// @inheritdoc IEditions
    function openWithVoucher(
        EditionVoucher calldata voucher,
        bytes calldata signature,
        IRoyalties.Consent[] calldata consents
    ) external {
        _checkVoucher(voucher, signature);
        _open(
            voucher.edition,
            voucher.artist,
            voucher.royaltyBps,
            voucher.maxFeeBps,
            voucher.terms,
            voucher.split,
            consents
        );
    }

    /// @inheritdoc IEditions
    function artistOf(uint256 edition) external view returns (address) {
        return _editions[edition].artist;
    }

    /// @inheritdoc IEditions
    function editions(uint256 edition) external view returns (Edition memory) {
        return _existing(edition);
    }

    /// @inheritdoc IEditions
    function termsOf(uint256 edition) external view returns (Terms memory) {
        _existing(edition);
        return _terms[edition];
    }

    /// @inheritdoc IEditions
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc IEditions
    function voucherDigest(EditionVoucher calldata voucher) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    VOUCHER_TYPEHASH,
                    voucher.edition,
                    voucher.artist,
                    voucher.royaltyBps,
                    keccak256(abi.encode(TERMS_TYPEHASH, voucher.terms)),
                    voucher.maxFeeBps,
                    voucher.deadline,
                    voucher.nonce,
                    voucher.submitter,
                    voucher.split.hash()
                )
            )
        );
    }

    function _existing(uint256 edition) internal view returns (Edition memory found) {
        found = _editions[edition];
        if (found.artist == address(0)) revert EditionMissing(edition);
    }

    /// @dev New editions and new copies alike stop in the second in which an admission ends.
    function _requireArtist(address account) internal view {
        uint48 until = ARTWORK.artistUntil(account);
        if (until == 0) revert NotArtist(account);
        if (block.timestamp >= until) revert AdmissionOver(account, until);
    }

    /// @dev All that is fixed for ever is fixed here, the fee too.
    function _open(
        uint256 edition,
        address artist,
        uint16 royaltyBps,
        uint16 maxFeeBps,
        Terms calldata terms,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) private {
        _requireArtist(artist);
        if (edition == 0) revert EditionInvalid(edition);
        if (_editions[edition].artist != address(0)) revert EditionExists(edition);
        if (ARTWORK.artistOf(edition) != address(0)) revert WorkExists(edition);
        if (royaltyBps > ROYALTY_CAP_BPS) revert RoyaltyAboveCap(royaltyBps, ROYALTY_CAP_BPS);
        _checkTerms(terms);
        uint16 feeBps = _openPolicy().primaryFeeBps;
        _feeOf(terms.price, feeBps, maxFeeBps); // refuses a fee above the one agreed to

        Edition memory opened = Edition({
            artist: artist,
            royaltyBps: royaltyBps,
            feeBps: feeBps,
            isSplit: !split.isEmpty(),
            isFrozen: false,
            minted: 0
        });
        _editions[edition] = opened;
        _terms[edition] = terms;
        _announce(edition, opened, terms);
        if (opened.isSplit) ROYALTIES.record(edition, artist, split, consents);
    }

    function _announce(uint256 edition, Edition memory opened, Terms calldata terms) private {
        emit EditionOpened(
            edition,
            opened.artist,
            msg.sender,
            opened.royaltyBps,
            opened.feeBps,
            opened.isSplit,
            terms.currency,
            terms.price,
            terms.size,
            terms.opensAt,
            terms.closesAt,
            terms.publicAt,
            terms.walletLimit,
            terms.allowlist
        );
    }

    /// @dev Cheap checks first, the signature last.
    function _checkVoucher(EditionVoucher calldata voucher, bytes calldata signature) private view {
        if (block.timestamp > voucher.deadline) revert VoucherExpired(voucher.deadline, block.timestamp);
        if (voucher.submitter != address(0) && voucher.submitter != msg.sender) {
            revert VoucherReserved(voucher.submitter, msg.sender);
        }
        uint64 current = ARTWORK.voucherNonces(voucher.artist);
        if (voucher.nonce != current) revert VoucherCancelled(voucher.nonce, current);
        if (!Signatures.isValid(voucher.artist, voucherDigest(voucher), signature)) {
            revert VoucherForged(voucher.artist);
        }
    }

    /// @dev A sale that could never be, or an allowlist that would never be asked, is a mistake.
    function _checkTerms(Terms calldata terms) private view {
        if (terms.closesAt < terms.opensAt || terms.closesAt < block.timestamp) {
            revert WindowInvalid(terms.opensAt, terms.closesAt);
        }
        bool isListed = terms.allowlist != bytes32(0);
        if (isListed != (terms.publicAt > terms.opensAt)) {
            revert AllowlistInvalid(terms.allowlist, terms.publicAt);
        }
        CURRENCIES.requireCurrency(terms.currency);
    }
}
