// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Puppet} from "./Puppet.sol";

/// @title Answers ether with about as much data as the gas of a push can hold
contract ReturnBomb is Puppet {
    uint256 private constant RUBBLE = 1_500 * 32;

    error Boom(bytes rubble);

    receive() external payable override {
        revert Boom(new bytes(RUBBLE));
    }
}
