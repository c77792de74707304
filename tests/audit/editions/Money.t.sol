// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Reenterer} from "../../../contracts/test/Reenterer.sol";
import {Press} from "./Press.sol";

/// @title What copies cost, to the wei, and who gets it
contract EditionMoneyTest is Press {
    function test_the_artist_gets_all_but_the_fee() public {
        open(terms());
        uint256 before = artist.balance;
        uint256 had = collector.balance;
        buyCopies(collector, 3);
        vm.assertEq(artist.balance, before + 3_250, "artist");
        vm.assertEq(address(editions).balance, 83, "kept fee");
        vm.assertEq(collector.balance, had - 3_333, "payer");
    }

    function test_the_fee_is_that_of_its_opening() public {
        open(terms());
        vm.prank(treasury);
        sales.setFees(1_000, 0);
        buyCopies(collector, 3);
        vm.assertEq(address(editions).balance, 83, "kept fee");
    }

    function test_those_who_share_get_the_income() public {
        openShared(terms());
        uint256 before = artist.balance;
        buyCopies(collector, 3);
        vm.assertEq(artist.balance, before, "artist");
        vm.assertEq(royalties.incomeOf(EDITION, ETHER), 3_250, "income");
        royalties.share(EDITION, ETHER);
        vm.assertEq(payee.balance, 1_000 ether + 650, "payee");
        vm.assertEq(artist.balance, before + 2_600, "artist's rest");
    }

    function test_tokens_are_divided_alike() public {
        open(tokenTerms());
        payTokens(3, 0, 3_333);
        vm.assertEq(tokensOf(artist), 3_250, "artist");
        vm.assertEq(tokensOf(address(editions)), 83, "kept fee");
        vm.assertEq(tokensOf(collector), 100 ether - 3_333, "payer");
    }

    function test_shared_tokens_are_divided_alike() public {
        openShared(tokenTerms());
        payTokens(3, 0, 3_333);
        vm.assertEq(tokensOf(address(royalties)), 3_250, "royalties");
        vm.assertEq(royalties.incomeOf(EDITION, token), 3_250, "income");
        vm.assertEq(tokensOf(address(editions)), 83, "kept fee");
    }

    function test_pushed_fees_reach_the_treasury() public {
        open(terms());
        vm.prank(treasury);
        IKeptFees(address(editions)).setFeesPushed(true);
        uint256 before = treasury.balance;
        buyCopies(collector, 3);
        vm.assertEq(treasury.balance, before + 83, "treasury");
        vm.assertEq(address(editions).balance, 0, "kept");
    }

    function test_kept_fees_are_swept() public {
        open(terms());
        buyCopies(collector, 3);
        uint256 before = treasury.balance;
        vm.expectEmit(address(editions));
        emit IKeptFees.FeesSwept(ETHER, 83);
        IKeptFees(address(editions)).sweep(ETHER);
        vm.assertEq(treasury.balance, before + 83, "treasury");
    }

    function test_the_price_is_named_to_the_wei() public {
        open(terms());
        for (uint256 wrong = 2 * UNIT - 1; wrong <= 2 * UNIT + 1; wrong += 2) {
            vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, wrong, 2 * UNIT));
            buyCopies(collector, 2, wrong, 0, new bytes32[](0));
        }
    }

    function test_the_price_is_paid_to_the_wei() public {
        open(terms());
        for (uint256 wrong = UNIT - 1; wrong <= UNIT + 1; wrong += 2) {
            vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, wrong, UNIT));
            vm.prank(collector);
            editions.mint{value: wrong}(EDITION, 1, collector, UNIT, 0, new bytes32[](0));
        }
    }

    function test_tokens_come_without_ether() public {
        open(tokenTerms());
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, 1, 0));
        payTokens(1, 1, UNIT);
    }

    function test_a_currency_may_be_disallowed_later() public {
        open(tokenTerms());
        vm.prank(treasury);
        ICurrencies(address(currencies)).setCurrency(token, false);
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, token));
        payTokens(1, 0, UNIT);
    }

    function test_a_gift_costs_nothing() public {
        IEditions.Terms memory how = terms();
        how.price = 0;
        open(how);
        vm.expectEmit(address(editions));
        emit IEditions.CopiesMinted(EDITION, artist, collector, collector, 1, 2, ETHER, 0, 0);
        buyCopies(collector, 2, 0, 0, new bytes32[](0));
        vm.assertEq(held(collector), 2, "copies");
        vm.assertEq(address(editions).balance, 0, "fee");
    }

    function test_nothing_comes_back_in_the_middle() public {
        open(terms());
        Reenterer receiver = reenterer();
        receiver.aim(
            address(editions),
            abi.encodeCall(IEditions.mint, (EDITION, 1, address(receiver), 0, 0, new bytes32[](0)))
        );
        vm.prank(stranger);
        editions.mint{value: UNIT}(EDITION, 1, address(receiver), UNIT, 0, new bytes32[](0));
        assertGuarded(receiver);
        vm.assertEq(held(address(receiver)), 1, "copies");
    }

    function test_no_fee_is_swept_in_the_middle() public {
        Reenterer seller = reenterer();
        letIn(address(seller));
        IRoyalties.Split memory split;
        IEditions.Terms memory how = terms();
        vm.prank(address(seller));
        editions.open(EDITION, ROYALTY_BPS, FEE_BPS, how, split, new IRoyalties.Consent[](0));
        seller.aim(address(editions), abi.encodeCall(IKeptFees.sweep, (ETHER)));
        buyCopies(collector, 3);
        assertGuarded(seller);
        vm.assertEq(address(seller).balance, 3_250, "seller");
        vm.assertEq(address(editions).balance, 83, "kept fee");
    }

    function testFuzz_the_parts_are_the_price_to_the_wei(uint96 price, uint16 feeBps, uint256 count) public {
        count = bound(count, 1, 100);
        feeBps = uint16(bound(feeBps, 0, 1_000));
        vm.prank(treasury);
        sales.setFees(feeBps, 0);
        IEditions.Terms memory how = terms();
        (how.price, how.size) = (price, 0);
        open(EDITION, ROYALTY_BPS, feeBps, how);
        uint256 paid = count * price;
        vm.deal(collector, paid);
        uint256 before = artist.balance;
        buyCopies(collector, count, paid, 0, new bytes32[](0));
        uint256 fee = (paid * feeBps) / 10_000;
        vm.assertEq(address(editions).balance, fee, "fee");
        vm.assertEq(artist.balance - before, paid - fee, "artist");
        vm.assertEq(collector.balance, 0, "payer");
    }

    function reenterer() private returns (Reenterer) {
        return Reenterer(payable(vm.deployCode("Reenterer.sol:Reenterer", "")));
    }

    function assertGuarded(Reenterer caller) private view {
        vm.assertTrue(caller.wasTried(), "tried");
        vm.assertTrue(!caller.isIn(), "in");
        bytes4 meant = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;
        vm.assertEq(bytes32(caller.fault()), bytes32(meant), "fault");
    }

    function tokenTerms() private view returns (IEditions.Terms memory how) {
        how = terms();
        how.currency = token;
    }

    function payTokens(uint256 count, uint256 ether_, uint256 price) private {
        vm.prank(collector);
        editions.mint{value: ether_}(EDITION, count, collector, price, 0, new bytes32[](0));
    }
}
