// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

/// @title Vouchers: what makes one good, and what makes it bad
contract VoucherTest is ArtworkScene {
    function test_a_voucher_mints_for_whoever_pays() public {
        vm.expectEmit(address(artwork));
        emit IArtwork.WorkMinted(WORK, artist, collector, collector, ROYALTY_BPS, ETHER, PRICE, FEE);
        mintWith(voucherOf(WORK), collector);
        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, ROYALTY_BPS, 0, false, false));
        vm.assertEq(owned.balanceOf(collector), 1, "balance");
    }

    function test_a_voucher_mints_for_whom_it_names() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.to = collector;
        vm.expectEmit(address(artwork));
        emit IArtwork.WorkMinted(WORK, artist, collector, stranger, ROYALTY_BPS, ETHER, PRICE, FEE);
        mintWith(voucher, stranger);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_the_artist_may_bring_it_too() public {
        mintWith(voucherOf(WORK), artist);
        vm.assertEq(ownerOf(WORK), artist, "owner");
    }

    function test_a_voucher_is_good_once() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        mintWith(voucher, collector);
        move(WORK, collector, artist);
        bytes memory signature = signed(voucher, address(artwork));
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkExists.selector, WORK));
        submit(voucher, signature, collector, PRICE);
    }

    function test_no_work_is_zero() public {
        IArtwork.Voucher memory voucher = voucherOf(0);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.WorkInvalid.selector, 0));
        mintWith(voucher, collector);
    }

    function testFuzz_a_voucher_ends_with_its_deadline(uint64 deadline, uint64 time) public {
        time = uint64(bound(time, 1, 2 ** 47)); // admissions end after that, at the latest
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.deadline = deadline;
        vm.warp(time);
        bytes memory signature = signed(voucher, address(artwork));
        if (time > deadline) {
            vm.expectRevert(abi.encodeWithSelector(IArtwork.VoucherExpired.selector, deadline, time));
        }
        submit(voucher, signature, collector, PRICE);
        if (time <= deadline) vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_a_voucher_is_good_in_its_last_second() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        vm.warp(voucher.deadline);
        mintWith(voucher, collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_a_voucher_is_bad_a_second_later() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        vm.warp(voucher.deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IArtwork.VoucherExpired.selector, voucher.deadline, voucher.deadline + 1
            )
        );
        mintWith(voucher, collector);
    }

    function test_a_reserved_voucher_is_its_submitters() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.submitter = collector;
        vm.expectRevert(
            abi.encodeWithSelector(IArtwork.VoucherReserved.selector, collector, stranger)
        );
        mintWith(voucher, stranger);
        mintWith(voucher, collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_the_price_is_paid_to_the_wei() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        for (uint256 wrong = PRICE - 1; wrong <= PRICE + 1; wrong += 2) {
            vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, wrong, PRICE));
            bring(voucher, collector, wrong);
        }
    }

    function test_tokens_come_without_ether() public {
        IArtwork.Voucher memory voucher = tokenVoucher(collector);
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, 1, 0));
        bring(voucher, collector, 1);
    }

    function test_a_currency_must_be_allowed() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.currency = stranger;
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, stranger));
        bring(voucher, collector, 0);
    }

    function test_only_an_artists_voucher_is_one() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.artist = stranger;
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotArtist.selector, stranger));
        mintWith(voucher, collector);
    }

    function test_a_voucher_ends_with_the_admission() public {
        uint48 until = uint48(vm.getBlockTimestamp());
        endAdmission(artist, until);
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        vm.expectRevert(abi.encodeWithSelector(IArtwork.AdmissionOver.selector, artist, until));
        mintWith(voucher, collector);
    }

    function test_a_new_admission_revives_no_voucher() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        endAdmission(artist, vm.getBlockTimestamp());
        vm.expectEmit(address(artwork));
        emit IArtwork.VouchersCancelled(artist, 1);
        letIn(artist);

        vm.expectRevert(abi.encodeWithSelector(IArtwork.VoucherCancelled.selector, 0, 1));
        mintWith(voucher, collector);
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(ownerOf(WORK), collector, "by a voucher signed since");
    }

    function test_a_withdrawn_revocation_voids_no_voucher() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        endAdmission(artist, vm.getBlockTimestamp() + 1);
        endAdmission(artist, type(uint48).max);
        mintWith(voucher, collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_cancelling_voids_what_was_signed() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        vm.expectEmit(address(artwork));
        emit IArtwork.VouchersCancelled(artist, 1);
        vm.prank(artist);
        vm.assertEq(artwork.cancelVouchers(), 1, "new nonce");
        vm.assertEq(artwork.voucherNonces(artist), 1, "nonce");
        vm.assertEq(artwork.voucherNonces(collector), 0, "another's nonce");

        vm.expectRevert(abi.encodeWithSelector(IArtwork.VoucherCancelled.selector, 0, 1));
        mintWith(voucher, collector);
    }

    function test_a_voucher_of_the_new_nonce_is_good() public {
        vm.prank(artist);
        artwork.cancelVouchers();
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_a_nonce_to_come_is_none() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.nonce = 1;
        vm.expectRevert(abi.encodeWithSelector(IArtwork.VoucherCancelled.selector, 1, 0));
        mintWith(voucher, collector);
    }

    function test_the_fee_is_at_most_the_signed_one() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.maxFeeBps = FEE_BPS - 1;
        vm.expectRevert(
            abi.encodeWithSelector(ISales.FeeAboveSigned.selector, FEE_BPS, FEE_BPS - 1)
        );
        mintWith(voucher, collector);
    }

    function test_a_gift_needs_no_fee_signed() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        (voucher.price, voucher.maxFeeBps) = (0, 0);
        vm.expectEmit(address(artwork));
        emit IArtwork.WorkMinted(WORK, artist, collector, collector, ROYALTY_BPS, ETHER, 0, 0);
        mintWith(voucher, collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_the_royalty_is_capped() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.royaltyBps = 1_001;
        vm.expectRevert(abi.encodeWithSelector(IArtwork.RoyaltyAboveCap.selector, 1_001, 1_000));
        mintWith(voucher, collector);
    }

    function test_no_voucher_while_sales_are_paused() public {
        vm.prank(treasury);
        sales.setPaused(true);
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        vm.expectRevert(abi.encodeWithSelector(ISales.SalesPaused.selector));
        mintWith(voucher, collector);
    }
}
