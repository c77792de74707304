// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {GasBurner} from "../../../contracts/test/GasBurner.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {RefusingToken} from "../../../contracts/test/RefusingToken.sol";
import {Scene} from "../Scene.sol";

/// @title How money leaves: in the end it does, and hurts nobody else
contract PayoutsTest is Scene {
    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_F2_M02_a_withdrawal_has_the_gas_that_a_push_had_not() public {
        Hungry bidder = new Hungry();
        vm.deal(address(bidder), PRICE);
        auction(WORK, artist);
        bid(WORK, address(bidder), PRICE);
        bid(WORK, collector, 2 * PRICE);
        vm.assertEq(address(bidder).balance, 0, "pushed");
        vm.prank(address(bidder));
        IPayouts(address(auctionHouse)).withdraw(ETHER);
        vm.assertEq(address(bidder).balance, PRICE, "withdrawn");
    }

    function test_F2_M09_a_sweep_leaves_what_is_owed_to_be_withdrawn() public {
        RefusingToken choosy = allowed();
        move(WORK, artist, stranger);
        choosy.setManner(stranger, RefusingToken.Manner.Revert);
        buyWith(choosy);
        vm.assertEq(IPayouts(address(market)).credits(address(choosy), stranger), 875, "owed");

        IKeptFees(address(market)).sweep(address(choosy));
        choosy.setManner(stranger, RefusingToken.Manner.Take);
        vm.prank(stranger);
        IPayouts(address(market)).withdraw(address(choosy));
        vm.assertEq(choosy.balanceOf(stranger), 875, "withdrawn");
        vm.assertEq(choosy.balanceOf(treasury), 25, "swept");
    }

    function test_F8_M02_what_a_payee_s_gas_costs_others_is_bounded() public {
        GasBurner seller = new GasBurner();
        move(WORK, artist, address(seller));
        seller.act(address(auctionHouse), 0, abi.encodeCall(auctionHouse.create, (WORK, auctionTerms())));
        noteRound(WORK);
        bid(WORK, collector, PRICE);
        pass(1 days);
        uint256 used = gasleft();
        auctionHouse.settle(WORK);
        used -= gasleft();
        vm.assertLe(used, 400_000, "gas");
    }

    function test_F2_M10_no_amount_is_cut() public {
        uint256 above = uint256(type(uint128).max) + 2;
        vm.deal(address(this), above);
        vm.expectRevert(
            abi.encodeWithSelector(IRoyalties.IncomeAboveLimit.selector, WORK, ETHER, above)
        );
        royalties.credit{value: above}(WORK);

        auction(WORK, artist);
        above = uint256(type(uint96).max) + 1 + PRICE;
        vm.deal(collector, above);
        vm.expectRevert(
            abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 96, above)
        );
        bid(WORK, collector, above);
    }

    function allowed() private returns (RefusingToken choosy) {
        choosy = new RefusingToken();
        vm.prank(treasury);
        currencies.setCurrency(address(choosy), true);
        choosy.mint(collector, 1_000);
        vm.prank(collector);
        choosy.approve(address(market), 1_000);
    }

    function buyWith(PlainToken currency) private {
        IMarket.Listing memory listing = listingOf(WORK, stranger);
        (listing.currency, listing.price) = (address(currency), 1_000);
        bytes memory signature = signed(listing, address(market));
        vm.prank(collector);
        market.buy(listing, signature);
    }
}

/// @title Takes ether, with more gas than a push has
contract Hungry {
    uint256[4] private _eaten;

    receive() external payable {
        for (uint256 i = 0; i < 4; ++i) {
            _eaten[i] = block.timestamp + 1;
        }
    }
}
