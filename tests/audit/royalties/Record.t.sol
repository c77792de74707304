// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {Splitting} from "./Splitting.sol";

/// @title What may be recorded as a split, and that it is kept as given
contract RecordTest is Splitting {
    function test_a_stranger_records_nothing() public {
        IRoyalties.Split memory split = shared(alice, 1_000);
        IRoyalties.Consent[] memory consents = consentsTo(WORK, split);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.NotCollection.selector, stranger));
        vm.prank(stranger);
        royalties.record(WORK, artist, split, consents);
    }

    function test_what_is_recorded_is_read_back() public {
        mint(1);
        mint(2);
        IRoyalties.Split memory split = also(also(childOfMany(1, 2, 1_500), alice, 1_000), bob, 2_000);
        IRoyalties.Consent[] memory consents = consentsTo(WORK, split);

        vm.expectEmit(address(royalties));
        emit IRoyalties.ParentsRecorded(WORK, split.parents, 1_500);
        vm.expectEmit(address(royalties));
        emit IRoyalties.ShareGranted(WORK, alice, 1_000);
        vm.expectEmit(address(royalties));
        emit IRoyalties.ShareGranted(WORK, bob, 2_000);
        mint(WORK, split, consents);

        vm.assertEq(keccak256(abi.encode(royalties.splitOf(WORK))), keccak256(abi.encode(split)), "split");
        bytes32 parents = keccak256(abi.encode(royalties.parentsOf(WORK)));
        vm.assertEq(parents, keccak256(abi.encode(split.parents)), "parents");
    }

    function test_a_work_that_nobody_shares_has_no_split() public {
        mint(WORK);
        vm.assertEq(keccak256(abi.encode(royalties.splitOf(WORK))), keccak256(abi.encode(none())), "split");
        vm.assertEq(royalties.parentsOf(WORK).length, 0, "parents");
    }

    function test_editions_record_too() public {
        IRoyalties.Split memory split = shared(alice, 1_000);
        editions.mintSplit(royalties, WORK, artist, split, consentsTo(WORK, split));
        vm.assertEq(royalties.splitOf(WORK).shares.length, 1, "shares");
    }

    function test_no_work_is_recorded_under_the_id_of_an_edition() public {
        editions.mint(WORK, bob);
        IRoyalties.Split memory split = shared(alice, 1_000);
        refused(split, abi.encodeWithSelector(IEditions.EditionExists.selector, WORK));
    }

    function test_a_split_is_recorded_once() public {
        IRoyalties.Split memory split = shared(alice, 1_000);
        mint(WORK, split);
        refused(split, abi.encodeWithSelector(IRoyalties.SplitExists.selector, WORK));
    }

    function test_an_empty_split_is_none() public {
        refused(none(), abi.encodeWithSelector(IRoyalties.SplitEmpty.selector, WORK));
    }

    function test_eight_parents_are_the_most() public {
        for (uint256 parent = 1; parent <= 9; ++parent) {
            mint(parent);
        }
        refused(
            childOfMany(1, 9, 1_000), abi.encodeWithSelector(IRoyalties.TooManyParents.selector, 9, 8)
        );
        IRoyalties.Split memory most = childOfMany(1, 8, 1_000);
        mint(WORK, most);
        bytes32 found = keccak256(abi.encode(royalties.parentsOf(WORK)));
        vm.assertEq(found, keccak256(abi.encode(most.parents)), "parents");
    }

    function test_parents_get_at_least_five_per_cent_and_at_most_half() public {
        mint(1);
        refused(childOf(1, 499), wrongShare(499, 500, 5_000));
        refused(childOf(1, 5_001), wrongShare(5_001, 500, 5_000));
        refused(childOf(1, 0), wrongShare(0, 500, 5_000));
        mint(WORK, childOf(1, 500));
        mint(WORK + 1, childOf(1, 5_000));
        vm.assertEq(royalties.splitOf(WORK).parentsBps, 500, "least");
        vm.assertEq(royalties.splitOf(WORK + 1).parentsBps, 5_000, "most");
    }

    function test_without_parents_nothing_is_left_to_them() public {
        IRoyalties.Split memory split = shared(alice, 1_000);
        split.parentsBps = 1;
        refused(split, wrongShare(1, 0, 0));
        split.parentsBps = 500;
        refused(split, wrongShare(500, 0, 0));
    }

    function test_without_parents_no_parents_are_told_of() public {
        vm.recordLogs();
        mint(WORK, shared(alice, 1_000));
        vm.assertEq(count(IRoyalties.ParentsRecorded.selector), 0, "told");
    }

    function test_no_parent_is_named_twice() public {
        mint(1);
        mint(2);
        mint(3);
        IRoyalties.Split memory split = childOfMany(1, 3, 1_000);
        split.parents[1] = 1;
        refused(split, abi.encodeWithSelector(IRoyalties.ParentRepeated.selector, 1));
        split.parents[1] = 3;
        refused(split, abi.encodeWithSelector(IRoyalties.ParentRepeated.selector, 3));
        (split.parents[1], split.parents[2]) = (2, 1);
        refused(split, abi.encodeWithSelector(IRoyalties.ParentRepeated.selector, 1));
        split.parents[0] = 3;
        mint(WORK, split); // in any order
    }

    function test_a_parent_is_there_before_its_child() public {
        mint(1);
        refused(childOfMany(1, 2, 1_000), abi.encodeWithSelector(IRoyalties.ParentMissing.selector, 2));
        refused(childOf(WORK, 1_000), abi.encodeWithSelector(IRoyalties.ParentMissing.selector, WORK));
    }

    function test_an_edition_and_a_shared_work_may_be_parents() public {
        editions.mint(1, artist);
        mint(2, shared(alice, 1_000));
        mint(WORK, childOfMany(1, 2, 1_000));
        vm.assertEq(royalties.parentsOf(WORK).length, 2, "parents");
    }

    function test_thirty_two_payees_are_the_most() public {
        IRoyalties.Split memory split;
        for (uint256 i = 0; i < 32; ++i) {
            split = also(split, vm.addr(1_000 + i), uint16(1 + i));
            keys[vm.addr(1_000 + i)] = 1_000 + i;
        }
        mint(WORK, split);
        vm.assertEq(keccak256(abi.encode(royalties.splitOf(WORK))), keccak256(abi.encode(split)), "split");
        earn(WORK, 10_000);
        royalties.share(WORK, ETHER);
        vm.assertEq(split.shares[31].payee.balance, 32, "the last payee");
        refusedAt(
            WORK + 1,
            also(split, alice, 1),
            abi.encodeWithSelector(IRoyalties.TooManyPayees.selector, 33, 32)
        );
    }

    function test_every_payee_has_one_consent() public {
        IRoyalties.Split memory split = shared(alice, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentCount.selector, 0, 1));
        mint(WORK, split, new IRoyalties.Consent[](0));
        IRoyalties.Consent[] memory consents = consentsTo(WORK, shared(bob, 1));
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentCount.selector, 2, 1));
        mint(WORK, split, new IRoyalties.Consent[](2));
        mint(1);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentCount.selector, 1, 0));
        mint(WORK, childOf(1, 1_000), consents);
    }

    function test_a_payee_is_somebody_else_and_named_once() public {
        refused(shared(address(0), 1), abi.encodeWithSelector(IRoyalties.PayeeInvalid.selector, 0));
        refused(shared(artist, 1), abi.encodeWithSelector(IRoyalties.PayeeInvalid.selector, artist));
        IRoyalties.Split memory twice = also(also(shared(alice, 1), bob, 1), alice, 1);
        refused(twice, abi.encodeWithSelector(IRoyalties.PayeeInvalid.selector, alice));
        twice = also(also(shared(alice, 1), bob, 1), bob, 1);
        refused(twice, abi.encodeWithSelector(IRoyalties.PayeeInvalid.selector, bob));
    }

    function test_a_payee_gets_something() public {
        refused(shared(alice, 0), abi.encodeWithSelector(IRoyalties.ShareMissing.selector, alice));
    }

    function test_shares_and_the_parents_part_are_the_whole_at_most() public {
        mint(1);
        IRoyalties.Split memory split = also(childOf(1, 5_000), alice, 5_001);
        refused(split, abi.encodeWithSelector(IRoyalties.SharesAboveWhole.selector, 10_001));
        split = also(also(childOf(1, 5_000), alice, 3_000), bob, 2_001);
        refused(split, abi.encodeWithSelector(IRoyalties.SharesAboveWhole.selector, 10_001));
        split.shares[1].bps = 2_000;
        mint(WORK, split);
    }

    function test_the_wiring_is_told() public view {
        vm.assertEq(royalties.artwork(), address(collection), "artwork");
        vm.assertEq(royalties.editions(), address(editions), "editions");
        vm.assertEq(royalties.currencies(), address(currencies), "currencies");
    }

    function refused(IRoyalties.Split memory split, bytes memory fault) private {
        refusedAt(WORK, split, fault);
    }

    function refusedAt(uint256 work, IRoyalties.Split memory split, bytes memory fault) private {
        IRoyalties.Consent[] memory consents = consentsTo(work, split);
        vm.expectRevert(fault);
        mint(work, split, consents);
    }

    function wrongShare(uint16 bps, uint16 least, uint16 most) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IRoyalties.ParentsShareWrong.selector, bps, least, most);
    }
}
