// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurrencies} from "../../../contracts/interfaces/ICurrencies.sol";
import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {PlainToken} from "../../../contracts/test/PlainToken.sol";
import {Splitting} from "./Splitting.sol";

/// @title Which currencies prices may be asked in
contract CurrenciesTest is Splitting {
    string private constant CODE = "Currencies.sol:Currencies";

    function test_it_opens_with_ether_and_what_it_is_given() public {
        PlainToken other = new PlainToken();
        address[] memory both = new address[](2);
        (both[0], both[1]) = (address(token), address(other));
        vm.recordLogs();
        ICurrencies list = ICurrencies(vm.deployCode(CODE, abi.encode(bob, both)));
        vm.assertEq(count(ICurrencies.CurrencyAllowed.selector), 2, "told");
        vm.assertTrue(list.isCurrency(ETHER), "ether");
        vm.assertTrue(list.isCurrency(address(token)) && list.isCurrency(address(other)), "tokens");
        vm.assertTrue(!list.isCurrency(stranger), "a stranger");
        vm.assertEq(IGoverned(address(list)).treasury(), bob, "treasury");
    }

    function test_what_is_no_token_does_not_open_it() public {
        address[] memory bad = new address[](1);
        refused(stranger);
        refused(ETHER);
        bad[0] = stranger;
        vm.assertTrue(!this.opens(bad), "without code");
        bad[0] = ETHER;
        vm.assertTrue(!this.opens(bad), "ether");
        bad[0] = address(token);
        vm.assertTrue(this.opens(bad), "a token");
    }

    function test_the_treasury_allows_a_token() public {
        address other = address(new PlainToken());
        vm.expectEmit(address(currencies));
        emit ICurrencies.CurrencyAllowed(other);
        currencies.setCurrency(other, true);
        vm.assertTrue(currencies.isCurrency(other), "not allowed");
        currencies.requireCurrency(other);
    }

    function test_the_treasury_allows_it_no_longer() public {
        vm.expectEmit(address(currencies));
        emit ICurrencies.CurrencyDisallowed(address(token));
        currencies.setCurrency(address(token), false);
        vm.assertTrue(!currencies.isCurrency(address(token)), "still allowed");
        vm.expectRevert(fault(address(token)));
        currencies.requireCurrency(address(token));
    }

    function test_a_token_that_lost_its_code_is_taken_off() public {
        vm.etch(address(token), "");
        refused(address(token));
        currencies.setCurrency(address(token), false);
        vm.assertTrue(!currencies.isCurrency(address(token)), "still allowed");
    }

    function test_ether_stays() public {
        vm.expectRevert(fault(ETHER));
        currencies.setCurrency(ETHER, false);
        currencies.requireCurrency(ETHER);
    }

    function test_a_stranger_allows_nothing() public {
        address other = address(new PlainToken());
        vm.expectRevert(abi.encodeWithSelector(IGoverned.NotTreasury.selector, stranger));
        vm.prank(stranger);
        currencies.setCurrency(other, true);
    }

    function opens(address[] calldata allowed) external returns (bool) {
        try this.open(allowed) {
            return true;
        } catch {
            return false;
        }
    }

    function open(address[] calldata allowed) external {
        vm.deployCode(CODE, abi.encode(address(this), allowed));
    }

    function refused(address currency) private {
        vm.expectRevert(fault(currency));
        currencies.setCurrency(currency, true);
    }

    function fault(address currency) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ICurrencies.CurrencyRefused.selector, currency);
    }
}
