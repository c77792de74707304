// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title What belongs to the DAO: parameters that only its timelock may change, within bounds
interface IGoverned {
    error NotTreasury(address caller);
    error ParameterOutOfBounds(uint256 value, uint256 minimum, uint256 maximum);

    /// @notice The DAO's timelock: the one account that may change parameters.
    function treasury() external view returns (address);
}
