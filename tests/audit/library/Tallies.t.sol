// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Tallies} from "../../../contracts/libraries/Tallies.sol";
import {Cheats} from "../Vm.sol";

/// @title Approvals of many, kept eight in a slot
contract TalliesTest is Cheats {
    using Tallies for Tallies.Tally;

    Tallies.Tally private tally;

    /// @dev More members than 16 bits can count.
    function test_a_million_members_are_counted() public {
        tally.add((1 << 63) | (1 << 8) | 1, 1_000_000);
        tally.add(1 << 8, 2_000_000);
        vm.assertEq(tally.approvalsOf(0), 1_000_000, "first");
        vm.assertEq(tally.approvalsOf(8), 3_000_000, "next slot");
        vm.assertEq(tally.approvalsOf(63), 1_000_000, "last");
        vm.assertEq(tally.approvalsOf(1), 0, "neighbour");

        uint256[] memory ranked = tally.ranking(64);
        assertEntry(ranked[0], 8, 3_000_000);
        assertEntry(ranked[1], 0, 1_000_000);
        assertEntry(ranked[2], 63, 1_000_000);
        assertEntry(ranked[3], 1, 0);
    }

    function testFuzz_a_count_leaves_the_others_alone(uint64 approvals, uint24 weight, uint8 other) public {
        other = other % 64;
        tally.add(1 << other, 7);
        tally.add(approvals, weight);
        for (uint256 i = 0; i < 64; ++i) {
            uint256 meant = (approvals >> i) & 1 == 1 ? weight : 0;
            vm.assertEq(tally.approvalsOf(i), meant + (i == other ? 7 : 0), "approvals");
        }
    }

    function assertEntry(uint256 entry, uint256 candidate, uint256 approvals) private pure {
        (uint256 found, uint256 counted) = Tallies.read(entry);
        vm.assertEq(found, candidate, "candidate");
        vm.assertEq(counted, approvals, "approvals");
    }
}
