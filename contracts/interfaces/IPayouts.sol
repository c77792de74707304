// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Money that leaves a contract: pushed with a gas cap, kept as credit when the payee refuses
interface IPayouts {
    /// @notice A push failed; the payee may withdraw the amount whenever they like.
    event PayoutCredited(address indexed payee, uint256 amountWei);
    event Withdrawn(address indexed payee, uint256 amountWei);

    error NothingDue(address payee);
    error PayeeRefused(address payee, uint256 amountWei);

    /// @notice Pay the caller's credit, all of it. Works in every state of the contract.
    function withdraw() external;

    /// @notice What a payee may withdraw, in wei.
    function credits(address payee) external view returns (uint256 amountWei);

    /// @notice The sum of all credits, in wei.
    function totalCredits() external view returns (uint256 amountWei);
}
