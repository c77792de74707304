// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../interfaces/IRoyalties.sol";
import {ISales} from "../interfaces/ISales.sol";
import {Bounds} from "../libraries/Bounds.sol";
import {Shares} from "../libraries/Shares.sol";
import {Governed} from "./Governed.sol";
import {Payouts} from "./Payouts.sol";

/// @title A contract that sells: the DAO's fee and pause, and how a price is divided
abstract contract Sales is ISales, Governed, Payouts {
    /// @dev A price on its way: who pays it and who gets which part.
    struct Proceeds {
        address currency;
        address payer;
        address seller;
        address artist;
        uint256 work;
        bool isSplit;
        uint256 price;
        uint256 fee;
        uint256 royalty;
    }

    /// @notice The highest fee the DAO can set.
    uint16 public constant FEE_CAP_BPS = 1_000;

    IRoyalties internal immutable ROYALTIES;

    Policy internal _policy;

    constructor(address royalties_, uint16 primaryFeeBps, uint16 secondaryFeeBps) {
        ROYALTIES = IRoyalties(royalties_);
        _setFees(primaryFeeBps, secondaryFeeBps);
    }

    /// @inheritdoc ISales
    function setFees(uint16 primaryFeeBps, uint16 secondaryFeeBps) external onlyTreasury {
        _setFees(primaryFeeBps, secondaryFeeBps);
    }

    /// @inheritdoc ISales
    function setPaused(bool isPaused) external onlyTreasury {
        _policy.isPaused = isPaused;
        emit SalesPausedChanged(isPaused);
    }

    /// @inheritdoc ISales
    function policy() external view returns (Policy memory) {
        return _policy;
    }

    /// @notice Where works whose income is shared are paid.
    function royalties() external view returns (address) {
        return address(ROYALTIES);
    }

    /// @dev Divide a price: fee to the DAO, royalty to the artist, the rest to the seller.
    function _distribute(Proceeds memory sale) internal {
        uint256 rest = sale.price - sale.fee - sale.royalty;
        if (sale.seller == sale.artist) {
            _payIncome(sale, rest);
        } else {
            _payFrom(sale.currency, sale.payer, sale.seller, rest);
            _payIncome(sale, sale.royalty);
        }
        _payFee(sale.currency, sale.payer, sale.fee);
    }

    /// @dev What the DAO decided, where it did not pause sales.
    function _openPolicy() internal view returns (Policy memory current) {
        current = _policy;
        if (current.isPaused) revert SalesPaused();
    }

    /// @dev The fee of a sale, rounded in favour of the payee. A gift has none.
    function _feeOf(uint256 price, uint16 feeBps, uint16 maxFeeBps) internal pure returns (uint256 fee) {
        if (price == 0) return 0;
        if (feeBps > maxFeeBps) revert FeeAboveSigned(feeBps, maxFeeBps);
        return Shares.floorOf(price, feeBps);
    }

    function _payFee(address currency, address payer, uint256 fee) internal virtual {
        _payFrom(currency, payer, TREASURY, fee);
    }

    /// @dev Income of a shared work waits in `Royalties`, so that no sale depends on how many share it.
    function _payIncome(Proceeds memory sale, uint256 amount) internal {
        if (amount == 0) return;
        if (!sale.isSplit) return _payFrom(sale.currency, sale.payer, sale.artist, amount);
        if (sale.currency == ETHER) return ROYALTIES.credit{value: amount}(sale.work);
        _take(sale.currency, sale.payer, address(ROYALTIES), amount);
        ROYALTIES.creditTokens(sale.work, sale.currency);
    }

    function _setFees(uint16 primaryFeeBps, uint16 secondaryFeeBps) private {
        Bounds.check(primaryFeeBps, 0, FEE_CAP_BPS);
        Bounds.check(secondaryFeeBps, 0, FEE_CAP_BPS);
        _policy.primaryFeeBps = primaryFeeBps;
        _policy.secondaryFeeBps = secondaryFeeBps;
        emit FeesChanged(primaryFeeBps, secondaryFeeBps);
    }
}
