// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title What the DAO decides of sales: the fees, how they are paid, and whether new sales are paused
interface ISales {
    /// @param primaryFeeBps the fee where the seller is the work's artist, in basis points of the price
    /// @param secondaryFeeBps the fee of every other sale
    /// @param pushesFees whether a sale sends its fee to the treasury at once, or leaves it to be swept
    /// @param isPaused whether new sales are refused; what is owed, held or open is never locked
    struct Policy {
        uint16 primaryFeeBps;
        uint16 secondaryFeeBps;
        bool pushesFees;
        bool isPaused;
    }

    event FeesChanged(uint16 primaryFeeBps, uint16 secondaryFeeBps);
    event SalesPausedChanged(bool isPaused);

    error FeeAboveSigned(uint16 feeBps, uint16 maxFeeBps);
    error PaymentWrong(uint256 paid, uint256 price);
    error SalesPaused();

    /// @notice Change the fees of sales to come. Only the treasury; each at most `FEE_CAP_BPS`.
    function setFees(uint16 primaryFeeBps, uint16 secondaryFeeBps) external;

    /// @notice Pause new sales, or open them again. Only the treasury. Cancelling, withdrawing and settling
    /// work in every state.
    function setPaused(bool isPaused) external;

    function policy() external view returns (Policy memory);
}
