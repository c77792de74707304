// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Press} from "./Press.sol";

/// @title Minting copies: how many there may be, when, and to whom
contract EditionMintTest is Press {
    function test_copies_are_numbered_on() public {
        open(terms());
        expectMinted(collector, 1, 3, 83);
        buyCopies(collector, 3);
        expectMinted(stranger, 4, 1, 27);
        buyCopies(stranger, 1);
        vm.assertEq(held(collector), 3, "first");
        vm.assertEq(held(stranger), 1, "second");
        vm.assertEq(minted(), 4, "minted");
    }

    function test_copies_come_from_nobody() public {
        open(terms());
        vm.expectEmit(address(editions));
        emit IERC1155.TransferSingle(stranger, address(0), collector, EDITION, 2);
        vm.prank(stranger);
        editions.mint{value: 2 * UNIT}(EDITION, 2, collector, 2 * UNIT, 0, new bytes32[](0));
        vm.assertEq(held(collector), 2, "copies");
        vm.assertEq(held(stranger), 0, "payer");
    }

    function test_the_size_is_all_there_can_be() public {
        open(terms());
        buyCopies(collector, 3);
        vm.expectRevert(abi.encodeWithSelector(IEditions.CopiesExceeded.selector, 8, 7));
        buyCopies(collector, 8);
        buyCopies(collector, 7);
        vm.expectRevert(abi.encodeWithSelector(IEditions.CopiesExceeded.selector, 1, 0));
        buyCopies(collector, 1);
        vm.assertEq(minted(), 10, "minted");
    }

    function test_without_size_there_is_no_last_one() public {
        IEditions.Terms memory how = terms();
        how.size = 0;
        open(how);
        buyCopies(collector, 100);
        buyCopies(collector, 100);
        vm.assertEq(minted(), 200, "minted");
    }

    function test_one_to_a_hundred_at_once() public {
        IEditions.Terms memory how = terms();
        how.size = 0;
        open(how);
        vm.expectRevert(abi.encodeWithSelector(IEditions.CopiesOutOfBounds.selector, 0, 100));
        buyCopies(collector, 0);
        vm.expectRevert(abi.encodeWithSelector(IEditions.CopiesOutOfBounds.selector, 101, 100));
        buyCopies(collector, 101);
        buyCopies(collector, 1);
        vm.assertEq(minted(), 1, "minted");
    }

    function test_what_is_none_has_no_copies() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, EDITION));
        buyCopies(collector, 1);
    }

    function test_from_the_first_second() public {
        IEditions.Terms memory how = terms();
        how.opensAt = began + 100;
        open(how);
        vm.warp(began + 99);
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.EditionNotOpen.selector, began + 100, began + 99)
        );
        buyCopies(collector, 1);
        vm.warp(began + 100);
        buyCopies(collector, 1);
        vm.assertEq(held(collector), 1, "copies");
    }

    function test_to_the_last_second() public {
        open(terms());
        vm.warp(began + 1 days);
        buyCopies(collector, 1);
        vm.warp(began + 1 days + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.EditionClosed.selector, began + 1 days, began + 1 days + 1)
        );
        buyCopies(collector, 1);
        vm.assertEq(held(collector), 1, "copies");
    }

    function test_as_long_as_the_artist_is_one() public {
        open(terms());
        endAdmission(artist, began + 10);
        vm.warp(began + 9);
        buyCopies(collector, 1);
        for (uint256 over = 0; over < 2; ++over) {
            vm.warp(began + 10 + over);
            vm.expectRevert(abi.encodeWithSelector(IEditions.AdmissionOver.selector, artist, began + 10));
            buyCopies(collector, 1);
        }
        vm.assertEq(held(collector), 1, "copies");
    }

    function test_not_while_sales_are_paused() public {
        open(terms());
        pause();
        vm.expectRevert(ISales.SalesPaused.selector);
        buyCopies(collector, 1);
    }

    function test_the_artist_ends_it_for_ever() public {
        open(terms());
        buyCopies(collector, 3);
        vm.expectEmit(address(editions));
        emit IEditions.EditionFrozen(EDITION, artist, 3);
        freeze(artist);
        vm.assertTrue(editions.editions(EDITION).isFrozen, "frozen");
        vm.assertEq(minted(), 3, "minted");
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionEnded.selector, EDITION));
        buyCopies(collector, 1);
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionEnded.selector, EDITION));
        freeze(artist);
    }

    function test_only_the_artist_ends_it() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, EDITION));
        freeze(artist);
        open(terms());
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotArtistOf.selector, EDITION, stranger));
        freeze(stranger);
    }

    function test_the_artist_ends_it_in_every_state() public {
        open(terms());
        pause();
        endAdmission(artist, began);
        vm.warp(began + 2 days);
        freeze(artist);
        vm.assertTrue(editions.editions(EDITION).isFrozen, "frozen");
    }

    function test_at_first_it_is_for_those_on_the_list() public {
        open(listedTerms());
        buyListed(collector, 2, 3);
        vm.assertEq(editions.mintedTo(EDITION, collector), 2, "counted");
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.WalletLimitExceeded.selector, collector, 2, 2, 3)
        );
        buyListed(collector, 2, 3);
        buyListed(collector, 1, 3);
        buyListed(stranger, 1, 1);
        vm.assertEq(held(collector), 3, "collector");
        vm.assertEq(held(stranger), 1, "stranger");
        vm.assertEq(editions.mintedTo(EDITION, stranger), 1, "counted of the stranger");
    }

    function test_not_with_another_limit_or_proof() public {
        open(listedTerms());
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotOnAllowlist.selector, collector, 4));
        buyListed(collector, 1, 4);
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotOnAllowlist.selector, payee, 3));
        buyCopies(payee, 1, UNIT, 3, proofBy(leaf(stranger, 1)));
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotOnAllowlist.selector, collector, 3));
        buyCopies(collector, 1, UNIT, 3, new bytes32[](0));
    }

    function test_public_to_the_second() public {
        open(listedTerms());
        vm.warp(began + 1 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotOnAllowlist.selector, payee, 0));
        buyCopies(payee, 1);
        vm.warp(began + 1 hours);
        buyCopies(payee, 1);
        vm.assertEq(held(payee), 1, "copies");
    }

    function test_in_public_a_limit_is_the_wallets() public {
        open(listedTerms());
        buyListed(collector, 1, 3);
        vm.warp(began + 1 hours);
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.WalletLimitExceeded.selector, collector, 1, 2, 2)
        );
        buyCopies(collector, 2, 2 * UNIT, 100, new bytes32[](0));
        buyCopies(collector, 1);
        vm.assertEq(editions.mintedTo(EDITION, collector), 2, "counted");
        vm.prank(collector);
        copies.safeTransferFrom(collector, stranger, EDITION, 2, "");
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.WalletLimitExceeded.selector, collector, 2, 1, 2)
        );
        buyCopies(collector, 1);
    }

    function test_it_counts_for_whom_they_are() public {
        open(listedTerms());
        vm.warp(began + 1 hours);
        vm.prank(stranger);
        editions.mint{value: UNIT}(EDITION, 1, collector, UNIT, 0, new bytes32[](0));
        vm.assertEq(editions.mintedTo(EDITION, collector), 1, "receiver");
        vm.assertEq(editions.mintedTo(EDITION, stranger), 0, "payer");
    }

    function test_without_a_limit_nobody_counts() public {
        open(terms());
        buyCopies(collector, 5);
        vm.assertEq(editions.mintedTo(EDITION, collector), 0, "counted");
    }

    function testFuzz_serials_follow_each_other(uint256[8] memory counts) public {
        IEditions.Terms memory how = terms();
        how.size = 0;
        open(how);
        uint256 sum = 0;
        for (uint256 i = 0; i < counts.length; ++i) {
            uint256 count = bound(counts[i], 1, 100);
            expectMinted(collector, sum + 1, count, (count * UNIT * FEE_BPS) / 10_000);
            buyCopies(collector, count);
            sum += count;
        }
        vm.assertEq(minted(), sum, "minted");
        vm.assertEq(held(collector), sum, "copies");
    }

    function expectMinted(address to, uint256 first, uint256 count, uint256 fee) private {
        vm.expectEmit(address(editions));
        emit IEditions.CopiesMinted(EDITION, artist, to, to, first, count, ETHER, count * UNIT, fee);
    }

    function freeze(address who) private {
        vm.prank(who);
        editions.freeze(EDITION);
    }
}
