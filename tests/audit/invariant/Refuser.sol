// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";
import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";

/// @title Somebody who takes works and copies, signs everything, and takes ether only in a good mood
contract Refuser is ERC721Holder, ERC1155Holder, IERC1271 {
    bool public isTaking;

    error NoThanks();

    receive() external payable {
        if (!isTaking) revert NoThanks();
    }

    function take(bool isTaking_) external {
        isTaking = isTaking_;
    }

    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return IERC1271.isValidSignature.selector;
    }
}
