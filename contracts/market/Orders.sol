// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IArtwork} from "../interfaces/IArtwork.sol";
import {IEditions} from "../interfaces/IEditions.sol";
import {IMarket} from "../interfaces/IMarket.sol";
import {Shares} from "../libraries/Shares.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {KeptFees} from "../parts/KeptFees.sol";

/// @title What all signed orders share: when they hold, how they are cancelled, how their price is divided
abstract contract Orders is EIP712, KeptFees, IMarket {
    /// @dev What became of an order; one slot.
    struct Progress {
        bool isCancelled;
        uint248 copiesSold;
    }

    IArtwork internal immutable ARTWORK;
    IEditions internal immutable EDITIONS;

    mapping(bytes32 order => Progress progress) internal _progress;

    constructor(IArtwork artwork_, IEditions editions_) {
        ARTWORK = artwork_;
        EDITIONS = editions_;
    }

    /// @inheritdoc IMarket
    function cancelAll() external returns (uint64 epoch) {
        epoch = ARTWORK.raiseEpoch(msg.sender);
        emit OrdersCancelled(msg.sender, epoch);
    }

    /// @inheritdoc IMarket
    function isCancelled(bytes32 order) external view returns (bool) {
        return _progress[order].isCancelled;
    }

    /// @inheritdoc IMarket
    function epochs(address account) external view returns (uint64) {
        return ARTWORK.epochs(account);
    }

    /// @inheritdoc IMarket
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc IMarket
    function editions() external view returns (address) {
        return address(EDITIONS);
    }

    function _cancel(bytes32 order, address seller) internal {
        if (msg.sender != seller) revert NotSeller(seller, msg.sender);
        _checkOpen(order);
        _progress[order].isCancelled = true;
        emit OrderCancelled(order, seller);
    }

    /// @dev What a buyer may know without the chain's storage.
    function _checkTerms(uint64 expiresAt, address buyer) internal view {
        _checkTime(expiresAt);
        if (buyer != address(0) && buyer != msg.sender) revert OrderReserved(buyer, msg.sender);
    }

    function _checkTime(uint64 expiresAt) internal view {
        if (block.timestamp > expiresAt) revert OrderExpired(expiresAt, block.timestamp);
    }

    function _checkOpen(bytes32 order) internal view {
        if (_progress[order].isCancelled) revert OrderClosed(order);
    }

    /// @dev Only where `Artwork` does not check it while it hands over.
    function _checkEpoch(address signer, uint64 signedEpoch) internal view {
        uint64 epoch = ARTWORK.epochs(signer);
        if (signedEpoch != epoch) revert EpochPassed(signedEpoch, epoch);
    }

    /// @dev Wallet contracts may sign (ERC-1271).
    function _checkSignature(address signer, bytes32 order, bytes calldata signature) internal view {
        if (!Signatures.isValid(signer, order, signature)) revert OrderForged(signer);
    }

    /// @dev Set fee and royalty of a sale. An artist who sells an own work pays no royalty.
    function _divide(
        Proceeds memory sale,
        uint16 royaltyBps,
        Policy memory current,
        uint16 maxFeeBps
    ) internal pure {
        bool isPrimary = sale.seller == sale.artist;
        uint16 feeBps = isPrimary ? current.primaryFeeBps : current.secondaryFeeBps;
        sale.fee = _feeOf(sale.price, feeBps, maxFeeBps);
        if (!isPrimary) sale.royalty = Shares.floorOf(sale.price, royaltyBps);
    }

    function _emitWorkSold(Proceeds memory sale, address buyer, bytes32 order) internal {
        emit WorkSold(
            sale.work,
            sale.seller,
            buyer,
            order,
            sale.currency,
            sale.price,
            sale.fee,
            sale.royalty,
            sale.artist
        );
    }

    function _emitEditionSold(Proceeds memory sale, address buyer, bytes32 order, uint256 copies) internal {
        emit EditionSold(
            sale.work,
            sale.seller,
            buyer,
            order,
            copies,
            sale.currency,
            sale.price,
            sale.fee,
            sale.royalty,
            sale.artist
        );
    }
}
