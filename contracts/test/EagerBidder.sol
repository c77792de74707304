// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAuctionHouse} from "../interfaces/IAuctionHouse.sol";

/// @title Bids while it is being made, when it has no code yet, and takes no ether afterwards
contract EagerBidder {
    constructor(IAuctionHouse house, uint256 work, uint40 transferCount) payable {
        house.bid{value: msg.value}(work, transferCount);
    }
}
