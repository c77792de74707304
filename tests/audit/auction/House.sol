// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";

/// @title What the auction house's tests begin with: two works, fees that can be told apart
abstract contract House is Scene {
    uint16 internal constant PRIMARY_BPS = 400;
    uint16 internal constant SECONDARY_BPS = 250;
    uint96 internal constant RESERVE = 10_007; // odd: every part of it is rounded
    uint256 internal constant OWNED = uint256(keccak256("work 2")); // by the collector

    address internal house;
    address internal rival = person("rival");

    function setUp() public virtual override {
        super.setUp();
        admitAndMint();
        vm.prank(artist);
        artwork.mint(OWNED, collector, ROYALTY_BPS);
        house = address(auctionHouse);
        setFees(PRIMARY_BPS, SECONDARY_BPS);
    }

    function setFees(uint16 primaryBps, uint16 secondaryBps) internal {
        vm.prank(treasury);
        ISales(house).setFees(primaryBps, secondaryBps);
    }

    function pause() internal {
        vm.prank(treasury);
        ISales(house).setPaused(true);
    }

    function terms() internal pure returns (IAuctionHouse.Terms memory) {
        return IAuctionHouse.Terms(RESERVE, 1 days, 10 minutes, 1 hours, 500);
    }

    function create(uint256 work, address seller, IAuctionHouse.Terms memory asked) internal {
        vm.prank(seller);
        auctionHouse.create(work, asked);
        noteRound(work);
    }

    function found(uint256 work) internal view returns (IAuctionHouse.Auction memory) {
        return auctionHouse.auctions(work);
    }

    /// @dev All that is kept of an auction, field by field.
    function assertKept(uint256 work, IAuctionHouse.Auction memory meant) internal view {
        bytes32 kept = keccak256(abi.encode(found(work)));
        vm.assertEq(kept, keccak256(abi.encode(meant)), "what is kept of the auction");
    }

    function mintShared(uint256 work, address payee) internal {
        IRoyalties.Split memory split;
        split.shares = new IRoyalties.Share[](1);
        split.shares[0] = IRoyalties.Share(payee, 3_000);
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](1);
        consents[0] = consented(work, artist, split.shares[0], address(royalties));
        vm.prank(artist);
        artwork.mintSplit(work, artist, ROYALTY_BPS, split, consents);
    }
}
