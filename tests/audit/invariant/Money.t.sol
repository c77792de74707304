// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IAuctionHouse} from "../../../contracts/interfaces/IAuctionHouse.sol";
import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {Cheats} from "../Vm.sol";
import {Printing} from "./Printing.sol";
import {Trading} from "./Trading.sol";

/// @title What is true of money and works after every act of anybody
contract MoneyInvariants is Cheats {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address private constant ETHER = address(0);

    Printing private trading;
    address private artwork;
    address private editions;
    address private market;
    address private auctionHouse;
    address private royalties;
    address private treasury;
    address private token;

    function setUp() public {
        trading = new Printing();
        editions = trading.editionHouse();
        (artwork, market, auctionHouse, royalties, treasury, token) = trading.houses();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(trading);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[23] memory acts = [
            Trading.mintPlain.selector,
            Trading.mintSplit.selector,
            Trading.mintWithVoucher.selector,
            Trading.buy.selector,
            Trading.takeOffer.selector,
            bytes4(keccak256("move(uint256)")),
            Trading.createAuction.selector,
            bytes4(keccak256("bid(uint256,uint96)")),
            Trading.settle.selector,
            Trading.cancelAuction.selector,
            Trading.share.selector,
            Trading.withdraw.selector,
            Trading.sweep.selector,
            Trading.setFees.selector,
            Trading.wait.selector,
            bytes4(keccak256("openEdition(uint256,uint96,uint48)")),
            Printing.print.selector,
            Printing.buyCopies.selector,
            Printing.giveCopies.selector,
            Printing.freeze.selector,
            Printing.sweepEditions.selector,
            Printing.setEditionFee.selector,
            Printing.shareEdition.selector
        ];
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(trading), new bytes4[](acts.length));
        for (uint256 i = 0; i < acts.length; ++i) {
            targets[0].selectors[i] = acts[i];
        }
    }

    /// @dev All in one: forge plays the same campaign again for each.
    function invariant_P5_P13_P16_P23_money_works_and_copies() public view {
        everyHouseHoldsWhatItOwes();
        noEtherComesOrGoes();
        theHouseOwnsWhatIsAuctioned();
        everyWorkHasOneOwner();
        everyCopyHasOneOwner();
    }

    /// @dev P13.
    function everyHouseHoldsWhatItOwes() private view {
        address[2] memory currencies = [ETHER, token];
        for (uint256 i = 0; i < currencies.length; ++i) {
            address currency = currencies[i];
            holds(market, currency, trading.feesKept(market, currency), "market holds");
            holds(artwork, currency, trading.feesKept(artwork, currency), "artwork holds");
            holds(editions, currency, trading.feesKept(editions, currency), "editions hold");
            holds(royalties, currency, income(currency), "royalties hold");
        }
    }

    /// @dev P23.
    function noEtherComesOrGoes() private view {
        uint256 total = market.balance + artwork.balance + editions.balance + auctionHouse.balance;
        total += royalties.balance + treasury.balance;
        for (uint256 i = 0; i < trading.personCount(); ++i) {
            total += trading.people(i).balance;
        }
        vm.assertEq(total, trading.etherInTotal(), "ether in total");
    }

    /// @dev P13 and P16.
    function theHouseOwnsWhatIsAuctioned() private view {
        uint256 bids = 0;
        for (uint256 i = 0; i < trading.workCount(); ++i) {
            uint256 work = trading.works(i);
            IAuctionHouse.Auction memory auction = IAuctionHouse(auctionHouse).auctions(work);
            bool isLive = auction.seller != address(0);
            bool isHeld = IERC721(artwork).ownerOf(work) == auctionHouse;
            vm.assertTrue(isLive == isHeld, "held, and in no auction, or the other way round");
            if (isLive) vm.assertEq(auction.transferCount, transferCount(work), "transfer count");
            bids += auction.bid;
        }
        holds(auctionHouse, ETHER, bids, "auction house holds");
    }

    /// @dev P5.
    function everyWorkHasOneOwner() private view {
        uint256 owned = IERC721(artwork).balanceOf(auctionHouse);
        for (uint256 i = 0; i < trading.personCount(); ++i) {
            owned += IERC721(artwork).balanceOf(trading.people(i));
        }
        vm.assertEq(owned, trading.workCount(), "works owned");
    }

    /// @dev P5; that none is made beyond the size is tried with the acts.
    function everyCopyHasOneOwner() private view {
        for (uint256 i = 0; i < trading.openingCount(); ++i) {
            uint256 edition = trading.openings(i);
            uint256 owned = 0;
            for (uint256 j = 0; j < trading.personCount(); ++j) {
                owned += IERC1155(editions).balanceOf(trading.people(j), edition);
            }
            vm.assertEq(owned, trading.printed(edition), "copies owned");
            vm.assertEq(IEditions(editions).editions(edition).minted, owned, "copies minted");
        }
    }

    /// @dev Exactly its credits and what else it is known to hold.
    function holds(
        address house,
        address currency,
        uint256 besides,
        string memory what
    ) private view {
        uint256 held = currency == ETHER ? house.balance : IERC20(currency).balanceOf(house);
        vm.assertEq(held, IPayouts(house).totalCredits(currency) + besides, what);
    }

    function transferCount(uint256 work) private view returns (uint256) {
        return IArtwork(artwork).works(work).transferCount;
    }

    function income(address currency) private view returns (uint256 total) {
        for (uint256 i = 0; i < trading.workCount(); ++i) {
            total += IRoyalties(royalties).incomeOf(trading.works(i), currency);
        }
        for (uint256 i = 0; i < trading.openingCount(); ++i) {
            total += IRoyalties(royalties).incomeOf(trading.openings(i), currency);
        }
    }
}
