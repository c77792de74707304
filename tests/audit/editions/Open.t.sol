// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Press} from "./Press.sol";

/// @title Opening an edition: all it promises is written once, or nothing is
contract OpenTest is Press {
    function test_all_it_promises_is_kept() public {
        IEditions.Terms memory how = listedTerms();
        how.currency = token;
        expectOpened(artist, how, false);
        open(how);
        assertEdition(false);
        assertTerms(how);
        vm.assertEq(editions.artistOf(EDITION), artist, "artist");
        vm.assertEq(editions.artistOf(OTHER), address(0), "artist of none");
    }

    function test_it_is_written_into_four_slots() public {
        IEditions.Terms memory how = listedTerms();
        vm.record();
        open(how);
        (, bytes32[] memory writes) = vm.accesses(address(editions));
        bytes32[] memory slots = new bytes32[](writes.length);
        uint256 count = 0;
        for (uint256 i = 0; i < writes.length; ++i) {
            bool isNew = true;
            for (uint256 j = 0; j < count; ++j) isNew = isNew && slots[j] != writes[i];
            if (isNew) slots[count++] = writes[i];
        }
        vm.assertEq(count, 4, "slots");
    }

    function test_who_shares_is_recorded() public {
        IEditions.Terms memory how = terms();
        expectOpened(artist, how, true);
        openShared(how);
        assertEdition(true);
        IRoyalties.Split memory split = royalties.splitOf(EDITION);
        vm.assertEq(split.shares.length, 1, "shares");
        vm.assertEq(split.shares[0].payee, payee, "payee");
        vm.assertEq(split.shares[0].bps, PAYEE_BPS, "share");
    }

    function test_only_artists_open() public {
        IRoyalties.Split memory split;
        IEditions.Terms memory how = terms();
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotArtist.selector, stranger));
        vm.prank(stranger);
        editions.open(EDITION, ROYALTY_BPS, FEE_BPS, how, split, new IRoyalties.Consent[](0));
    }

    function test_an_admission_ends_to_the_second() public {
        endAdmission(artist, began + 10);
        vm.warp(began + 9);
        open(terms());
        vm.warp(began + 10);
        vm.expectRevert(abi.encodeWithSelector(IEditions.AdmissionOver.selector, artist, began + 10));
        open(OTHER, ROYALTY_BPS, FEE_BPS, terms());
    }

    function test_no_edition_is_zero() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionInvalid.selector, 0));
        open(0, ROYALTY_BPS, FEE_BPS, terms());
    }

    function test_once() public {
        open(terms());
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionExists.selector, EDITION));
        open(terms());
    }

    function test_not_what_is_a_work() public {
        mint(WORK);
        vm.expectRevert(abi.encodeWithSelector(IEditions.WorkExists.selector, WORK));
        open(WORK, ROYALTY_BPS, FEE_BPS, terms());
    }

    function test_the_royalty_is_capped() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.RoyaltyAboveCap.selector, 1_001, 1_000));
        open(EDITION, 1_001, FEE_BPS, terms());
        open(EDITION, 1_000, FEE_BPS, terms());
        vm.assertEq(editions.editions(EDITION).royaltyBps, 1_000, "royalty");
    }

    function test_the_fee_is_at_most_the_one_agreed_to() public {
        vm.expectRevert(abi.encodeWithSelector(ISales.FeeAboveSigned.selector, FEE_BPS, FEE_BPS - 1));
        open(EDITION, ROYALTY_BPS, FEE_BPS - 1, terms());
    }

    function test_a_gift_needs_no_fee_agreed_to() public {
        IEditions.Terms memory how = terms();
        how.price = 0;
        open(EDITION, ROYALTY_BPS, 0, how);
        vm.assertEq(editions.editions(EDITION).feeBps, FEE_BPS, "fee");
    }

    function test_the_fee_stays_as_it_was() public {
        open(terms());
        vm.prank(treasury);
        sales.setFees(1_000, 0);
        vm.assertEq(editions.editions(EDITION).feeBps, FEE_BPS, "fee of the first");
        open(OTHER, ROYALTY_BPS, 1_000, terms());
        vm.assertEq(editions.editions(OTHER).feeBps, 1_000, "fee of the next");
    }

    function test_it_does_not_close_before_it_opens() public {
        IEditions.Terms memory how = terms();
        (how.opensAt, how.closesAt) = (began + 2, began + 1);
        assertWindowInvalid(how);
        how.closesAt = began + 2;
        open(how);
        vm.assertEq(editions.termsOf(EDITION).closesAt, began + 2, "closes");
    }

    function test_it_does_not_close_in_the_past() public {
        IEditions.Terms memory how = terms();
        (how.opensAt, how.closesAt) = (0, began - 1);
        assertWindowInvalid(how);
        how.closesAt = began;
        open(how);
        vm.assertEq(editions.termsOf(EDITION).closesAt, began, "closes");
    }

    function test_an_allowlist_is_asked_for_a_while() public {
        IEditions.Terms memory how = listedTerms();
        how.publicAt = how.opensAt;
        assertListInvalid(how);
        how.publicAt = how.opensAt + 1;
        open(how);
        vm.assertEq(editions.termsOf(EDITION).publicAt, how.opensAt + 1, "public");
    }

    function test_without_an_allowlist_nobody_waits_for_one() public {
        IEditions.Terms memory how = terms();
        how.publicAt = how.opensAt + 1;
        assertListInvalid(how);
        how.publicAt = how.opensAt;
        open(how);
        vm.assertEq(editions.termsOf(EDITION).publicAt, how.opensAt, "public");
    }

    function test_a_currency_must_be_allowed() public {
        IEditions.Terms memory how = terms();
        how.currency = stranger;
        vm.expectRevert(abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, stranger));
        open(how);
    }

    function test_not_while_sales_are_paused() public {
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        open(terms());
    }

    function test_not_without_consent() public {
        IEditions.Terms memory how = terms();
        IRoyalties.Split memory split = sharedSplit();
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.ConsentCount.selector, 0, 1));
        vm.prank(artist);
        editions.open(EDITION, ROYALTY_BPS, FEE_BPS, how, split, new IRoyalties.Consent[](0));
    }

    function test_what_is_none_has_no_terms() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, EDITION));
        editions.editions(EDITION);
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, EDITION));
        editions.termsOf(EDITION);
    }

    function testFuzz_every_term_is_kept(IEditions.Terms memory how, uint16 royaltyBps) public {
        royaltyBps = uint16(bound(royaltyBps, 0, 1_000));
        how.currency = how.price % 2 == 0 ? token : ETHER;
        how.opensAt = uint48(bound(how.opensAt, 0, type(uint48).max - 1));
        uint48 earliest = how.opensAt > began ? how.opensAt : began;
        how.closesAt = uint48(bound(how.closesAt, earliest, type(uint48).max));
        if (how.allowlist == 0) how.publicAt = uint48(bound(how.publicAt, 0, how.opensAt));
        else how.publicAt = uint48(bound(how.publicAt, how.opensAt + 1, type(uint48).max));
        open(EDITION, royaltyBps, FEE_BPS, how);
        assertTerms(how);
        vm.assertEq(editions.editions(EDITION).royaltyBps, royaltyBps, "royalty");
    }

    function expectOpened(address opener, IEditions.Terms memory how, bool isSplit) private {
        vm.expectEmit(address(editions));
        emit IEditions.EditionOpened(
            EDITION,
            artist,
            opener,
            ROYALTY_BPS,
            FEE_BPS,
            isSplit,
            how.currency,
            how.price,
            how.size,
            how.opensAt,
            how.closesAt,
            how.publicAt,
            how.walletLimit,
            how.allowlist
        );
    }

    function assertWindowInvalid(IEditions.Terms memory how) private {
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.WindowInvalid.selector, how.opensAt, how.closesAt)
        );
        open(how);
    }

    function assertListInvalid(IEditions.Terms memory how) private {
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.AllowlistInvalid.selector, how.allowlist, how.publicAt)
        );
        open(how);
    }

    function assertEdition(bool isSplit) private view {
        IEditions.Edition memory found = editions.editions(EDITION);
        vm.assertEq(found.artist, artist, "artist");
        vm.assertEq(found.royaltyBps, ROYALTY_BPS, "royalty");
        vm.assertEq(found.feeBps, FEE_BPS, "fee");
        vm.assertTrue(found.isSplit == isSplit, "split");
        vm.assertTrue(!found.isFrozen, "frozen");
        vm.assertEq(found.minted, 0, "minted");
    }

    function assertTerms(IEditions.Terms memory meant) private view {
        bytes32 found = keccak256(abi.encode(editions.termsOf(EDITION)));
        vm.assertEq(found, keccak256(abi.encode(meant)), "terms");
    }
}
