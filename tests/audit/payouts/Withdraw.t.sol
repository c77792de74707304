// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {LyingToken} from "../../../contracts/test/LyingToken.sol";
import {PayoutsProbe} from "../../../contracts/test/PayoutsProbe.sol";
import {Puppet} from "../../../contracts/test/Puppet.sol";
import {Reenterer} from "../../../contracts/test/Reenterer.sol";
import {RefusingPayee} from "../../../contracts/test/RefusingPayee.sol";
import {RefusingToken} from "../../../contracts/test/RefusingToken.sol";
import {Paying} from "./Paying.sol";

/// @title What is owed is paid in full, or stays owed
contract WithdrawTest is Paying {
    RefusingPayee private refuser;

    function setUp() public override {
        super.setUp();
        refuser = new RefusingPayee();
        probe.pay(ETHER, address(refuser), AMOUNT);
    }

    function test_who_is_owed_withdraws_all_of_it() public {
        address other = address(new RefusingPayee());
        probe.pay(ETHER, other, AMOUNT + 500);
        refuser.take();
        vm.expectEmit(address(probe));
        emit IPayouts.Withdrawn(address(refuser), ETHER, AMOUNT);
        withdraw(ETHER);
        vm.assertEq(address(refuser).balance, AMOUNT, "paid");
        vm.assertEq(probe.credits(ETHER, address(refuser)), 0, "credit");
        vm.assertEq(probe.totalCredits(ETHER), AMOUNT + 500, "all credits");
    }

    function test_who_is_owed_nothing_withdraws_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(IPayouts.NothingDue.selector, stranger, ETHER));
        vm.prank(stranger);
        probe.withdraw(ETHER);
    }

    function test_what_was_withdrawn_is_not_owed() public {
        refuser.take();
        withdraw(ETHER);
        failed(abi.encodeWithSelector(IPayouts.NothingDue.selector, refuser, ETHER));
        withdraw(ETHER);
    }

    function test_who_still_refuses_is_still_owed() public {
        failed(abi.encodeWithSelector(IPayouts.PayeeRefused.selector, refuser, AMOUNT));
        withdraw(ETHER);
        owes(ETHER, address(refuser), AMOUNT);
    }

    function test_tokens_are_withdrawn() public {
        RefusingToken choosy = RefusingToken(address(stocked(new RefusingToken())));
        choosy.setManner(address(refuser), RefusingToken.Manner.Revert);
        probe.pay(address(choosy), address(refuser), AMOUNT);
        failed(abi.encodeWithSelector(IPayouts.PayeeRefused.selector, refuser, AMOUNT));
        withdraw(address(choosy));
        choosy.setManner(address(refuser), RefusingToken.Manner.Take);
        withdraw(address(choosy));
        vm.assertEq(choosy.balanceOf(address(refuser)), AMOUNT, "paid");
        owes(address(choosy), address(refuser), 0);
    }

    function test_a_liar_s_word_pays_nothing() public {
        LyingToken liar = LyingToken(address(stocked(new LyingToken())));
        probe.pay(address(liar), address(refuser), AMOUNT);
        failed(abi.encodeWithSelector(IPayouts.PayeeRefused.selector, refuser, AMOUNT));
        withdraw(address(liar));
        liar.setHonest(true);
        withdraw(address(liar));
        vm.assertEq(liar.balanceOf(address(refuser)), AMOUNT, "paid");
    }

    function test_a_withdrawal_has_all_the_gas_there_is() public {
        Hungry hungry = new Hungry();
        probe.pay(ETHER, address(hungry), AMOUNT);
        owes(ETHER, address(refuser), AMOUNT, address(hungry), AMOUNT);
        vm.prank(address(hungry));
        probe.withdraw(ETHER);
        vm.assertEq(address(hungry).balance, AMOUNT, "paid");
    }

    function test_nobody_withdraws_in_the_middle() public {
        Reenterer busy = new Reenterer();
        busy.aim(address(probe), abi.encodeCall(IPayouts.withdraw, (ETHER)));
        probe.hand(ETHER, address(busy), AMOUNT);
        vm.assertTrue(busy.wasTried() && !busy.isIn(), "was let in");
        vm.assertEq(
            bytes32(busy.fault()),
            bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector),
            "fault"
        );
    }

    function test_nobody_is_called_in_the_middle_of_a_withdrawal() public {
        Fickle fickle = new Fickle(probe);
        probe.pay(ETHER, address(fickle), AMOUNT);
        fickle.withdraw();
        vm.assertTrue(fickle.wasRefused(), "was let in");
    }

    function test_what_is_handed_arrives_or_fails() public {
        uint256 before = payee.balance;
        probe.hand(ETHER, payee, AMOUNT);
        vm.assertEq(payee.balance - before, AMOUNT, "ether");
        probe.hand(address(token), payee, AMOUNT);
        vm.assertEq(token.balanceOf(payee), AMOUNT, "token");
        vm.expectRevert(abi.encodeWithSelector(IPayouts.PayeeRefused.selector, refuser, AMOUNT));
        probe.hand(ETHER, address(refuser), AMOUNT);
    }

    function withdraw(address currency) private {
        refuser.act(address(probe), 0, abi.encodeCall(IPayouts.withdraw, (currency)));
    }

    function failed(bytes memory reason) private {
        vm.expectRevert(abi.encodeWithSelector(Puppet.ActFailed.selector, reason));
    }

    function owes(address currency, address one, uint256 first, address other, uint256 second) private view {
        vm.assertEq(probe.credits(currency, one), first, "one's credit");
        vm.assertEq(probe.credits(currency, other), second, "other's credit");
        vm.assertEq(probe.totalCredits(currency), first + second, "all credits");
    }
}

/// @title Needs more gas than a push has
contract Hungry {
    uint256[4] private _eaten;

    receive() external payable {
        for (uint256 i = 0; i < 4; ++i) {
            _eaten[i] = block.timestamp + 1;
        }
    }
}

/// @title Refuses a push, and when it withdraws asks for another
contract Fickle {
    PayoutsProbe private immutable PROBE;
    bool public wasRefused;
    bool private _isWithdrawing;

    error NoThanks();

    constructor(PayoutsProbe probe) {
        PROBE = probe;
    }

    receive() external payable {
        if (!_isWithdrawing) revert NoThanks();
        try PROBE.pay(address(0), address(this), 1) {
            return;
        } catch {
            wasRefused = true;
        }
    }

    function withdraw() external {
        _isWithdrawing = true;
        PROBE.withdraw(address(0));
    }
}
