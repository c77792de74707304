// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The market: listings are signed off chain, sales happen on it
/// @dev A listing costs no gas and no approval. It dies by itself when the work moves (it names the transfer
/// count) and never revives. The market never holds a token.
interface IMarket {
    struct Wiring {
        address artwork;
        address editions;
        address royalties;
        address currencies;
        address treasury;
    }

    /// @notice What a seller signs.
    /// @param priceWei what the buyer pays, exactly; fee and royalty come out of it
    /// @param maxFeeBps the highest platform fee the seller accepts
    /// @param transferCount the work's transfer count at signing
    /// @param expiresAt last second at which the listing holds
    /// @param epoch the seller's `epochs` at signing; raising it cancels all listings before
    /// @param buyer who may buy; zero: anybody
    struct Listing {
        address seller;
        uint256 work;
        uint256 priceWei;
        uint16 maxFeeBps;
        uint48 transferCount;
        uint64 expiresAt;
        uint256 epoch;
        address buyer;
    }

    /// @param listing the EIP-712 digest the seller signed
    /// @param royaltyWei what the artist got as royalty; zero when the artist is the seller
    event WorkSold(
        uint256 indexed work,
        address indexed seller,
        address indexed buyer,
        bytes32 listing,
        uint256 priceWei,
        uint256 feeWei,
        uint256 royaltyWei,
        address artist
    );
    event ListingCancelled(bytes32 indexed listing, address indexed seller, uint256 indexed work);
    event ListingsCancelled(address indexed seller, uint256 epoch);

    error ListingExpired(uint64 expiresAt, uint256 timestamp);
    /// @notice The work moved since the listing was signed. Raised by `Artwork`, where the count is kept.
    error ListingStale(uint48 signedCount, uint48 transferCount);
    error ListingClosed(bytes32 listing);
    error ListingForged(address seller);
    error ListingReserved(address buyer, address caller);
    error EpochPassed(uint256 signedEpoch, uint256 epoch);
    error NotSeller(address seller, address caller);

    /// @notice Buy a listed work: it moves to the caller, seller and artist are paid, the fee stays here.
    function buy(Listing calldata listing, bytes calldata signature) external payable;

    /// @notice Cancel one listing. Only its seller.
    function cancel(Listing calldata listing) external;

    /// @notice Cancel every listing the caller signed so far.
    function cancelAll() external returns (uint256 epoch);

    function isCancelled(bytes32 listing) external view returns (bool);
    function artwork() external view returns (address);
    function epochs(address seller) external view returns (uint256 epoch);
    /// @notice The digest a listing's signature is over (EIP-712).
    function listingDigest(Listing calldata listing) external view returns (bytes32);
}
