// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

interface IMoody {
    enum Mood {
        Consenting,
        Refusing,
        Reverting,
        Burning,
        Bombing
    }

    function feel(Mood mood) external;
}

/// @title What a voucher's signature is over, and whose it is
contract VoucherSignatureTest is ArtworkScene {
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function testFuzz_the_digest_is_a_wallets(IArtwork.Voucher memory voucher) public view {
        bytes32 meant = digestOf("Atelier Artwork", address(artwork), VOUCHER, abi.encode(voucher));
        vm.assertEq(artwork.voucherDigest(voucher), meant, "digest");
    }

    function test_the_digest_of_a_shared_work_is_a_wallets() public view {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.split.parents = new uint256[](2);
        (voucher.split.parents[0], voucher.split.parents[1]) = (OTHER, 7);
        voucher.split.parentsBps = 500;
        voucher.split.shares = new IRoyalties.Share[](2);
        voucher.split.shares[0] = IRoyalties.Share(payee, PAYEE_BPS);
        voucher.split.shares[1] = IRoyalties.Share(stranger, 1);
        bytes32 meant = digestOf("Atelier Artwork", address(artwork), VOUCHER, abi.encode(voucher));
        vm.assertEq(artwork.voucherDigest(voucher), meant, "digest");
    }

    function test_anothers_signature_is_none() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        bytes memory signature =
            signedBy(stranger, "Atelier Artwork", address(artwork), VOUCHER, abi.encode(voucher));
        assertForged(voucher, signature);
    }

    function testFuzz_a_flipped_bit_of_the_signature_voids_it(uint256 bit) public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        bytes memory signature = signed(voucher, address(artwork));
        bit = bit % (65 * 8);
        signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        assertForged(voucher, signature);
    }

    function test_the_signature_of_another_chain_is_none() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        uint256 here = vm.getChainId();
        vm.chainId(here + 1);
        bytes memory signature = signed(voucher, address(artwork));
        vm.chainId(here);
        assertForged(voucher, signature);
    }

    function test_the_signature_of_another_contract_is_none() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        assertForged(voucher, signed(voucher, address(editions)));
    }

    function test_the_other_half_of_the_curve_is_refused() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[artist], artwork.voucherDigest(voucher));
        assertForged(voucher, abi.encodePacked(r, ORDER - uint256(s), v == 27 ? uint8(28) : uint8(27)));
    }

    function test_a_short_signature_is_refused() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[artist], artwork.voucherDigest(voucher));
        assertForged(voucher, abi.encodePacked(r, uint256(s) | (uint256(v - 27) << 255)));
        assertForged(voucher, "");
    }

    function test_an_account_that_lent_itself_code_keeps_its_key() public {
        vm.etch(artist, vm.deployCode("MoodyWallet.sol:MoodyWallet", "").code);
        IMoody(artist).feel(IMoody.Mood.Refusing);
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_a_wallet_contract_is_asked() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.artist = wallet(IMoody.Mood.Consenting);
        submit(voucher, "its own kind of signature", collector, PRICE);
        vm.assertEq(artwork.artistOf(WORK), voucher.artist, "artist");
    }

    function test_a_wallet_contract_may_refuse_or_revert() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.artist = wallet(IMoody.Mood.Refusing);
        assertForged(voucher, "");
        IMoody(voucher.artist).feel(IMoody.Mood.Reverting);
        assertForged(voucher, "");
    }

    function test_a_contract_that_knows_no_signatures_signs_nothing() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.artist = token;
        letIn(token);
        assertForged(voucher, "");
    }

    function test_nobody_signs_for_nobody() public {
        letIn(address(0));
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.artist = address(0);
        assertForged(voucher, new bytes(65));
    }

    function wallet(IMoody.Mood mood) private returns (address at) {
        at = vm.deployCode("MoodyWallet.sol:MoodyWallet", "");
        IMoody(at).feel(mood);
        letIn(at);
    }

    function assertForged(IArtwork.Voucher memory voucher, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IArtwork.VoucherForged.selector, voucher.artist));
        submit(voucher, signature, collector, PRICE);
    }
}
