// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Shares of an amount in basis points, exact for every uint256
library Shares {
    uint16 internal constant WHOLE_BPS = 10_000;

    /// @notice `bps` of `amount`, rounded down: the remainder stays with whoever gets the rest of the amount.
    function floorOf(uint256 amount, uint16 bps) internal pure returns (uint256) {
        // No overflow: for `bps` up to WHOLE_BPS the sum is at most `amount`, the rest's product below 2^32.
        unchecked {
            return (amount / WHOLE_BPS) * bps + ((amount % WHOLE_BPS) * bps) / WHOLE_BPS;
        }
    }

    /// @notice `bps` of `amount`, rounded up: for thresholds, which a rounding must not lower.
    function ceilOf(uint256 amount, uint16 bps) internal pure returns (uint256) {
        return amount - floorOf(amount, WHOLE_BPS - bps);
    }
}
