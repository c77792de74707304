// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title OpenZeppelin's ERC-721 as it is, to compare works with
contract PlainWork is ERC721("Plain", "PLAIN") {
    function mint(uint256 work, address to, uint16) external {
        _safeMint(to, work);
    }
}
