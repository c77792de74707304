// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title A wallet contract that does what its owner says and signs with its owner's key (ERC-1271)
/// @dev The doubles derive from it, so that each of them can apply, vote, mint, sell and buy.
contract Puppet is IERC1271 {
    address public immutable OWNER;

    error NotOwner(address caller);
    error ActFailed(bytes reason);

    constructor() payable {
        OWNER = msg.sender;
    }

    receive() external payable virtual {}

    function act(address target, uint256 value, bytes calldata data) external payable {
        if (msg.sender != OWNER) revert NotOwner(msg.sender);
        // solhint-disable-next-line avoid-low-level-calls
        (bool isDone, bytes memory reason) = target.call{value: value}(data);
        if (!isDone) revert ActFailed(reason);
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view virtual returns (bytes4) {
        (address signer, , ) = ECDSA.tryRecoverCalldata(hash, signature);
        return signer == OWNER ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
