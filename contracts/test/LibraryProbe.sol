// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../interfaces/IRoyalties.sol";
import {Cid} from "../libraries/Cid.sol";
import {Shares} from "../libraries/Shares.sol";
import {Splits} from "../libraries/Splits.sol";

/// @title The libraries, where a test can call them
contract LibraryProbe {
    function floorOf(uint256 amount, uint16 bps) external pure returns (uint256) {
        return Shares.floorOf(amount, bps);
    }

    function ceilOf(uint256 amount, uint16 bps) external pure returns (uint256) {
        return Shares.ceilOf(amount, bps);
    }

    function toText(uint256 digest) external pure returns (string memory) {
        return Cid.toText(digest);
    }

    function hashOf(IRoyalties.Split calldata split) external pure returns (bytes32) {
        return Splits.hash(split);
    }

    function isEmpty(IRoyalties.Split calldata split) external pure returns (bool) {
        return Splits.isEmpty(split);
    }
}
