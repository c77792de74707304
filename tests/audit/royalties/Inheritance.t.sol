// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {Splitting} from "./Splitting.sol";

/// @title What parents inherit, and how far up it goes
contract InheritanceTest is Splitting {
    uint256 private constant GAS = 90_000; // with a parent and a payee, nothing optimised

    function test_three_generations_inherit_and_no_fourth() public {
        mint(1);
        for (uint256 work = 2; work <= 5; ++work) {
            mint(work, childOf(work - 1, 5_000));
        }
        earn(5, 1_000);
        inherits(4, 5, 500, 1);
        royalties.share(5, ETHER);
        incomes(4, ETHER, [uint128(0), 500, 0, 0]);
        inherits(3, 4, 250, 2);
        royalties.share(4, ETHER);
        incomes(3, ETHER, [uint128(0), 0, 250, 0]);
        inherits(2, 3, 125, 3);
        royalties.share(3, ETHER);
        incomes(2, ETHER, [uint128(0), 0, 0, 125]);
        vm.recordLogs();
        royalties.share(2, ETHER);
        vm.assertEq(count(IRoyalties.IncomeInherited.selector), 0, "inherited further");
        incomes(1, ETHER, [uint128(0), 0, 0, 0]);
        vm.assertEq(artist.balance, 1_000 ether + 1_000, "artist");
    }

    function test_each_generation_is_passed_on_by_itself() public {
        mint(1);
        mint(2, childOf(1, 1_000));
        mint(3, childOf(2, 1_000));
        earn(3, 200);
        royalties.share(3, ETHER);
        earn(2, 300);
        incomes(2, ETHER, [uint128(300), 20, 0, 0]);
        vm.assertEq(royalties.incomeOf(2, ETHER), 320, "income");
        uint256 before = artist.balance;
        royalties.share(2, ETHER);
        incomes(1, ETHER, [uint128(0), 30, 2, 0]);
        vm.assertEq(artist.balance - before, 288, "artist");
    }

    function test_parents_share_equally_and_the_first_gets_the_remainder() public {
        mint(1);
        mint(2);
        mint(3);
        mint(WORK, childOfMany(1, 3, 5_000));
        earn(WORK, 16);
        inherits(1, WORK, 4, 1);
        inherits(2, WORK, 2, 1);
        inherits(3, WORK, 2, 1);
        royalties.share(WORK, ETHER);
        vm.assertEq(royalties.incomeOf(1, ETHER), 4, "first");
        vm.assertEq(royalties.incomeOf(2, ETHER), 2, "second");
        vm.assertEq(royalties.incomeOf(3, ETHER), 2, "third");
    }

    function test_a_parent_that_gets_nothing_is_not_told_of() public {
        mint(1);
        mint(2);
        mint(WORK, childOfMany(1, 2, 5_000));
        earn(WORK, 2);
        vm.recordLogs();
        royalties.share(WORK, ETHER);
        vm.assertEq(count(IRoyalties.IncomeInherited.selector), 1, "told");
        vm.assertEq(royalties.incomeOf(1, ETHER), 1, "first");
    }

    function test_payees_share_what_parents_inherit_from() public {
        mint(1);
        mint(WORK, also(childOf(1, 2_000), alice, 3_000));
        earn(WORK, 101);
        uint256[2] memory before = [alice.balance, artist.balance];
        royalties.share(WORK, ETHER);
        vm.assertEq(royalties.incomeOf(1, ETHER), 20, "parent");
        vm.assertEq(alice.balance - before[0], 30, "alice");
        vm.assertEq(artist.balance - before[1], 51, "artist");
    }

    function test_payees_share_what_was_inherited() public {
        mint(1, shared(alice, 5_000));
        mint(WORK, childOf(1, 5_000));
        earn(WORK, 100);
        royalties.share(WORK, ETHER);
        uint256 before = alice.balance;
        royalties.share(1, ETHER);
        vm.assertEq(alice.balance - before, 25, "alice");
    }

    function test_inherited_tokens_stay_on_the_books() public {
        mint(1);
        mint(WORK, childOf(1, 5_000));
        earnTokens(WORK, 10);
        royalties.share(WORK, address(token));
        vm.assertEq(royalties.incomeOf(1, address(token)), 5, "parent");
        vm.assertEq(token.balanceOf(artist), 5, "artist");
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK, token));
        royalties.creditTokens(WORK, address(token));
        royalties.share(1, address(token));
        vm.assertEq(token.balanceOf(artist), 10, "artist later");
        earnTokens(WORK, 3);
        vm.assertEq(royalties.incomeOf(WORK, address(token)), 3, "income");
    }

    function test_a_parent_that_holds_too_much_is_shared_first() public {
        uint256 most = type(uint128).max;
        mint(1);
        mint(WORK, childOf(1, 5_000));
        for (uint256 i = 0; i < 3; ++i) {
            earnTokens(WORK, most);
            if (i == 2) break;
            royalties.share(WORK, address(token));
        }
        vm.expectRevert(
            abi.encodeWithSelector(IRoyalties.IncomeAboveLimit.selector, 1, token, most / 2)
        );
        royalties.share(WORK, address(token));
        royalties.share(1, address(token));
        royalties.share(WORK, address(token));
        vm.assertEq(royalties.incomeOf(1, address(token)), most / 2, "parent");
    }

    function test_all_generations_together_are_more_than_a_slot_holds() public {
        uint256 most = type(uint128).max;
        mint(1);
        mint(WORK, childOf(1, 5_000));
        earnTokens(WORK, most);
        royalties.share(WORK, address(token));
        earnTokens(1, most);
        vm.assertEq(royalties.incomeOf(1, address(token)), most + most / 2, "income");
        royalties.share(1, address(token));
        vm.assertEq(token.balanceOf(artist), 2 * most, "artist");
    }

    function test_sharing_reads_what_it_needs_and_no_more() public {
        mint(1);
        mint(WORK, also(childOf(1, 5_000), alice, 1_000));
        earn(WORK, 1_000);
        uint256 used = gasleft();
        royalties.share(WORK, ETHER);
        used -= gasleft();
        vm.assertLe(used, GAS, "gas");
    }

    function testFuzz_a_lineage_s_income_is_passed_on_to_the_wei(
        uint128 income,
        uint16 bps,
        uint8 parents
    ) public {
        income = uint128(bound(income, 1, 1e30));
        bps = uint16(bound(bps, 500, 5_000));
        parents = uint8(bound(parents, 1, 8));
        for (uint256 parent = 1; parent <= parents; ++parent) {
            mint(parent);
        }
        mint(WORK, childOfMany(1, parents, bps));
        earnTokens(WORK, income);
        royalties.share(WORK, address(token));

        uint256 part = (uint256(income) * bps) / 10_000;
        for (uint256 parent = 1; parent <= parents; ++parent) {
            uint256 meant = part / parents + (parent == 1 ? part % parents : 0);
            vm.assertEq(royalties.incomeOf(parent, address(token)), meant, "parent");
        }
        vm.assertEq(token.balanceOf(artist), income - part, "artist");
        vm.assertEq(token.balanceOf(address(royalties)), part, "held");
    }

    function inherits(uint256 parent, uint256 work, uint256 amount, uint256 generation) private {
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeInherited(parent, work, ETHER, amount, generation);
    }
}
