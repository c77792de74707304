// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {Orders} from "./Orders.sol";

/// @title Listings of copies, filled in parts
abstract contract EditionListings is Orders {
    bytes32 private constant EDITION_LISTING_TYPEHASH = keccak256(
        "EditionListing(address seller,uint256 edition,uint256 copies,address currency,uint256 unitPrice,"
        "uint16 maxFeeBps,uint64 expiresAt,uint64 epoch,uint256 nonce,address buyer)"
    );

    /// @inheritdoc IMarket
    function buyEdition(
        EditionListing calldata listing,
        bytes calldata signature,
        uint256 copies
    ) external payable nonReentrant {
        Policy memory current = _openPolicy();
        bytes32 order = editionListingDigest(listing);
        _checkTerms(listing.expiresAt, listing.buyer);
        _checkPayment(listing.currency, listing.unitPrice * copies);
        _checkEpoch(listing.seller, listing.epoch);
        _fill(order, listing.copies, copies);
        _checkSignature(listing.seller, order, signature);

        Proceeds memory sale = _handOverCopies(listing, copies, current);
        _emitEditionSold(sale, msg.sender, order, copies);
        _distribute(sale);
    }

    /// @inheritdoc IMarket
    function cancelEdition(EditionListing calldata listing) external {
        _cancel(editionListingDigest(listing), listing.seller);
    }

    /// @inheritdoc IMarket
    function copiesSold(bytes32 order) external view returns (uint256) {
        return _progress[order].copiesSold;
    }

    /// @inheritdoc IMarket
    function editionListingDigest(EditionListing calldata listing) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(EDITION_LISTING_TYPEHASH, listing)));
    }

    function _fill(bytes32 order, uint256 listed, uint256 copies) private {
        Progress memory progress = _progress[order];
        if (progress.isCancelled) revert OrderClosed(order);
        if (copies == 0) revert CopiesMissing();
        uint256 left = listed - progress.copiesSold;
        if (copies > left) revert CopiesExceeded(copies, left);
        _progress[order].copiesSold = SafeCast.toUint248(progress.copiesSold + copies);
    }

    function _handOverCopies(
        EditionListing calldata listing,
        uint256 copies,
        Policy memory current
    ) private returns (Proceeds memory sale) {
        sale.currency = listing.currency;
        sale.payer = msg.sender;
        sale.seller = listing.seller;
        sale.work = listing.edition;
        sale.price = listing.unitPrice * copies;
        uint16 royaltyBps;
        (sale.artist, royaltyBps, sale.isSplit) =
            EDITIONS.handOver(listing.edition, copies, listing.seller, msg.sender);
        _divide(sale, royaltyBps, current, listing.maxFeeBps);
    }
}
