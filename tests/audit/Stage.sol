// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IArtwork} from "../../contracts/interfaces/IArtwork.sol";
import {IAtelierGovernor} from "../../contracts/interfaces/IAtelierGovernor.sol";
import {IAuctionHouse} from "../../contracts/interfaces/IAuctionHouse.sol";
import {ICuration} from "../../contracts/interfaces/ICuration.sol";
import {ICurrencies} from "../../contracts/interfaces/ICurrencies.sol";
import {IEditions} from "../../contracts/interfaces/IEditions.sol";
import {IExhibitions} from "../../contracts/interfaces/IExhibitions.sol";
import {IMarket} from "../../contracts/interfaces/IMarket.sol";
import {IMembership} from "../../contracts/interfaces/IMembership.sol";
import {IRoyalties} from "../../contracts/interfaces/IRoyalties.sol";
import {Signing} from "./Signing.sol";

/// @title The whole system on a chain of its own, wired as scripts/deploy.py wires it
/// @dev Contracts are named as text and known by their interfaces, so that a change inside one compiles it alone.
abstract contract Stage is Signing {
    uint16 internal constant FEE_BPS = 250;
    uint96 internal constant BOND = 0.05 ether;

    address internal treasury;
    IMembership internal membership;
    ICuration internal curation;
    IExhibitions internal exhibitions;
    ICurrencies internal currencies;
    IRoyalties internal royalties;
    IArtwork internal artwork;
    IEditions internal editions;
    IMarket internal market;
    IAuctionHouse internal auctionHouse;
    address internal governor;
    address internal token;

    address[] internal members = [person("member 1"), person("member 2"), person("member 3")];

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        token = vm.deployCode("PlainToken.sol:PlainToken", "");
        place();
        deploy();
        pass(1); // founders vote from the second after the deployment
    }

    function pass(uint256 time) internal {
        vm.warp(vm.getBlockTimestamp() + time); // `block.timestamp` is the same all along a function
    }

    function curationRules() internal pure virtual returns (ICuration.Parameters memory) {
        return
            ICuration.Parameters({
                bondWei: BOND,
                votingPeriod: 1 hours,
                cooldown: 1 days,
                revocationNotice: 1 days,
                quorumBps: 3_000,
                quorumFloor: 2,
                endorsements: 2
            });
    }

    function governorRules() internal pure virtual returns (IAtelierGovernor.Rules memory) {
        return
            IAtelierGovernor.Rules({
                votingDelay: 60,
                votingPeriod: 1 hours,
                lateQuorumExtension: 30 minutes,
                proposalThreshold: 1,
                quorumPercent: 20,
                quorumFloor: 2
            });
    }

    /// @dev Addresses follow from the deployer's nonce, before anything exists.
    function place() private {
        treasury = next(0);
        membership = IMembership(next(1));
        curation = ICuration(next(2));
        exhibitions = IExhibitions(next(3));
        currencies = ICurrencies(next(4));
        royalties = IRoyalties(next(5));
        artwork = IArtwork(next(6));
        editions = IEditions(next(7));
        market = IMarket(next(8));
        auctionHouse = IAuctionHouse(next(9));
        governor = next(10);
    }

    function next(uint256 nonces) private view returns (address) {
        return vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + nonces);
    }

    function deploy() private {
        address[] memory allowed = new address[](1);
        allowed[0] = token;
        make("Treasury", abi.encode(2 days, governor), treasury);
        make("Membership", abi.encode(members, curation, treasury), address(membership));
        make("Curation", abi.encode(membership, artwork, treasury, curationRules()), address(curation));
        make("Exhibitions", abi.encode(membership, artwork, treasury), address(exhibitions));
        make("Currencies", abi.encode(treasury, allowed), address(currencies));
        make("Royalties", abi.encode(artwork, editions, currencies), address(royalties));
        make("Artwork", abi.encode(artworkWiring(), FEE_BPS), address(artwork));
        make("Editions", abi.encode(editionsWiring(), FEE_BPS), address(editions));
        make("Market", abi.encode(marketWiring(), FEE_BPS, FEE_BPS), address(market));
        make(
            "AuctionHouse",
            abi.encode(artwork, royalties, treasury, FEE_BPS, FEE_BPS),
            address(auctionHouse)
        );
        make("AtelierGovernor", abi.encode(membership, treasury, governorRules()), governor);
    }

    function make(string memory name, bytes memory arguments, address at) private {
        address found = vm.deployCode(string.concat(name, ".sol:", name), arguments);
        vm.assertEq(found, at, name);
        vm.label(at, name);
    }

    function artworkWiring() private view returns (IArtwork.Wiring memory) {
        return
            IArtwork.Wiring({
                curation: address(curation),
                market: address(market),
                auctionHouse: address(auctionHouse),
                royalties: address(royalties),
                currencies: address(currencies),
                treasury: treasury
            });
    }

    function editionsWiring() private view returns (IEditions.Wiring memory) {
        return
            IEditions.Wiring({
                artwork: address(artwork),
                market: address(market),
                royalties: address(royalties),
                currencies: address(currencies),
                treasury: treasury
            });
    }

    function marketWiring() private view returns (IMarket.Wiring memory) {
        return
            IMarket.Wiring({
                artwork: address(artwork),
                editions: address(editions),
                royalties: address(royalties),
                currencies: address(currencies),
                treasury: treasury
            });
    }
}
