// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IRoyalties} from "./interfaces/IRoyalties.sol";
import {Cid} from "./libraries/Cid.sol";
import {Shares} from "./libraries/Shares.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Splits} from "./libraries/Splits.sol";
import {Vouchers} from "./libraries/Vouchers.sol";
import {Governed} from "./parts/Governed.sol";
import {Handover} from "./parts/Handover.sol";
import {KeptFees} from "./parts/KeptFees.sol";
import {Sales} from "./parts/Sales.sol";

/// @title Works of admitted artists, where the token id is the content
/// @dev The manual is `IArtwork`.
contract Artwork is EIP712, Handover, KeptFees, IERC2981 {
    /// @notice The highest royalty an artist can ask.
    uint16 public constant ROYALTY_CAP_BPS = 1_000;
    /// @notice The most works of one batch.
    uint256 public constant BATCH_LIMIT = 50;

    address private immutable CURATION;

    uint24 private _artistCount;

    modifier onlyCuration() {
        if (msg.sender != CURATION) revert NotCuration(msg.sender);
        _;
    }

    constructor(
        Wiring memory wiring,
        uint16 primaryFeeBps
    )
        ERC721("Atelier", "WORK")
        EIP712("Atelier Artwork", "1")
        Handover(wiring.market, wiring.auctionHouse)
        Governed(wiring.treasury)
        Sales(wiring.royalties, primaryFeeBps, 0)
        KeptFees(wiring.currencies)
    {
        CURATION = wiring.curation;
    }

    /// @inheritdoc IArtwork
    function admit(address artist) external onlyCuration {
        Standing storage standing = _standings[artist];
        if (standing.artistNumber == 0) {
            standing.artistNumber = ++_artistCount;
            _artists[standing.artistNumber] = artist;
        } else {
            _cancelVouchers(artist);
        }
        standing.artistUntil = type(uint48).max;
    }

    /// @inheritdoc IArtwork
    function endAdmission(address artist, uint48 until) external onlyCuration {
        Standing storage standing = _standings[artist];
        if (standing.artistNumber == 0) revert NotArtist(artist);
        standing.artistUntil = until;
    }

    /// @inheritdoc IArtwork
    function mint(uint256 work, address to, uint16 royaltyBps) external {
        _create(work, _admitted(msg.sender).artistNumber, royaltyBps);
        _handOut(work, to, royaltyBps);
    }

    /// @inheritdoc IArtwork
    function mintSplit(
        uint256 work,
        address to,
        uint16 royaltyBps,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) external {
        _create(work, _admitted(msg.sender).artistNumber, royaltyBps);
        _recordSplit(work, msg.sender, split, consents);
        _handOut(work, to, royaltyBps);
    }

    /// @inheritdoc IArtwork
    function mintBatch(uint256[] calldata batch, address to, uint16 royaltyBps) external {
        if (batch.length > BATCH_LIMIT) revert BatchSize(batch.length, BATCH_LIMIT);
        uint24 number = _admitted(msg.sender).artistNumber;
        for (uint256 i = 0; i < batch.length; ++i) {
            _create(batch[i], number, royaltyBps);
            _handOut(batch[i], to, royaltyBps);
        }
    }

    /// @inheritdoc IArtwork
    function mintWithVoucher(
        Voucher calldata voucher,
        bytes calldata signature,
        IRoyalties.Consent[] calldata consents
    ) external payable nonReentrant {
        uint24 artistNumber = _checkVoucher(voucher, signature);
        uint256 fee = _feeOf(voucher.price, _openPolicy().primaryFeeBps, voucher.maxFeeBps);
        _create(voucher.work, artistNumber, voucher.royaltyBps);
        bool isSplit = _recordSplit(voucher.work, voucher.artist, voucher.split, consents);
        address to = voucher.to == address(0) ? msg.sender : voucher.to;
        emit WorkMinted(
            voucher.work,
            voucher.artist,
            to,
            msg.sender,
            voucher.royaltyBps,
            voucher.currency,
            voucher.price,
            fee
        );
        _safeMint(to, voucher.work);
        _payArtist(voucher, fee, isSplit);
    }

    /// @inheritdoc IArtwork
    function cancelVouchers() external returns (uint64 nonce) {
        return _cancelVouchers(msg.sender);
    }

    /// @inheritdoc IArtwork
    function isArtist(address account) external view returns (bool) {
        return block.timestamp < _standings[account].artistUntil;
    }

    /// @inheritdoc IArtwork
    function artistUntil(address account) external view returns (uint48) {
        return _standings[account].artistUntil;
    }

    /// @inheritdoc IArtwork
    function artistOf(uint256 work) external view returns (address) {
        Work memory state = _works[work];
        // What is only being minted has no artist yet, and so cannot be its own parent.
        return state.owner == address(0) ? address(0) : _artists[state.artistNumber];
    }

    /// @inheritdoc IArtwork
    function works(uint256 work) external view returns (Work memory) {
        return _existing(work);
    }

    /// @inheritdoc IArtwork
    function parentsOf(uint256 work) external view returns (uint256[] memory) {
        return _existing(work).isSplit ? ROYALTIES.parentsOf(work) : new uint256[](0);
    }

    /// @inheritdoc IArtwork
    function voucherNonces(address artist) external view returns (uint64) {
        return _standings[artist].voucherNonce;
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 work, uint256 price) external view returns (address, uint256) {
        Work memory state = _existing(work);
        address receiver = state.isSplit ? ROYALTIES.receiverOf(work) : _artists[state.artistNumber];
        return (receiver, Shares.floorOf(price, state.royaltyBps));
    }

    /// @inheritdoc IArtwork
    function curation() external view returns (address) {
        return CURATION;
    }

    /// @inheritdoc IArtwork
    function voucherDigest(Voucher calldata voucher) public view returns (bytes32) {
        return _hashTypedDataV4(Vouchers.hash(voucher));
    }

    /// @notice Where the metadata of a work is: its id, written as a CID.
    function tokenURI(uint256 work) public view override returns (string memory) {
        _requireOwned(work);
        return string.concat("ipfs://", Cid.toText(work));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    function _cancelVouchers(address artist) private returns (uint64 nonce) {
        nonce = ++_standings[artist].voucherNonce;
        emit VouchersCancelled(artist, nonce);
    }

    /// @dev A work's terms are frozen here; the owner comes right after them.
    function _create(uint256 work, uint24 number, uint16 royaltyBps) private {
        if (work == 0) revert WorkInvalid(work);
        if (royaltyBps > ROYALTY_CAP_BPS) revert RoyaltyAboveCap(royaltyBps, ROYALTY_CAP_BPS);
        Work storage state = _works[work];
        if (state.owner != address(0)) revert WorkExists(work);
        (state.artistNumber, state.royaltyBps) = (number, royaltyBps);
    }

    /// @dev A work that nobody shares is none of `Royalties`' business.
    function _recordSplit(
        uint256 work,
        address artist,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) private returns (bool) {
        if (Splits.isEmpty(split)) return false;
        _works[work].isSplit = true;
        ROYALTIES.record(work, artist, split, consents);
        return true;
    }

    /// @dev The artist's own mint costs nothing.
    function _handOut(uint256 work, address to, uint16 royaltyBps) private {
        emit WorkMinted(work, msg.sender, to, msg.sender, royaltyBps, ETHER, 0, 0);
        _safeMint(to, work);
    }

    /// @dev The sale of a mint: the artist is the seller, and whoever brought the voucher pays.
    function _payArtist(Voucher calldata voucher, uint256 fee, bool isSplit) private {
        _distribute(
            Proceeds({
                currency: voucher.currency,
                payer: msg.sender,
                seller: voucher.artist,
                artist: voucher.artist,
                work: voucher.work,
                isSplit: isSplit,
                price: voucher.price,
                fee: fee,
                royalty: 0
            })
        );
    }

    /// @dev Cheap checks first, the signature last.
    function _checkVoucher(
        Voucher calldata voucher,
        bytes calldata signature
    ) private view returns (uint24 number) {
        if (block.timestamp > voucher.deadline) revert VoucherExpired(voucher.deadline, block.timestamp);
        if (voucher.submitter != address(0) && voucher.submitter != msg.sender) {
            revert VoucherReserved(voucher.submitter, msg.sender);
        }
        _checkPayment(voucher.currency, voucher.price);
        Standing memory artist = _admitted(voucher.artist);
        if (voucher.nonce != artist.voucherNonce) {
            revert VoucherCancelled(voucher.nonce, artist.voucherNonce);
        }
        if (!Signatures.isValid(voucher.artist, voucherDigest(voucher), signature)) {
            revert VoucherForged(voucher.artist);
        }
        return artist.artistNumber;
    }

    function _admitted(address account) private view returns (Standing memory standing) {
        standing = _standings[account];
        if (standing.artistNumber == 0) revert NotArtist(account);
        if (block.timestamp >= standing.artistUntil) revert AdmissionOver(account, standing.artistUntil);
    }
}
