// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Puppet} from "./Puppet.sol";

/// @title Burns all the gas it gets with ether
contract GasBurner is Puppet {
    uint256 private _turns;

    receive() external payable override {
        while (true) ++_turns;
    }
}
