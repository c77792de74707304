// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Fees that stay as a contract's own balance until they are swept to the DAO
interface IKeptFees {
    event FeesPushedChanged(bool isPushed);
    event FeesSwept(address indexed currency, uint256 amount);

    /// @notice Let sales send their fee to the treasury at once, or keep it to be swept. Only the treasury.
    function setFeesPushed(bool isPushed) external;

    /// @notice Send to the treasury all of a currency that is not owed to anybody. Anybody may call.
    function sweep(address currency) external;
}
