// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IMarket} from "../../../contracts/interfaces/IMarket.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Trading} from "./Trading.sol";

/// @title The same people, who also print copies, sell them, give them away and end editions
contract Printing is Trading {
    uint256 private constant MOST_EDITIONS = 6; // the invariants add them up
    uint256 private constant MOST_COPIES = 30; // some sell out within a run, and are tried beyond

    uint256[] public openings;
    mapping(uint256 edition => uint256 copies) public printed;

    error Impossible(string what);

    constructor() {
        for (uint256 i = 0; i < people.length; ++i) {
            vm.prank(people[i]);
            IERC20(token).approve(address(editions), type(uint256).max);
        }
    }

    /// @dev Every other edition is shared with somebody, and every other one paid in tokens.
    function openEdition(uint256 seed, uint96 price, uint48 size) external act {
        dice = seed;
        vm.assume(openings.length < MOST_EDITIONS);
        opens(uint96(bound(price, 0, 0.1 ether)), uint48(bound(size, 0, MOST_COPIES)));
    }

    function print(uint256 seed) external act {
        dice = seed;
        prints(openEdition(), people[roll(people.length)]);
    }

    function buyCopies(uint256 seed, uint96 unitPrice, bool isToken) external act {
        dice = seed;
        (uint256 edition, address seller) = copiesOfSomebody();
        IMarket.EditionListing memory listing;
        (listing.seller, listing.edition, listing.copies) = (seller, edition, 1 + roll(3));
        (listing.currency, listing.unitPrice) = (isToken ? token : ETHER, bound(unitPrice, 0, 1 ether));
        (listing.maxFeeBps, listing.nonce) = (1_000, acts);
        listing.expiresAt = uint64(vm.getBlockTimestamp());
        listing.epoch = artwork.epochs(seller);
        bytes memory signature = signed(listing, address(market));
        address buyer = anybodyBut(seller);
        vm.prank(buyer);
        market.buyEdition{value: isToken ? 0 : listing.unitPrice}(listing, signature, 1);
        feesKept[address(market)][listing.currency] += (listing.unitPrice * feeBps) / 10_000;
    }

    function giveCopies(uint256 seed) external act {
        dice = seed;
        (uint256 edition, address from) = copiesOfSomebody();
        uint256 held = IERC1155(address(editions)).balanceOf(from, edition);
        address to = anybodyBut(from);
        vm.prank(from);
        IERC1155(address(editions)).safeTransferFrom(from, to, edition, 1 + roll(held), "");
    }

    function freeze(uint256 seed) external act {
        dice = seed;
        if (openings.length < MOST_EDITIONS / 2) opens(0, 0);
        uint256 edition = openings[roll(openings.length)];
        vm.assume(!editions.editions(edition).isFrozen);
        vm.prank(artist);
        editions.freeze(edition);
    }

    function sweepEditions(uint256 seed, bool isToken) external act {
        dice = seed;
        address currency = isToken ? token : ETHER;
        vm.assume(feesKept[address(editions)][currency] != 0);
        IKeptFees(address(editions)).sweep(currency);
        feesKept[address(editions)][currency] = 0;
    }

    function setEditionFee(uint16 bps) external act {
        vm.prank(treasury);
        ISales(address(editions)).setFees(uint16(bound(bps, 0, 1_000)), 0);
    }

    /// @dev Income of an edition: somebody adds to it, then it is shared.
    function shareEdition(uint256 seed) external act {
        dice = seed;
        uint256 edition = openEdition();
        vm.prank(collector);
        royalties.credit{value: 1 + seed % 1 ether}(edition);
        royalties.share(edition, ETHER);
    }

    /// @dev No act: a call of its own, so that it can be tried.
    function press(uint256 edition, uint256 count, address to) external {
        IEditions.Terms memory terms = editions.termsOf(edition);
        uint256 price = count * terms.price;
        vm.prank(to);
        editions.mint{value: terms.currency == ETHER ? price : 0}(
            edition, count, to, price, 0, new bytes32[](0)
        );
        printed[edition] += count;
        uint256 fee = (price * editions.editions(edition).feeBps) / 10_000;
        feesKept[address(editions)][terms.currency] += fee;
    }

    function openingCount() external view returns (uint256) {
        return openings.length;
    }

    function editionHouse() external view returns (address) {
        return address(editions);
    }

    function opens(uint96 price, uint48 size) private returns (uint256 edition) {
        edition = uint256(keccak256(abi.encode("edition", openings.length)));
        IEditions.Terms memory terms;
        (terms.price, terms.size, terms.closesAt) = (price, size, type(uint48).max);
        terms.currency = openings.length % 4 < 2 ? ETHER : token;
        IRoyalties.Split memory split;
        IRoyalties.Consent[] memory consents = new IRoyalties.Consent[](0);
        if (openings.length % 2 == 1) {
            split.shares = new IRoyalties.Share[](1);
            split.shares[0] = IRoyalties.Share(stranger, 3_333);
            consents = new IRoyalties.Consent[](1);
            consents[0] = consented(edition, artist, split.shares[0], address(royalties));
        }
        vm.prank(artist);
        editions.open(edition, ROYALTY_BPS, 1_000, terms, split, consents);
        openings.push(edition);
    }

    /// @dev Up to twenty copies, as far as there are: one more is refused.
    function prints(uint256 edition, address to) private {
        uint256 size = editions.termsOf(edition).size;
        uint256 left = size == 0 ? type(uint256).max : size - editions.editions(edition).minted;
        uint256 count = 1 + roll(20);
        if (count > left) {
            try this.press(edition, left + 1, to) {
                revert Impossible("copies beyond the size");
            } catch {}
            count = left;
        }
        this.press(edition, count, to);
    }

    /// @dev An edition that has copies left, even if it has to be opened.
    function openEdition() private returns (uint256 edition) {
        for (uint256 i = 0; i < openings.length; ++i) {
            edition = openings[(i + roll(openings.length)) % openings.length];
            IEditions.Edition memory found = editions.editions(edition);
            uint256 size = editions.termsOf(edition).size;
            if (!found.isFrozen && (size == 0 || found.minted < size)) return edition;
        }
        return opens(1_111, 0);
    }

    function copiesOfSomebody() private returns (uint256 edition, address holder) {
        for (uint256 i = 0; i < openings.length; ++i) {
            edition = openings[(i + roll(openings.length)) % openings.length];
            for (uint256 j = 0; j < people.length; ++j) {
                holder = people[(j + roll(people.length)) % people.length];
                if (IERC1155(address(editions)).balanceOf(holder, edition) != 0) return (edition, holder);
            }
        }
        (edition, holder) = (openEdition(), collector);
        prints(edition, holder);
    }
}
