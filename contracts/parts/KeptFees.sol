// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ICurrencies} from "../interfaces/ICurrencies.sol";
import {IKeptFees} from "../interfaces/IKeptFees.sol";
import {Sales} from "./Sales.sol";

/// @title A seller that holds nobody's money but the DAO's, so that its fees can wait here
abstract contract KeptFees is IKeptFees, Sales {
    ICurrencies internal immutable CURRENCIES;

    constructor(address currencies_) {
        CURRENCIES = ICurrencies(currencies_);
    }

    /// @inheritdoc IKeptFees
    function setFeesPushed(bool isPushed) external onlyTreasury {
        _policy.pushesFees = isPushed;
        emit FeesPushedChanged(isPushed);
    }

    /// @inheritdoc IKeptFees
    /// @dev Guarded: in the middle of a sale the balance holds money that is on its way to somebody.
    function sweep(address currency) external nonReentrant {
        uint256 held =
            currency == ETHER ? address(this).balance : IERC20(currency).balanceOf(address(this));
        uint256 amount = held - totalCredits[currency];
        if (amount == 0) revert NothingDue(TREASURY, currency);
        emit FeesSwept(currency, amount);
        _hand(currency, TREASURY, amount);
    }

    /// @notice The list of tokens that may pay here.
    function currencies() external view returns (address) {
        return address(CURRENCIES);
    }

    /// @dev Ether is paid exactly with the call; tokens are taken from the payer while the price is divided.
    function _checkPayment(address currency, uint256 price) internal view {
        uint256 due = currency == ETHER ? price : 0;
        if (msg.value != due) revert PaymentWrong(msg.value, due);
        if (currency != ETHER) CURRENCIES.requireCurrency(currency);
    }

    function _payFee(address currency, address payer, uint256 fee) internal override {
        if (_policy.pushesFees) super._payFee(currency, payer, fee);
        else if (currency != ETHER && fee != 0) _take(currency, payer, address(this), fee);
    }
}
