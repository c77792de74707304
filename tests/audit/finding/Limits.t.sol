// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IExhibitions} from "../../../contracts/interfaces/IExhibitions.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";

/// @title Limits and casts: loops, truncation, limits per account, and rankings
contract LimitsTest is Scene {
    uint256 private constant EDITION = uint256(keccak256("edition"));

    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_N_M03_no_list_is_longer_than_a_block_bears() public {
        uint256[] memory batch = new uint256[](51);
        for (uint256 i = 0; i < batch.length; ++i) {
            batch[i] = i + 1;
        }
        vm.expectRevert(abi.encodeWithSelector(IArtwork.BatchSize.selector, 51, 50));
        vm.prank(artist);
        artwork.mintBatch(batch, artist, 0);
    }

    function test_N_M21_income_that_does_not_fit_is_refused() public {
        uint256 most = type(uint128).max;
        vm.deal(collector, most + 1);
        vm.startPrank(collector);
        royalties.credit{value: most}(WORK);
        vm.expectRevert(abi.encodeWithSelector(IRoyalties.IncomeAboveLimit.selector, WORK, ETHER, 1));
        royalties.credit{value: 1}(WORK);
        vm.assertEq(royalties.incomeOf(WORK, ETHER), most, "income");
    }

    function test_N_M24_the_price_of_many_copies_is_whole() public {
        uint96 price = type(uint96).max;
        open(termsAt(price));
        uint256 due = uint256(price) * 3;
        vm.deal(collector, due);
        uint96 cut;
        unchecked {
            cut = price * 3; // what is left of it in 96 bits
        }
        vm.expectRevert(abi.encodeWithSelector(ISales.PaymentWrong.selector, cut, due));
        mintCopies(3, cut);
        mintCopies(3, due);
        vm.assertEq(copiesOf(collector), 3, "copies");
    }

    function test_F8_M04_passing_copies_on_gives_no_new_limit() public {
        IEditions.Terms memory terms = termsAt(0);
        terms.walletLimit = 2;
        open(terms);
        mintCopies(2, 0);
        vm.prank(collector);
        IERC1155(address(editions)).safeTransferFrom(collector, stranger, EDITION, 2, "");
        vm.expectRevert(
            abi.encodeWithSelector(IEditions.WalletLimitExceeded.selector, collector, 2, 1, 2)
        );
        mintCopies(1, 0);
    }

    function test_R_M03_more_approvals_come_first() public {
        uint256[] memory winners = exhibited(2, 3, 2); // the second has three votes, the first one
        vm.assertEq(winners.length, 2, "winners");
        vm.assertEq(winners[0], 2, "first");
        vm.assertEq(winners[1], 1, "second");
    }

    function test_R_M07_of_equals_the_earlier_comes_first() public {
        uint256[] memory winners = exhibited(3, 3, 3);
        vm.assertEq(winners[0], 1, "first");
        vm.assertEq(winners[1], 2, "second");
    }

    function test_R_M08_nobody_wins_twice() public {
        uint256 exhibition = ranked(2, 2, 1);
        uint256[] memory winners = exhibitions.winnersOf(exhibition);
        vm.assertEq(winners.length, 2, "winners");
        vm.assertEq(winners[0], 2, "first");
        vm.assertEq(winners[1], 1, "second");
        vm.expectRevert(abi.encodeWithSelector(IExhibitions.ExhibitionDecided.selector, exhibition));
        exhibitions.finalize(exhibition);
    }

    function exhibited(uint64 first, uint64 second, uint64 third) private returns (uint256[] memory) {
        return exhibitions.winnersOf(ranked(first, second, third));
    }

    /// @dev An exhibition of works 1 and 2, each voted on by the three members.
    function ranked(uint64 first, uint64 second, uint64 third) private returns (uint256 exhibition) {
        vm.prank(treasury);
        exhibition = exhibitions.openExhibition(IExhibitions.Terms("brief", 1 hours, 1 hours, 4, 4));
        for (uint256 work = 1; work <= 2; ++work) {
            mint(work);
            vm.prank(members[0]);
            exhibitions.nominate(exhibition, work);
        }
        pass(1 hours);
        uint64[3] memory ballots = [first, second, third];
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(members[i]);
            exhibitions.vote(exhibition, ballots[i]);
        }
        pass(1 hours);
        exhibitions.finalize(exhibition);
    }

    function termsAt(uint96 price) private view returns (IEditions.Terms memory terms) {
        terms.price = price;
        terms.closesAt = uint48(vm.getBlockTimestamp() + 1 days);
    }

    function open(IEditions.Terms memory terms) private {
        IRoyalties.Split memory alone;
        vm.prank(artist);
        editions.open(EDITION, 0, FEE_BPS, terms, alone, new IRoyalties.Consent[](0));
    }

    function mintCopies(uint256 copies, uint256 price) private {
        vm.prank(collector);
        editions.mint{value: price}(EDITION, copies, collector, price, 0, new bytes32[](0));
    }

    function copiesOf(address owner) private view returns (uint256) {
        return IERC1155(address(editions)).balanceOf(owner, EDITION);
    }
}
