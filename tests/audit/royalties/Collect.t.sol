// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {IRoyaltyReceiver} from "../../../contracts/interfaces/IRoyaltyReceiver.sol";
import {LyingToken} from "../../../contracts/test/LyingToken.sol";
import {RefusingToken} from "../../../contracts/test/RefusingToken.sol";
import {Splitting} from "./Splitting.sol";

/// @title What other markets paid
contract CollectTest is Splitting {
    address private receiver;

    function setUp() public override {
        super.setUp();
        mint(WORK);
        receiver = royalties.receiverOf(WORK);
    }

    function test_every_work_has_a_receiver_of_its_own() public view {
        bytes32 code = keccak256(vm.getCode("RoyaltyReceiver.sol:RoyaltyReceiver"));
        address meant = vm.computeCreate2Address(bytes32(WORK), code, address(royalties));
        vm.assertEq(receiver, meant, "receiver");
        vm.assertTrue(royalties.receiverOf(WORK + 1) != receiver, "another work's");
    }

    function test_ether_paid_before_the_receiver_is_there() public {
        vm.deal(receiver, 7);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeCredited(WORK, ETHER, receiver, 7);
        vm.prank(stranger);
        royalties.collect(WORK, ETHER);
        vm.assertTrue(receiver.code.length != 0, "no receiver");
        vm.assertEq(royalties.incomeOf(WORK, ETHER), 7, "income");
        vm.assertEq(receiver.balance, 0, "left");
    }

    function test_ether_paid_to_the_receiver() public {
        vm.deal(receiver, 7);
        royalties.collect(WORK, ETHER);
        vm.prank(stranger);
        (bool isPaid, ) = receiver.call{value: 5}("");
        vm.assertTrue(isPaid, "refused");
        royalties.collect(WORK, ETHER);
        vm.assertEq(royalties.incomeOf(WORK, ETHER), 12, "income");
    }

    function test_tokens_paid_to_the_receiver() public {
        token.mint(receiver, 7);
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeCredited(WORK, address(token), receiver, 7);
        royalties.collect(WORK, address(token));
        token.mint(receiver, 5);
        royalties.collect(WORK, address(token));
        vm.assertEq(royalties.incomeOf(WORK, address(token)), 12, "income");
        vm.assertEq(token.balanceOf(receiver), 0, "left");
    }

    function test_nothing_paid_is_nothing_to_collect() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK, ETHER));
        royalties.collect(WORK, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK, token));
        royalties.collect(WORK, address(token));
    }

    function test_a_work_that_is_not_there_collects_nothing() public {
        vm.deal(royalties.receiverOf(WORK + 1), 7);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkMissing.selector, WORK + 1));
        royalties.collect(WORK + 1, ETHER);
    }

    function test_a_token_that_moves_nothing_is_no_income() public {
        LyingToken liar = new LyingToken();
        currencies.setCurrency(address(liar), true);
        liar.mint(receiver, 7);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeMissing.selector, WORK, liar));
        royalties.collect(WORK, address(liar));
    }

    function test_a_token_that_refuses_is_collected_later() public {
        RefusingToken choosy = new RefusingToken();
        currencies.setCurrency(address(choosy), true);
        choosy.mint(receiver, 7);
        choosy.setManner(address(royalties), RefusingToken.Manner.Revert);
        vm.expectRevert(abi.encodeWithSelector(RefusingToken.Blocked.selector, royalties));
        royalties.collect(WORK, address(choosy));
        choosy.setManner(address(royalties), RefusingToken.Manner.Take);
        royalties.collect(WORK, address(choosy));
        vm.assertEq(royalties.incomeOf(WORK, address(choosy)), 7, "income");
    }

    function test_a_receiver_obeys_royalties_only() public {
        vm.deal(receiver, 7);
        royalties.collect(WORK, ETHER);
        vm.deal(receiver, 7);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyReceiver.NotRoyalties.selector, stranger));
        vm.prank(stranger);
        IRoyaltyReceiver(receiver).forward(WORK + 1, ETHER);
    }
}
