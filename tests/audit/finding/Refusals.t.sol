// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPayouts} from "../../../contracts/interfaces/IPayouts.sol";
import {GasBurner} from "../../../contracts/test/GasBurner.sol";
import {Scene} from "../Scene.sol";

/// @title Takes no ether, each in a manner of its own
contract Sulker {
    enum Manner {
        Error,
        Text,
        Panic,
        Nothing,
        Burn
    }

    Manner public manner;
    uint256 private _turns;

    error NoThanks(address giver);

    constructor(Manner manner_) {
        manner = manner_;
    }

    receive() external payable {
        if (manner == Manner.Error) revert NoThanks(msg.sender);
        // solhint-disable-next-line gas-custom-errors
        if (manner == Manner.Text) revert("no thanks");
        if (manner == Manner.Panic) assert(false);
        // solhint-disable-next-line gas-custom-errors, reason-string
        if (manner == Manner.Nothing) revert();
        while (true) ++_turns;
    }
}

/// @title Takes ether and thinks about it, for most of the gas that a push gives
contract Thinker {
    uint256 private _thoughts;

    receive() external payable {
        uint256 least = gasleft() > 20_000 ? gasleft() - 20_000 : 0;
        while (gasleft() > least) {}
        _thoughts = 1; // another 22,000
    }
}

/// @title Auctions and whoever would stop them: by refusing money, or with too little gas
contract RefusalsTest is Scene {
    uint256 private constant NEXT = PRICE + PRICE / 20;
    /// @dev Far more than a settlement needs, far less than a payee with all of it would burn.
    uint256 private constant PLENTY = 1_000_000;

    function setUp() public override {
        super.setUp();
        admitAndMint();
    }

    function test_N_M12_every_manner_of_refusal_is_a_credit() public {
        for (uint8 i = 0; i <= uint8(Sulker.Manner.Burn); ++i) {
            uint256 work = uint256(keccak256(abi.encode(i)));
            mint(work);
            auction(work, artist);
            address sulker = address(new Sulker(Sulker.Manner(i)));
            vm.deal(sulker, PRICE);
            bid(work, sulker, PRICE);

            bid(work, collector, NEXT);
            vm.assertEq(credit(sulker), PRICE, "credit");
            vm.assertEq(auctionHouse.auctions(work).bidder, collector, "who leads");
        }
    }

    function test_R_M13_an_artist_who_burns_gas_stops_no_settlement() public {
        move(WORK, artist, collector);
        auction(WORK, collector);
        bid(WORK, stranger, PRICE);
        pass(1 days);
        vm.etch(artist, address(new GasBurner()).code);

        uint256 before = collector.balance;
        auctionHouse.settle{gas: PLENTY}(WORK);
        vm.assertEq(ownerOf(WORK), stranger, "owner");
        vm.assertEq(collector.balance - before, PRICE - PRICE / 10 - PRICE / 40, "seller");
        vm.assertEq(credit(artist), PRICE / 10, "royalty");
    }

    function test_R_M09_little_gas_settles_wholly_or_not_at_all(uint256 gas) public {
        gas = bound(gas, 60_000, 400_000);
        address thinker = address(new Thinker());
        move(WORK, artist, thinker);
        auction(WORK, thinker);
        bid(WORK, stranger, PRICE);
        pass(1 days);

        (bool isDone, ) =
            address(auctionHouse).call{gas: gas}(abi.encodeCall(auctionHouse.settle, (WORK)));
        vm.assertEq(credit(thinker), 0, "nothing is starved into a credit");
        vm.assertEq(thinker.balance, isDone ? PRICE - PRICE / 10 - PRICE / 40 : 0, "seller");
        vm.assertEq(ownerOf(WORK), isDone ? stranger : address(auctionHouse), "owner");
    }

    function credit(address payee) private view returns (uint256) {
        return IPayouts(address(auctionHouse)).credits(ETHER, payee);
    }
}
