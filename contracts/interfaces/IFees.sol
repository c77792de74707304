// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title A platform fee: taken from a sale, kept as the contract's own balance, swept to the DAO
interface IFees {
    event FeeChanged(uint16 feeBps);
    event FeesSwept(uint256 amountWei);

    error FeeAboveSigned(uint16 feeBps, uint16 maxFeeBps);
    error PaymentWrong(uint256 paidWei, uint256 priceWei);

    /// @notice The fee of a sale, in basis points of its price.
    function feeBps() external view returns (uint16);

    /// @notice Change the fee. Only the treasury; at most `FEE_CAP_BPS`.
    function setFee(uint16 feeBps) external;

    /// @notice Send to the treasury all that is not owed to anybody. Anybody may call.
    function sweep() external;
}
