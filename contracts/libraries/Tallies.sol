// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";
import {Comparators} from "@openzeppelin/contracts/utils/Comparators.sol";

/// @title Approvals of up to 64 candidates, eight counts of 32 bits in a slot
/// @dev A count never reaches the next one's bits: one member one vote, and members' numbers have 24 bits.
library Tallies {
    struct Tally {
        uint256[8] counts;
    }

    uint256 private constant COUNT_BITS = 32;
    uint256 private constant COUNTS = 8; // in a slot
    uint256 private constant LAST = 63; // candidate

    /// @notice Count `weight` for each candidate whose bit is set.
    function add(Tally storage self, uint256 approvals, uint256 weight) internal {
        for (uint256 slot = 0; approvals != 0; ++slot) {
            uint256 added = 0;
            for (uint256 i = 0; i < COUNTS; ++i) {
                added |= ((approvals >> i) & 1) * weight << (COUNT_BITS * i);
            }
            if (added != 0) self.counts[slot] += added;
            approvals >>= COUNTS;
        }
    }

    /// @notice The approvals of a candidate.
    function approvalsOf(Tally storage self, uint256 candidate) internal view returns (uint32) {
        return uint32(self.counts[candidate / COUNTS] >> (COUNT_BITS * (candidate % COUNTS)));
    }

    /// @notice The first `count` candidates, most approvals first, the earlier before the later; for `read`.
    function ranking(Tally storage self, uint256 count) internal view returns (uint256[] memory ranked) {
        ranked = new uint256[](count);
        for (uint256 candidate = 0; candidate < count; ++candidate) {
            ranked[candidate] = (uint256(approvalsOf(self, candidate)) << COUNT_BITS) | (LAST - candidate);
        }
        Arrays.sort(ranked, Comparators.gt);
    }

    /// @notice What an entry of `ranking` says.
    function read(uint256 entry) internal pure returns (uint256 candidate, uint256 approvals) {
        return (LAST - uint32(entry), entry >> COUNT_BITS);
    }
}
