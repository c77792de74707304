// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {LyingToken} from "../../../contracts/test/LyingToken.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {RefusingToken} from "../../../contracts/test/RefusingToken.sol";
import {TaxedToken} from "../../../contracts/test/TaxedToken.sol";
import {GenerousToken} from "./GenerousToken.sol";
import {Paying} from "./Paying.sol";

/// @title Money taken from a payer
contract TakeTest is Paying {
    function test_a_payer_s_ether_reaches_the_payee() public {
        uint256 before = payee.balance;
        payFrom(ETHER, payee, AMOUNT);
        vm.assertEq(payee.balance - before, AMOUNT, "paid");
        vm.assertEq(address(probe).balance, HELD, "held");
    }

    function test_a_payer_s_ether_that_is_refused_is_owed() public {
        address refuser = address(new RefusingPayee());
        payFrom(ETHER, refuser, AMOUNT);
        owes(ETHER, refuser, AMOUNT);
        vm.assertEq(address(probe).balance, HELD + AMOUNT, "held");
    }

    function test_a_payer_s_tokens_go_straight_to_the_payee() public {
        token.mint(payee, 7);
        payFrom(address(token), payee, AMOUNT);
        vm.assertEq(token.balanceOf(payee), AMOUNT + 7, "paid");
        vm.assertEq(token.balanceOf(payer), HELD - AMOUNT, "left");
        vm.assertEq(token.balanceOf(address(probe)), HELD, "held");
        owes(address(token), payee, 0);
    }

    function test_nothing_moves_nothing() public {
        RefusingToken choosy = RefusingToken(address(stocked(new RefusingToken())));
        choosy.setManner(payee, RefusingToken.Manner.Revert);
        vm.recordLogs();
        payFrom(address(choosy), payee, 0);
        vm.assertEq(vm.getRecordedLogs().length, 0, "events");
    }

    function test_tokens_that_the_payee_may_not_get_are_owed() public {
        RefusingToken choosy = RefusingToken(address(stocked(new RefusingToken())));
        choosy.setManner(payee, RefusingToken.Manner.Revert);
        vm.expectEmit(address(probe));
        emit IPayouts.PayoutCredited(payee, address(choosy), AMOUNT);
        payFrom(address(choosy), payee, AMOUNT);
        owes(address(choosy), payee, AMOUNT);
        vm.assertEq(choosy.balanceOf(address(probe)), HELD + AMOUNT, "held");
        vm.assertEq(choosy.balanceOf(payer), HELD - AMOUNT, "left");
    }

    function test_who_pays_themselves_pays() public {
        payFrom(address(token), payer, AMOUNT);
        vm.assertEq(token.balanceOf(payer), HELD, "left");
        owes(address(token), payer, 0);
    }

    function test_who_allowed_too_little_pays_nobody() public {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, probe, HELD, HELD + 1)
        );
        payFrom(address(token), payee, HELD + 1);
    }

    function test_a_payee_is_paid_what_is_said() public {
        wrongOnTheWay(new LyingToken());
        wrongOnTheWay(new TaxedToken());
        wrongOnTheWay(new GenerousToken());
    }

    function test_what_is_taken_arrives() public {
        vm.prank(payer);
        probe.take(address(token), payee, AMOUNT);
        vm.assertEq(token.balanceOf(payee), AMOUNT, "taken");
        vm.assertEq(token.balanceOf(payer), HELD - AMOUNT, "left");
    }

    function test_nothing_else_is_taken_for_it() public {
        wrongWhenTaken(new LyingToken());
        wrongWhenTaken(new TaxedToken());
        wrongWhenTaken(new GenerousToken());
    }

    function test_a_token_that_refuses_is_not_taken() public {
        RefusingToken choosy = RefusingToken(address(stocked(new RefusingToken())));
        choosy.setManner(payee, RefusingToken.Manner.ReturnFalse);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, choosy));
        vm.prank(payer);
        probe.take(address(choosy), payee, AMOUNT);
    }

    function wrongOnTheWay(PlainToken wrong) private {
        stocked(wrong);
        vm.expectRevert(abi.encodeWithSelector(IPayouts.PaymentMissing.selector, wrong, payee, AMOUNT));
        payFrom(address(wrong), payee, AMOUNT);
    }

    function wrongWhenTaken(PlainToken wrong) private {
        stocked(wrong);
        vm.expectRevert(abi.encodeWithSelector(IPayouts.PaymentMissing.selector, wrong, payee, AMOUNT));
        vm.prank(payer);
        probe.take(address(wrong), payee, AMOUNT);
    }
}
