// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IArtwork} from "../../../contracts/interfaces/IArtwork.sol";
import {IKeptFees} from "../../../contracts/interfaces/IKeptFees.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {Scene} from "../Scene.sol";

interface IMintable is IERC20 {
    function mint(address to, uint256 amount) external;
}

/// @title An admitted artist, and the many sides of the contract of works
abstract contract ArtworkScene is Scene {
    uint256 internal constant FEE = (PRICE * FEE_BPS) / 10_000;
    uint256 internal constant OTHER = uint256(keccak256("work 2"));
    uint16 internal constant PAYEE_BPS = 2_000;

    address internal payee = person("payee");
    IERC721 internal owned;
    ISales internal sales;
    IKeptFees internal till;
    IPayouts internal payouts;

    function setUp() public virtual override {
        super.setUp();
        owned = IERC721(address(artwork));
        sales = ISales(address(artwork));
        till = IKeptFees(address(artwork));
        payouts = IPayouts(address(artwork));
        letIn(artist);
    }

    /// @dev Admission without the vote.
    function letIn(address account) internal {
        vm.prank(address(curation));
        artwork.admit(account);
    }

    function endAdmission(address account, uint256 until) internal {
        vm.prank(address(curation));
        artwork.endAdmission(account, uint48(until));
    }

    /// @dev Sign, then bring the voucher with ether that may be wrong.
    function bring(IArtwork.Voucher memory voucher, address payer, uint256 value) internal {
        bytes memory signature = signed(voucher, address(artwork));
        submit(voucher, signature, payer, value);
    }

    function submit(
        IArtwork.Voucher memory voucher,
        bytes memory signature,
        address payer,
        uint256 value
    ) internal {
        vm.prank(payer);
        artwork.mintWithVoucher{value: value}(voucher, signature, new IRoyalties.Consent[](0));
    }

    /// @dev The same for a voucher whose first share is the payee's, who consents.
    function bringShared(IArtwork.Voucher memory voucher, address payer, uint256 value) internal {
        bytes memory signature = signed(voucher, address(artwork));
        IRoyalties.Consent[] memory consents = consentsTo(voucher.work);
        vm.prank(payer);
        artwork.mintWithVoucher{value: value}(voucher, signature, consents);
    }

    /// @dev A voucher in tokens, which the payer has and allows.
    function tokenVoucher(address payer) internal returns (IArtwork.Voucher memory voucher) {
        voucher = voucherOf(WORK);
        voucher.currency = token;
        fund(payer, address(artwork), PRICE);
    }

    function fund(address payer, address spender, uint256 amount) internal {
        IMintable(token).mint(payer, amount);
        vm.prank(payer);
        IERC20(token).approve(spender, amount);
    }

    function mintShared(uint256 work) internal {
        IRoyalties.Consent[] memory consents = consentsTo(work);
        vm.prank(artist);
        artwork.mintSplit(work, artist, ROYALTY_BPS, sharedSplit(), consents);
    }

    function sharedSplit() internal view returns (IRoyalties.Split memory split) {
        split.shares = new IRoyalties.Share[](1);
        split.shares[0] = IRoyalties.Share(payee, PAYEE_BPS);
    }

    function consentsTo(uint256 work) internal view returns (IRoyalties.Consent[] memory consents) {
        consents = new IRoyalties.Consent[](1);
        consents[0] = consented(work, artist, sharedSplit().shares[0], address(royalties));
    }

    function tokensOf(address account) internal view returns (uint256) {
        return IERC20(token).balanceOf(account);
    }

    function assertWork(IArtwork.Work memory found, IArtwork.Work memory meant) internal pure {
        vm.assertEq(found.owner, meant.owner, "owner");
        vm.assertEq(found.artistNumber, meant.artistNumber, "artist number");
        vm.assertEq(found.royaltyBps, meant.royaltyBps, "royalty");
        vm.assertEq(found.transferCount, meant.transferCount, "transfer count");
        vm.assertTrue(found.isSplit == meant.isSplit, "split");
        vm.assertTrue(found.isApproved == meant.isApproved, "approved");
    }
}
