// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGoverned} from "../interfaces/IGoverned.sol";

/// @title A contract whose parameters belong to the DAO's timelock, for ever
abstract contract Governed is IGoverned {
    address internal immutable TREASURY;

    modifier onlyTreasury() {
        if (msg.sender != TREASURY) revert NotTreasury(msg.sender);
        _;
    }

    constructor(address treasury_) {
        TREASURY = treasury_;
    }

    /// @inheritdoc IGoverned
    function treasury() external view returns (address) {
        return TREASURY;
    }
}
