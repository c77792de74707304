// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";

import {RoyaltyReceiver} from "./RoyaltyReceiver.sol";
import {IArtwork} from "./interfaces/IArtwork.sol";
import {ICurrencies} from "./interfaces/ICurrencies.sol";
import {IEditions} from "./interfaces/IEditions.sol";
import {IRoyalties} from "./interfaces/IRoyalties.sol";
import {IRoyaltyReceiver} from "./interfaces/IRoyaltyReceiver.sol";
import {Shares} from "./libraries/Shares.sol";
import {Payouts} from "./parts/Payouts.sol";
import {SplitBook} from "./parts/SplitBook.sol";

/// @title Who shares the income of a work, and how it reaches them
/// @dev The manual is `IRoyalties`.
contract Royalties is SplitBook, Payouts {
    /// @notice How many generations up income is passed on: what has come so far stays with who it reached.
    uint256 public constant DEPTH = 3;
    uint256 private constant GENERATIONS = DEPTH + 1; // the own one is the first

    ICurrencies private immutable CURRENCIES;
    bytes32 private immutable RECEIVER_HASH;

    /// @dev What waits to be shared, by generation: own income first, then what children passed on.
    mapping(uint256 work => mapping(address currency => uint128[GENERATIONS] amounts)) private _incomes;
    /// @dev All incomes in a token together; ether says itself how much of it came.
    mapping(address currency => uint256 amount) private _booked;

    constructor(
        IArtwork artwork_,
        IEditions editions_,
        ICurrencies currencies_
    ) SplitBook(artwork_, editions_) {
        CURRENCIES = currencies_;
        RECEIVER_HASH = keccak256(type(RoyaltyReceiver).creationCode);
    }

    /// @inheritdoc IRoyalties
    /// @dev Unguarded: it can only add, and says itself how much.
    function credit(uint256 work) external payable {
        _book(work, ETHER, msg.value);
    }

    /// @inheritdoc IRoyalties
    /// @dev Guarded: in the middle of a payout the balance holds money that is on its way to somebody.
    function creditTokens(uint256 work, address currency) external nonReentrant {
        if (currency == ETHER) revert ICurrencies.CurrencyRefused(ETHER);
        CURRENCIES.requireCurrency(currency);
        uint256 held = IERC20(currency).balanceOf(address(this));
        uint256 owed = _booked[currency] + totalCredits[currency];
        if (held < owed) revert IncomeMissing(work, currency);
        _booked[currency] += held - owed;
        _book(work, currency, held - owed);
    }

    /// @inheritdoc IRoyalties
    function share(uint256 work, address currency) external nonReentrant {
        uint128[GENERATIONS] memory amounts = _incomes[work][currency];
        uint256 income = _sum(amounts);
        if (income == 0) revert IncomeMissing(work, currency);
        delete _incomes[work][currency];
        uint256 inherited = _passOn(work, currency, amounts);
        if (currency != ETHER) _booked[currency] -= income - inherited;
        _payOut(work, currency, income, income - inherited);
    }

    /// @inheritdoc IRoyalties
    function collect(uint256 work, address currency) external {
        address receiver = receiverOf(work);
        if (receiver.code.length == 0) new RoyaltyReceiver{salt: bytes32(work)}();
        IRoyaltyReceiver(receiver).forward(work, currency);
    }

    /// @inheritdoc IRoyalties
    function currencies() external view returns (address) {
        return address(CURRENCIES);
    }

    /// @inheritdoc IRoyalties
    function incomeOf(uint256 work, address currency) external view returns (uint256) {
        return _sum(_incomes[work][currency]);
    }

    /// @inheritdoc IRoyalties
    function incomesOf(
        uint256 work,
        address currency
    ) external view returns (uint128[GENERATIONS] memory) {
        return _incomes[work][currency];
    }

    /// @inheritdoc IRoyalties
    function receiverOf(uint256 work) public view returns (address) {
        return Create2.computeAddress(bytes32(work), RECEIVER_HASH);
    }

    function _book(uint256 work, address currency, uint256 amount) private {
        if (amount == 0) revert IncomeMissing(work, currency);
        if (_artistOf(work) == address(0)) revert IArtwork.WorkMissing(work);
        _add(work, currency, 0, amount);
        emit IncomeCredited(work, currency, msg.sender, amount);
    }

    /// @dev Give each parent its part of every generation but the last, one generation further.
    function _passOn(
        uint256 work,
        address currency,
        uint128[GENERATIONS] memory amounts
    ) private returns (uint256 inherited) {
        Terms storage terms = _terms[work];
        uint256 count = terms.parentCount;
        if (count == 0) return 0;
        for (uint256 generation = 0; generation < DEPTH; ++generation) {
            uint256 part = Shares.floorOf(amounts[generation], terms.parentsBps);
            inherited += part;
            uint256 remainder = part % count;
            for (uint256 i = 0; i < count; ++i) {
                uint256 amount = part / count + (i == 0 ? remainder : 0);
                if (amount != 0) _inherit(terms.parents[i], work, currency, generation + 1, amount);
            }
        }
    }

    function _inherit(
        uint256 parent,
        uint256 work,
        address currency,
        uint256 generation,
        uint256 amount
    ) private {
        _add(parent, currency, generation, amount);
        emit IncomeInherited(parent, work, currency, amount, generation);
    }

    function _add(uint256 work, address currency, uint256 generation, uint256 amount) private {
        uint128[GENERATIONS] storage amounts = _incomes[work][currency];
        uint128 before = amounts[generation];
        if (amount > type(uint128).max - before) revert IncomeAboveLimit(work, currency, amount);
        amounts[generation] = before + uint128(amount);
    }

    /// @dev Each payee gets the share of all the income, the artist what is left of the rest.
    function _payOut(uint256 work, address currency, uint256 income, uint256 rest) private {
        Terms storage terms = _terms[work];
        uint256 count = terms.payeeCount;
        for (uint256 i = 0; i < count; ++i) {
            Share memory one = terms.shares[i];
            uint256 amount = Shares.floorOf(income, one.bps);
            rest -= amount;
            _payShare(work, currency, one.payee, amount);
        }
        _payShare(work, currency, _artistOf(work), rest);
    }

    function _payShare(uint256 work, address currency, address payee, uint256 amount) private {
        if (amount == 0) return;
        emit IncomeShared(work, currency, payee, amount);
        _pay(currency, payee, amount);
    }

    function _sum(uint128[GENERATIONS] memory amounts) private pure returns (uint256 total) {
        for (uint256 i = 0; i < amounts.length; ++i) {
            total += amounts[i];
        }
    }
}
