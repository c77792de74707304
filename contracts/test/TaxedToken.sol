// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PlainToken} from "./PlainToken.sol";

/// @title Keeps one per cent of whatever is moved, until the tax is lifted
contract TaxedToken is PlainToken {
    uint256 public taxPercent = 1;

    function setTax(uint256 percent) external {
        taxPercent = percent;
    }

    function _update(address from, address to, uint256 amount) internal override {
        bool isMove = from != address(0) && to != address(0);
        uint256 tax = isMove ? (amount * taxPercent) / 100 : 0;
        super._update(from, to, amount - tax);
        if (tax != 0) super._update(from, address(0), tax);
    }
}
