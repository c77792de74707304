// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Shares} from "../../../contracts/libraries/Shares.sol";

/// @title P14, P8: what a price is divided into is the price, and no part is negative
contract MoneyCheck {
    uint16 private constant CAP_BPS = 1_000;

    /// @dev As `Sales` divides: the seller gets what fee and royalty leave. All prices, all rates.
    function check_P14_the_parts_of_a_price_are_the_price(
        uint256 price,
        uint16 feeBps,
        uint16 royaltyBps
    ) external pure {
        uint256 fee = Shares.floorOf(price, feeBps);
        uint256 royalty = Shares.floorOf(price, royaltyBps);
        uint256 rest = price - fee - royalty;
        assert(fee + royalty + rest == price);
    }

    /// @dev At the highest rates there are, for all prices. Lower rates take less; solvers do not see that for
    /// 256 bits, so the fuzz test of the same name tries it.
    function check_P14_the_highest_rates_leave_a_rest(uint256 price) external pure {
        uint256 fee = Shares.floorOf(price, CAP_BPS);
        unchecked {
            assert(fee <= price && fee <= price - fee);
        }
    }

    /// @dev All rates an artist can ask, for amounts up to 2^64.
    function check_P8_a_share_is_at_most_the_amount(uint64 amount, uint16 bps) external pure {
        if (bps > CAP_BPS) return;
        assert(Shares.floorOf(amount, bps) <= amount);
    }
}
