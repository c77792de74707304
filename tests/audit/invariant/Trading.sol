// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";
import {Refuser} from "./Refuser.sol";

interface IToken is IERC20 {
    function mint(address to, uint256 amount) external;
}

/// @title People who mint, sell, bid, move, share and withdraw at random
/// @dev Every act arranges what it needs and must succeed: a revert is a failure of the campaign. Forge counts
/// an act unless it found nothing to do (`vm.assume`). What the fees should have come to is counted here,
/// apart from the contracts.
contract Trading is Scene {
    uint256 private constant MOST_WORKS = 12; // the invariants add them up

    uint256[] public works;
    address[] public people;
    Refuser public refuser;
    uint16 public feeBps = FEE_BPS;
    uint256 public etherInTotal;

    mapping(address house => mapping(address currency => uint256 amount)) public feesKept;
    uint256 public acts;

    uint256 internal dice;

    modifier act() {
        ++acts;
        _;
    }

    constructor() {
        setUp();
        admit(artist);
        refuser = new Refuser();
        people = [artist, collector, stranger, members[0], address(refuser)];
        vm.deal(address(refuser), 1_000 ether);
        for (uint256 i = 0; i < people.length; ++i) {
            IToken(token).mint(people[i], 1_000_000 ether);
            vm.startPrank(people[i]);
            IToken(token).approve(address(market), type(uint256).max);
            IToken(token).approve(address(artwork), type(uint256).max);
            vm.stopPrank();
            etherInTotal += people[i].balance;
        }
    }

    // ---- what happens ----

    function mintPlain() external act {
        vm.assume(works.length < MOST_WORKS);
        addWork();
    }

    /// @dev A work with a payee and a parent, both of which its income must reach.
    function mintSplit(uint256 seed, uint16 bps, uint16 parentsBps) external act {
        dice = seed;
        vm.assume(works.length < MOST_WORKS);
        if (works.length == 0) addWork();
        uint256 work = uint256(keccak256(abi.encode("split", works.length)));
        IRoyalties.Split memory split;
        split.parents = new uint256[](1);
        split.parents[0] = works[roll(works.length)];
        split.parentsBps = uint16(bound(parentsBps, 500, 5_000));
        split.shares = new IRoyalties.Share[](1);
        split.shares[0] = IRoyalties.Share(people[1 + roll(4)], uint16(bound(bps, 1, 5_000)));
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](1);
        consents[0] = split.shares[0].payee == address(refuser)
            ? IRoyalties.Consent(false, type(uint64).max, "")
            : consented(work, artist, split.shares[0], address(royalties));
        vm.prank(artist);
        artwork.mintSplit(work, artist, ROYALTY_BPS, split, consents);
        works.push(work);
    }

    function mintWithVoucher(uint256 seed, uint96 price, bool isToken) external act {
        dice = seed;
        vm.assume(works.length < MOST_WORKS);
        IArtwork.Voucher memory voucher = voucherOf(uint256(keccak256(abi.encode("work", works.length))));
        voucher.price = bound(price, 0, 10 ether);
        voucher.currency = isToken ? token : ETHER;
        voucher.maxFeeBps = 1_000;
        bytes memory signature = signed(voucher, address(artwork));
        address payer = people[1 + roll(4)];
        vm.prank(payer);
        artwork.mintWithVoucher{value: isToken ? 0 : voucher.price}(
            voucher, signature, new IRoyalties.Consent[](0)
        );
        works.push(voucher.work);
        feesKept[address(artwork)][voucher.currency] += (voucher.price * feeBps) / 10_000;
    }

    function buy(uint256 seed, uint96 price, bool isToken) external act {
        dice = seed;
        uint256 work = freeWork();
        sell(work, anybodyBut(ownerOf(work)), isToken ? token : ETHER, bound(price, 0, 10 ether));
    }

    function takeOffer(uint256 seed, uint96 price) external act {
        dice = seed;
        uint256 work = freeWork();
        address seller = ownerOf(work);
        IMarket.Offer memory offer = offerFor(work, anybodyBut(seller));
        offer.price = bound(price, 0, 10 ether);
        offer.nonce = acts;
        bytes memory signature = signed(offer, address(market));
        vm.prank(seller);
        market.takeOffer(offer, signature, work, 0);
        feesKept[address(market)][token] += (offer.price * feeBps) / 10_000;
    }

    function move(uint256 seed) external act {
        dice = seed;
        uint256 work = freeWork();
        address owner = ownerOf(work);
        move(work, owner, anybodyBut(owner));
    }

    function createAuction(uint256 seed) external act {
        dice = seed;
        uint256 work = freeWork();
        auction(work, ownerOf(work));
    }

    function bid(uint256 seed, uint96 extra) external act {
        dice = seed;
        uint256 work = auctioned();
        bidOn(work, bound(extra, 0, 1 ether));
    }

    function settle(uint256 seed) external act {
        dice = seed;
        uint256 work = auctioned();
        if (auctionHouse.auctions(work).bidder == address(0)) bidOn(work, 0);
        uint256 endsAt = auctionHouse.auctions(work).endsAt;
        if (vm.getBlockTimestamp() < endsAt) vm.warp(endsAt);
        auctionHouse.settle(work);
    }

    function cancelAuction(uint256 seed) external act {
        dice = seed;
        uint256 work = freeWork();
        address seller = ownerOf(work);
        auction(work, seller);
        vm.prank(seller);
        auctionHouse.cancel(work);
    }

    /// @dev Where no work has income, somebody gives some to one.
    function share(uint256 seed, bool isToken) external act {
        dice = seed;
        address currency = isToken ? token : ETHER;
        uint256 work = earning(currency);
        if (work == 0) {
            (work, currency) = (works.length == 0 ? addWork() : works[roll(works.length)], ETHER);
            vm.prank(collector);
            royalties.credit{value: 1 ether + seed % 1000}(work);
        }
        royalties.share(work, currency);
    }

    /// @dev Where the refuser has no credit, it refuses the price of a work first.
    function withdraw(uint256 seed, bool isTaking) external act {
        dice = seed;
        address house = owing();
        if (house == address(0)) {
            refuser.take(false);
            uint256 work = freeWork();
            if (ownerOf(work) != address(refuser)) move(work, ownerOf(work), address(refuser));
            sell(work, anybodyBut(address(refuser)), ETHER, 1 ether);
            house = owing();
        }
        refuser.take(true);
        vm.prank(address(refuser));
        IPayouts(house).withdraw(ETHER);
        refuser.take(isTaking);
    }

    /// @dev Where no fees are kept, a sale leaves some.
    function sweep(uint256 seed, bool isArtwork, bool isToken) external act {
        dice = seed;
        address house = isArtwork ? address(artwork) : address(market);
        address currency = isToken ? token : ETHER;
        if (feesKept[house][currency] == 0) {
            vm.assume(feeBps != 0);
            uint256 work = freeWork();
            (house, currency) = (address(market), ETHER);
            sell(work, anybodyBut(ownerOf(work)), ETHER, 1 ether);
        }
        IKeptFees(house).sweep(currency);
        feesKept[house][currency] = 0;
    }

    function setFees(uint16 bps) external act {
        feeBps = uint16(bound(bps, 0, 1_000));
        address[3] memory houses = [address(artwork), address(market), address(auctionHouse)];
        for (uint256 i = 0; i < houses.length; ++i) {
            vm.prank(treasury);
            ISales(houses[i]).setFees(feeBps, feeBps);
        }
    }

    function wait(uint32 time) external act {
        pass(bound(time, 1, 2 days));
    }

    // ---- what the invariants ask ----

    function workCount() external view returns (uint256) {
        return works.length;
    }

    function personCount() external view returns (uint256) {
        return people.length;
    }

    function houses()
        external
        view
        returns (address, address, address, address, address, address)
    {
        return (
            address(artwork), address(market), address(auctionHouse), address(royalties), treasury, token
        );
    }

    // ---- how ----

    function addWork() private returns (uint256 work) {
        work = uint256(keccak256(abi.encode("work", works.length)));
        mint(work);
        works.push(work);
    }

    function sell(uint256 work, address buyer, address currency, uint256 price) private {
        IMarket.Listing memory listing = listingOf(work, ownerOf(work));
        (listing.price, listing.currency, listing.maxFeeBps) = (price, currency, 1_000);
        bytes memory signature = signed(listing, address(market));
        vm.prank(buyer);
        market.buy{value: currency == ETHER ? price : 0}(listing, signature);
        feesKept[address(market)][currency] += (price * feeBps) / 10_000;
    }

    /// @dev A work with income in a currency, zero for none.
    function earning(address currency) private view returns (uint256) {
        for (uint256 i = 0; i < works.length; ++i) {
            uint256 work = works[(i + roll(works.length)) % works.length];
            if (royalties.incomeOf(work, currency) != 0) return work;
        }
        return 0;
    }

    /// @dev A contract that owes the refuser ether, zero for none.
    function owing() private view returns (address) {
        address[3] memory houses_ = [address(market), address(auctionHouse), address(royalties)];
        for (uint256 i = 0; i < houses_.length; ++i) {
            if (IPayouts(houses_[i]).credits(ETHER, address(refuser)) != 0) return houses_[i];
        }
        return address(0);
    }

    /// @dev A work that is in no auction.
    function freeWork() private returns (uint256 work) {
        for (uint256 i = 0; i < works.length; ++i) {
            work = works[(i + roll(works.length)) % works.length];
            if (ownerOf(work) != address(auctionHouse)) return work;
        }
        return addWork();
    }

    /// @dev A work in an auction that takes bids.
    function auctioned() private returns (uint256 work) {
        for (uint256 i = 0; i < works.length; ++i) {
            work = works[(i + roll(works.length)) % works.length];
            if (ownerOf(work) != address(auctionHouse)) continue;
            if (auctionHouse.leastBid(work) != 0) return work;
        }
        work = freeWork();
        auction(work, ownerOf(work));
    }

    function bidOn(uint256 work, uint256 extra) private {
        IAuctionHouse.Auction memory found = auctionHouse.auctions(work);
        address bidder = anybodyBut(found.seller);
        uint256 amount = auctionHouse.leastBid(work) + extra;
        vm.prank(bidder);
        auctionHouse.bid{value: amount}(work, found.transferCount);
    }

    function anybodyBut(address who) internal view returns (address) {
        address chosen = people[roll(people.length)];
        return chosen == who ? people[(roll(people.length) + 1) % people.length] : chosen;
    }

    function roll(uint256 sides) internal view returns (uint256) {
        return uint256(keccak256(abi.encode(dice))) % sides;
    }
}
