// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";

/// @title A wallet contract that consents as long as a work has no artist yet
contract AskingWallet is IERC1271 {
    IArtwork private immutable ARTWORK;
    uint256 private immutable WORK;

    constructor(IArtwork artwork, uint256 work) {
        (ARTWORK, WORK) = (artwork, work);
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        return ARTWORK.artistOf(WORK) == address(0) ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
