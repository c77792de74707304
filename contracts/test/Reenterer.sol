// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

import {Puppet} from "./Puppet.sol";

/// @title Calls back, whatever it was told to, from ether, works and copies it receives
contract Reenterer is Puppet, IERC721Receiver {
    address public target; // one slot with what follows: a push pays for little
    bool public wasTried;
    bool public isIn;
    bytes4 public fault;
    bytes public data;

    receive() external payable override {
        _callBack();
    }

    function aim(address target_, bytes calldata data_) external {
        target = target_;
        data = data_;
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        _callBack();
        return IERC721Receiver.onERC721Received.selector;
    }

    function onERC1155Received(
        address,
        address,
        uint256,
        uint256,
        bytes calldata
    ) external returns (bytes4) {
        _callBack();
        return IERC1155Receiver.onERC1155Received.selector;
    }

    function _callBack() private {
        if (target == address(0)) return;
        // solhint-disable-next-line avoid-low-level-calls
        (bool isDone, bytes memory reason) = target.call(data);
        (wasTried, isIn, fault) = (true, isDone, bytes4(reason));
    }
}
