// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IArtwork} from "./interfaces/IArtwork.sol";
import {IMarket} from "./interfaces/IMarket.sol";
import {Shares} from "./libraries/Shares.sol";
import {Governed} from "./parts/Governed.sol";
import {KeptFees} from "./parts/KeptFees.sol";
import {Sales} from "./parts/Sales.sol";

/// @title The market: listings are signed off chain, sales happen here, nothing is kept but the fee
/// @dev The manual is `IMarket`.
contract Market is EIP712, KeptFees, IMarket {
    bytes32 private constant LISTING_TYPEHASH = keccak256(
        "Listing(address seller,uint256 work,uint256 priceWei,uint16 maxFeeBps,uint48 transferCount,"
        "uint64 expiresAt,uint256 epoch,address buyer)"
    );

    IArtwork private immutable ARTWORK;

    /// @inheritdoc IMarket
    mapping(address seller => uint256 epoch) public epochs;
    /// @inheritdoc IMarket
    mapping(bytes32 listing => bool isVoid) public isCancelled;

    constructor(
        Wiring memory wiring,
        uint16 primaryFeeBps,
        uint16 secondaryFeeBps
    )
        EIP712("Atelier Market", "1")
        Governed(wiring.treasury)
        Sales(wiring.royalties, primaryFeeBps, secondaryFeeBps)
        KeptFees(wiring.currencies)
    {
        ARTWORK = IArtwork(wiring.artwork);
    }

    /// @inheritdoc IMarket
    function buy(Listing calldata listing, bytes calldata signature) external payable nonReentrant {
        bytes32 digest = listingDigest(listing);
        _checkListing(listing, digest, signature);
        uint256 feeWei = _feeOf(listing.priceWei, _openPolicy().secondaryFeeBps, listing.maxFeeBps);

        (address artist, uint16 royaltyBps, ) = ARTWORK.handOverListed(
            listing.work, uint40(listing.transferCount), 0, listing.seller, msg.sender
        );
        uint256 royaltyWei = artist == listing.seller ? 0 : Shares.floorOf(listing.priceWei, royaltyBps);
        emit WorkSold(
            listing.work, listing.seller, msg.sender, digest, listing.priceWei, feeWei, royaltyWei, artist
        );
        _pay(ETHER, listing.seller, listing.priceWei - feeWei - royaltyWei);
        _pay(ETHER, artist, royaltyWei);
    }

    /// @inheritdoc IMarket
    function cancel(Listing calldata listing) external {
        if (msg.sender != listing.seller) revert NotSeller(listing.seller, msg.sender);
        bytes32 digest = listingDigest(listing);
        if (isCancelled[digest]) revert ListingClosed(digest);
        isCancelled[digest] = true;
        emit ListingCancelled(digest, msg.sender, listing.work);
    }

    /// @inheritdoc IMarket
    function cancelAll() external returns (uint256 epoch) {
        epoch = ++epochs[msg.sender];
        emit ListingsCancelled(msg.sender, epoch);
    }

    /// @inheritdoc IMarket
    function artwork() external view returns (address) {
        return address(ARTWORK);
    }

    /// @inheritdoc IMarket
    function listingDigest(Listing calldata listing) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(LISTING_TYPEHASH, listing)));
    }

    /// @dev Cheap checks first, the signature last. The work itself is checked where it is handed over.
    function _checkListing(
        Listing calldata listing,
        bytes32 digest,
        bytes calldata signature
    ) private view {
        if (block.timestamp > listing.expiresAt) revert ListingExpired(listing.expiresAt, block.timestamp);
        if (listing.buyer != address(0) && listing.buyer != msg.sender) {
            revert ListingReserved(listing.buyer, msg.sender);
        }
        if (msg.value != listing.priceWei) revert PaymentWrong(msg.value, listing.priceWei);
        uint256 epoch = epochs[listing.seller];
        if (listing.epoch != epoch) revert EpochPassed(listing.epoch, epoch);
        if (isCancelled[digest]) revert ListingClosed(digest);
        if (!SignatureChecker.isValidSignatureNowCalldata(listing.seller, digest, signature)) {
            revert ListingForged(listing.seller);
        }
    }
}
