// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PayoutsProbe} from "../../../contracts/test/PayoutsProbe.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Signing} from "../Signing.sol";

/// @title A probe with money in it, and a payer
abstract contract Paying is Signing {
    address internal constant ETHER = address(0);
    uint256 internal constant AMOUNT = 1_000;
    uint256 internal constant HELD = 5_000;

    address internal payer = person("payer");
    address internal payee = person("payee");
    address internal stranger = person("stranger");

    PayoutsProbe internal probe;
    PlainToken internal token;

    function setUp() public virtual {
        probe = PayoutsProbe(payable(vm.deployCode("PayoutsProbe.sol:PayoutsProbe", "")));
        vm.deal(address(probe), HELD);
        token = stocked(new PlainToken());
    }

    /// @dev A token that the probe holds, and that the payer holds and lets the probe take.
    function stocked(PlainToken made) internal returns (PlainToken) {
        made.mint(address(probe), HELD);
        made.mint(payer, HELD);
        vm.prank(payer);
        made.approve(address(probe), HELD);
        return made;
    }

    function payFrom(address currency, address to, uint256 amount) internal {
        vm.prank(payer);
        probe.payFrom{value: currency == ETHER ? amount : 0}(currency, to, amount);
    }

    function owes(address currency, address to, uint256 amount) internal view {
        vm.assertEq(probe.credits(currency, to), amount, "credit");
        vm.assertEq(probe.totalCredits(currency), amount, "all credits");
    }
}
