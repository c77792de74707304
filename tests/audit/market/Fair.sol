// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Scene} from "../Scene.sol";

/// @title What the market's tests begin with: things to sell, money, fees that can be told apart
abstract contract Fair is Scene {
    uint16 internal constant PRIMARY_BPS = 400;
    uint16 internal constant SECONDARY_BPS = 250;
    /// @dev Odd, so that every part of it is rounded: fee 400 or 250, royalty 1,000.
    uint256 internal constant ODD = 10_007;
    uint256 internal constant OWNED = uint256(keccak256("work 2")); // by the collector
    uint256 internal constant SHARED = uint256(keccak256("work 3")); // its income is; still the artist's
    uint256 internal constant EDITION = uint256(keccak256("edition 1")); // five copies with the collector

    address internal friend = person("friend");
    mapping(address currency => mapping(address account => uint256 amount)) private _marked;

    function setUp() public virtual override {
        super.setUp();
        admitAndMint();
        vm.prank(artist);
        artwork.mint(OWNED, collector, ROYALTY_BPS);
        mintShared(SHARED);
        openEdition(EDITION);
        setFees(PRIMARY_BPS, SECONDARY_BPS);
        fill(collector);
        fill(stranger);
        mark();
    }

    function mintShared(uint256 work) internal {
        IRoyalties.Split memory split;
        split.shares = new IRoyalties.Share[](1);
        split.shares[0] = IRoyalties.Share(friend, 3_000);
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](1);
        consents[0] = consented(work, artist, split.shares[0], address(royalties));
        vm.prank(artist);
        artwork.mintSplit(work, artist, ROYALTY_BPS, split, consents);
    }

    /// @dev Five copies go to the collector and three to the artist, for nothing.
    function openEdition(uint256 edition) internal {
        IEditions.Terms memory terms;
        (terms.opensAt, terms.closesAt) = (uint48(vm.getBlockTimestamp()), type(uint48).max);
        IRoyalties.Split memory split;
        vm.prank(artist);
        editions.open(edition, ROYALTY_BPS, 1_000, terms, split, new IRoyalties.Consent[](0));
        editions.mint(edition, 5, collector, 0, 0, new bytes32[](0));
        editions.mint(edition, 3, artist, 0, 0, new bytes32[](0));
    }

    function fill(address who) internal {
        PlainToken(token).mint(who, 1_000 ether);
        vm.prank(who);
        IERC20(token).approve(address(market), type(uint256).max);
    }

    function setFees(uint16 primaryBps, uint16 secondaryBps) internal {
        vm.prank(treasury);
        ISales(address(market)).setFees(primaryBps, secondaryBps);
    }

    function pushFees() internal {
        vm.prank(treasury);
        IKeptFees(address(market)).setFeesPushed(true);
    }

    function pause() internal {
        vm.prank(treasury);
        ISales(address(market)).setPaused(true);
    }

    /// @dev Remember what everybody has, in ether and in tokens.
    function mark() internal {
        address[7] memory all =
            [artist, collector, stranger, friend, treasury, address(market), address(royalties)];
        for (uint256 i = 0; i < all.length; ++i) {
            _marked[ETHER][all[i]] = all[i].balance;
            _marked[token][all[i]] = IERC20(token).balanceOf(all[i]);
        }
    }

    function assertGain(address currency, address who, uint256 amount, string memory what) internal view {
        uint256 held = currency == ETHER ? who.balance : IERC20(currency).balanceOf(who);
        vm.assertEq(held, _marked[currency][who] + amount, what);
    }

    function assertLoss(address currency, address who, uint256 amount, string memory what) internal view {
        uint256 held = currency == ETHER ? who.balance : IERC20(currency).balanceOf(who);
        vm.assertEq(held + amount, _marked[currency][who], what);
    }

    function listed(
        uint256 work,
        address seller,
        address currency
    ) internal view returns (IMarket.Listing memory listing) {
        listing = listingOf(work, seller);
        (listing.price, listing.currency, listing.maxFeeBps) = (ODD, currency, 1_000);
    }

    /// @dev Signed by its seller, paid as it asks.
    function take(IMarket.Listing memory listing, address buyer) internal {
        take(listing, buyer, signed(listing, address(market)), listing.currency == ETHER ? listing.price : 0);
    }

    function take(
        IMarket.Listing memory listing,
        address buyer,
        bytes memory signature,
        uint256 paid
    ) internal {
        vm.prank(buyer);
        market.buy{value: paid}(listing, signature);
    }
}
