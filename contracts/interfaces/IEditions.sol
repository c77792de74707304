// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "./IRoyalties.sol";

/// @title Editions: works in copies (ERC-1155 + ERC-2981), with ids as in `Artwork`: digests of the metadata
/// @dev An edition is numbered (it has a size), timed (it has an end) or open. All it promises is fixed when
/// it is opened, the fee too; all that can still happen to it is that its artist freezes it. There is no
/// burn, and the market never holds a copy.
///
/// An id that `Artwork` has is refused. The other way round a refusal would cost every mint of a work; so
/// somebody may still mint a single work under an edition's id. Where an id is in both, the edition was
/// first, and whoever looks an id up in both asks `Editions` first.
interface IEditions {
    struct Wiring {
        address artwork;
        address market;
        address royalties;
        address currencies;
        address treasury;
    }

    /// @notice How the copies of an edition are sold.
    /// @param currency what copies cost: an ERC-20 the DAO allows, or zero for ether
    /// @param price of one copy; zero: a gift
    /// @param size how many copies there can be; zero: as many as are asked for
    /// @param opensAt first second of the sale
    /// @param closesAt last second of the sale; the highest value for a sale without end
    /// @param publicAt from when on everybody may get copies; until then only the allowlist
    /// @param walletLimit copies that can be minted to an account in public; zero: no limit
    /// @param allowlist root of the Merkle tree of (account, limit), OpenZeppelin's standard form; zero: none
    struct Terms {
        address currency;
        uint96 price;
        uint48 size;
        uint48 opensAt;
        uint48 closesAt;
        uint48 publicAt;
        uint32 walletLimit;
        bytes32 allowlist;
    }

    /// @notice What an edition is, besides the terms of its sale.
    /// @param feeBps the DAO's fee, as it was when the edition was opened
    /// @param isSplit whether others share the income
    /// @param isFrozen whether the artist ended it for ever
    /// @param minted how many copies there are; they are numbered from one
    struct Edition {
        address artist;
        uint16 royaltyBps;
        uint16 feeBps;
        bool isSplit;
        bool isFrozen;
        uint48 minted;
    }

    /// @notice What an artist signs so that somebody else can open an edition for them.
    /// @param maxFeeBps the highest platform fee the artist accepts; of no matter for a gift
    /// @param deadline last second at which the voucher holds
    /// @param nonce the artist's `Artwork.voucherNonces` at signing; raising it voids these vouchers too
    /// @param submitter who may bring the voucher; zero: anybody
    struct EditionVoucher {
        uint256 edition;
        address artist;
        uint16 royaltyBps;
        Terms terms;
        uint16 maxFeeBps;
        uint64 deadline;
        uint64 nonce;
        address submitter;
        IRoyalties.Split split;
    }

    /// @notice An edition exists. Who shares it, `Royalties` says in the same transaction.
    /// @param opener who brought it: the artist, or whoever had their voucher
    event EditionOpened(
        uint256 indexed edition,
        address indexed artist,
        address opener,
        uint16 royaltyBps,
        uint16 feeBps,
        bool isSplit,
        address currency,
        uint96 price,
        uint48 size,
        uint48 opensAt,
        uint48 closesAt,
        uint48 publicAt,
        uint32 walletLimit,
        bytes32 allowlist
    );
    /// @notice Copies number `firstSerial` to `firstSerial + copies - 1` exist.
    /// @param price of all these copies; `fee` is the DAO's part of it
    event CopiesMinted(
        uint256 indexed edition,
        address indexed artist,
        address indexed to,
        address payer,
        uint256 firstSerial,
        uint256 copies,
        address currency,
        uint256 price,
        uint256 fee
    );
    /// @notice There will never be more than these copies.
    event EditionFrozen(uint256 indexed edition, address indexed artist, uint256 copies);

    error NotArtist(address account);
    /// @notice The DAO ended the artist's admission.
    error AdmissionOver(address artist, uint48 until);
    error NotArtistOf(uint256 edition, address caller);
    error NotMarket(address caller);
    error TrustKeptByArtwork(address artwork);
    error WorkExists(uint256 work);
    error EditionExists(uint256 edition);
    error EditionMissing(uint256 edition);
    /// @notice No edition is 0: there offers mean any work, and standing consents every one.
    error EditionInvalid(uint256 edition);
    error RoyaltyAboveCap(uint16 royaltyBps, uint16 capBps);
    error WindowInvalid(uint48 opensAt, uint48 closesAt);
    error AllowlistInvalid(bytes32 allowlist, uint48 publicAt);
    error VoucherExpired(uint64 deadline, uint256 timestamp);
    error VoucherCancelled(uint64 nonce, uint64 current);
    error VoucherForged(address artist);
    error VoucherReserved(address submitter, address caller);
    error EditionNotOpen(uint48 opensAt, uint256 timestamp);
    error EditionClosed(uint48 closesAt, uint256 timestamp);
    error EditionEnded(uint256 edition);
    error CopiesOutOfBounds(uint256 copies, uint256 limit);
    error CopiesExceeded(uint256 copies, uint256 left);
    error NotOnAllowlist(address account, uint256 limit);
    error WalletLimitExceeded(address account, uint256 minted, uint256 copies, uint256 limit);

    /// @notice Open an own edition. Only an admitted artist, and only while sales are not paused.
    ///
    /// Requirements:
    /// - the id is not zero, and new, here and in `Artwork`
    /// - the royalty is at most `ROYALTY_CAP_BPS`, the DAO's fee at most `maxFeeBps`, the currency allowed
    /// - the sale does not close before it opens, nor in the past
    /// - with an allowlist, `publicAt` comes after `opensAt`; without, it does not
    /// - everybody who gets a share consents (see `IRoyalties`)
    function open(
        uint256 edition,
        uint16 royaltyBps,
        uint16 maxFeeBps,
        Terms calldata terms,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) external;

    /// @notice Open an edition by its artist's signed voucher: the gas is the caller's.
    function openWithVoucher(
        EditionVoucher calldata voucher,
        bytes calldata signature,
        IRoyalties.Consent[] calldata consents
    ) external;

    /// @notice Mint copies, at most `MINT_LIMIT` at once, while the edition's artist is admitted.
    ///
    /// Limits count what was ever minted *to an account*, whoever paid and wherever the copies went later.
    /// So a friend or a relayer may pay, and using up somebody's limit means giving them the copies. Accounts
    /// are not people: in public, whoever has many accounts has many limits, and no contract can help it. Who
    /// wants a fair edition makes an allowlist: until `publicAt` only its accounts get copies, each up to its
    /// own limit.
    /// @param price what the caller pays for all the copies: exactly what they cost
    /// @param limit the limit of `to` on the allowlist; of no matter in public
    /// @param proof that (`to`, `limit`) is on the allowlist; of no matter in public
    function mint(
        uint256 edition,
        uint256 copies,
        address to,
        uint256 price,
        uint256 limit,
        bytes32[] calldata proof
    ) external payable;

    /// @notice End an edition for ever. Only its artist, in every state of the sale.
    function freeze(uint256 edition) external;

    /// @notice Move sold copies and say whose they are by royalty. Only `Market`, for owners who trust it:
    /// the switch is `Artwork.setMarketTrust`, one for works and copies.
    function handOver(
        uint256 edition,
        uint256 copies,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps, bool isSplit);

    /// @notice The artist of an edition, zero for none.
    function artistOf(uint256 edition) external view returns (address);
    function editions(uint256 edition) external view returns (Edition memory);
    function termsOf(uint256 edition) external view returns (Terms memory);
    /// @notice How many copies were minted to an account, as far as a limit made it matter.
    function mintedTo(uint256 edition, address account) external view returns (uint256 copies);
    function artwork() external view returns (address);
    function market() external view returns (address);
    /// @notice The digest a voucher's signature is over (EIP-712).
    function voucherDigest(EditionVoucher calldata voucher) external view returns (bytes32);
}
