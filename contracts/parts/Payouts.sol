// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IPayouts} from "../interfaces/IPayouts.sol";

/// @title Ether leaves here, and on one line only: see `_send`
abstract contract Payouts is IPayouts, ReentrancyGuardTransient {
    /// @notice Gas a payee gets with a push: enough for a wallet contract, too little to hurt the caller.
    uint256 public constant PUSH_GAS = 50_000;

    /// @inheritdoc IPayouts
    mapping(address payee => uint256 amountWei) public credits;
    /// @inheritdoc IPayouts
    uint256 public totalCredits;

    /// @inheritdoc IPayouts
    function withdraw() external nonReentrant {
        uint256 amountWei = credits[msg.sender];
        if (amountWei == 0) revert NothingDue(msg.sender);
        delete credits[msg.sender];
        totalCredits -= amountWei;
        emit Withdrawn(msg.sender, amountWei);
        _hand(msg.sender, amountWei);
    }

    /// @dev Push, and keep the amount as credit where the payee refuses: no refusal stops anybody else.
    function _pay(address payee, uint256 amountWei) internal {
        if (amountWei == 0 || _send(payee, amountWei, PUSH_GAS)) return;
        credits[payee] += amountWei;
        totalCredits += amountWei;
        emit PayoutCredited(payee, amountWei);
    }

    /// @dev Pay with all the gas there is, or fail.
    function _hand(address payee, uint256 amountWei) internal {
        if (!_send(payee, amountWei, gasleft())) revert PayeeRefused(payee, amountWei);
    }

    /// @dev What a pushed payee can return is bounded by its gas: the price of memory grows quadratically.
    function _send(address payee, uint256 amountWei, uint256 gasCap) private returns (bool isPaid) {
        // solhint-disable-next-line avoid-low-level-calls
        (isPaid, ) = payee.call{value: amountWei, gas: gasCap}("");
    }
}
