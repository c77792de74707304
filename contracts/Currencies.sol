// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurrencies} from "./interfaces/ICurrencies.sol";
import {Governed} from "./parts/Governed.sol";

/// @title The ERC-20 tokens that may pay here, as the DAO allows them
/// @dev The manual is `ICurrencies`.
contract Currencies is Governed, ICurrencies {
    /// @inheritdoc ICurrencies
    mapping(address currency => bool isAllowed) public isCurrency;

    constructor(address treasury_, address[] memory allowed) Governed(treasury_) {
        isCurrency[address(0)] = true;
        for (uint256 i = 0; i < allowed.length; ++i) {
            _set(allowed[i], true);
        }
    }

    /// @inheritdoc ICurrencies
    function setCurrency(address currency, bool isAllowed) external onlyTreasury {
        _set(currency, isAllowed);
    }

    /// @inheritdoc ICurrencies
    function requireCurrency(address currency) external view {
        if (!isCurrency[currency]) revert CurrencyRefused(currency);
    }

    /// @dev Ether stays. What has no code is no token, as a call to it would succeed and move nothing; but a
    /// token that lost its code can still be taken off the list.
    function _set(address currency, bool isAllowed) private {
        if (currency == address(0) || (isAllowed && currency.code.length == 0)) {
            revert CurrencyRefused(currency);
        }
        isCurrency[currency] = isAllowed;
        if (isAllowed) emit CurrencyAllowed(currency);
        else emit CurrencyDisallowed(currency);
    }
}
