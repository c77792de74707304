// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Forces ether on a contract that takes none
contract ForceFeeder {
    constructor(address payable target) payable {
        selfdestruct(target);
    }
}
