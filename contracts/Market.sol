// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IEditions} from "./interfaces/IEditions.sol";
import {Bundles} from "./market/Bundles.sol";
import {EditionListings} from "./market/EditionListings.sol";
import {Listings} from "./market/Listings.sol";
import {Offers} from "./market/Offers.sol";
import {Orders} from "./market/Orders.sol";
import {Governed} from "./parts/Governed.sol";
import {KeptFees} from "./parts/KeptFees.sol";
import {Sales} from "./parts/Sales.sol";

/// @title The market: orders are signed off chain, sales happen here, nothing is kept but the fee
/// @dev The manual is `IMarket`.
contract Market is Listings, Bundles, EditionListings, Offers {
    constructor(
        Wiring memory wiring,
        uint16 primaryFeeBps,
        uint16 secondaryFeeBps
    )
        EIP712("Atelier Market", "1")
        Governed(wiring.treasury)
        Sales(wiring.royalties, primaryFeeBps, secondaryFeeBps)
        KeptFees(wiring.currencies)
        Orders(IArtwork(wiring.artwork), IEditions(wiring.editions))
    {}
}
