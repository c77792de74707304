// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {GasBurner} from "../../../contracts/test/GasBurner.sol";
import {GreedyToken} from "../../../contracts/test/GreedyToken.sol";
import {LyingToken} from "../../../contracts/test/LyingToken.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Reenterer} from "../../../contracts/test/Reenterer.sol";
import {ReenteringToken} from "../../../contracts/test/ReenteringToken.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {RefusingToken} from "../../../contracts/test/RefusingToken.sol";
import {ReturnBomb} from "../../../contracts/test/ReturnBomb.sol";
import {TaxedToken} from "../../../contracts/test/TaxedToken.sol";
import {Paying} from "./Paying.sol";

/// @title Money pushed from what the contract holds
contract PushTest is Paying {
    uint256 private constant OVERHEAD = 110_000; // of a push that becomes a credit: three new slots, an event

    function test_the_gas_of_a_push_is_what_it_is() public view {
        vm.assertEq(probe.PUSH_GAS(), 50_000, "ether");
        vm.assertEq(probe.TOKEN_PUSH_GAS(), 300_000, "token");
    }

    function test_ether_reaches_its_payee() public {
        uint256 before = payee.balance;
        vm.recordLogs();
        probe.pay(ETHER, payee, AMOUNT);
        vm.assertEq(payee.balance - before, AMOUNT, "paid");
        vm.assertEq(address(probe).balance, HELD - AMOUNT, "held");
        vm.assertEq(vm.getRecordedLogs().length, 0, "events");
        owes(ETHER, payee, 0);
    }

    function test_tokens_reach_their_payee() public {
        probe.pay(address(token), payee, AMOUNT);
        vm.assertEq(token.balanceOf(payee), AMOUNT, "paid");
        vm.assertEq(token.balanceOf(address(probe)), HELD - AMOUNT, "held");
        owes(address(token), payee, 0);
    }

    function test_nothing_calls_nobody() public {
        Reenterer busy = new Reenterer();
        busy.aim(address(probe), "");
        vm.recordLogs();
        probe.pay(ETHER, address(busy), 0);
        probe.pay(address(token), address(busy), 0);
        vm.assertTrue(!busy.wasTried(), "called");
        vm.assertEq(vm.getRecordedLogs().length, 0, "events");
    }

    function test_a_refused_push_is_owed() public {
        address refuser = address(new RefusingPayee());
        vm.expectEmit(address(probe));
        emit IPayouts.PayoutCredited(refuser, ETHER, AMOUNT);
        probe.pay(ETHER, refuser, AMOUNT);
        owes(ETHER, refuser, AMOUNT);
        probe.pay(ETHER, refuser, 24);
        owes(ETHER, refuser, AMOUNT + 24);
        vm.assertEq(address(probe).balance, HELD, "held");
    }

    function test_debts_add_up() public {
        address one = address(new RefusingPayee());
        address other = address(new RefusingPayee());
        probe.pay(ETHER, one, 3);
        probe.pay(ETHER, other, 4);
        vm.assertEq(probe.credits(ETHER, one), 3, "one");
        vm.assertEq(probe.credits(ETHER, other), 4, "other");
        vm.assertEq(probe.totalCredits(ETHER), 7, "all");
        vm.assertEq(probe.totalCredits(address(token)), 0, "tokens");
    }

    function test_what_a_payee_burns_is_bounded() public {
        uint256 used = gasOf(ETHER, address(new GasBurner()));
        vm.assertGe(used, 50_000, "least");
        vm.assertLe(used, 50_000 + OVERHEAD, "most");
        used = gasOf(ETHER, address(new ReturnBomb()));
        vm.assertLe(used, 50_000 + OVERHEAD, "a bomb's most");
    }

    function test_what_a_token_burns_is_bounded() public {
        RefusingToken choosy = RefusingToken(address(stocked(new RefusingToken())));
        choosy.setManner(payee, RefusingToken.Manner.BurnGas);
        uint256 used = gasOf(address(choosy), payee);
        vm.assertGe(used, 300_000, "least");
        vm.assertLe(used, 300_000 + OVERHEAD, "most");
        owes(address(choosy), payee, AMOUNT);
    }

    function test_a_token_that_refuses_is_owed() public {
        RefusingToken choosy = RefusingToken(address(stocked(new RefusingToken())));
        choosy.setManner(payee, RefusingToken.Manner.Revert);
        vm.expectEmit(address(probe));
        emit IPayouts.PayoutCredited(payee, address(choosy), AMOUNT);
        probe.pay(address(choosy), payee, AMOUNT);
        choosy.setManner(payee, RefusingToken.Manner.ReturnFalse);
        probe.pay(address(choosy), payee, 1);
        owes(address(choosy), payee, AMOUNT + 1);
    }

    function test_what_a_liar_did_not_move_is_owed() public {
        PlainToken liar = stocked(new LyingToken());
        probe.pay(address(liar), payee, AMOUNT);
        owes(address(liar), payee, AMOUNT);
    }

    function test_what_a_token_keeps_is_not_owed() public {
        PlainToken taxed = stocked(new TaxedToken());
        probe.pay(address(taxed), payee, AMOUNT);
        vm.assertEq(taxed.balanceOf(payee), AMOUNT - AMOUNT / 100, "paid");
        owes(address(taxed), payee, 0);
    }

    function test_a_token_that_takes_more_is_stopped() public {
        PlainToken greedy = stocked(new GreedyToken());
        vm.expectRevert(
            abi.encodeWithSelector(IPayouts.PaymentMissing.selector, greedy, payee, AMOUNT)
        );
        probe.pay(address(greedy), payee, AMOUNT);
    }

    function test_what_comes_back_is_owed() public {
        ReenteringToken hooked = returning(AMOUNT / 4);
        probe.pay(address(hooked), payee, AMOUNT);
        owes(address(hooked), payee, AMOUNT / 2); // before the move and after it
        vm.assertEq(hooked.balanceOf(address(probe)), HELD - AMOUNT / 2, "held");
    }

    function test_more_comes_back_than_went() public {
        ReenteringToken hooked = returning(AMOUNT);
        probe.pay(address(hooked), payee, AMOUNT);
        owes(address(hooked), payee, AMOUNT);
        vm.assertEq(hooked.balanceOf(address(probe)), HELD + AMOUNT, "held");
    }

    function gasOf(address currency, address to) private returns (uint256 used) {
        used = gasleft();
        probe.pay(currency, to, AMOUNT);
        used -= gasleft();
    }

    /// @dev A token that brings back an amount from the payee before and after it moves.
    function returning(uint256 amount) private returns (ReenteringToken hooked) {
        hooked = ReenteringToken(address(stocked(new ReenteringToken())));
        hooked.mint(payee, 2 * AMOUNT);
        vm.prank(payee);
        hooked.approve(address(hooked), 3 * AMOUNT);
        hooked.aim(address(hooked), abi.encodeCall(hooked.transferFrom, (payee, address(probe), amount)));
    }
}
