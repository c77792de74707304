// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {RefusingToken} from "../../../contracts/test/RefusingToken.sol";
import {Splitting} from "./Splitting.sol";

/// @title What becomes a work's income
contract CreditTest is Splitting {
    uint256 private constant MOST = type(uint128).max;

    function test_ether_is_booked_as_it_comes() public {
        mint(WORK);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeCredited(WORK, ETHER, stranger, 5);
        earn(WORK, 5);
        earn(WORK, 7);
        incomes(WORK, ETHER, [uint128(12), 0, 0, 0]);
        vm.assertEq(royalties.incomeOf(WORK, ETHER), 12, "income");
        vm.assertEq(address(royalties).balance, 12, "held");
    }

    function test_nothing_is_no_income() public {
        mint(WORK);
        vm.expectRevert(missing(ETHER));
        royalties.credit(WORK);
        vm.expectRevert(missing(address(token)));
        royalties.creditTokens(WORK, address(token));
    }

    function test_a_work_that_is_not_there_earns_nothing() public {
        token.mint(address(royalties), 5);
        bytes memory fault = abi.encodeWithSelector(IArtwork.WorkMissing.selector, WORK);
        vm.expectRevert(fault);
        royalties.credit{value: 1}(WORK);
        vm.expectRevert(fault);
        royalties.creditTokens(WORK, address(token));
    }

    function test_works_of_every_kind_earn() public {
        mint(1);
        editions.mint(2, artist);
        mint(3, shared(alice, 1));
        for (uint256 work = 1; work <= 3; ++work) {
            earn(work, work);
            vm.assertEq(royalties.incomeOf(work, ETHER), work, "income");
        }
    }

    function test_more_than_a_slot_holds_is_refused() public {
        vm.deal(stranger, MOST + 1);
        mint(WORK);
        earn(WORK, MOST);
        vm.assertEq(royalties.incomeOf(WORK, ETHER), MOST, "income");
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeAboveLimit.selector, WORK, ETHER, 1));
        vm.prank(stranger);
        royalties.credit{value: 1}(WORK);
    }

    function test_a_slot_is_never_wrapped() public {
        uint256 wrapping = MOST + 2;
        vm.deal(stranger, wrapping);
        mint(WORK);
        vm.expectRevert(
            abi.encodeWithSelector(IRoyalties.IncomeAboveLimit.selector, WORK, ETHER, wrapping)
        );
        vm.prank(stranger);
        royalties.credit{value: wrapping}(WORK);
    }

    function test_tokens_are_booked_once() public {
        mint(WORK);
        mint(WORK + 1);
        token.mint(address(royalties), 5);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeCredited(WORK, address(token), stranger, 5);
        vm.prank(stranger);
        royalties.creditTokens(WORK, address(token));
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK + 1, token));
        royalties.creditTokens(WORK + 1, address(token));
        earnTokens(WORK + 1, 7);
        earnTokens(WORK, 11);
        incomes(WORK, address(token), [uint128(16), 0, 0, 0]);
        incomes(WORK + 1, address(token), [uint128(7), 0, 0, 0]);
        incomes(WORK, ETHER, [uint128(0), 0, 0, 0]);
    }

    function test_a_token_s_income_is_no_other_token_s() public {
        PlainToken other = new PlainToken();
        currencies.setCurrency(address(other), true);
        mint(WORK);
        earnTokens(WORK, 5);
        other.mint(address(royalties), 3);
        royalties.creditTokens(WORK, address(other));
        vm.assertEq(royalties.incomeOf(WORK, address(other)), 3, "other");
        vm.assertEq(royalties.incomeOf(WORK, address(token)), 5, "token");
    }

    function test_what_is_owed_is_nobody_s_income() public {
        RefusingToken choosy = new RefusingToken();
        currencies.setCurrency(address(choosy), true);
        choosy.setManner(artist, RefusingToken.Manner.Revert);
        mint(WORK);
        choosy.mint(address(royalties), 5);
        royalties.creditTokens(WORK, address(choosy));
        royalties.share(WORK, address(choosy));
        vm.assertEq(payouts.credits(address(choosy), artist), 5, "owed");

        vm.expectRevert(missing(address(choosy)));
        royalties.creditTokens(WORK, address(choosy));
        choosy.mint(address(royalties), 2);
        royalties.creditTokens(WORK, address(choosy));
        vm.assertEq(royalties.incomeOf(WORK, address(choosy)), 2, "income");
    }

    function test_tokens_that_vanished_are_no_income() public {
        mint(WORK);
        earnTokens(WORK, 5);
        token.burnFrom(address(royalties), 1);
        vm.expectRevert(missing(address(token)));
        royalties.creditTokens(WORK, address(token));
    }

    function test_ether_is_no_token() public {
        mint(WORK);
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, ETHER));
        royalties.creditTokens(WORK, ETHER);
    }

    function test_tokens_that_the_dao_did_not_allow_are_refused() public {
        PlainToken other = new PlainToken();
        other.mint(address(royalties), 5);
        mint(WORK);
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, other));
        royalties.creditTokens(WORK, address(other));
    }

    function test_an_id_in_both_collections_is_the_edition_s() public {
        editions.mint(WORK, bob);
        collection.mint(WORK, stranger);
        earn(WORK, 5);
        uint256 before = bob.balance;
        royalties.share(WORK, ETHER);
        vm.assertEq(bob.balance - before, 5, "the edition's artist");
    }

    function test_the_artist_of_a_split_is_the_one_it_was_recorded_with() public {
        mint(WORK, shared(alice, 5_000));
        collection.mint(WORK, stranger);
        earn(WORK, 10);
        uint256 before = artist.balance;
        royalties.share(WORK, ETHER);
        vm.assertEq(artist.balance - before, 5, "the artist");
    }

    function test_a_refused_push_stays_out_of_the_income() public {
        RefusingPayee payee = new RefusingPayee();
        collection.mint(WORK, address(payee));
        earn(WORK, 5);
        royalties.share(WORK, ETHER);
        vm.assertEq(royalties.incomeOf(WORK, ETHER), 0, "income");
        vm.assertEq(payouts.credits(ETHER, address(payee)), 5, "owed");
    }

    function missing(address currency) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK, currency);
    }
}
