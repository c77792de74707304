// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payouts} from "../parts/Payouts.sol";

/// @title The ways money leaves, where a test can take each of them
contract PayoutsProbe is Payouts {
    receive() external payable {}

    function pay(address currency, address payee, uint256 amount) external nonReentrant {
        _pay(currency, payee, amount);
    }

    function payFrom(address currency, address payee, uint256 amount) external payable nonReentrant {
        _payFrom(currency, msg.sender, payee, amount);
    }

    function take(address currency, address to, uint256 amount) external nonReentrant {
        _take(currency, msg.sender, to, amount);
    }

    function hand(address currency, address payee, uint256 amount) external nonReentrant {
        _hand(currency, payee, amount);
    }
}
