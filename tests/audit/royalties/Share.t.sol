// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {Reenterer} from "../../../contracts/test/Reenterer.sol";
import {ReenteringToken} from "../../../contracts/test/ReenteringToken.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {Splitting} from "./Splitting.sol";

/// @title Who gets what of an income, to the smallest unit
contract ShareTest is Splitting {
    function test_the_artist_gets_all_of_what_nobody_shares() public {
        mint(WORK);
        earn(WORK, 7);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeShared(WORK, ETHER, artist, 7);
        paid(artist, 7);
        vm.assertEq(royalties.incomeOf(WORK, ETHER), 0, "income left");
        vm.assertEq(address(royalties).balance, 0, "held");
    }

    function test_what_was_shared_is_not_shared_again() public {
        mint(WORK);
        earn(WORK, 7);
        royalties.share(WORK, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK, ETHER));
        royalties.share(WORK, ETHER);
    }

    function test_payees_get_their_part_and_the_artist_the_remainder() public {
        mint(WORK, also(shared(alice, 3_333), bob, 5_000));
        earn(WORK, 101);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeShared(WORK, ETHER, alice, 33);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeShared(WORK, ETHER, bob, 50);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeShared(WORK, ETHER, artist, 18);
        uint256[3] memory before = [alice.balance, bob.balance, artist.balance];
        vm.prank(stranger);
        royalties.share(WORK, ETHER);
        vm.assertEq(alice.balance - before[0], 33, "alice");
        vm.assertEq(bob.balance - before[1], 50, "bob");
        vm.assertEq(artist.balance - before[2], 18, "artist");
    }

    function test_who_gets_nothing_is_not_paid() public {
        mint(WORK, shared(alice, 9_999));
        earn(WORK, 1);
        vm.recordLogs();
        paid(artist, 1);
        vm.assertEq(count(IRoyalties.IncomeShared.selector), 1, "payouts told");
        mint(WORK + 1, shared(alice, 10_000));
        earn(WORK + 1, 5);
        vm.recordLogs();
        royalties.share(WORK + 1, ETHER);
        vm.assertEq(count(IRoyalties.IncomeShared.selector), 1, "payouts told");
    }

    function testFuzz_nothing_is_lost_and_nobody_gets_more(
        uint128 income,
        uint16 first,
        uint16 second
    ) public {
        income = uint128(bound(income, 1, 1e30));
        first = uint16(bound(first, 1, 9_999));
        second = uint16(bound(second, 1, 10_000 - first));
        mint(WORK, also(shared(alice, first), bob, second));
        earnTokens(WORK, income);
        royalties.share(WORK, address(token));
        uint256 ofAlice = (uint256(income) * first) / 10_000;
        uint256 ofBob = (uint256(income) * second) / 10_000;
        vm.assertEq(token.balanceOf(alice), ofAlice, "alice");
        vm.assertEq(token.balanceOf(bob), ofBob, "bob");
        vm.assertEq(token.balanceOf(artist), income - ofAlice - ofBob, "artist");
        vm.assertEq(token.balanceOf(address(royalties)), 0, "held");
    }

    function test_a_refused_part_is_kept_for_its_payee() public {
        RefusingPayee payee = new RefusingPayee();
        collection.mint(WORK, address(payee));
        earn(WORK, 5);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeShared(WORK, ETHER, address(payee), 5);
        vm.expectEmit(address(royalties));
        emit IPayouts.PayoutCredited(address(payee), ETHER, 5);
        royalties.share(WORK, ETHER);
        vm.assertEq(payouts.totalCredits(ETHER), 5, "owed");
        payee.take();
        payee.act(address(royalties), 0, abi.encodeCall(IPayouts.withdraw, (ETHER)));
        vm.assertEq(address(payee).balance, 5, "withdrawn");
    }

    function test_tokens_shared_leave_the_books() public {
        mint(WORK, shared(alice, 4_000));
        earnTokens(WORK, 10);
        royalties.share(WORK, address(token));
        vm.assertEq(token.balanceOf(alice), 4, "alice");
        vm.assertEq(token.balanceOf(artist), 6, "artist");
        earnTokens(WORK, 20);
        vm.assertEq(royalties.incomeOf(WORK, address(token)), 20, "income");
        royalties.share(WORK, address(token));
        vm.assertEq(token.balanceOf(alice), 12, "alice again");
    }

    function test_a_token_that_is_allowed_no_longer_is_still_shared() public {
        mint(WORK);
        earnTokens(WORK, 10);
        currencies.setCurrency(address(token), false);
        royalties.share(WORK, address(token));
        vm.assertEq(token.balanceOf(artist), 10, "artist");
    }

    function test_a_payee_does_not_share_in_the_middle() public {
        Reenterer payee = new Reenterer();
        collection.mint(WORK, address(payee));
        mint(WORK + 1);
        earn(WORK, 5);
        earn(WORK + 1, 5);
        payee.aim(address(royalties), abi.encodeCall(IRoyalties.share, (WORK + 1, ETHER)));
        royalties.share(WORK, ETHER);
        vm.assertTrue(payee.wasTried() && !payee.isIn(), "was let in");
        guarded(payee.fault());
    }

    function test_a_token_books_nothing_in_the_middle() public {
        ReenteringToken hooked = new ReenteringToken();
        currencies.setCurrency(address(hooked), true);
        mint(WORK);
        hooked.mint(address(royalties), 5);
        royalties.creditTokens(WORK, address(hooked));
        hooked.aim(address(royalties), abi.encodeCall(IRoyalties.creditTokens, (WORK, address(hooked))));
        royalties.share(WORK, address(hooked));
        vm.assertTrue(hooked.wasTried() && !hooked.isIn(), "was let in");
        guarded(hooked.fault());
    }

    function paid(address payee, uint256 amount) private {
        uint256 before = payee.balance;
        vm.prank(stranger);
        royalties.share(WORK, ETHER);
        vm.assertEq(payee.balance - before, amount, "paid");
    }

    function guarded(bytes4 fault) private pure {
        vm.assertEq(
            bytes32(fault),
            bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector),
            "fault"
        );
    }
}
