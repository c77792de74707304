// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The market: listings, bundles and offers are signed off chain, sales happen on it
/// @dev An order is a listing, a bundle, a listing of copies or an offer; signing one costs no gas, and no
/// work needs an approval. A listing names the work's transfer count: it dies by itself when the work moves
/// and never revives. The market never holds a work. Amounts are in the smallest unit of their currency, an
/// ERC-20 the DAO allows or ether (address zero). Fee and royalty come out of the price.
interface IMarket {
    struct Wiring {
        address artwork;
        address editions;
        address royalties;
        address currencies;
        address treasury;
    }

    /// @notice What a seller signs about one work.
    /// @param price what the buyer pays, exactly
    /// @param maxFeeBps the highest platform fee the seller accepts
    /// @param transferCount the work's transfer count at signing
    /// @param expiresAt last second at which the listing holds
    /// @param epoch the seller's `epochs` at signing; raising it cancels every order before
    /// @param buyer who may buy; zero: anybody
    struct Listing {
        address seller;
        uint256 work;
        address currency;
        uint256 price;
        uint16 maxFeeBps;
        uint40 transferCount;
        uint64 expiresAt;
        uint64 epoch;
        address buyer;
    }

    /// @notice A work in a bundle, and its transfer count at signing.
    struct Item {
        uint256 work;
        uint40 transferCount;
    }

    /// @notice What a seller signs about several works that are sold together or not at all.
    /// @param price of all, split evenly over the items; the last one's part includes the remainder
    struct Bundle {
        address seller;
        Item[] items;
        address currency;
        uint256 price;
        uint16 maxFeeBps;
        uint64 expiresAt;
        uint64 epoch;
        address buyer;
    }

    /// @notice What a seller signs about copies of an edition; it may be filled in parts.
    /// @dev Copies are all alike, so this names no transfer count: it does not die when copies move. A seller
    /// who has too few of them cannot sell; as soon as copies come back, what is left of the listing holds
    /// again, until it expires or is cancelled (`cancelEdition`, `cancelAll`).
    /// @param copies how many are for sale in all
    /// @param unitPrice of one copy
    /// @param nonce tells apart listings that are equal otherwise
    struct EditionListing {
        address seller;
        uint256 edition;
        uint256 copies;
        address currency;
        uint256 unitPrice;
        uint16 maxFeeBps;
        uint64 expiresAt;
        uint64 epoch;
        uint256 nonce;
        address buyer;
    }

    /// @notice What a bidder signs; the price is taken from the bidder's tokens when an owner takes it.
    /// @param work zero: any work of `artist`
    /// @param artist zero: of any artist
    /// @param copies zero: a unique work; else that many copies of an edition, at `price` together
    /// @param nonce each is good for one offer
    struct Offer {
        address bidder;
        uint256 work;
        address artist;
        uint256 copies;
        address currency;
        uint256 price;
        uint256 nonce;
        uint64 expiresAt;
        uint64 epoch;
    }

    /// @param order the EIP-712 digest of the listing, bundle or offer that was filled
    /// @param price the work's own part of a bundle's price
    /// @param royalty what the artist's side got as royalty; zero when the artist is the seller
    event WorkSold(
        uint256 indexed work,
        address indexed seller,
        address indexed buyer,
        bytes32 order,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address artist
    );
    /// @param price of all the copies together
    event EditionSold(
        uint256 indexed edition,
        address indexed seller,
        address indexed buyer,
        bytes32 order,
        uint256 copies,
        address currency,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address artist
    );
    event OrderCancelled(bytes32 indexed order, address indexed account);
    /// @notice The bidder spent a nonce: no offer that names it holds.
    event OfferCancelled(address indexed bidder, uint256 nonce);
    event OrdersCancelled(address indexed account, uint64 epoch);

    error OrderExpired(uint64 expiresAt, uint256 timestamp);
    error OrderClosed(bytes32 order);
    error OrderForged(address signer);
    error OrderReserved(address buyer, address caller);
    /// @notice The signer cancelled every order of that epoch. Raised by `Artwork` too, which keeps epochs.
    error EpochPassed(uint64 signedEpoch, uint64 epoch);
    /// @notice The work moved since the listing was signed. Raised by `Artwork`, where the count is kept.
    error ListingStale(uint40 signedCount, uint40 transferCount);
    error NotSeller(address seller, address caller);
    error BundleSize(uint256 count, uint256 limit);
    error CopiesExceeded(uint256 copies, uint256 left);
    error CopiesMissing();
    error OfferUsed(address bidder, uint256 nonce);
    error OfferNotFor(uint256 offered, uint256 work);
    error OfferNotForArtist(address offered, address artist);
    error ProceedsShort(uint256 proceeds, uint256 leastProceeds);
    /// @notice Ether cannot be taken from a bidder later; offer an ERC-20.
    error EtherOffered();

    /// @notice Buy a listed work: it moves to the caller, seller and artist are paid.
    function buy(Listing calldata listing, bytes calldata signature) external payable;

    /// @notice Buy all works of a bundle.
    function buyBundle(Bundle calldata bundle, bytes calldata signature) external payable;

    /// @notice Buy some of the listed copies of an edition, at `unitPrice` each.
    function buyEdition(
        EditionListing calldata listing,
        bytes calldata signature,
        uint256 copies
    ) external payable;

    /// @notice Sell the caller's work, or copies, to a bidder.
    /// @param work the work or edition; the one the offer names, if it names one
    /// @param leastProceeds what must be left of the price after fee and royalty
    function takeOffer(
        Offer calldata offer,
        bytes calldata signature,
        uint256 work,
        uint256 leastProceeds
    ) external;

    /// @notice Cancel one listing. Only its seller; this and all other cancelling works in every state.
    function cancel(Listing calldata listing) external;

    /// @notice Cancel one bundle. Only its seller.
    function cancelBundle(Bundle calldata bundle) external;

    /// @notice Cancel what is left of a listing of copies. Only its seller.
    function cancelEdition(EditionListing calldata listing) external;

    /// @notice Cancel the caller's offers of one nonce.
    function cancelOffer(uint256 nonce) external;

    /// @notice Cancel every order the caller signed so far.
    function cancelAll() external returns (uint64 epoch);

    function isCancelled(bytes32 order) external view returns (bool);
    /// @notice How many copies of a listing are sold.
    function copiesSold(bytes32 order) external view returns (uint256);
    /// @notice Whether an offer of this nonce was taken or cancelled.
    function isOfferUsed(address bidder, uint256 nonce) external view returns (bool);
    /// @notice The epoch an order must name to hold; kept in `Artwork`.
    function epochs(address account) external view returns (uint64 epoch);
    function artwork() external view returns (address);
    function editions() external view returns (address);
    /// @notice The digest a listing's signature is over (EIP-712).
    function listingDigest(Listing calldata listing) external view returns (bytes32);
    function bundleDigest(Bundle calldata bundle) external view returns (bytes32);
    function editionListingDigest(EditionListing calldata listing) external view returns (bytes32);
    function offerDigest(Offer calldata offer) external view returns (bytes32);
}
