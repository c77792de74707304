// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Puppet} from "./Puppet.sol";

/// @title Refuses ether until it is told to take it
contract RefusingPayee is Puppet {
    bool public isTaking;

    error NoThanks();

    receive() external payable override {
        if (!isTaking) revert NoThanks();
    }

    function take() external {
        isTaking = true;
    }

    function refuse() external {
        isTaking = false;
    }
}
