// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Cheats} from "../Vm.sol";

import {Artwork} from "../../../contracts/Artwork.sol";
import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";

/// @title P1, P2: a work is minted once, and only for admitted artists, whatever is called by whomever
contract MintingCheck is Cheats {
    Artwork private artwork;
    address private constant CURATION = address(0xC0);
    address private constant ARTIST = address(0xA1);

    function setUp() public {
        artwork = new Artwork(
            IArtwork.Wiring(CURATION, address(0xC1), address(0xC2), address(0xC3), address(0xC4), address(0xC5)),
            250
        );
        vm.prank(CURATION);
        artwork.admit(ARTIST);
    }

    function check_P1_a_work_is_minted_once(uint256 work, address to, address again, uint16 royaltyBps) external {
        vm.assume(to != address(0) && to.code.length == 0 && again.code.length == 0);
        vm.prank(ARTIST);
        (bool isMinted, ) = address(artwork).call(abi.encodeCall(IArtwork.mint, (work, to, royaltyBps)));
        if (!isMinted) return;
        vm.prank(ARTIST);
        (bool isAgain, ) = address(artwork).call(abi.encodeCall(IArtwork.mint, (work, again, royaltyBps)));
        assert(!isAgain);
        assert(artwork.ownerOf(work) == to);
    }

    function check_P2_nobody_but_an_artist_mints(address caller, uint256 work, address to, uint16 bps) external {
        vm.assume(caller != ARTIST && caller != address(0));
        vm.prank(caller);
        (bool isMinted, ) = address(artwork).call(abi.encodeCall(IArtwork.mint, (work, to, bps)));
        assert(!isMinted);
    }

    function check_P2_nobody_but_curation_admits(address caller, address artist) external {
        vm.assume(caller != CURATION && caller != address(0));
        vm.prank(caller);
        (bool isAdmitted, ) = address(artwork).call(abi.encodeCall(IArtwork.admit, (artist)));
        assert(!isAdmitted);
    }
}
