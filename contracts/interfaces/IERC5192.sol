// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Minimal soulbound tokens (ERC-5192)
interface IERC5192 {
    /// @notice The token is bound to its holder.
    event Locked(uint256 tokenId);

    /// @notice The token may move again. Never emitted here: a membership stays bound.
    event Unlocked(uint256 tokenId);

    /// @notice Whether a token is bound. Reverts for a token that does not exist.
    function locked(uint256 tokenId) external view returns (bool);
}
