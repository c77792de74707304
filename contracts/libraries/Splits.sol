// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../interfaces/IRoyalties.sol";

/// @title The EIP-712 hash of a split, for everything that is signed about one
library Splits {
    bytes32 private constant SHARE_TYPEHASH = keccak256("Share(address payee,uint16 bps)");
    bytes32 private constant SPLIT_TYPEHASH = keccak256(
        "Split(uint256[] parents,uint16 parentsBps,Share[] shares)Share(address payee,uint16 bps)"
    );

    /// @notice Whether nobody shares: no parents, no payees.
    function isEmpty(IRoyalties.Split calldata split) internal pure returns (bool) {
        return split.parents.length == 0 && split.shares.length == 0;
    }

    /// @notice `hashStruct` of a split.
    function hash(IRoyalties.Split calldata split) internal pure returns (bytes32) {
        bytes32[] memory shares = new bytes32[](split.shares.length);
        for (uint256 i = 0; i < shares.length; ++i) {
            shares[i] = keccak256(abi.encode(SHARE_TYPEHASH, split.shares[i]));
        }
        return
            keccak256(
                abi.encode(
                    SPLIT_TYPEHASH,
                    keccak256(abi.encodePacked(split.parents)),
                    split.parentsBps,
                    keccak256(abi.encodePacked(shares))
                )
            );
    }
}
