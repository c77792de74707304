// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "./interfaces/IArtwork.sol";
import {ICurrencies} from "./interfaces/ICurrencies.sol";
import {IEditions} from "./interfaces/IEditions.sol";

/// @title Who shares the income of a work
contract Royalties {
    IArtwork internal immutable ARTWORK;
    IEditions internal immutable EDITIONS;
    ICurrencies internal immutable CURRENCIES;

    constructor(IArtwork artwork_, IEditions editions_, ICurrencies currencies_) {
        ARTWORK = artwork_;
        EDITIONS = editions_;
        CURRENCIES = currencies_;
    }

    function artwork() external view returns (address) {
        return address(ARTWORK);
    }
}
