// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Works of admitted artists: ERC-721 + ERC-2981, where the token id is the content
/// @dev A work's id is the sha-256 digest of its metadata's CIDv1 (raw codec, one block), so `tokenURI` needs
/// no storage, and a work is minted once for ever: there is no burn.
interface IArtwork {
    struct Wiring {
        address curation;
        address market;
        address auctionHouse;
        address royalties;
        address currencies;
        address treasury;
    }

    /// @param transferCount how often the work moved; a listing names it and dies with the next transfer
    struct Work {
        address artist;
        uint16 royaltyBps;
        uint48 transferCount;
    }

    /// @notice What an artist signs so that somebody else can mint for them.
    /// @param to who receives the work; zero: whoever pays
    /// @param priceWei what the mint costs, paid exactly; zero for a gift
    /// @param maxFeeBps the highest platform fee the artist accepts
    /// @param deadline last second at which the voucher holds
    /// @param nonce the artist's `voucherNonces` at signing; raising it voids all vouchers before
    /// @param submitter who may bring the voucher; zero: anybody
    struct Voucher {
        uint256 work;
        address artist;
        address to;
        uint256 priceWei;
        uint16 royaltyBps;
        uint16 maxFeeBps;
        uint64 deadline;
        uint256 nonce;
        address submitter;
    }

    /// @param isArtist whether the account may mint
    /// @param voucherNonce what vouchers must name; raising it voids all before
    /// @param distrustsMarket whether the account took the market's built-in approval away
    struct Standing {
        bool isArtist;
        uint64 voucherNonce;
        bool distrustsMarket;
    }

    /// @notice A work exists. ERC-721's `Transfer` says so too; this says who, how and for how much.
    event WorkMinted(
        uint256 indexed work,
        address indexed artist,
        address indexed to,
        address payer,
        uint16 royaltyBps,
        uint256 priceWei,
        uint256 feeWei
    );
    event VouchersCancelled(address indexed artist, uint256 nonce);
    /// @notice An owner opted out of (or back into) the built-in approval of the market.
    event MarketTrustChanged(address indexed owner, bool trusted);

    error NotArtist(address account);
    error NotCuration(address caller);
    error NotMarket(address caller);
    error WorkExists(uint256 work);
    error WorkMissing(uint256 work);
    error RoyaltyAboveCap(uint16 royaltyBps, uint16 capBps);
    error VoucherExpired(uint64 deadline, uint256 timestamp);
    error VoucherCancelled(uint256 nonce, uint256 current);
    error VoucherForged(address artist);
    error VoucherReserved(address submitter, address caller);

    /// @notice Let somebody mint. Only `Curation`; its `ArtistAdmitted` says so.
    function admit(address artist) external;

    /// @notice Mint an own work. Only an admitted artist.
    function mint(uint256 work, address to, uint16 royaltyBps) external;

    /// @notice Mint by the artist's signed voucher: gas (and the price, where there is one) is the caller's.
    /// Price minus fee goes to the artist.
    function mintWithVoucher(Voucher calldata voucher, bytes calldata signature) external payable;

    /// @notice Move a sold work and say whose it is by royalty. Only `Market`, for owners who trust it.
    /// @param transferCount the work's transfer count as the seller knew it
    function handOver(
        uint256 work,
        uint48 transferCount,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps);

    /// @notice Void every voucher the caller signed so far.
    function cancelVouchers() external returns (uint256 nonce);

    /// @notice Trust (the default) or distrust the market with the caller's works.
    function setMarketTrust(bool trusted) external;

    /// @notice The artist of a work, zero for none.
    function artistOf(uint256 work) external view returns (address);
    function isArtist(address account) external view returns (bool);
    function works(uint256 work) external view returns (Work memory);
    function voucherNonces(address artist) external view returns (uint256 nonce);
    function trustsMarket(address owner) external view returns (bool);
    function curation() external view returns (address);
    function market() external view returns (address);
    /// @notice The digest a voucher's signature is over (EIP-712).
    function voucherDigest(Voucher calldata voucher) external view returns (bytes32);
}
