// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {Scene} from "../Scene.sol";

/// @title Foreign collections: orders name none, so none can lie; what our own owe to others
contract ForeignCollectionsTest is Scene {
    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_F8_M06_what_is_paid_for_changes_hands() public {
        buy(listingOf(WORK, artist), collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_F8_M08_only_the_owner_sells() public {
        IMarket.Listing memory listing = listingOf(WORK, stranger);
        bytes memory signature = signed(listing, address(market));
        vm.expectRevert(
            abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, stranger, WORK, artist)
        );
        vm.prank(collector);
        market.buy{value: PRICE}(listing, signature);
    }

    function test_F8_M07_no_work_is_minted_where_it_would_be_stuck() public {
        uint256 work = uint256(keccak256("work 2"));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, token));
        vm.prank(artist);
        artwork.mint(work, token, ROYALTY_BPS);
    }

    function test_F2_M16_other_markets_can_ask_for_the_royalty() public view {
        vm.assertTrue(IERC165(address(artwork)).supportsInterface(0x2a55205a), "works say nothing");
        vm.assertTrue(IERC165(address(editions)).supportsInterface(0x2a55205a), "editions say nothing");
        (address receiver, uint256 amount) = IERC2981(address(artwork)).royaltyInfo(WORK, PRICE);
        vm.assertEq(receiver, artist, "receiver");
        vm.assertEq(amount, PRICE / 10, "amount");
    }
}
