// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyalties} from "./IRoyalties.sol";

/// @title Editions: works in copies (ERC-1155), with the ids of `Artwork`: the digest of the metadata
interface IEditions {
    struct Wiring {
        address artwork;
        address market;
        address royalties;
        address currencies;
        address treasury;
    }

    /// @param size how many copies there can be; zero: open
    /// @param opensAt first second of the sale
    /// @param closesAt last second of the sale
    /// @param publicAt from when on everybody may mint; before, only the allowlist
    /// @param walletLimit copies an account may mint, counted by mints; zero: no limit
    /// @param allowlist root of the Merkle tree of accounts; zero: no allowlist
    struct Terms {
        address artist;
        address currency;
        uint96 price;
        uint16 royaltyBps;
        uint64 size;
        uint48 opensAt;
        uint48 closesAt;
        uint48 publicAt;
        uint32 walletLimit;
        bytes32 allowlist;
    }

    /// @notice What an artist signs so that somebody else can open an edition for them.
    struct EditionVoucher {
        uint256 edition;
        Terms terms;
        uint16 maxFeeBps;
        uint64 deadline;
        uint64 nonce;
        address submitter;
        IRoyalties.Split split;
    }

    /// @notice The artist of an edition, zero for none.
    function artistOf(uint256 edition) external view returns (address);

    /// @notice Move sold copies and say whose they are by royalty. Only `Market`, for owners who trust it.
    function handOver(
        uint256 edition,
        uint256 copies,
        address from,
        address to
    ) external returns (address artist, uint16 royaltyBps, bool isSplit);
}
