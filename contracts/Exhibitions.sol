// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "./interfaces/IArtwork.sol";
import {Membership} from "./Membership.sol";
import {Governed} from "./parts/Governed.sol";

/// @title Members choose works for exhibitions
contract Exhibitions is Governed {
    Membership internal immutable MEMBERSHIP;
    IArtwork internal immutable ARTWORK;

    constructor(Membership membership_, IArtwork artwork_, address treasury_) Governed(treasury_) {
        MEMBERSHIP = membership_;
        ARTWORK = artwork_;
    }

    function membership() external view returns (address) {
        return address(MEMBERSHIP);
    }

    function artwork() external view returns (address) {
        return address(ARTWORK);
    }
}
