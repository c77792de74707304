// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title English auctions of works, in ether
/// @dev One auction a work, keyed by the work, which the house holds while the auction is there. The clock
/// starts with the first bid. An auction is over from the very second `endsAt` on: it takes bids until
/// then and can be settled from then on; no second allows both.
///
/// What tells a work's auctions apart is its transfer count in the house: the work moves in and out for each.
/// A bid names it, so that nobody bids on other terms than they saw: a seller who cancels and creates anew
/// is in another auction.
interface IAuctionHouse {
    /// @notice What a seller asks. Frozen at creation, with the fee.
    /// @param reserve what the first bid must be at least, in wei; not zero
    /// @param duration seconds from the first bid to the end
    /// @param extension a bid in the last `extension` seconds moves the end to `extension` seconds after it;
    /// at most the duration
    /// @param extensionCap the seconds all extensions together can add
    /// @param incrementBps how much a bid must be above the one before, in basis points of that
    struct Terms {
        uint96 reserve;
        uint24 duration;
        uint24 extension;
        uint24 extensionCap;
        uint16 incrementBps;
    }

    /// @dev Three slots: whose it is, how it goes, who leads.
    /// @param transferCount the work's transfer count while the house holds it; what a bid names
    /// @param feeBps the fee at creation: the primary one where the seller is the work's artist
    /// @param endsAt the first second at which it is over; zero before the first bid
    /// @param latestEnd where extensions stop; zero before the first bid
    /// @param bidder who leads; zero before the first bid
    struct Auction {
        address seller;
        uint96 reserve;
        uint40 transferCount;
        uint24 duration;
        uint24 extension;
        uint24 extensionCap;
        uint16 incrementBps;
        uint16 feeBps;
        uint48 endsAt;
        uint48 latestEnd;
        address bidder;
        uint96 bid;
    }

    /// @notice The house holds a work and takes bids on it.
    /// @param transferCount what tells this auction from others of the work; bids name it
    event AuctionCreated(
        uint256 indexed work,
        address indexed seller,
        uint40 transferCount,
        uint96 reserve,
        uint24 duration,
        uint24 extension,
        uint24 extensionCap,
        uint16 incrementBps,
        uint16 feeBps
    );
    /// @notice A bid leads. The one before went back, by push or (with `PayoutCredited`) as credit.
    event BidPlaced(uint256 indexed work, address indexed bidder, uint256 amount, uint48 endsAt);
    event AuctionSettled(
        uint256 indexed work,
        address indexed seller,
        address indexed winner,
        uint256 price,
        uint256 fee,
        uint256 royalty,
        address artist
    );
    event AuctionCancelled(uint256 indexed work, address indexed seller);

    error AuctionMissing(uint256 work);
    error AuctionEnded(uint256 work, uint48 endsAt);
    /// @notice It cannot be settled yet; `endsAt` is zero before the first bid.
    error AuctionRunning(uint256 work, uint48 endsAt);
    error AuctionHasBids(uint256 work);
    /// @notice The bid is for another auction of the work than the one there is.
    error AuctionStale(uint40 namedCount, uint40 transferCount);
    error BidBelow(uint256 bid, uint256 least);
    error NotSeller(address seller, address caller);
    error OwnAuction(address seller);

    /// @notice Offer an own work; the house holds it until it is settled or cancelled. Not while paused.
    function create(uint256 work, Terms calldata terms) external;

    /// @notice Lead an auction with the ether sent along, at least `leastBid`. The bid before goes back.
    /// @dev A pause refuses first bids only: who leads must not win because nobody else was let in.
    /// @param transferCount the auction's, as in `AuctionCreated`
    function bid(uint256 work, uint40 transferCount) external payable;

    /// @notice Hand an ended auction's work to the winner and its price to whom it belongs. Anybody may call.
    /// Works in every state of the house.
    function settle(uint256 work) external;

    /// @notice Take an own work back, before the first bid. Works in every state of the house.
    function cancel(uint256 work) external;

    function artwork() external view returns (address);
    /// @notice The auction of a work; all zero where there is none.
    function auctions(uint256 work) external view returns (Auction memory);
    /// @notice What the next bid must be at least; zero where none is taken, being over or not there.
    function leastBid(uint256 work) external view returns (uint256);
}
