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
    uint256 private constant LONG_RUN = 150; // acts after which each kind of act must have happened

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

    function invariant_P13_the_market_holds_credits_and_fees() public view {
        holds(market, ETHER, trading.feesKept(market, ETHER));
        holds(market, token, trading.feesKept(market, token));
        holds(artwork, ETHER, trading.feesKept(artwork, ETHER));
        holds(artwork, token, trading.feesKept(artwork, token));
        holds(editions, ETHER, trading.feesKept(editions, ETHER));
        holds(editions, token, trading.feesKept(editions, token));
    }

    function invariant_P13_the_auction_house_holds_credits_and_bids() public view {
        uint256 bids;
        for (uint256 i = 0; i < trading.workCount(); ++i) {
            bids += IAuctionHouse(auctionHouse).auctions(trading.works(i)).bid;
        }
        holds(auctionHouse, ETHER, bids);
    }

    function invariant_P13_royalties_hold_credits_and_income() public view {
        holds(royalties, ETHER, income(ETHER));
        holds(royalties, token, income(token));
    }

    function invariant_P23_no_ether_comes_or_goes() public view {
        uint256 total = market.balance + artwork.balance + editions.balance + auctionHouse.balance;
        total += royalties.balance + treasury.balance;
        for (uint256 i = 0; i < trading.personCount(); ++i) {
            total += trading.people(i).balance;
        }
        vm.assertEq(total, trading.etherInTotal(), "ether in total");
    }

    function invariant_P16_the_house_owns_what_is_auctioned() public view {
        for (uint256 i = 0; i < trading.workCount(); ++i) {
            uint256 work = trading.works(i);
            bool isLive = IAuctionHouse(auctionHouse).auctions(work).seller != address(0);
            bool isHeld = IERC721(artwork).ownerOf(work) == auctionHouse;
            vm.assertTrue(isLive == isHeld, "held, and in no auction, or the other way round");
        }
    }

    function invariant_P16_an_auction_knows_its_work_s_transfer_count() public view {
        for (uint256 i = 0; i < trading.workCount(); ++i) {
            uint256 work = trading.works(i);
            IAuctionHouse.Auction memory auction = IAuctionHouse(auctionHouse).auctions(work);
            if (auction.seller == address(0)) continue;
            vm.assertEq(auction.transferCount, IArtwork(artwork).works(work).transferCount, "count");
        }
    }

    function invariant_P5_every_work_has_one_owner() public view {
        uint256 owned = IERC721(artwork).balanceOf(auctionHouse);
        for (uint256 i = 0; i < trading.personCount(); ++i) {
            owned += IERC721(artwork).balanceOf(trading.people(i));
        }
        vm.assertEq(owned, trading.workCount(), "works owned");
    }

    function invariant_P5_every_copy_has_one_owner() public view {
        for (uint256 i = 0; i < trading.openingCount(); ++i) {
            uint256 edition = trading.openings(i);
            uint256 owned = 0;
            for (uint256 j = 0; j < trading.personCount(); ++j) {
                owned += IERC1155(editions).balanceOf(trading.people(j), edition);
            }
            vm.assertEq(owned, trading.printed(edition), "copies owned");
            vm.assertEq(IEditions(editions).editions(edition).minted, owned, "copies minted");
            uint256 size = IEditions(editions).termsOf(edition).size;
            if (size != 0) vm.assertLe(owned, size, "size");
        }
    }

    /// @dev A campaign in which something never happens proves nothing about it.
    function afterInvariant() public view {
        if (trading.acts() < LONG_RUN) return;
        bytes32[23] memory acts = [
            bytes32("mintPlain"), "mintSplit", "voucher", "buy", "takeOffer", "move", "createAuction", "bid",
            "settle", "cancelAuction", "share", "withdraw", "sweep", "setFees", "wait", "openEdition", "print",
            "buyCopies", "giveCopies", "freeze", "sweepEditions", "setEditionFee", "shareEdition"
        ];
        for (uint256 i = 0; i < acts.length; ++i) {
            vm.assertTrue(trading.done(acts[i]) != 0, string(abi.encodePacked("never happened: ", acts[i])));
        }
    }

    /// @dev Exactly its credits and what else it is known to hold.
    function holds(address house, address currency, uint256 besides) private view {
        uint256 held = currency == ETHER ? house.balance : IERC20(currency).balanceOf(house);
        vm.assertEq(held, IPayouts(house).totalCredits(currency) + besides, "held");
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
