// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {Press} from "./Press.sol";

interface IEditionConstants {
    function ROYALTY_CAP_BPS() external view returns (uint16);
    function MINT_LIMIT() external view returns (uint256);
}

/// @title Copies in people's hands: whose they are, where their metadata is, what their sale owes
contract CopiesTest is Press {
    function setUp() public override {
        super.setUp();
        open(terms());
        buyCopies(collector, 5);
    }

    function test_their_uri_is_the_cid_of_the_digest() public {
        uint256 digest = uint256(sha256("atelier"));
        open(digest, ROYALTY_BPS, FEE_BPS, terms());
        vm.assertEq(
            uris().uri(digest), "ipfs://bafkreihu2znsja5tjkgvbphszhqfgb34jxd4ac3facgodgem4twkiv2bza", "uri"
        );
    }

    function test_what_is_none_has_no_uri() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, OTHER));
        uris().uri(OTHER);
    }

    function test_the_artist_gets_the_royalty() public {
        (address receiver, uint256 amount) = royaltyOf(EDITION, 9_999);
        vm.assertEq(receiver, artist, "receiver");
        vm.assertEq(amount, 999, "rounded down");
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, OTHER));
        royaltyOf(OTHER, 1);
    }

    function test_a_shared_royalty_has_a_receiver() public {
        IRoyalties.Consent[] memory consents = consentsTo(OTHER);
        IEditions.Terms memory how = terms();
        vm.prank(artist);
        editions.open(OTHER, 500, FEE_BPS, how, sharedSplit(), consents);
        (address receiver, uint256 amount) = royaltyOf(OTHER, 10_000);
        vm.assertEq(receiver, royalties.receiverOf(OTHER), "receiver");
        vm.assertEq(amount, 500, "royalty");
    }

    function testFuzz_a_royalty_is_never_more_than_its_share(uint256 price) public view {
        (, uint256 amount) = royaltyOf(EDITION, price);
        vm.assertEq(amount, price / 10, "royalty");
    }

    function test_only_the_market_hands_over() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.NotMarket.selector, stranger));
        vm.prank(stranger);
        editions.handOver(EDITION, 1, collector, stranger);
    }

    function test_the_market_hands_over_for_who_trusts_it() public {
        vm.expectEmit(address(editions));
        emit IERC1155.TransferSingle(address(market), collector, stranger, EDITION, 2);
        vm.prank(address(market));
        (address who, uint16 royaltyBps, bool isSplit) = editions.handOver(EDITION, 2, collector, stranger);
        vm.assertEq(who, artist, "artist");
        vm.assertEq(royaltyBps, ROYALTY_BPS, "royalty");
        vm.assertTrue(!isSplit, "split");
        vm.assertEq(held(collector), 3, "from");
        vm.assertEq(held(stranger), 2, "to");
    }

    function test_the_market_is_told_who_shares() public {
        IRoyalties.Consent[] memory consents = consentsTo(OTHER);
        IEditions.Terms memory how = terms();
        how.price = 0;
        vm.prank(artist);
        editions.open(OTHER, ROYALTY_BPS, FEE_BPS, how, sharedSplit(), consents);
        editions.mint(OTHER, 1, collector, 0, 0, new bytes32[](0));
        vm.prank(address(market));
        (, , bool isSplit) = editions.handOver(OTHER, 1, collector, stranger);
        vm.assertTrue(isSplit, "split");
    }

    function test_the_market_hands_over_nothing_that_is_not_there() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.EditionMissing.selector, OTHER));
        vm.prank(address(market));
        editions.handOver(OTHER, 1, collector, stranger);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC1155Errors.ERC1155InsufficientBalance.selector, collector, 5, 6, EDITION
            )
        );
        vm.prank(address(market));
        editions.handOver(EDITION, 6, collector, stranger);
    }

    function test_who_trusts_it_not_keeps_their_copies() public {
        vm.assertTrue(copies.isApprovedForAll(collector, address(market)), "trusted at first");
        vm.prank(collector);
        artwork.setMarketTrust(false);
        vm.assertTrue(!copies.isApprovedForAll(collector, address(market)), "trusted still");
        vm.assertTrue(copies.isApprovedForAll(artist, address(market)), "by others");
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC1155Errors.ERC1155MissingApprovalForAll.selector, address(market), collector
            )
        );
        vm.prank(address(market));
        editions.handOver(EDITION, 1, collector, stranger);
    }

    function test_the_market_is_trusted_in_one_place() public {
        vm.expectRevert(abi.encodeWithSelector(IEditions.TrustKeptByArtwork.selector, address(artwork)));
        vm.prank(collector);
        copies.setApprovalForAll(address(market), true);
    }

    function test_others_are_approved_as_ever() public {
        vm.assertTrue(!copies.isApprovedForAll(collector, stranger), "before");
        vm.expectEmit(address(editions));
        emit IERC1155.ApprovalForAll(collector, stranger, true);
        vm.prank(collector);
        copies.setApprovalForAll(stranger, true);
        vm.assertTrue(copies.isApprovedForAll(collector, stranger), "after");
        vm.prank(stranger);
        copies.safeTransferFrom(collector, stranger, EDITION, 1, "");
        vm.assertEq(held(stranger), 1, "copies");
    }

    function test_contracts_must_say_they_take_copies() public {
        vm.expectRevert(
            abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(market))
        );
        buyFor(address(market));
        vm.expectRevert(
            abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(royalties))
        );
        vm.prank(address(market));
        editions.handOver(EDITION, 1, collector, address(royalties));
    }

    function test_what_it_says_it_can() public view {
        IERC165 asked = IERC165(address(editions));
        vm.assertTrue(asked.supportsInterface(type(IERC165).interfaceId), "165");
        vm.assertTrue(asked.supportsInterface(type(IERC1155).interfaceId), "1155");
        vm.assertTrue(asked.supportsInterface(type(IERC1155MetadataURI).interfaceId), "metadata");
        vm.assertTrue(asked.supportsInterface(type(IERC2981).interfaceId), "2981");
        vm.assertTrue(!asked.supportsInterface(0xffffffff), "everything");
    }

    function test_how_it_is_wired() public view {
        vm.assertEq(editions.market(), address(market), "market");
        vm.assertEq(editions.artwork(), address(artwork), "artwork");
        IEditionConstants constants = IEditionConstants(address(editions));
        vm.assertEq(constants.ROYALTY_CAP_BPS(), 1_000, "royalty cap");
        vm.assertEq(constants.MINT_LIMIT(), 100, "mint limit");
        vm.assertEq(sales.policy().primaryFeeBps, FEE_BPS, "primary fee");
        vm.assertEq(sales.policy().secondaryFeeBps, 0, "secondary fee");
    }

    function buyFor(address to) private {
        vm.prank(stranger);
        editions.mint{value: UNIT}(EDITION, 1, to, UNIT, 0, new bytes32[](0));
    }

    function uris() private view returns (IERC1155MetadataURI) {
        return IERC1155MetadataURI(address(editions));
    }

    function royaltyOf(uint256 edition, uint256 price) private view returns (address, uint256) {
        return IERC2981(address(editions)).royaltyInfo(edition, price);
    }
}
