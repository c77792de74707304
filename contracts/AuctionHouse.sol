// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IAuctionHouse} from "./interfaces/IAuctionHouse.sol";
import {IRoyalties} from "./interfaces/IRoyalties.sol";
import {Bounds} from "./libraries/Bounds.sol";
import {Shares} from "./libraries/Shares.sol";
import {Governed} from "./parts/Governed.sol";
import {Sales} from "./parts/Sales.sol";

/// @title English auctions: the clock starts with the first bid, and nobody can stop it
/// @dev The manual is `IAuctionHouse`. The house holds live bids, credits, and ether forced on it; the last
/// belongs to nobody, so nothing here ever reads the balance.
contract AuctionHouse is Sales, IAuctionHouse {
    uint24 public constant MIN_DURATION = 5 minutes;
    uint24 public constant MAX_DURATION = 30 days;
    uint24 public constant MAX_EXTENSION = 1 hours;
    uint24 public constant MAX_EXTENSION_CAP = 7 days;
    uint16 public constant MIN_INCREMENT_BPS = 100;
    uint16 public constant MAX_INCREMENT_BPS = 5_000;

    IArtwork private immutable ARTWORK;

    mapping(uint256 work => Auction auction) private _auctions;

    constructor(
        IArtwork artwork_,
        IRoyalties royalties_,
        address treasury_,
        uint16 primaryFeeBps,
        uint16 secondaryFeeBps
    ) Governed(treasury_) Sales(address(royalties_), primaryFeeBps, secondaryFeeBps) {
        ARTWORK = artwork_;
    }

    /// @inheritdoc IAuctionHouse
    /// @dev No second auction of the work is possible: only its owner creates one, and now the house owns it.
    function create(uint256 work, Terms calldata terms) external {
        _checkTerms(terms);
        Policy memory current = _openPolicy();
        (address artist, , ) = ARTWORK.handOver(work, msg.sender, address(this));
        uint16 feeBps = artist == msg.sender ? current.primaryFeeBps : current.secondaryFeeBps;
        uint40 transferCount = ARTWORK.works(work).transferCount;

        Auction storage auction = _auctions[work];
        (auction.seller, auction.reserve) = (msg.sender, terms.reserve);
        (auction.transferCount, auction.feeBps) = (transferCount, feeBps);
        (auction.duration, auction.extension) = (terms.duration, terms.extension);
        (auction.extensionCap, auction.incrementBps) = (terms.extensionCap, terms.incrementBps);
        emit AuctionCreated(
            work,
            msg.sender,
            transferCount,
            terms.reserve,
            terms.duration,
            terms.extension,
            terms.extensionCap,
            terms.incrementBps,
            feeBps
        );
    }

    /// @inheritdoc IAuctionHouse
    function bid(uint256 work, uint40 transferCount) external payable nonReentrant {
        Auction memory auction = _existing(work);
        if (transferCount != auction.transferCount) {
            revert AuctionStale(transferCount, auction.transferCount);
        }
        if (msg.sender == auction.seller) revert OwnAuction(auction.seller);
        if (_isOver(auction)) revert AuctionEnded(work, auction.endsAt);
        uint256 least = _leastBid(auction);
        if (msg.value < least) revert BidBelow(msg.value, least);
        if (auction.bidder == address(0)) _openPolicy();

        uint48 endsAt = _lead(_auctions[work], auction);
        emit BidPlaced(work, msg.sender, msg.value, endsAt);
        _pay(ETHER, auction.bidder, auction.bid);
    }

    /// @inheritdoc IAuctionHouse
    /// @dev No receiver check: the winner asked for the work, and a refusal must not hold the seller's money.
    function settle(uint256 work) external nonReentrant {
        Auction memory auction = _existing(work);
        if (!_isOver(auction)) revert AuctionRunning(work, auction.endsAt);
        delete _auctions[work];

        (address artist, uint16 royaltyBps, bool isSplit) =
            ARTWORK.handOver(work, address(this), auction.bidder);
        uint256 fee = Shares.floorOf(auction.bid, auction.feeBps);
        uint256 royalty = artist == auction.seller ? 0 : Shares.floorOf(auction.bid, royaltyBps);
        emit AuctionSettled(work, auction.seller, auction.bidder, auction.bid, fee, royalty, artist);
        _distribute(
            Proceeds({
                currency: ETHER,
                payer: auction.bidder,
                seller: auction.seller,
                artist: artist,
                work: work,
                isSplit: isSplit,
                price: auction.bid,
                fee: fee,
                royalty: royalty
            })
        );
    }

    /// @inheritdoc IAuctionHouse
    function cancel(uint256 work) external {
        Auction memory auction = _existing(work);
        if (msg.sender != auction.seller) revert NotSeller(auction.seller, msg.sender);
        if (auction.bidder != address(0)) revert AuctionHasBids(work);
        delete _auctions[work];
        emit AuctionCancelled(work, msg.sender);
        ARTWORK.handOver(work, address(this), msg.sender);
    }

    /// @inheritdoc IAuctionHouse
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc IAuctionHouse
    function auctions(uint256 work) external view returns (Auction memory) {
        return _auctions[work];
    }

    /// @inheritdoc IAuctionHouse
    function leastBid(uint256 work) external view returns (uint256) {
        Auction memory auction = _auctions[work];
        return _isOver(auction) ? 0 : _leastBid(auction);
    }

    /// @dev Write the caller's bid, and move the end where this bid moves it: only later, and never beyond
    /// `latestEnd`, which the first bid fixes.
    function _lead(Auction storage stored, Auction memory auction) private returns (uint48 endsAt) {
        uint48 current = uint48(block.timestamp);
        endsAt = auction.endsAt;
        if (auction.bidder == address(0)) {
            endsAt = current + auction.duration;
            (stored.endsAt, stored.latestEnd) = (endsAt, endsAt + auction.extensionCap);
        } else {
            uint256 extended = Math.min(current + auction.extension, auction.latestEnd);
            if (extended > endsAt) stored.endsAt = endsAt = uint48(extended);
        }
        (stored.bidder, stored.bid) = (msg.sender, SafeCast.toUint96(msg.value));
    }

    function _existing(uint256 work) private view returns (Auction memory auction) {
        auction = _auctions[work];
        if (auction.seller == address(0)) revert AuctionMissing(work);
    }

    /// @dev The one place that says when an auction ends: from the second `endsAt` on it is over.
    function _isOver(Auction memory auction) private view returns (bool) {
        return auction.bidder != address(0) && block.timestamp >= auction.endsAt;
    }

    /// @dev Rounded up, so that a bid is above the one before by a wei at least.
    function _leastBid(Auction memory auction) private pure returns (uint256) {
        if (auction.bidder == address(0)) return auction.reserve;
        return auction.bid + Shares.ceilOf(auction.bid, auction.incrementBps);
    }

    function _checkTerms(Terms calldata terms) private pure {
        Bounds.check(terms.reserve, 1, type(uint96).max);
        Bounds.check(terms.duration, MIN_DURATION, MAX_DURATION);
        Bounds.check(terms.extension, 0, Math.min(MAX_EXTENSION, terms.duration));
        Bounds.check(terms.extensionCap, terms.extension, MAX_EXTENSION_CAP);
        Bounds.check(terms.incrementBps, MIN_INCREMENT_BPS, MAX_INCREMENT_BPS);
    }
}
