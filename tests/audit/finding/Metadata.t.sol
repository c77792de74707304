// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";

import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";

/// @title Metadata: swapped after the vote, of works that are none, a renderer that blocks the mint
/// @dev There is neither a renderer nor any text of anybody's in a URI: what follows holds them away.
contract MetadataTest is Scene {
    /// @dev The URI of sha-256("atelier"), computed elsewhere.
    string private constant KNOWN_URI = "ipfs://bafkreihu2znsja5tjkgvbphszhqfgb34jxd4ac3facgodgem4twkiv2bza";

    IERC721Metadata private named;

    function setUp() public override {
        super.setUp();
        named = IERC721Metadata(address(artwork));
        admit(artist);
    }

    function test_R_H03_the_uri_is_the_content_and_nothing_else() public {
        mint(uint256(sha256("atelier")));
        vm.assertEq(named.tokenURI(uint256(sha256("atelier"))), KNOWN_URI, "uri");
    }

    function test_R_M02_what_is_not_minted_has_no_uri() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, WORK));
        named.tokenURI(WORK);
    }

    function test_N_M09_a_mint_needs_no_other_contract() public {
        address[4] memory others =
            [address(market), address(auctionHouse), address(royalties), address(currencies)];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.etch(others[i], hex"fe"); // fails with all its gas, whatever is asked
        }
        mint(WORK);
        vm.assertEq(ownerOf(WORK), artist, "owner");
    }

    function testFuzz_N_M25_every_digest_can_be_minted_and_read(uint256 work) public {
        vm.assume(work != 0);
        mint(work);
        vm.assertEq(bytes(named.tokenURI(work)).length, 7 + 59, "length");
    }

    function test_N_M26_no_decision_of_the_dao_changes_a_uri() public {
        uint256 work = uint256(sha256("atelier"));
        mint(work);
        vm.startPrank(treasury);
        ISales(address(artwork)).setPaused(true);
        ISales(address(artwork)).setFees(0, 0);
        IKeptFees(address(artwork)).setFeesPushed(true);
        vm.stopPrank();
        vm.prank(address(curation));
        artwork.endAdmission(artist, uint48(vm.getBlockTimestamp()));
        vm.assertEq(named.tokenURI(work), KNOWN_URI, "uri");
    }

    function test_N_M27_a_mint_costs_the_same_however_many_there_are() public {
        mint(1);
        mint(2);
        uint256 early = costOf(3);
        for (uint256 work = 4; work < 44; ++work) {
            mint(work);
        }
        vm.assertLe(costOf(44), early + 1_000, "gas");
    }

    function costOf(uint256 work) private returns (uint256) {
        uint256 before = gasleft();
        mint(work);
        return before - gasleft();
    }
}
