// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {LibraryProbe} from "../../../contracts/test/LibraryProbe.sol";
import {Cheats} from "../Vm.sol";

/// @title A split as wallets hash it
contract SplitsTest is Cheats {
    string private constant SPLIT =
        "Split(uint256[] parents,uint16 parentsBps,Share[] shares)Share(address payee,uint16 bps)";

    LibraryProbe private probe;

    function setUp() public {
        probe = LibraryProbe(vm.deployCode("LibraryProbe.sol:LibraryProbe", ""));
    }

    function test_a_split_is_hashed_as_wallets_hash_it() public view {
        IRoyalties.Split memory split;
        hashed(split);
        split.shares = new IRoyalties.Share[](2);
        (split.shares[0], split.shares[1]) =
            (IRoyalties.Share(address(1), 500), IRoyalties.Share(address(2), 700));
        hashed(split);
        split.parents = new uint256[](3);
        (split.parents[0], split.parents[1], split.parents[2]) = (7, 8, type(uint256).max);
        split.parentsBps = 1_500;
        hashed(split);
    }

    function testFuzz_any_split_is_hashed_as_wallets_hash_it(
        uint256 parent,
        uint16 parentsBps,
        IRoyalties.Share calldata share
    ) public view {
        IRoyalties.Split memory split;
        (split.parents, split.shares) = (new uint256[](1), new IRoyalties.Share[](1));
        (split.parents[0], split.parentsBps, split.shares[0]) = (parent, parentsBps, share);
        hashed(split);
    }

    function test_a_split_without_parents_and_payees_is_empty() public view {
        IRoyalties.Split memory split;
        vm.assertTrue(probe.isEmpty(split), "empty");
        split.parents = new uint256[](1);
        vm.assertTrue(!probe.isEmpty(split), "with a parent");
        split.shares = new IRoyalties.Share[](1);
        vm.assertTrue(!probe.isEmpty(split), "with both");
        split.parents = new uint256[](0);
        vm.assertTrue(!probe.isEmpty(split), "with a payee");
    }

    function hashed(IRoyalties.Split memory split) private view {
        vm.assertEq(probe.hashOf(split), vm.eip712HashStruct(SPLIT, abi.encode(split)), "hash");
    }
}
