// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Puppet} from "./Puppet.sol";

/// @title Calls every signature valid, but not with the word ERC-1271 asks for
contract LyingWallet is Puppet {
    function isValidSignature(bytes32, bytes calldata) external pure override returns (bytes4) {
        return bytes4(uint32(1));
    }
}
