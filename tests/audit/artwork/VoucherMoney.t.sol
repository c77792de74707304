// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {Vm} from "../Vm.sol";
import {ArtworkScene} from "./ArtworkScene.sol";

interface IAimed {
    function aim(address target, bytes calldata data) external;
    function wasTried() external view returns (bool);
    function isIn() external view returns (bool);
}

/// @title Where the price of a voucher goes
contract VoucherMoneyTest is ArtworkScene {
    uint256 private constant REST = PRICE - FEE;

    function test_the_artist_gets_the_price_and_the_fee_waits() public {
        (uint256 before, uint256 buyerBefore) = (artist.balance, collector.balance);
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(artist.balance, before + REST, "artist");
        vm.assertEq(collector.balance, buyerBefore - PRICE, "buyer");
        vm.assertEq(address(artwork).balance, FEE, "fee");
        vm.assertEq(treasury.balance, 0, "treasury");
    }

    function testFuzz_price_is_fee_and_income_to_the_wei(uint96 price, uint16 feeBps) public {
        feeBps = uint16(bound(feeBps, 0, 1_000));
        setFee(feeBps);
        vm.deal(collector, price);
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        (voucher.price, voucher.maxFeeBps) = (price, feeBps);
        uint256 before = artist.balance;
        mintWith(voucher, collector);
        uint256 fee = (uint256(price) * feeBps) / 10_000;
        vm.assertEq(address(artwork).balance, fee, "fee");
        vm.assertEq(artist.balance, before + price - fee, "artist");
    }

    function test_the_fee_is_the_primary_one() public {
        vm.prank(treasury);
        sales.setFees(100, 900);
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(address(artwork).balance, PRICE / 100, "fee");
    }

    function test_a_pushed_fee_is_the_treasurys_at_once() public {
        pushFees();
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(treasury.balance, FEE, "treasury");
        vm.assertEq(address(artwork).balance, 0, "kept");
    }

    function test_tokens_go_to_the_artist_and_the_fee_waits() public {
        bring(tokenVoucher(collector), collector, 0);
        vm.assertEq(tokensOf(artist), REST, "artist");
        vm.assertEq(tokensOf(address(artwork)), FEE, "fee");
        vm.assertEq(tokensOf(treasury), 0, "treasury");
        vm.assertEq(tokensOf(collector), 0, "buyer");
    }

    function test_a_pushed_fee_in_tokens_is_the_treasurys_at_once() public {
        pushFees();
        bring(tokenVoucher(collector), collector, 0);
        vm.assertEq(tokensOf(treasury), FEE, "treasury");
        vm.assertEq(tokensOf(address(artwork)), 0, "kept");
    }

    function test_without_a_fee_tokens_move_once() public {
        setFee(0);
        IArtwork.Voucher memory voucher = tokenVoucher(collector);
        bytes memory signature = signed(voucher, address(artwork));
        vm.recordLogs();
        submit(voucher, signature, collector, 0);
        vm.assertEq(movesOf(token), 1, "moves");
        vm.assertEq(tokensOf(artist), PRICE, "artist");
    }

    function test_a_gift_in_tokens_moves_none() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        (voucher.currency, voucher.price) = (token, 0);
        bytes memory signature = signed(voucher, address(artwork));
        vm.recordLogs();
        submit(voucher, signature, collector, 0);
        vm.assertEq(movesOf(token), 0, "moves");
        vm.assertEq(ownerOf(WORK), collector, "owner");
    }

    function test_shared_income_waits_in_royalties() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.split = sharedSplit();
        uint256 before = artist.balance;
        vm.expectEmit(address(royalties));
        emit IRoyalties.IncomeCredited(WORK, ETHER, address(artwork), REST);
        bringShared(voucher, collector, PRICE);

        assertWork(artwork.works(WORK), IArtwork.Work(collector, 1, ROYALTY_BPS, 0, true, false));
        vm.assertEq(artist.balance, before, "artist");
        vm.assertEq(royalties.incomeOf(WORK, ETHER), REST, "income");
        vm.assertEq(address(royalties).balance, REST, "royalties");
        vm.assertEq(address(artwork).balance, FEE, "fee");
    }

    function test_shared_income_in_tokens_waits_in_royalties() public {
        IArtwork.Voucher memory voucher = tokenVoucher(collector);
        voucher.split = sharedSplit();
        bringShared(voucher, collector, 0);
        vm.assertEq(royalties.incomeOf(WORK, token), REST, "income");
        vm.assertEq(tokensOf(address(royalties)), REST, "royalties");
        vm.assertEq(tokensOf(address(artwork)), FEE, "fee");
        vm.assertEq(tokensOf(artist), 0, "artist");
    }

    function test_a_shared_gift_earns_nothing() public {
        IArtwork.Voucher memory voucher = voucherOf(WORK);
        (voucher.price, voucher.split) = (0, sharedSplit());
        bringShared(voucher, collector, 0);
        vm.assertTrue(artwork.works(WORK).isSplit, "not split");
        vm.assertEq(royalties.incomeOf(WORK, ETHER), 0, "income");
    }

    function test_an_artist_who_takes_no_ether_gets_a_credit() public {
        vm.etch(artist, token.code); // takes no ether; the key still signs (EIP-7702)
        vm.expectEmit(address(artwork));
        emit IPayouts.PayoutCredited(artist, ETHER, REST);
        mintWith(voucherOf(WORK), collector);
        vm.assertEq(payouts.credits(ETHER, artist), REST, "credit");
        vm.assertEq(payouts.totalCredits(ETHER), REST, "credits");
        vm.assertEq(address(artwork).balance, PRICE, "held");
    }

    function test_nobody_comes_in_while_a_work_is_given() public {
        address caller = vm.deployCode("Reenterer.sol:Reenterer", "");
        IArtwork.Voucher memory again = voucherOf(OTHER);
        again.price = 0;
        bytes memory call =
            abi.encodeCall(IArtwork.mintWithVoucher, (again, signed(again, address(artwork)), noConsents()));
        IAimed(caller).aim(address(artwork), call);

        IArtwork.Voucher memory voucher = voucherOf(WORK);
        voucher.to = caller;
        mintWith(voucher, collector);
        vm.assertEq(ownerOf(WORK), caller, "owner");
        vm.assertTrue(IAimed(caller).wasTried(), "not tried");
        vm.assertTrue(!IAimed(caller).isIn(), "came in");
        vm.assertEq(artwork.artistOf(OTHER), address(0), "minted twice");
    }

    function setFee(uint16 feeBps) private {
        vm.prank(treasury);
        sales.setFees(feeBps, 0);
    }

    function pushFees() private {
        vm.prank(treasury);
        till.setFeesPushed(true);
    }

    function movesOf(address currency) private returns (uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            bool isMove = logs[i].topics[0] == IERC20.Transfer.selector;
            if (logs[i].emitter == currency && isMove) ++count;
        }
    }

    function noConsents() private pure returns (IRoyalties.Consent[] memory) {
        return new IRoyalties.Consent[](0);
    }
}
