// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IFees} from "../interfaces/IFees.sol";
import {Bounds} from "../libraries/Bounds.sol";
import {Shares} from "../libraries/Shares.sol";
import {Governed} from "./Governed.sol";
import {Payouts} from "./Payouts.sol";

/// @title A platform fee that stays as the contract's own balance until it is swept to the treasury
abstract contract Fees is IFees, Governed, Payouts {
    /// @notice The highest fee the DAO can set.
    uint16 public constant FEE_CAP_BPS = 1_000;

    /// @inheritdoc IFees
    uint16 public feeBps;

    constructor(uint16 feeBps_) {
        _setFee(feeBps_);
    }

    /// @inheritdoc IFees
    function setFee(uint16 newFeeBps) external onlyTreasury {
        _setFee(newFeeBps);
    }

    /// @inheritdoc IFees
    /// @dev Guarded: in the middle of a sale the balance holds money that is on its way to somebody.
    function sweep() external nonReentrant {
        uint256 amountWei = address(this).balance - totalCredits;
        if (amountWei == 0) revert NothingDue(TREASURY);
        emit FeesSwept(amountWei);
        _hand(TREASURY, amountWei);
    }

    /// @dev The fee of a sale at `priceWei`, rounded in favour of the payee. A gift has none.
    function _feeOf(uint256 priceWei, uint16 maxFeeBps) internal view returns (uint256 feeWei) {
        if (priceWei == 0) return 0;
        uint16 current = feeBps;
        if (current > maxFeeBps) revert FeeAboveSigned(current, maxFeeBps);
        return Shares.floorOf(priceWei, current);
    }

    function _setFee(uint16 newFeeBps) private {
        Bounds.check(newFeeBps, 0, FEE_CAP_BPS);
        feeBps = newFeeBps;
        emit FeeChanged(newFeeBps);
    }
}
