// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Shares of an amount in basis points, exact for every uint256
library Shares {
    uint256 internal constant WHOLE_BPS = 10_000;

    /// @notice `bps` of `amount`, rounded down: the remainder stays with whoever gets the rest of the amount.
    /// @dev Split into whole and rest, so that no product passes `amount` as long as `bps` is at most `WHOLE_BPS`.
    function floorOf(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return (amount / WHOLE_BPS) * bps + ((amount % WHOLE_BPS) * bps) / WHOLE_BPS;
    }

    /// @notice `bps` of `amount`, rounded up: for thresholds, which a rounding must not lower.
    function ceilOf(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return amount - floorOf(amount, WHOLE_BPS - bps);
    }
}
