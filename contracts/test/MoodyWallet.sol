// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {Puppet} from "./Puppet.sol";

/// @title A wallet contract whose word about a signature depends on its mood, which its owner sets
contract MoodyWallet is Puppet {
    enum Mood {
        Consenting, // to whatever it is asked
        Refusing,
        Reverting,
        Burning, // all the gas it gets
        Bombing // with all the data its gas can buy
    }

    Mood public mood;

    error Moody();
    error Boom(bytes rubble);

    function feel(Mood mood_) external {
        mood = mood_;
    }

    function isValidSignature(bytes32, bytes calldata) external view override returns (bytes4) {
        if (mood == Mood.Reverting) revert Moody();
        if (mood == Mood.Burning) _burn();
        if (mood == Mood.Bombing) revert Boom(new bytes(_affordable(gasleft())));
        return mood == Mood.Consenting ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }

    function _burn() private view {
        bytes32 ash = blockhash(block.number - 1);
        while (ash != 0) ash = keccak256(abi.encode(ash));
    }

    /// @dev Bytes of memory that about half of this gas pays for, where they cost 3 a word and more.
    function _affordable(uint256 gas) private pure returns (uint256) {
        uint256 size = (gas / 6) * 32;
        return size > 150_000 ? 150_000 : size;
    }
}
