// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IArtwork} from "../../contracts/interfaces/IArtwork.sol";
import {IAuctionHouse} from "../../contracts/interfaces/IAuctionHouse.sol";
import {ICuration} from "../../contracts/interfaces/ICuration.sol";
import {IMarket} from "../../contracts/interfaces/IMarket.sol";
import {IRoyalties} from "../../contracts/interfaces/IRoyalties.sol";
import {Stage} from "./Stage.sol";

/// @title People on the stage, and what they usually do
abstract contract Scene is Stage {
    uint256 internal constant PRICE = 1 ether;
    uint16 internal constant ROYALTY_BPS = 1_000;
    uint256 internal constant WORK = uint256(keccak256("work 1"));
    address internal constant ETHER = address(0);

    address internal artist = person("artist");
    address internal collector = person("collector");
    address internal stranger = person("stranger");

    /// @dev What a bid on a work names; noted when the auction begins, so that a bid is a single call.
    mapping(uint256 work => uint40 transferCount) internal rounds;

    function admit(address applicant) internal returns (uint256 application) {
        vm.prank(applicant);
        application = curation.openApplication{value: BOND}(keccak256("dossier"));
        for (uint256 i = 0; i < 2; ++i) {
            vm.prank(members[i]);
            curation.vote(application, ICuration.Support.For, "Welcome.");
        }
        pass(1 hours);
        curation.finalize(application);
    }

    /// @dev The artist, voted in, with a first work in the own hands at ten per cent royalty.
    function admitAndMint() internal {
        admit(artist);
        mint(WORK);
    }

    function mint(uint256 work) internal {
        vm.prank(artist);
        artwork.mint(work, artist, ROYALTY_BPS);
    }

    function move(uint256 work, address from, address to) internal {
        vm.prank(from);
        IERC721(address(artwork)).transferFrom(from, to, work);
    }

    function ownerOf(uint256 work) internal view returns (address) {
        return IERC721(address(artwork)).ownerOf(work);
    }

    /// @dev Have somebody buy at the listing's price in ether.
    function buy(IMarket.Listing memory listing, address buyer) internal {
        bytes memory signature = signed(listing, address(market));
        vm.prank(buyer);
        market.buy{value: listing.price}(listing, signature);
    }

    function mintWith(IArtwork.Voucher memory voucher, address payer) internal {
        bytes memory signature = signed(voucher, address(artwork));
        vm.prank(payer);
        artwork.mintWithVoucher{value: voucher.price}(voucher, signature, new IRoyalties.Consent[](0));
    }

    /// @dev Have a contract believe a number that nobody lives to see: it is put where the answer to a
    /// question is read last.
    function put(address house, bytes memory question, uint256 number) internal {
        vm.record();
        (bool isAnswered, ) = house.call(question);
        vm.assertTrue(isAnswered, "answered");
        (bytes32[] memory reads, ) = vm.accesses(house);
        vm.store(house, reads[reads.length - 1], bytes32(number));
    }

    function auction(uint256 work, address seller) internal {
        vm.prank(seller);
        auctionHouse.create(work, auctionTerms());
        noteRound(work);
    }

    function noteRound(uint256 work) internal {
        rounds[work] = artwork.works(work).transferCount;
    }

    function bid(uint256 work, address bidder, uint256 amount) internal {
        vm.prank(bidder);
        auctionHouse.bid{value: amount}(work, rounds[work]);
    }

    function auctionTerms() internal pure returns (IAuctionHouse.Terms memory) {
        return
            IAuctionHouse.Terms({
                reserve: uint96(PRICE),
                duration: 1 days,
                extension: 10 minutes,
                extensionCap: 1 hours,
                incrementBps: 500
            });
    }

    function voucherOf(uint256 work) internal view returns (IArtwork.Voucher memory voucher) {
        voucher.work = work;
        voucher.artist = artist;
        voucher.price = PRICE;
        voucher.royaltyBps = ROYALTY_BPS;
        voucher.maxFeeBps = FEE_BPS;
        voucher.deadline = uint64(vm.getBlockTimestamp() + 1 days);
        voucher.nonce = artwork.voucherNonces(artist);
    }

    function listingOf(uint256 work, address seller) internal view returns (IMarket.Listing memory listing) {
        listing.seller = seller;
        listing.work = work;
        listing.price = PRICE;
        listing.maxFeeBps = FEE_BPS;
        listing.transferCount = artwork.works(work).transferCount;
        listing.expiresAt = uint64(vm.getBlockTimestamp() + 1 days);
        listing.epoch = artwork.epochs(seller);
    }

    function offerFor(uint256 work, address bidder) internal view returns (IMarket.Offer memory offer) {
        offer.bidder = bidder;
        offer.work = work;
        offer.currency = token;
        offer.price = PRICE;
        offer.expiresAt = uint64(vm.getBlockTimestamp() + 1 days);
        offer.epoch = artwork.epochs(bidder);
    }
}
