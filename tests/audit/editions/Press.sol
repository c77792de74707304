// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IEditions} from "../../../contracts/interfaces/IEditions.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {ISales} from "../../../contracts/interfaces/ISales.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Scene} from "../Scene.sol";

/// @title An admitted artist, and the ways to open an edition and to mint of it
abstract contract Press is Scene {
    uint256 internal constant EDITION = uint256(keccak256("edition 1"));
    uint256 internal constant OTHER = uint256(keccak256("edition 2"));
    /// @dev Odd, so that the fee of 250 is rounded: of one copy 27, of three 83.
    uint96 internal constant UNIT = 1_111;
    uint16 internal constant PAYEE_BPS = 2_000;

    IERC1155 internal copies;
    ISales internal sales;
    address internal payee = person("payee");
    uint48 internal began;

    function setUp() public virtual override {
        super.setUp();
        (copies, sales) = (IERC1155(address(editions)), ISales(address(editions)));
        letIn(artist);
        PlainToken(token).mint(collector, 100 ether);
        vm.prank(collector);
        IERC20(token).approve(address(editions), type(uint256).max);
        began = uint48(vm.getBlockTimestamp());
    }

    /// @dev Admission without the vote.
    function letIn(address account) internal {
        vm.prank(address(curation));
        artwork.admit(account);
    }

    function endAdmission(address account, uint48 until) internal {
        vm.prank(address(curation));
        artwork.endAdmission(account, until);
    }

    function pause() internal {
        vm.prank(treasury);
        sales.setPaused(true);
    }

    /// @dev Ten copies for a day, to everybody from now on.
    function terms() internal view returns (IEditions.Terms memory found) {
        (found.price, found.size) = (UNIT, 10);
        (found.opensAt, found.closesAt) = (began, began + 1 days);
    }

    /// @dev The collector may have three, the stranger one; an hour later everybody two.
    function listedTerms() internal view returns (IEditions.Terms memory found) {
        found = terms();
        (found.publicAt, found.walletLimit) = (began + 1 hours, 2);
        found.allowlist = parent(leaf(collector, 3), leaf(stranger, 1));
    }

    function open(IEditions.Terms memory how) internal {
        open(EDITION, ROYALTY_BPS, FEE_BPS, how);
    }

    function open(uint256 edition, uint16 royaltyBps, uint16 maxFeeBps, IEditions.Terms memory how) internal {
        IRoyalties.Split memory split;
        vm.prank(artist);
        editions.open(edition, royaltyBps, maxFeeBps, how, split, new IRoyalties.Consent[](0));
    }

    function openShared(IEditions.Terms memory how) internal {
        IRoyalties.Consent[] memory consents = consentsTo(EDITION);
        vm.prank(artist);
        editions.open(EDITION, ROYALTY_BPS, FEE_BPS, how, sharedSplit(), consents);
    }

    function sharedSplit() internal view returns (IRoyalties.Split memory split) {
        split.shares = new IRoyalties.Share[](1);
        split.shares[0] = IRoyalties.Share(payee, PAYEE_BPS);
    }

    function consentsTo(uint256 edition) internal view returns (IRoyalties.Consent[] memory consents) {
        consents = new IRoyalties.Consent[](1);
        consents[0] = consented(edition, artist, sharedSplit().shares[0], address(royalties));
    }

    /// @dev To themselves, in ether.
    function buyCopies(address to, uint256 count) internal {
        buyCopies(to, count, count * UNIT, 0, new bytes32[](0));
    }

    function buyCopies(
        address to,
        uint256 count,
        uint256 price,
        uint256 limit,
        bytes32[] memory proof
    ) internal {
        vm.prank(to);
        editions.mint{value: price}(EDITION, count, to, price, limit, proof);
    }

    /// @dev To themselves, from the allowlist.
    function buyListed(address to, uint256 count, uint256 limit) internal {
        address neighbour = to == collector ? stranger : collector;
        buyCopies(to, count, count * UNIT, limit, proofBy(leaf(neighbour, neighbour == collector ? 3 : 1)));
    }

    function proofBy(bytes32 neighbour) internal pure returns (bytes32[] memory proof) {
        proof = new bytes32[](1);
        proof[0] = neighbour;
    }

    /// @dev As OpenZeppelin's library makes it: hashed twice, so that no inner node can pass for it.
    function leaf(address account, uint256 limit) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(account, limit))));
    }

    function parent(bytes32 one, bytes32 two) internal pure returns (bytes32) {
        return one < two ? keccak256(abi.encode(one, two)) : keccak256(abi.encode(two, one));
    }

    function held(address account) internal view returns (uint256) {
        return copies.balanceOf(account, EDITION);
    }

    function minted() internal view returns (uint256) {
        return editions.editions(EDITION).minted;
    }

    function tokensOf(address account) internal view returns (uint256) {
        return IERC20(token).balanceOf(account);
    }
}
