// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {IRoyalties} from "../../../contracts/interfaces/IRoyalties.sol";
import {AnyCollection} from "../../../contracts/test/AnyCollection.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Signing} from "../Signing.sol";
import {Vm} from "../Vm.sol";

/// @title Royalties between two collections where anybody mints; the test plays the treasury
abstract contract Splitting is Signing {
    address internal constant ETHER = address(0);
    uint256 internal constant WORK = 101;

    address internal artist = person("artist");
    address internal alice = person("alice");
    address internal bob = person("bob");
    address internal stranger = person("stranger");

    AnyCollection internal collection;
    AnyCollection internal editions;
    PlainToken internal token;
    ICurrencies internal currencies;
    IRoyalties internal royalties;
    IPayouts internal payouts; // the same contract

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        collection = new AnyCollection();
        editions = new AnyCollection();
        token = new PlainToken();
        address[] memory allowed = new address[](1);
        allowed[0] = address(token);
        bytes memory listed = abi.encode(address(this), allowed);
        currencies = ICurrencies(vm.deployCode("Currencies.sol:Currencies", listed));
        bytes memory wiring = abi.encode(collection, editions, currencies);
        royalties = IRoyalties(vm.deployCode("Royalties.sol:Royalties", wiring));
        payouts = IPayouts(address(royalties));
    }

    /// @dev A work that nobody shares.
    function mint(uint256 work) internal returns (uint256) {
        collection.mint(work, artist);
        return work;
    }

    function mint(uint256 work, IRoyalties.Split memory split) internal returns (uint256) {
        mint(work, split, consentsTo(work, split));
        return work;
    }

    function mint(
        uint256 work,
        IRoyalties.Split memory split,
        IRoyalties.Consent[] memory consents
    ) internal {
        collection.mintSplit(royalties, work, artist, split, consents);
    }

    function earn(uint256 work, uint256 amount) internal {
        vm.prank(stranger);
        royalties.credit{value: amount}(work);
    }

    function earnTokens(uint256 work, uint256 amount) internal {
        token.mint(address(royalties), amount);
        vm.prank(stranger);
        royalties.creditTokens(work, address(token));
    }

    function consentsTo(
        uint256 work,
        IRoyalties.Split memory split
    ) internal view returns (IRoyalties.Consent[] memory consents) {
        consents = new IRoyalties.Consent[](split.shares.length);
        for (uint256 i = 0; i < consents.length; ++i) {
            consents[i] = consented(work, artist, split.shares[i], address(royalties));
        }
    }

    function incomes(uint256 work, address currency, uint128[4] memory meant) internal view {
        uint128[4] memory found = royalties.incomesOf(work, currency);
        for (uint256 i = 0; i < 4; ++i) {
            vm.assertEq(found[i], meant[i], "income of a generation");
        }
    }

    /// @dev How many events of a kind there were since `vm.recordLogs`.
    function count(bytes32 kind) internal returns (uint256 found) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == kind) ++found;
        }
    }

    function none() internal pure returns (IRoyalties.Split memory split) {}

    function shared(address payee, uint16 bps) internal pure returns (IRoyalties.Split memory) {
        return also(none(), payee, bps);
    }

    /// @dev A split with one share more.
    function also(
        IRoyalties.Split memory split,
        address payee,
        uint16 bps
    ) internal pure returns (IRoyalties.Split memory) {
        IRoyalties.Share[] memory shares = new IRoyalties.Share[](split.shares.length + 1);
        for (uint256 i = 0; i < split.shares.length; ++i) {
            shares[i] = split.shares[i];
        }
        shares[split.shares.length] = IRoyalties.Share(payee, bps);
        split.shares = shares;
        return split;
    }

    function childOf(uint256 parent, uint16 bps) internal pure returns (IRoyalties.Split memory split) {
        split.parents = new uint256[](1);
        (split.parents[0], split.parentsBps) = (parent, bps);
    }

    /// @dev The parents are numbered from `first` on.
    function childOfMany(
        uint256 first,
        uint256 parents,
        uint16 bps
    ) internal pure returns (IRoyalties.Split memory split) {
        split.parents = new uint256[](parents);
        split.parentsBps = bps;
        for (uint256 i = 0; i < parents; ++i) {
            split.parents[i] = first + i;
        }
    }
}
