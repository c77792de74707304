// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title The text of a CIDv1 with the raw codec and a sha-256 digest, as IPFS writes it: base32, lower case
library Cid {
    /// @dev CID version 1, raw codec, sha2-256, 32 bytes of digest.
    bytes4 private constant PREFIX = 0x01551220;
    bytes32 private constant ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    /// @dev The multibase letter and 36 bytes at five bits a letter: 1 + ceil(288 / 5).
    uint256 private constant LENGTH = 59;

    function toText(uint256 digest) internal pure returns (string memory) {
        bytes memory cid = abi.encodePacked(PREFIX, digest);
        bytes memory text = new bytes(LENGTH);
        text[0] = "b";
        uint256 written = 1;
        uint256 window; // the bytes read last; only its lowest `pending` bits are still to be written
        uint256 pending;
        for (uint256 i = 0; i < cid.length; ++i) {
            window = (window << 8) | uint8(cid[i]);
            for (pending += 8; pending >= 5; pending -= 5) {
                text[written++] = _letter(window >> (pending - 5));
            }
        }
        text[written] = _letter(window << (5 - pending)); // three bits are left, filled up with zeros
        return string(text);
    }

    function _letter(uint256 bits) private pure returns (bytes1) {
        return ALPHABET[bits & 31];
    }
}
