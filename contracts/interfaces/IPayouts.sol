// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Money that leaves a contract: pushed with a gas cap, kept as credit when the payee refuses
/// @dev A currency is an ERC-20's address, or zero for ether; amounts are in its smallest unit.
interface IPayouts {
    /// @notice A push failed; the payee may withdraw the amount whenever they like.
    event PayoutCredited(address indexed payee, address indexed currency, uint256 amount);
    event Withdrawn(address indexed payee, address indexed currency, uint256 amount);

    error NothingDue(address payee, address currency);
    error PayeeRefused(address payee, uint256 amount);
    /// @notice A token moved another amount than it was told to.
    error PaymentMissing(address currency, address payee, uint256 amount);

    /// @notice Pay the caller's credit, all of it. Works in every state of the contract.
    function withdraw(address currency) external;

    /// @notice What a payee may withdraw.
    function credits(address currency, address payee) external view returns (uint256 amount);

    /// @notice The sum of all credits in a currency.
    function totalCredits(address currency) external view returns (uint256 amount);
}
