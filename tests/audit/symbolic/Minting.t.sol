// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Cheats} from "../Vm.sol";

import {Artwork} from "../../../contracts/Artwork.sol";
import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";

/// @title P1, P2, P28: a work is minted once, and only for admitted artists, whatever is called by whomever;
/// a signature is of one voucher
contract MintingCheck is Cheats {
    /// @dev What a voucher of one payee and one parent says, field by field.
    struct Plain {
        uint256 work;
        address artist;
        address to;
        address currency;
        uint256 price;
        uint16 royaltyBps;
        uint16 maxFeeBps;
        uint64 deadline;
        uint64 nonce;
        address submitter;
        uint256 parent;
        uint16 parentsBps;
        address payee;
        uint16 bps;
    }

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

    function check_P28_no_two_vouchers_have_one_digest(Plain memory one, Plain memory other) external view {
        vm.assume(keccak256(abi.encode(one)) != keccak256(abi.encode(other)));
        assert(artwork.voucherDigest(voucherOf(one)) != artwork.voucherDigest(voucherOf(other)));
    }

    function voucherOf(Plain memory plain) private pure returns (IArtwork.Voucher memory voucher) {
        voucher.work = plain.work;
        voucher.artist = plain.artist;
        voucher.to = plain.to;
        voucher.currency = plain.currency;
        voucher.price = plain.price;
        voucher.royaltyBps = plain.royaltyBps;
        voucher.maxFeeBps = plain.maxFeeBps;
        voucher.deadline = plain.deadline;
        voucher.nonce = plain.nonce;
        voucher.submitter = plain.submitter;
        voucher.split.parentsBps = plain.parentsBps;
        voucher.split.shares = new IRoyalties.Share[](1);
        voucher.split.shares[0] = IRoyalties.Share(plain.payee, plain.bps);
        voucher.split.parents = new uint256[](1);
        voucher.split.parents[0] = plain.parent;
    }
}
