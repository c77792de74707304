// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";

/// @title Migration: no way in for an administrator, neither the DAO nor who deployed
contract MigrationTest is Scene {
    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_F2_M04_not_even_the_treasury_moves_a_work() public {
        address[3] memory powers = [treasury, address(curation), governor];
        for (uint256 i = 0; i < powers.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IERC721Errors.ERC721InsufficientApproval.selector, powers[i], WORK
                )
            );
            vm.prank(powers[i]);
            IERC721(address(artwork)).transferFrom(artist, powers[i], WORK);
        }
    }

    function test_F2_M14_who_deployed_decides_nothing() public {
        address[4] memory houses =
            [address(artwork), address(editions), address(market), address(auctionHouse)];
        for (uint256 i = 0; i < houses.length; ++i) {
            bytes memory refused = abi.encodeWithSelector(IGoverned.NotTreasury.selector, address(this));
            vm.expectRevert(refused);
            ISales(houses[i]).setFees(0, 0);
            vm.expectRevert(refused);
            ISales(houses[i]).setPaused(true);
        }
    }
}
