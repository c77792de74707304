// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IRoyalties} from "./interfaces/IRoyalties.sol";
import {IRoyaltyReceiver} from "./interfaces/IRoyaltyReceiver.sol";

/// @title The purse of one work, which nobody can take from but towards `Royalties`
/// @dev The manual is `IRoyaltyReceiver`. Its work is the salt of its address: the code of all is the same.
contract RoyaltyReceiver is IRoyaltyReceiver {
    using SafeERC20 for IERC20;

    IRoyalties private immutable ROYALTIES;

    constructor() {
        ROYALTIES = IRoyalties(msg.sender);
    }

    receive() external payable {}

    /// @inheritdoc IRoyaltyReceiver
    function forward(uint256 work, address currency) external {
        if (msg.sender != address(ROYALTIES)) revert NotRoyalties(msg.sender);
        if (currency == address(0)) return ROYALTIES.credit{value: address(this).balance}(work);
        IERC20(currency).safeTransfer(msg.sender, IERC20(currency).balanceOf(address(this)));
        ROYALTIES.creditTokens(work, currency);
    }
}
