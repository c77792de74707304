// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {Cid} from "./libraries/Cid.sol";
import {Shares} from "./libraries/Shares.sol";
import {Governed} from "./parts/Governed.sol";
import {KeptFees} from "./parts/KeptFees.sol";
import {Sales} from "./parts/Sales.sol";

/// @title Works of admitted artists, where the token id is the content
/// @dev The manual is `IArtwork`.
contract Artwork is ERC721, EIP712, KeptFees, IERC2981, IArtwork {
    /// @notice The highest royalty an artist can ask.
    uint16 public constant ROYALTY_CAP_BPS = 1_000;

    bytes32 private constant VOUCHER_TYPEHASH = keccak256(
        "Voucher(uint256 work,address artist,address to,uint256 priceWei,uint16 royaltyBps,uint16 maxFeeBps,"
        "uint64 deadline,uint256 nonce,address submitter)"
    );

    address private immutable CURATION;
    address private immutable MARKET;

    mapping(uint256 work => Work terms) private _works;
    mapping(address account => Standing standing) private _standings;

    constructor(
        Wiring memory wiring,
        uint16 primaryFeeBps
    )
        ERC721("Atelier", "WORK")
        EIP712("Atelier Artwork", "1")
        Governed(wiring.treasury)
        Sales(wiring.royalties, primaryFeeBps, 0)
        KeptFees(wiring.currencies)
    {
        CURATION = wiring.curation;
        MARKET = wiring.market;
    }

    /// @inheritdoc IArtwork
    function admit(address artist) external {
        if (msg.sender != CURATION) revert NotCuration(msg.sender);
        _standings[artist].isArtist = true;
    }

    /// @inheritdoc IArtwork
    function mint(uint256 work, address to, uint16 royaltyBps) external {
        if (!_standings[msg.sender].isArtist) revert NotArtist(msg.sender);
        _create(work, msg.sender, royaltyBps);
        emit WorkMinted(work, msg.sender, to, msg.sender, royaltyBps, 0, 0);
        _safeMint(to, work);
    }

    /// @inheritdoc IArtwork
    function mintWithVoucher(
        Voucher calldata voucher,
        bytes calldata signature
    ) external payable nonReentrant {
        _checkVoucher(voucher, signature);
        uint256 feeWei = _feeOf(voucher.priceWei, _openPolicy().primaryFeeBps, voucher.maxFeeBps);
        address to = voucher.to == address(0) ? msg.sender : voucher.to;

        _create(voucher.work, voucher.artist, voucher.royaltyBps);
        emit WorkMinted(
            voucher.work, voucher.artist, to, msg.sender, voucher.royaltyBps, voucher.priceWei, feeWei
        );
        _safeMint(to, voucher.work);
        _pay(ETHER, voucher.artist, voucher.priceWei - feeWei);
    }

    /// @inheritdoc IArtwork
    /// @dev No receiver check: the buyer is the market's caller, and asked for the work.
    function handOver(
        uint256 work,
        uint48 transferCount,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps) {
        if (msg.sender != MARKET) revert NotMarket(msg.sender);
        Work memory terms = _existing(work);
        if (transferCount != terms.transferCount) {
            revert IMarket.ListingStale(transferCount, terms.transferCount);
        }
        address owner = _update(to, work, msg.sender);
        if (owner != from) revert ERC721IncorrectOwner(from, work, owner);
        return (terms.artist, terms.royaltyBps);
    }

    /// @inheritdoc IArtwork
    function cancelVouchers() external returns (uint256 nonce) {
        nonce = ++_standings[msg.sender].voucherNonce;
        emit VouchersCancelled(msg.sender, nonce);
    }

    /// @inheritdoc IArtwork
    function setMarketTrust(bool trusted) external {
        _setApprovalForAll(msg.sender, MARKET, trusted);
    }

    /// @inheritdoc IArtwork
    function artistOf(uint256 work) external view returns (address) {
        return _works[work].artist;
    }

    /// @inheritdoc IArtwork
    function isArtist(address account) external view returns (bool) {
        return _standings[account].isArtist;
    }

    /// @inheritdoc IArtwork
    function voucherNonces(address artist) external view returns (uint256) {
        return _standings[artist].voucherNonce;
    }

    /// @inheritdoc IArtwork
    function works(uint256 work) external view returns (Work memory) {
        return _existing(work);
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 work, uint256 priceWei) external view returns (address, uint256) {
        Work memory terms = _existing(work);
        return (terms.artist, Shares.floorOf(priceWei, terms.royaltyBps));
    }

    /// @inheritdoc IArtwork
    function curation() external view returns (address) {
        return CURATION;
    }

    /// @inheritdoc IArtwork
    function market() external view returns (address) {
        return MARKET;
    }

    /// @inheritdoc IArtwork
    function trustsMarket(address owner) external view returns (bool) {
        return isApprovedForAll(owner, MARKET);
    }

    /// @inheritdoc IArtwork
    function voucherDigest(Voucher calldata voucher) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(VOUCHER_TYPEHASH, voucher)));
    }

    /// @notice Where the metadata of a work is: its id, written as a CID.
    function tokenURI(uint256 work) public view override returns (string memory) {
        _requireOwned(work);
        return string.concat("ipfs://", Cid.toText(work));
    }

    /// @dev The market is trusted unless the owner said otherwise, so that listing needs no transaction.
    function isApprovedForAll(address owner, address operator) public view override returns (bool) {
        if (operator == MARKET) return !_standings[owner].distrustsMarket;
        return super.isApprovedForAll(owner, operator);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @dev Cheap checks first, the signature last.
    function _checkVoucher(Voucher calldata voucher, bytes calldata signature) private view {
        if (block.timestamp > voucher.deadline) revert VoucherExpired(voucher.deadline, block.timestamp);
        if (voucher.submitter != address(0) && voucher.submitter != msg.sender) {
            revert VoucherReserved(voucher.submitter, msg.sender);
        }
        if (msg.value != voucher.priceWei) revert PaymentWrong(msg.value, voucher.priceWei);
        Standing memory artist = _standings[voucher.artist];
        if (!artist.isArtist) revert NotArtist(voucher.artist);
        if (voucher.nonce != artist.voucherNonce) {
            revert VoucherCancelled(voucher.nonce, artist.voucherNonce);
        }
        bytes32 digest = voucherDigest(voucher);
        if (!SignatureChecker.isValidSignatureNowCalldata(voucher.artist, digest, signature)) {
            revert VoucherForged(voucher.artist);
        }
    }

    /// @dev A work's terms are frozen here; the token itself comes after them.
    function _create(uint256 work, address artist, uint16 royaltyBps) private {
        if (royaltyBps > ROYALTY_CAP_BPS) revert RoyaltyAboveCap(royaltyBps, ROYALTY_CAP_BPS);
        if (_works[work].artist != address(0)) revert WorkExists(work);
        _works[work] = Work({artist: artist, royaltyBps: royaltyBps, transferCount: 0});
    }

    function _existing(uint256 work) private view returns (Work memory terms) {
        terms = _works[work];
        if (terms.artist == address(0)) revert WorkMissing(work);
    }

    /// @dev Every move counts, so that what was signed about a work before it moved is void.
    function _update(address to, uint256 work, address auth) internal override returns (address from) {
        from = super._update(to, work, auth);
        if (from != address(0)) ++_works[work].transferCount;
    }

    /// @dev One switch: approving the market and trusting it are the same.
    function _setApprovalForAll(address owner, address operator, bool approved) internal override {
        super._setApprovalForAll(owner, operator, approved);
        if (operator == MARKET) {
            _standings[owner].distrustsMarket = !approved;
            emit MarketTrustChanged(owner, approved);
        }
    }
}
