// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IArtwork} from "../interfaces/IArtwork.sol";

/// @title OpenZeppelin's ERC-721 on one slot a work and one slot an account
/// @dev Owner and balance live beside what is read in the same call, and the slot of an approval is touched
/// only where there is one. OpenZeppelin's own maps of owners and balances stay empty. Every move counts, so
/// that what was signed about a work before it moved is void.
abstract contract PackedERC721 is ERC721 {
    mapping(uint256 work => IArtwork.Work state) internal _works;
    mapping(address account => IArtwork.Standing standing) internal _standings;

    /// @notice How many works an account owns.
    function balanceOf(address owner) public view override returns (uint256) {
        if (owner == address(0)) revert ERC721InvalidOwner(owner);
        return _standings[owner].balance;
    }

    /// @dev There is no burn: zero receives nothing.
    function _update(
        address to,
        uint256 work,
        address auth
    ) internal virtual override returns (address from) {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        IArtwork.Work memory state = _works[work];
        from = state.owner;
        if (auth != address(0)) _checkAuthorized(from, auth, work);
        if (from != address(0)) {
            if (state.isApproved) super._approve(address(0), work, address(0), false);
            --_standings[from].balance;
            ++state.transferCount;
        }
        (state.owner, state.isApproved) = (to, false);
        _works[work] = state;
        ++_standings[to].balance;
        emit Transfer(from, to, work);
    }

    function _approve(address to, uint256 work, address auth, bool emitEvent) internal override {
        super._approve(to, work, auth, emitEvent);
        _works[work].isApproved = to != address(0);
    }

    function _ownerOf(uint256 work) internal view override returns (address) {
        return _works[work].owner;
    }
}
