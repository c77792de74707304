// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Where other markets pay the royalty of one work (ERC-2981), before and after it has code
interface IRoyaltyReceiver {
    error NotRoyalties(address caller);

    /// @notice Hand all of a currency on as the work's income. Only `Royalties`, in `collect`.
    function forward(uint256 work, address currency) external;
}
