// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Cheats} from "../Vm.sol";

interface IProbe {
    function floorOf(uint256 amount, uint16 bps) external pure returns (uint256);
    function ceilOf(uint256 amount, uint16 bps) external pure returns (uint256);
    function toText(uint256 digest) external pure returns (string memory);
}

/// @title The libraries against what they should compute, computed otherwise
contract LibrariesTest is Cheats {
    bytes private constant LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    IProbe private probe;

    function setUp() public {
        probe = IProbe(vm.deployCode("LibraryProbe.sol:LibraryProbe", ""));
    }

    function test_a_known_digest_has_its_known_text() public view {
        vm.assertEq(
            probe.toText(uint256(sha256("atelier"))),
            "bafkreihu2znsja5tjkgvbphszhqfgb34jxd4ac3facgodgem4twkiv2bza",
            "text"
        );
    }

    function test_the_least_and_the_greatest_digest_have_theirs() public view {
        vm.assertEq(
            probe.toText(0),
            "bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "least"
        );
        vm.assertEq(
            probe.toText(type(uint256).max),
            "bafkreih777777777777777777777777777777777777777777777777774",
            "greatest"
        );
    }

    function testFuzz_a_text_reads_back_as_its_digest(uint256 digest) public view {
        bytes memory text = bytes(probe.toText(digest));
        vm.assertEq(text.length, 59, "length");
        vm.assertEq(bytes32(text[0]), bytes32("b"), "base");
        uint256 header;
        uint256 found;
        for (uint256 i = 1; i < text.length; ++i) {
            uint256 five = place(text[i]);
            for (uint256 bit = 1; bit <= 5; ++bit) {
                header = (header << 1) | (found >> 255); // 290 bits: what is shifted out goes on there
                found = (found << 1) | ((five >> (5 - bit)) & 1);
            }
        }
        // Two zeros fill up the last letter: all is two bits too far to the left.
        vm.assertEq(found & 3, 0, "filling");
        vm.assertEq((found >> 2) | (header << 254), digest, "digest");
        vm.assertEq(header >> 2, 0x01551220, "prefix");
    }

    function testFuzz_a_share_is_rounded_down(uint128 amount, uint16 bps) public view {
        bps = uint16(bound(bps, 0, 10_000));
        vm.assertEq(probe.floorOf(amount, bps), (uint256(amount) * bps) / 10_000, "share");
    }

    function testFuzz_a_threshold_is_rounded_up(uint128 amount, uint16 bps) public view {
        bps = uint16(bound(bps, 0, 10_000));
        vm.assertEq(probe.ceilOf(amount, bps), (uint256(amount) * bps + 9_999) / 10_000, "threshold");
    }

    function test_small_amounts_are_rounded_as_said() public view {
        vm.assertEq(probe.floorOf(39, 250), 0, "nothing yet");
        vm.assertEq(probe.floorOf(40, 250), 1, "the first unit");
        vm.assertEq(probe.ceilOf(1, 1), 1, "the least threshold");
        vm.assertEq(probe.ceilOf(10_000, 1), 1, "exact");
        vm.assertEq(probe.ceilOf(10_001, 1), 2, "a unit more");
    }

    function test_no_amount_is_too_high() public view {
        uint256 most = type(uint256).max;
        vm.assertEq(probe.floorOf(most, 10_000), most, "all of it");
        vm.assertEq(probe.floorOf(most, 1_000), most / 10, "a tenth");
        vm.assertEq(probe.ceilOf(most, 10_000), most, "all of it");
    }

    function place(bytes1 letter) private pure returns (uint256) {
        for (uint256 i = 0; i < 32; ++i) {
            if (LETTERS[i] == letter) return i;
        }
        revert("no letter of base32");
    }
}
