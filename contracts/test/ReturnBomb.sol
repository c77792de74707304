// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Puppet} from "./Puppet.sol";

/// @title Answers ether with as much data as its gas can hold
contract ReturnBomb is Puppet {
    uint256 private constant WORD_GAS = 4;
    uint256 private constant SPARE_GAS = 30_000;

    error Boom(bytes rubble);

    receive() external payable override {
        uint256 size = gasleft() > SPARE_GAS ? ((gasleft() - SPARE_GAS) / WORD_GAS) * 32 : 32;
        revert Boom(new bytes(size));
    }
}
