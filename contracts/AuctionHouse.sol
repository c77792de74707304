// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IRoyalties} from "./interfaces/IRoyalties.sol";
import {Governed} from "./parts/Governed.sol";
import {Sales} from "./parts/Sales.sol";

/// @title English auctions
contract AuctionHouse is Sales {
    IArtwork internal immutable ARTWORK;

    constructor(
        IArtwork artwork_,
        IRoyalties royalties_,
        address treasury_,
        uint16 primaryFeeBps,
        uint16 secondaryFeeBps
    ) Governed(treasury_) Sales(address(royalties_), primaryFeeBps, secondaryFeeBps) {
        ARTWORK = artwork_;
    }

    function artwork() external view returns (address) {
        return address(ARTWORK);
    }
}
