// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGoverned} from "../interfaces/IGoverned.sol";

/// @title Bounds that not even the DAO can leave
library Bounds {
    /// @notice Refuse a parameter outside `minimum` to `maximum`, both allowed.
    function check(uint256 value, uint256 minimum, uint256 maximum) internal pure {
        if (value < minimum || value > maximum) {
            revert IGoverned.ParameterOutOfBounds(value, minimum, maximum);
        }
    }
}
