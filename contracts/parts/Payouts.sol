// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPayouts} from "../interfaces/IPayouts.sol";

/// @title Money leaves here: ether and tokens each on one line only, see `_push`
abstract contract Payouts is IPayouts, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice Gas a payee gets with a push: enough for a wallet contract, too little to hurt the caller.
    uint256 public constant PUSH_GAS = 50_000;

    /// @notice Gas a token gets to move a push. A 64th of it (what a call must leave behind) does not buy a
    /// credit, so no caller can starve a push into one.
    uint256 public constant TOKEN_PUSH_GAS = 300_000;

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

    /// @dev Pay from what this contract holds, and keep as credit what the payee refuses: no refusal stops
    /// anybody else.
    function _pay(address currency, address payee, uint256 amount) internal {
        if (amount == 0) return;
        uint256 gasCap = currency == ETHER ? PUSH_GAS : TOKEN_PUSH_GAS;
        uint256 paid = _push(currency, payee, amount, gasCap);
        if (paid < amount) _credit(currency, payee, amount - paid);
    }

    /// @dev Pay from what a payer sent along (ether) or allowed (tokens); a payee who refuses gets a credit.
    function _payFrom(address currency, address payer, address payee, uint256 amount) internal {
        if (currency == ETHER) return _pay(ETHER, payee, amount);
        if (amount == 0 || _tryTake(currency, payer, payee, amount)) return;
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
        if (_push(currency, payee, amount, gasleft()) != amount) revert PayeeRefused(payee, amount);
    }

    function _credit(address currency, address payee, uint256 amount) private {
        credits[currency][payee] += amount;
        totalCredits[currency] += amount;
        emit PayoutCredited(payee, currency, amount);
    }

    /// @dev What the payee or the token can return is bounded by the gas: memory's price grows quadratically.
    /// A token is believed by what it took from here: what it left here is not paid, whatever it says, and
    /// whatever a payee with a hook sends back.
    function _push(
        address currency,
        address payee,
        uint256 amount,
        uint256 gasCap
    ) private returns (uint256 paid) {
        bool isDone;
        if (currency == ETHER) {
            // solhint-disable-next-line avoid-low-level-calls
            (isDone, ) = payee.call{value: amount, gas: gasCap}("");
            return isDone ? amount : 0;
        }
        uint256 before = IERC20(currency).balanceOf(address(this));
        // solhint-disable-next-line avoid-low-level-calls
        (isDone, ) = currency.call{gas: gasCap}(abi.encodeCall(IERC20.transfer, (payee, amount)));
        if (!isDone) return 0;
        paid = Math.saturatingSub(before, IERC20(currency).balanceOf(address(this)));
        if (paid > amount) revert PaymentMissing(currency, payee, amount);
    }

    /// @dev A token may refuse, but not lie: what it says it moved has arrived.
    function _tryTake(
        address currency,
        address payer,
        address payee,
        uint256 amount
    ) private returns (bool isMoved) {
        IERC20 token = IERC20(currency);
        uint256 before = token.balanceOf(payee);
        isMoved = token.trySafeTransferFrom(payer, payee, amount);
        if (isMoved && payer != payee && token.balanceOf(payee) != before + amount) {
            revert PaymentMissing(currency, payee, amount);
        }
    }
}
