// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

interface IWired {
    function currencies() external view returns (address);
    function royalties() external view returns (address);
    function treasury() external view returns (address);
}

/// @title What works and their contract say of themselves
contract ViewsTest is ArtworkScene {
    IERC721Metadata private named;
    IERC2981 private priced;

    function setUp() public override {
        super.setUp();
        (named, priced) = (IERC721Metadata(address(artwork)), IERC2981(address(artwork)));
        mint(WORK);
    }

    function test_wires_lead_where_they_should() public view {
        IWired wired = IWired(address(artwork));
        vm.assertEq(artwork.curation(), address(curation), "curation");
        vm.assertEq(wired.currencies(), address(currencies), "currencies");
        vm.assertEq(wired.royalties(), address(royalties), "royalties");
        vm.assertEq(wired.treasury(), treasury, "treasury");
    }

    function test_the_collection_has_a_name() public view {
        vm.assertEq(named.name(), "Atelier", "name");
        vm.assertEq(named.symbol(), "WORK", "symbol");
    }

    function test_a_missing_work_has_no_artist() public view {
        vm.assertEq(artwork.artistOf(OTHER), address(0), "artist");
    }

    function test_a_missing_work_says_so() public {
        bytes memory missing = abi.encodeWithSelector(IArtwork.WorkMissing.selector, OTHER);
        vm.expectRevert(missing);
        artwork.works(OTHER);
        vm.expectRevert(missing);
        artwork.parentsOf(OTHER);
        vm.expectRevert(missing);
        priced.royaltyInfo(OTHER, PRICE);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, OTHER));
        named.tokenURI(OTHER);
    }

    function test_a_plain_work_has_no_parents() public view {
        vm.assertEq(artwork.parentsOf(WORK).length, 0, "parents");
    }

    function testFuzz_the_royalty_of_any_price_is_exact(uint128 price) public view {
        (address receiver, uint256 amount) = priced.royaltyInfo(WORK, price);
        vm.assertEq(receiver, artist, "receiver");
        vm.assertEq(amount, (uint256(price) * ROYALTY_BPS) / 10_000, "amount");
    }

    function test_the_royalty_of_the_highest_price_is_known() public view {
        (, uint256 amount) = priced.royaltyInfo(WORK, type(uint256).max);
        vm.assertEq(amount, type(uint256).max / 10, "amount");
    }

    function test_the_royalty_stays_the_artists_when_the_work_moves() public {
        move(WORK, artist, collector);
        (address receiver, ) = priced.royaltyInfo(WORK, PRICE);
        vm.assertEq(receiver, artist, "receiver");
    }

    function test_the_royalty_of_a_shared_work_goes_to_its_receiver() public {
        mintShared(OTHER);
        (address receiver, uint256 amount) = priced.royaltyInfo(OTHER, PRICE);
        vm.assertEq(receiver, royalties.receiverOf(OTHER), "receiver");
        vm.assertEq(amount, PRICE / 10, "amount");
    }

    function test_the_uri_is_the_cid_of_the_digest() public {
        uint256 digest = uint256(sha256("atelier"));
        mint(digest);
        vm.assertEq(
            named.tokenURI(digest),
            "ipfs://bafkreihu2znsja5tjkgvbphszhqfgb34jxd4ac3facgodgem4twkiv2bza",
            "uri"
        );
    }

    function test_interfaces_are_those_of_the_standards() public view {
        IERC165 known = IERC165(address(artwork));
        bytes4[4] memory claimed =
            [bytes4(0x01ffc9a7), bytes4(0x80ac58cd), bytes4(0x5b5e139f), bytes4(0x2a55205a)];
        for (uint256 i = 0; i < claimed.length; ++i) {
            vm.assertTrue(known.supportsInterface(claimed[i]), "not claimed");
        }
        vm.assertTrue(!known.supportsInterface(0xffffffff), "claims nonsense");
        vm.assertTrue(!known.supportsInterface(0xd9b67a26), "claims ERC-1155");
    }
}
