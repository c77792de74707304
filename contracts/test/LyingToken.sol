// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PlainToken} from "./PlainToken.sol";

/// @title Says that it moved and moves nothing, until it is told to be honest
contract LyingToken is PlainToken {
    bool public isHonest;

    function setHonest(bool isHonest_) external {
        isHonest = isHonest_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return isHonest ? super.transfer(to, amount) : true;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return isHonest ? super.transferFrom(from, to, amount) : true;
    }
}
