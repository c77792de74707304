// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../interfaces/IArtwork.sol";
import {Splits} from "./Splits.sol";

/// @title The EIP-712 hash of a voucher
library Vouchers {
    bytes32 private constant VOUCHER_TYPEHASH = keccak256(
        "Voucher(uint256 work,address artist,address to,address currency,uint256 price,uint16 royaltyBps,"
        "uint16 maxFeeBps,uint64 deadline,uint64 nonce,address submitter,Split split)"
        "Share(address payee,uint16 bps)Split(uint256[] parents,uint16 parentsBps,Share[] shares)"
    );

    /// @notice `hashStruct` of a voucher.
    function hash(IArtwork.Voucher calldata voucher) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    VOUCHER_TYPEHASH,
                    voucher.work,
                    voucher.artist,
                    voucher.to,
                    voucher.currency,
                    voucher.price,
                    voucher.royaltyBps,
                    voucher.maxFeeBps,
                    voucher.deadline,
                    voucher.nonce,
                    voucher.submitter,
                    Splits.hash(voucher.split)
                )
            );
    }
}
