// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Cheats} from "./Vm.sol";

import {IArtwork} from "../../contracts/interfaces/IArtwork.sol";
import {IEditions} from "../../contracts/interfaces/IEditions.sol";
import {IMarket} from "../../contracts/interfaces/IMarket.sol";
import {IRoyalties} from "../../contracts/interfaces/IRoyalties.sol";

/// @title EIP-712 as a wallet does it: types as text, hashed by forge's own encoder, never by a contract of ours
abstract contract Signing is Cheats {
    struct Domain {
        string name;
        string version;
        uint256 chainId;
        address verifyingContract;
    }

    struct ConsentFields {
        uint256 work;
        address artist;
        address payee;
        uint16 bps;
        uint64 epoch;
        uint64 deadline;
    }

    string private constant SPLIT =
        "Share(address payee,uint16 bps)Split(uint256[] parents,uint16 parentsBps,Share[] shares)";
    string internal constant VOUCHER = string(
        abi.encodePacked(
            "Voucher(uint256 work,address artist,address to,address currency,uint256 price,uint16 royaltyBps,"
            "uint16 maxFeeBps,uint64 deadline,uint64 nonce,address submitter,Split split)",
            SPLIT
        )
    );
    string internal constant EDITION_VOUCHER = string(
        abi.encodePacked(
            "EditionVoucher(uint256 edition,address artist,uint16 royaltyBps,Terms terms,uint16 maxFeeBps,"
            "uint64 deadline,uint64 nonce,address submitter,Split split)",
            SPLIT,
            "Terms(address currency,uint96 price,uint48 size,uint48 opensAt,uint48 closesAt,uint48 publicAt,"
            "uint32 walletLimit,bytes32 allowlist)"
        )
    );
    string internal constant LISTING =
        "Listing(address seller,uint256 work,address currency,uint256 price,uint16 maxFeeBps,"
        "uint40 transferCount,uint64 expiresAt,uint64 epoch,address buyer)";
    string internal constant BUNDLE =
        "Bundle(address seller,Item[] items,address currency,uint256 price,uint16 maxFeeBps,uint64 expiresAt,"
        "uint64 epoch,address buyer)Item(uint256 work,uint40 transferCount)";
    string internal constant EDITION_LISTING =
        "EditionListing(address seller,uint256 edition,uint256 copies,address currency,uint256 unitPrice,"
        "uint16 maxFeeBps,uint64 expiresAt,uint64 epoch,uint256 nonce,address buyer)";
    string internal constant OFFER =
        "Offer(address bidder,uint256 work,address artist,uint256 copies,address currency,uint256 price,"
        "uint256 nonce,uint64 expiresAt,uint64 epoch)";
    string internal constant CONSENT =
        "Consent(uint256 work,address artist,address payee,uint16 bps,uint64 epoch,uint64 deadline)";

    /// @dev The keys of the cast; whoever has one can sign.
    mapping(address signer => uint256 key) internal keys;

    /// @dev Somebody with ether and a key.
    function person(string memory name) internal returns (address who) {
        uint256 key = uint256(keccak256(bytes(name)));
        who = vm.addr(key);
        keys[who] = key;
        vm.label(who, name);
        vm.deal(who, 1_000 ether);
    }

    function signed(IArtwork.Voucher memory voucher, address verifier) internal view returns (bytes memory) {
        return signedBy(voucher.artist, "Atelier Artwork", verifier, VOUCHER, abi.encode(voucher));
    }

    function signed(
        IEditions.EditionVoucher memory voucher,
        address verifier
    ) internal view returns (bytes memory) {
        return signedBy(voucher.artist, "Atelier Editions", verifier, EDITION_VOUCHER, abi.encode(voucher));
    }

    function signed(IMarket.Listing memory listing, address verifier) internal view returns (bytes memory) {
        return signedBy(listing.seller, "Atelier Market", verifier, LISTING, abi.encode(listing));
    }

    function signed(IMarket.Bundle memory bundle, address verifier) internal view returns (bytes memory) {
        return signedBy(bundle.seller, "Atelier Market", verifier, BUNDLE, abi.encode(bundle));
    }

    function signed(
        IMarket.EditionListing memory listing,
        address verifier
    ) internal view returns (bytes memory) {
        return signedBy(listing.seller, "Atelier Market", verifier, EDITION_LISTING, abi.encode(listing));
    }

    function signed(IMarket.Offer memory offer, address verifier) internal view returns (bytes memory) {
        return signedBy(offer.bidder, "Atelier Market", verifier, OFFER, abi.encode(offer));
    }

    /// @dev A payee's consent to a share in one work, in the payee's first epoch.
    function consented(
        uint256 work,
        address artist,
        IRoyalties.Share memory share,
        address verifier
    ) internal view returns (IRoyalties.Consent memory consent) {
        consent.deadline = uint64(vm.getBlockTimestamp() + 1 days);
        ConsentFields memory fields =
            ConsentFields(work, artist, share.payee, share.bps, 0, consent.deadline);
        consent.signature =
            signedBy(share.payee, "Atelier Royalties", verifier, CONSENT, abi.encode(fields));
    }

    function signedBy(
        address signer,
        string memory domain,
        address verifier,
        string memory type_,
        bytes memory fields
    ) internal view returns (bytes memory) {
        uint256 key = keys[signer];
        if (key == 0) return ""; // a wallet contract, which knows by itself
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(domain, verifier, type_, fields));
        return abi.encodePacked(r, s, v);
    }

    function digestOf(
        string memory domain,
        address verifier,
        string memory type_,
        bytes memory fields
    ) internal view returns (bytes32) {
        bytes32 separator = vm.eip712HashStruct(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)",
            abi.encode(Domain(domain, "1", vm.getChainId(), verifier))
        );
        return keccak256(abi.encodePacked(hex"1901", separator, vm.eip712HashStruct(type_, fields)));
    }
}
