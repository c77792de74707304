// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IPayouts} from "../interfaces/IPayouts.sol";

/// @title Money leaves here: ether on one line only, see `_send`; tokens on one, see `_tryMove`
abstract contract Payouts is IPayouts, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice Gas a payee gets with a push: enough for a wallet contract, too little to hurt the caller.
    uint256 public constant PUSH_GAS = 50_000;

    /// @dev How ether is written where a currency is named.
    address internal constant ETHER = address(0);

    /// @inheritdoc IPayouts
    mapping(address currency => mapping(address payee => uint256 amount)) public credits;
    /// @inheritdoc IPayouts
    mapping(address currency => uint256 amount) public totalCredits;

    /// @inheritdoc IPayouts
    function withdraw(address currency) external nonReentrant {
        uint256 amount = credits[currency][msg.sender];
        if (amount == 0) revert NothingDue(msg.sender, currency);
        delete credits[currency][msg.sender];
        totalCredits[currency] -= amount;
        emit Withdrawn(msg.sender, currency, amount);
        _hand(currency, msg.sender, amount);
    }

    /// @dev Pay from what this contract holds, and keep the amount as credit where the payee refuses: no
    /// refusal stops anybody else.
    function _pay(address currency, address payee, uint256 amount) internal {
        if (amount == 0) return;
        bool isPaid = currency == ETHER
            ? _send(payee, amount, PUSH_GAS)
            : _tryMove(currency, address(this), payee, amount);
        if (!isPaid) _credit(currency, payee, amount);
    }

    /// @dev Pay from what a payer sent along (ether) or allowed (tokens); a payee who refuses gets a credit.
    function _payFrom(address currency, address payer, address payee, uint256 amount) internal {
        if (currency == ETHER) return _pay(ETHER, payee, amount);
        if (amount == 0 || _tryMove(currency, payer, payee, amount)) return;
        _take(currency, payer, address(this), amount);
        _credit(currency, payee, amount);
    }

    /// @dev Move a payer's tokens to somebody who never refuses, or fail as the token does.
    function _take(address currency, address payer, address to, uint256 amount) internal {
        uint256 before = IERC20(currency).balanceOf(to);
        IERC20(currency).safeTransferFrom(payer, to, amount);
        if (IERC20(currency).balanceOf(to) != before + amount) revert PaymentMissing(currency, to, amount);
    }

    /// @dev Pay with all the gas there is, or fail.
    function _hand(address currency, address payee, uint256 amount) internal {
        bool isPaid = currency == ETHER
            ? _send(payee, amount, gasleft())
            : _tryMove(currency, address(this), payee, amount);
        if (!isPaid) revert PayeeRefused(payee, amount);
    }

    function _credit(address currency, address payee, uint256 amount) private {
        credits[currency][payee] += amount;
        totalCredits[currency] += amount;
        emit PayoutCredited(payee, currency, amount);
    }

    /// @dev What a pushed payee can return is bounded by its gas: the price of memory grows quadratically.
    function _send(address payee, uint256 amount, uint256 gasCap) private returns (bool isPaid) {
        // solhint-disable-next-line avoid-low-level-calls
        (isPaid, ) = payee.call{value: amount, gas: gasCap}("");
    }

    /// @dev A token may refuse, but not lie: what it says it moved has arrived.
    function _tryMove(
        address currency,
        address from,
        address to,
        uint256 amount
    ) private returns (bool isMoved) {
        IERC20 token = IERC20(currency);
        uint256 before = token.balanceOf(to);
        isMoved = from == address(this)
            ? token.trySafeTransfer(to, amount)
            : token.trySafeTransferFrom(from, to, amount);
        if (isMoved && from != to && token.balanceOf(to) != before + amount) {
            revert PaymentMissing(currency, to, amount);
        }
    }
}
