// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The ERC-20 tokens that may pay here, as the DAO allows them
/// @dev Ether is always allowed and is written as address zero. The DAO should allow plain tokens only: none
/// that calls the payee, keeps a part, or changes balances by itself.
interface ICurrencies {
    event CurrencyAllowed(address indexed currency);
    event CurrencyDisallowed(address indexed currency);

    /// @notice Prices may not be asked in it; or it cannot be allowed (no code) or disallowed (ether).
    error CurrencyRefused(address currency);

    /// @notice Allow a token, or allow it no longer. Only the treasury. What is owed in it stays
    /// withdrawable.
    function setCurrency(address currency, bool isAllowed) external;

    /// @notice Whether prices may be asked in a currency; true for ether (address zero).
    function isCurrency(address currency) external view returns (bool);

    /// @notice Revert with `CurrencyRefused` unless prices may be asked in the currency.
    function requireCurrency(address currency) external view;
}
