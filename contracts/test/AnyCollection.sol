// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../interfaces/IRoyalties.sol";

/// @title A collection where anybody can be the artist of anything
contract AnyCollection {
    mapping(uint256 work => address artist) public artistOf;

    function mint(uint256 work, address artist) external {
        artistOf[work] = artist;
    }

    function mintSplit(
        IRoyalties royalties,
        uint256 work,
        address artist,
        IRoyalties.Split calldata split,
        IRoyalties.Consent[] calldata consents
    ) external {
        artistOf[work] = artist;
        royalties.record(work, artist, split, consents);
    }

    /// @dev Many children of one parent, numbered from `first` on, to see whether numbers cost anything.
    function mintChildren(IRoyalties royalties, uint256 parent, uint256 first, uint256 count) external {
        IRoyalties.Split memory split;
        split.parents = new uint256[](1);
        (split.parents[0], split.parentsBps) = (parent, 500);
        for (uint256 work = first; work < first + count; ++work) {
            artistOf[work] = msg.sender;
            royalties.record(work, msg.sender, split, new IRoyalties.Consent[](0));
        }
    }
}
