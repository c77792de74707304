// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMarket} from "../interfaces/IMarket.sol";
import {Orders} from "./Orders.sol";

/// @title Listings: one work at a price
abstract contract Listings is Orders {
    bytes32 private constant LISTING_TYPEHASH = keccak256(
        "Listing(address seller,uint256 work,address currency,uint256 price,uint16 maxFeeBps,"
        "uint40 transferCount,uint64 expiresAt,uint64 epoch,address buyer)"
    );

    /// @inheritdoc IMarket
    function buy(Listing calldata listing, bytes calldata signature) external payable nonReentrant {
        Policy memory current = _openPolicy();
        bytes32 order = listingDigest(listing);
        _checkTerms(listing.expiresAt, listing.buyer);
        _checkPayment(listing.currency, listing.price);
        _checkOpen(order);
        _checkSignature(listing.seller, order, signature);

        Proceeds memory sale = _handOverListing(listing, current);
        _emitWorkSold(sale, msg.sender, order);
        _distribute(sale);
    }

    /// @inheritdoc IMarket
    function cancel(Listing calldata listing) external {
        _cancel(listingDigest(listing), listing.seller);
    }

    /// @inheritdoc IMarket
    function listingDigest(Listing calldata listing) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(LISTING_TYPEHASH, listing)));
    }

    /// @dev Owner, transfer count and epoch are checked where they are kept.
    function _handOverListing(
        Listing calldata listing,
        Policy memory current
    ) private returns (Proceeds memory sale) {
        sale.currency = listing.currency;
        sale.payer = msg.sender;
        sale.seller = listing.seller;
        sale.work = listing.work;
        sale.price = listing.price;
        uint16 royaltyBps;
        (sale.artist, royaltyBps, sale.isSplit) = ARTWORK.handOverListed(
            listing.work, listing.transferCount, listing.epoch, listing.seller, msg.sender
        );
        _divide(sale, royaltyBps, current, listing.maxFeeBps);
    }
}
