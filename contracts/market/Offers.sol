// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {IMarket} from "../interfaces/IMarket.sol";
import {Orders} from "./Orders.sol";

/// @title Offers: a bidder's price in tokens for a work, any work of an artist, any work, or copies
abstract contract Offers is Orders {
    using BitMaps for BitMaps.BitMap;

    bytes32 private constant OFFER_TYPEHASH = keccak256(
        "Offer(address bidder,uint256 work,address artist,uint256 copies,address currency,uint256 price,"
        "uint256 nonce,uint64 expiresAt,uint64 epoch)"
    );

    mapping(address bidder => BitMaps.BitMap nonces) private _usedNonces;

    /// @inheritdoc IMarket
    function takeOffer(
        Offer calldata offer,
        bytes calldata signature,
        uint256 work,
        uint256 leastProceeds
    ) external nonReentrant {
        Policy memory current = _openPolicy();
        bytes32 order = offerDigest(offer);
        _checkOffer(offer, work);
        _useNonce(offer.bidder, offer.nonce);
        _checkSignature(offer.bidder, order, signature);

        Proceeds memory sale = _handOverOffered(offer, work, current);
        uint256 proceeds = sale.price - sale.fee - sale.royalty;
        if (proceeds < leastProceeds) revert ProceedsShort(proceeds, leastProceeds);
        if (offer.copies == 0) _emitWorkSold(sale, offer.bidder, order);
        else _emitEditionSold(sale, offer.bidder, order, offer.copies);
        _distribute(sale);
    }

    /// @inheritdoc IMarket
    function cancelOffer(uint256 nonce) external {
        _useNonce(msg.sender, nonce);
        emit OfferCancelled(msg.sender, nonce);
    }

    /// @inheritdoc IMarket
    function isOfferUsed(address bidder, uint256 nonce) external view returns (bool) {
        return _usedNonces[bidder].get(nonce);
    }

    /// @inheritdoc IMarket
    function offerDigest(Offer calldata offer) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(OFFER_TYPEHASH, offer)));
    }

    function _useNonce(address bidder, uint256 nonce) private {
        if (_usedNonces[bidder].get(nonce)) revert OfferUsed(bidder, nonce);
        _usedNonces[bidder].set(nonce);
    }

    /// @dev The caller sells; whether the caller owns anything is checked where it is handed over, and there
    /// the epoch of an offer for a unique work too. The least proceeds protect the caller from any fee.
    function _handOverOffered(
        Offer calldata offer,
        uint256 work,
        Policy memory current
    ) private returns (Proceeds memory sale) {
        sale.currency = offer.currency;
        sale.payer = offer.bidder;
        sale.seller = msg.sender;
        sale.work = work;
        sale.price = offer.price;
        uint16 royaltyBps;
        (sale.artist, royaltyBps, sale.isSplit) = offer.copies == 0
            ? ARTWORK.handOverOffered(work, offer.epoch, msg.sender, offer.bidder)
            : EDITIONS.handOver(work, offer.copies, msg.sender, offer.bidder);
        if (offer.artist != address(0) && offer.artist != sale.artist) {
            revert OfferNotForArtist(offer.artist, sale.artist);
        }
        _divide(sale, royaltyBps, current, FEE_CAP_BPS);
    }

    function _checkOffer(Offer calldata offer, uint256 work) private view {
        _checkTime(offer.expiresAt);
        if (offer.currency == ETHER) revert EtherOffered();
        CURRENCIES.requireCurrency(offer.currency);
        if (offer.work != 0 && offer.work != work) revert OfferNotFor(offer.work, work);
        if (offer.copies != 0) _checkEpoch(offer.bidder, offer.epoch);
    }
}
