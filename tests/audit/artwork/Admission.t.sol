// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

/// @title Who may mint, and until when
contract AdmissionTest is ArtworkScene {
    uint48 private constant FOR_EVER = type(uint48).max;

    function test_admission_has_no_end_at_first() public view {
        vm.assertTrue(artwork.isArtist(artist), "no artist");
        vm.assertEq(artwork.artistUntil(artist), FOR_EVER, "until");
    }

    function test_a_stranger_is_no_artist() public view {
        vm.assertTrue(!artwork.isArtist(stranger), "an artist");
        vm.assertEq(artwork.artistUntil(stranger), 0, "until");
    }

    function test_artists_are_numbered_from_one() public {
        letIn(collector);
        mintBy(artist, WORK);
        mintBy(collector, OTHER);
        vm.assertEq(artwork.works(WORK).artistNumber, 1, "first");
        vm.assertEq(artwork.works(OTHER).artistNumber, 2, "second");
        vm.assertEq(artwork.artistOf(WORK), artist, "artist of the first");
        vm.assertEq(artwork.artistOf(OTHER), collector, "artist of the second");
    }

    function test_an_artist_keeps_the_number_when_admitted_again() public {
        endAdmission(artist, 1);
        letIn(artist);
        letIn(collector);
        mintBy(artist, WORK);
        mintBy(collector, OTHER);
        vm.assertEq(artwork.works(WORK).artistNumber, 1, "first");
        vm.assertEq(artwork.works(OTHER).artistNumber, 2, "second");
        vm.assertEq(artwork.artistUntil(artist), FOR_EVER, "until");
    }

    function test_a_stranger_cannot_admit() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotCuration.selector, stranger));
        vm.prank(stranger);
        artwork.admit(stranger);
    }

    function test_a_stranger_cannot_end_an_admission() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotCuration.selector, artist));
        vm.prank(artist);
        artwork.endAdmission(artist, 1);
    }

    function test_what_never_began_cannot_end() public {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.NotArtist.selector, stranger));
        vm.prank(address(curation));
        artwork.endAdmission(stranger, 1);
    }

    function test_an_artist_mints_in_the_last_second() public {
        uint256 until = vm.getBlockTimestamp() + 1;
        endAdmission(artist, until);
        vm.assertTrue(artwork.isArtist(artist), "no artist");
        vm.assertEq(artwork.artistUntil(artist), until, "until");
        mintBy(artist, WORK);
        vm.assertEq(ownerOf(WORK), artist, "owner");
    }

    function test_an_artist_does_not_mint_in_the_second_of_the_end() public {
        uint48 until = uint48(vm.getBlockTimestamp());
        endAdmission(artist, until);
        vm.assertTrue(!artwork.isArtist(artist), "still an artist");
        vm.expectRevert(abi.encodeWithSelector(IArtwork.AdmissionOver.selector, artist, until));
        mintBy(artist, WORK);
    }

    function test_an_artist_does_not_mint_later() public {
        uint48 until = uint48(vm.getBlockTimestamp());
        endAdmission(artist, until);
        pass(1);
        vm.assertTrue(!artwork.isArtist(artist), "still an artist");
        vm.expectRevert(abi.encodeWithSelector(IArtwork.AdmissionOver.selector, artist, until));
        mintBy(artist, WORK);
    }

    function test_an_end_in_time_to_come_can_be_taken_back() public {
        endAdmission(artist, vm.getBlockTimestamp());
        endAdmission(artist, FOR_EVER);
        mintBy(artist, WORK);
        vm.assertEq(ownerOf(WORK), artist, "owner");
    }

    function mintBy(address minter, uint256 work) private {
        vm.prank(minter);
        artwork.mint(work, minter, 0);
    }
}
