// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

interface IFeeCap {
    function FEE_CAP_BPS() external view returns (uint16);
}

interface IEager {
    function aim(address target, bytes calldata data) external;
    function isIn() external view returns (bool);
    function fault() external view returns (bytes4);
}

/// @title What the DAO decides of sales, and how it gets its fees
contract PolicyTest is ArtworkScene {
    uint16 private constant CAP = 1_000;

    function test_policy_is_as_deployed() public view {
        assertPolicy(FEE_BPS, 0, false, false);
        vm.assertEq(IFeeCap(address(artwork)).FEE_CAP_BPS(), CAP, "cap");
    }

    function testFuzz_fees_are_capped(uint16 primary, uint16 secondary) public {
        bool isFine = primary <= CAP && secondary <= CAP;
        uint16 wrong = primary > CAP ? primary : secondary;
        if (isFine) {
            vm.expectEmit(address(artwork));
            emit ISales.FeesChanged(primary, secondary);
        } else {
            vm.expectRevert(abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, wrong, 0, CAP));
        }
        setFees(primary, secondary);
        if (isFine) assertPolicy(primary, secondary, false, false);
    }

    function test_fees_may_be_the_cap() public {
        setFees(CAP, CAP);
        assertPolicy(CAP, CAP, false, false);
    }

    function test_neither_fee_may_be_above_the_cap() public {
        bytes memory above =
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, CAP + 1, 0, CAP);
        vm.expectRevert(above);
        setFees(CAP + 1, 0);
        vm.expectRevert(above);
        setFees(0, CAP + 1);
    }

    function test_fees_may_be_different() public {
        vm.expectEmit(address(artwork));
        emit ISales.FeesChanged(1, 2);
        setFees(1, 2);
        assertPolicy(1, 2, false, false);
    }

    function test_sales_pause_and_open() public {
        for (uint256 i = 0; i < 2; ++i) {
            bool isPaused = i == 0;
            vm.expectEmit(address(artwork));
            emit ISales.SalesPausedChanged(isPaused);
            vm.prank(treasury);
            sales.setPaused(isPaused);
            assertPolicy(FEE_BPS, 0, false, isPaused);
        }
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_fees_are_pushed_or_kept() public {
        for (uint256 i = 0; i < 2; ++i) {
            bool isPushed = i == 0;
            vm.expectEmit(address(artwork));
            emit IKeptFees.FeesPushedChanged(isPushed);
            vm.prank(treasury);
            till.setFeesPushed(isPushed);
            assertPolicy(FEE_BPS, 0, isPushed, false);
        }
    }

    function test_a_stranger_decides_nothing() public {
        bytes memory refused = abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refused);
        sales.setFees(0, 0);
        vm.expectRevert(refused);
        sales.setPaused(true);
        vm.expectRevert(refused);
        till.setFeesPushed(true);
    }

    function test_anybody_sweeps_the_fees_to_the_treasury() public {
        mintWith(voucherOf(WORK), collector);
        vm.expectEmit(address(artwork));
        emit IKeptFees.FeesSwept(ETHER, FEE);
        vm.prank(stranger);
        till.sweep(ETHER);
        vm.assertEq(treasury.balance, FEE, "treasury");
        vm.assertEq(address(artwork).balance, 0, "kept");
    }

    function test_fees_in_tokens_are_swept_alone() public {
        IArtwork.Voucher memory inEther = voucherOf(OTHER);
        inEther.price = 3 * PRICE;
        mintWith(inEther, collector);
        bring(tokenVoucher(collector), collector, 0);
        vm.expectEmit(address(artwork));
        emit IKeptFees.FeesSwept(token, FEE);
        till.sweep(token);
        vm.assertEq(tokensOf(treasury), FEE, "treasury");
        vm.assertEq(tokensOf(address(artwork)), 0, "kept");
        vm.assertEq(address(artwork).balance, 3 * FEE, "ether kept");
    }

    function test_where_nothing_waits_nothing_is_swept() public {
        bytes memory nothing = abi.encodeWithSelector(IPayouts.NothingDue.selector, treasury, ETHER);
        vm.expectRevert(nothing);
        till.sweep(ETHER);
        mintWith(voucherOf(WORK), collector);
        till.sweep(ETHER);
        vm.expectRevert(nothing);
        till.sweep(ETHER);
        vm.expectRevert(abi.encodeWithSelector(IPayouts.NothingDue.selector, treasury, token));
        till.sweep(token);
    }

    function test_what_is_owed_is_not_swept() public {
        vm.etch(artist, token.code); // takes no ether
        mintWith(voucherOf(WORK), collector);
        till.sweep(ETHER);
        vm.assertEq(treasury.balance, FEE, "treasury");
        vm.assertEq(address(artwork).balance, PRICE - FEE, "owed");
        vm.etch(artist, "");
        uint256 before = artist.balance;
        vm.prank(artist);
        payouts.withdraw(ETHER);
        vm.assertEq(artist.balance, before + PRICE - FEE, "artist");
    }

    function test_nobody_sweeps_in_the_middle_of_a_sale() public {
        address eager = vm.deployCode("Reenterer.sol:Reenterer", "");
        IEager(eager).aim(address(artwork), abi.encodeCall(IKeptFees.sweep, (ETHER)));
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.to = eager;
        mintWith(voucher, collector);
        vm.assertTrue(!IEager(eager).isIn(), "swept");
        bytes4 guarded = bytes4(keccak256("ReentrancyGuardReentrantCall()"));
        vm.assertEq(bytes32(IEager(eager).fault()), bytes32(guarded), "fault");
        vm.assertEq(treasury.balance, 0, "treasury");
    }

    function setFees(uint16 primary, uint16 secondary) private {
        vm.prank(treasury);
        sales.setFees(primary, secondary);
    }

    function assertPolicy(uint16 primary, uint16 secondary, bool isPushed, bool isPaused) private view {
        ISales.Policy memory found = sales.policy();
        vm.assertEq(found.primaryFeeBps, primary, "primary fee");
        vm.assertEq(found.secondaryFeeBps, secondary, "secondary fee");
        vm.assertTrue(found.pushesFees == isPushed, "pushed");
        vm.assertTrue(found.isPaused == isPaused, "paused");
    }
}
