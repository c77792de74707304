// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Press} from "./Press.sol";

/// @title Editions opened by whoever has the artist's signature
contract EditionVoucherTest is Press {
    function test_anybody_may_bring_one() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        bytes memory signature = signed(voucher, address(editions));
        vm.expectEmit(address(editions));
        emit IEditions.EditionOpened(
            EDITION,
            artist,
            stranger,
            ROYALTY_BPS,
            FEE_BPS,
            false,
            ETHER,
            UNIT,
            10,
            began,
            began + 1 days,
            0,
            0,
            bytes32(0)
        );
        submit(voucher, signature, stranger);
        vm.assertEq(editions.artistOf(EDITION), artist, "artist");
        vm.assertEq(editions.editions(EDITION).royaltyBps, ROYALTY_BPS, "royalty");
        bytes32 kept = keccak256(abi.encode(editions.termsOf(EDITION)));
        vm.assertEq(kept, keccak256(abi.encode(voucher.terms)), "terms");
    }

    function test_with_those_who_share() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        voucher.split = sharedSplit();
        bytes memory signature = signed(voucher, address(editions));
        IRoyalties.Consent[] memory consents = consentsTo(EDITION);
        vm.prank(stranger);
        editions.openWithVoucher(voucher, signature, consents);
        vm.assertTrue(editions.editions(EDITION).isSplit, "split");
        vm.assertEq(royalties.splitOf(EDITION).shares[0].payee, payee, "payee");
    }

    function test_it_is_good_once() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        bytes memory signature = signed(voucher, address(editions));
        submit(voucher, signature, stranger);
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionExists.selector, EDITION));
        submit(voucher, signature, stranger);
    }

    function test_it_is_good_to_its_last_second() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        bytes memory signature = signed(voucher, address(editions));
        vm.warp(voucher.deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEditions.VoucherExpired.selector, voucher.deadline, voucher.deadline + 1
            )
        );
        submit(voucher, signature, stranger);
        vm.warp(voucher.deadline);
        submit(voucher, signature, stranger);
        vm.assertEq(editions.artistOf(EDITION), artist, "artist");
    }

    function test_a_reserved_one_is_its_submitters() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        voucher.submitter = collector;
        bytes memory signature = signed(voucher, address(editions));
        vm.expectRevert(abi.encodeWithSelector(IEditions.VoucherReserved.selector, collector, stranger));
        submit(voucher, signature, stranger);
        submit(voucher, signature, collector);
        vm.assertEq(editions.artistOf(EDITION), artist, "artist");
    }

    function test_cancelling_vouchers_of_works_cancels_these() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        bytes memory signature = signed(voucher, address(editions));
        vm.prank(artist);
        artwork.cancelVouchers();
        vm.expectRevert(abi.encodeWithSelector(IEditions.VoucherCancelled.selector, 0, 1));
        submit(voucher, signature, stranger);
        voucher.nonce = 1;
        signature = signed(voucher, address(editions));
        submit(voucher, signature, stranger);
        vm.assertEq(editions.artistOf(EDITION), artist, "artist");
    }

    function test_a_nonce_to_come_is_none() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        voucher.nonce = 1;
        bytes memory signature = signed(voucher, address(editions));
        vm.expectRevert(abi.encodeWithSelector(IEditions.VoucherCancelled.selector, 1, 0));
        submit(voucher, signature, stranger);
    }

    function test_anothers_signature_is_none() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        bytes memory fields = abi.encode(voucher);
        assertForged(
            voucher, signedBy(stranger, "Atelier Editions", address(editions), EDITION_VOUCHER, fields)
        );
        assertForged(voucher, "");
    }

    function test_the_signature_of_another_contract_or_chain_is_none() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        assertForged(voucher, signed(voucher, address(artwork)));
        uint256 here = vm.getChainId();
        vm.chainId(here + 1);
        bytes memory signature = signed(voucher, address(editions));
        vm.chainId(here);
        assertForged(voucher, signature);
    }

    function test_what_was_signed_is_what_counts() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        bytes memory signature = signed(voucher, address(editions));
        voucher.edition = OTHER;
        assertForged(voucher, signature);
        (voucher.edition, voucher.royaltyBps) = (EDITION, ROYALTY_BPS - 1);
        assertForged(voucher, signature);
        (voucher.royaltyBps, voucher.terms.price) = (ROYALTY_BPS, UNIT - 1);
        assertForged(voucher, signature);
        (voucher.terms.price, voucher.maxFeeBps) = (UNIT, FEE_BPS + 1);
        assertForged(voucher, signature);
        (voucher.maxFeeBps, voucher.submitter) = (FEE_BPS, stranger);
        assertForged(voucher, signature);
        (voucher.submitter, voucher.split) = (address(0), sharedSplit());
        assertForged(voucher, signature);
    }

    function test_the_signed_fee_is_the_highest() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        voucher.maxFeeBps = FEE_BPS - 1;
        bytes memory signature = signed(voucher, address(editions));
        vm.expectRevert(abi.encodeWithSelector(ISales.FeeAboveSigned.selector, FEE_BPS, FEE_BPS - 1));
        submit(voucher, signature, stranger);
    }

    function test_only_an_artists_voucher_is_one() public {
        IEditions.EditionVoucher memory voucher = voucherOf();
        voucher.artist = stranger;
        bytes memory signature = signed(voucher, address(editions));
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotArtist.selector, stranger));
        submit(voucher, signature, collector);
    }

    function testFuzz_the_digest_is_a_wallets(IEditions.EditionVoucher memory voucher) public view {
        bytes32 meant =
            digestOf("Atelier Editions", address(editions), EDITION_VOUCHER, abi.encode(voucher));
        vm.assertEq(editions.voucherDigest(voucher), meant, "digest");
    }

    function voucherOf() private view returns (IEditions.EditionVoucher memory voucher) {
        (voucher.edition, voucher.artist, voucher.terms) = (EDITION, artist, terms());
        (voucher.royaltyBps, voucher.maxFeeBps) = (ROYALTY_BPS, FEE_BPS);
        voucher.deadline = uint64(began + 1 hours);
    }

    function submit(
        IEditions.EditionVoucher memory voucher,
        bytes memory signature,
        address bringer
    ) private {
        vm.prank(bringer);
        editions.openWithVoucher(voucher, signature, new IRoyalties.Consent[](0));
    }

    function assertForged(IEditions.EditionVoucher memory voucher, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IEditions.VoucherForged.selector, voucher.artist));
        submit(voucher, signature, stranger);
    }
}
