// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "./IRoyalties.sol";

/// @title Works of admitted artists: ERC-721 + ERC-2981, where the token id is the content
/// @dev A work's id is the sha-256 digest of its metadata's CIDv1 (raw codec, one block), so `tokenURI` needs
/// no storage, and a work is minted once for ever: there is no burn, and nothing but its owner changes.
interface IArtwork {
    struct Wiring {
        address curation;
        address market;
        address auctionHouse;
        address royalties;
        address currencies;
        address treasury;
    }

    /// @notice All that is kept of a work: one slot.
    /// @param artistNumber the artist, as numbered at admission
    /// @param transferCount how often the work moved; a listing names it and dies with the next transfer, and
    /// a bid names it
    /// @param isSplit whether `Royalties` shares the work's income
    /// @param isApproved whether somebody is approved for this one work (`getApproved`)
    struct Work {
        address owner;
        uint24 artistNumber;
        uint16 royaltyBps;
        uint40 transferCount;
        bool isSplit;
        bool isApproved;
    }

    /// @notice All that is kept of an account: one slot.
    /// @param artistUntil when the account stops being an artist; zero: it never was one
    /// @param artistNumber counted from 1 in the order of admission; zero: it never was one
    /// @param distrustsMarket whether the account took the built-in approval away
    /// @param voucherNonce what vouchers must name; raising it, as a new admission does, voids all before
    /// @param epoch what listings and offers must name; raising it voids all before
    /// @param balance how many works the account owns
    struct Standing {
        uint48 artistUntil;
        uint24 artistNumber;
        bool distrustsMarket;
        uint64 voucherNonce;
        uint64 epoch;
        uint48 balance;
    }

    /// @notice What an artist signs so that somebody else can mint for them.
    /// @param to who receives the work; zero: whoever pays
    /// @param currency what the price is in: an allowed token, or zero for ether
    /// @param price what the mint costs, paid exactly; zero for a gift
    /// @param maxFeeBps the highest platform fee the artist accepts
    /// @param deadline last second at which the voucher holds
    /// @param nonce the artist's `voucherNonces` at signing; raising it voids all vouchers before
    /// @param submitter who may bring the voucher; zero: anybody
    /// @param split who shares the work's income, this sale's included; empty: the artist alone
    struct Voucher {
        uint256 work;
        address artist;
        address to;
        address currency;
        uint256 price;
        uint16 royaltyBps;
        uint16 maxFeeBps;
        uint64 deadline;
        uint64 nonce;
        address submitter;
        IRoyalties.Split split;
    }

    /// @notice A work exists. ERC-721's `Transfer` says so too; this says who, how and for how much. Who
    /// shares its income is said by `Royalties`, just before.
    event WorkMinted(
        uint256 indexed work,
        address indexed artist,
        address indexed to,
        address payer,
        uint16 royaltyBps,
        address currency,
        uint256 price,
        uint256 fee
    );
    /// @notice Vouchers that name a lower nonce are void.
    event VouchersCancelled(address indexed artist, uint64 nonce);
    /// @notice An owner opted out of (or back into) the built-in approval of market and auction house.
    event MarketTrustChanged(address indexed owner, bool trusted);

    error NotArtist(address account);
    /// @notice The DAO ended the artist's admission.
    error AdmissionOver(address artist, uint48 until);
    error NotCuration(address caller);
    error NotMarket(address caller);
    error WorkExists(uint256 work);
    error WorkMissing(uint256 work);
    /// @notice No work is 0: there offers mean any work, and standing consents every one.
    error WorkInvalid(uint256 work);
    error RoyaltyAboveCap(uint16 royaltyBps, uint16 capBps);
    error BatchSize(uint256 count, uint256 limit);
    /// @notice A work sent there could never leave again.
    error TransferRefused(address to);
    error VoucherExpired(uint64 deadline, uint256 timestamp);
    error VoucherCancelled(uint64 nonce, uint64 current);
    error VoucherForged(address artist);
    error VoucherReserved(address submitter, address caller);

    /// @notice Let somebody mint. Only `Curation`; its `ArtistAdmitted` says so. Vouchers from before an
    /// admission that ended stay void: who is admitted again begins with a new nonce.
    function admit(address artist) external;

    /// @notice Let an admission end then, or (with the largest time) never. Only `Curation`; its
    /// `ArtistRevoked` and `RevocationWithdrawn` say so. What was minted stays as it is.
    function endAdmission(address artist, uint48 until) external;

    /// @notice Mint an own work. Only an admitted artist.
    function mint(uint256 work, address to, uint16 royaltyBps) external;

    /// @notice Mint an own work whose income others share.
    /// @param consents one for each of the split's shares, in their order
    function mintSplit(
        uint256 work,
        address to,
        uint16 royaltyBps,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) external;

    /// @notice Mint up to `BATCH_LIMIT` own works at once.
    function mintBatch(uint256[] calldata batch, address to, uint16 royaltyBps) external;

    /// @notice Mint by the artist's signed voucher: gas (and the price, where there is one) is the caller's.
    /// Price minus fee goes to the artist, or to `Royalties` where others share it. Ether is paid with the
    /// call, a token must be allowed to this contract before.
    /// @param consents one for each of the split's shares, in their order
    function mintWithVoucher(
        Voucher calldata voucher,
        bytes calldata signature,
        IRoyalties.Consent[] calldata consents
    ) external payable;

    /// @notice Move a work and say whose it is by royalty. Only `Market` and `AuctionHouse`, for owners who
    /// trust them.
    function handOver(
        uint256 work,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps, bool isSplit);

    /// @notice The same, if nothing changed since the owner signed.
    /// @param transferCount the work's transfer count as the owner knew it; else `ListingStale`
    /// @param epoch the owner's epoch at signing; else `EpochPassed`
    function handOverListed(
        uint256 work,
        uint40 transferCount,
        uint64 epoch,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps, bool isSplit);

    /// @notice The same to a bidder, who named their epoch when they signed.
    function handOverOffered(
        uint256 work,
        uint64 epoch,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps, bool isSplit);

    /// @notice Void every order an account signed so far. Only `Market`, for its caller.
    function raiseEpoch(address account) external returns (uint64 epoch);

    /// @notice Void every voucher the caller signed so far.
    function cancelVouchers() external returns (uint64 nonce);

    /// @notice Trust (the default) or distrust market and auction house with the caller's works and copies.
    /// `setApprovalForAll` for either of them is the same switch.
    function setMarketTrust(bool trusted) external;

    /// @notice Whether somebody may mint now.
    function isArtist(address account) external view returns (bool);
    /// @notice When an admission ends: zero for never admitted, the largest time for without an end.
    function artistUntil(address account) external view returns (uint48);
    /// @notice The artist of a work, zero for none.
    function artistOf(uint256 work) external view returns (address);
    /// @notice All that is kept of a work. Reverts for none.
    function works(uint256 work) external view returns (Work memory);
    /// @notice What a work was made from, as `Royalties` keeps it. Reverts for no work.
    function parentsOf(uint256 work) external view returns (uint256[] memory);
    /// @notice What an artist's vouchers must name.
    function voucherNonces(address artist) external view returns (uint64 nonce);
    /// @notice What an account's listings and offers must name.
    function epochs(address account) external view returns (uint64 epoch);
    /// @notice Whether market and auction house may move an owner's works, and the market their copies.
    function trustsMarket(address owner) external view returns (bool);
    /// @notice The contract that admits.
    function curation() external view returns (address);
    /// @notice The market that may hand works over.
    function market() external view returns (address);
    /// @notice The auction house that may hand works over.
    function auctionHouse() external view returns (address);
    /// @notice The digest a voucher's signature is over (EIP-712).
    function voucherDigest(Voucher calldata voucher) external view returns (bytes32);
}
