// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {IGoverned} from "../../../contracts/interfaces/IGoverned.sol";
import {Scene} from "../Scene.sol";

interface IBounded {
    error RoleKept(bytes32 role, address account);

    function DELAY_MINIMUM() external view returns (uint256);
    function DELAY_MAXIMUM() external view returns (uint256);
}

/// @title The treasury's delay and its roles
contract TreasuryTest is Scene {
    TimelockController private chest;

    function setUp() public override {
        super.setUp();
        chest = TimelockController(payable(treasury));
    }

    function test_roles_are_given_once() public view {
        vm.assertTrue(chest.hasRole(chest.PROPOSER_ROLE(), governor), "proposer");
        vm.assertTrue(chest.hasRole(chest.CANCELLER_ROLE(), governor), "canceller");
        vm.assertTrue(chest.hasRole(chest.EXECUTOR_ROLE(), address(0)), "anybody executes");
        vm.assertTrue(chest.hasRole(chest.DEFAULT_ADMIN_ROLE(), treasury), "own admin");
        vm.assertTrue(!chest.hasRole(chest.DEFAULT_ADMIN_ROLE(), address(this)), "deployer");
        vm.assertTrue(!chest.hasRole(chest.PROPOSER_ROLE(), address(0)), "not anybody");
        vm.assertEq(chest.getMinDelay(), 2 days, "delay");
    }

    function test_the_dao_is_not_locked_out() public {
        assertKept(chest.PROPOSER_ROLE(), governor);
        assertKept(chest.EXECUTOR_ROLE(), address(0));
    }

    function test_what_else_is_given_can_be_taken() public {
        bytes32[3] memory roles = [chest.PROPOSER_ROLE(), chest.EXECUTOR_ROLE(), chest.CANCELLER_ROLE()];
        vm.startPrank(treasury);
        for (uint256 i = 0; i < roles.length; ++i) {
            chest.grantRole(roles[i], stranger);
            chest.revokeRole(roles[i], stranger);
            vm.assertTrue(!chest.hasRole(roles[i], stranger), "taken");
        }
        chest.revokeRole(roles[2], governor);
        vm.assertTrue(!chest.hasRole(roles[2], governor), "canceller");
    }

    function test_bounds_depend_on_the_chain() public {
        assertMinimum(31_337, 1 minutes);
        assertMinimum(1_337, 1 minutes);
        assertMinimum(1, 2 days);
        assertMinimum(11_155_111, 2 days);
        vm.assertEq(IBounded(treasury).DELAY_MAXIMUM(), 30 days, "maximum");
    }

    function test_a_delay_at_the_bounds_is_allowed() public {
        vm.chainId(1);
        vm.assertEq(make(2 days).getMinDelay(), 2 days, "least");
        vm.assertEq(make(30 days).getMinDelay(), 30 days, "most");
    }

    function test_the_delay_changes_within_bounds() public {
        vm.prank(treasury);
        chest.updateDelay(30 days);
        vm.assertEq(chest.getMinDelay(), 30 days, "most");
        vm.prank(treasury);
        chest.updateDelay(1 minutes);
        vm.assertEq(chest.getMinDelay(), 1 minutes, "least");
    }

    function test_the_delay_stays_within_bounds() public {
        vm.expectRevert(outOfBounds(30 days + 1, 1 minutes));
        vm.prank(treasury);
        chest.updateDelay(30 days + 1);
        vm.expectRevert(outOfBounds(59, 1 minutes));
        vm.prank(treasury);
        chest.updateDelay(59);
    }

    function test_a_stranger_cannot() public {
        vm.expectRevert(
            abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, stranger)
        );
        vm.prank(stranger);
        chest.updateDelay(1 days);
    }

    function assertKept(bytes32 role, address account) private {
        vm.expectRevert(abi.encodeWithSelector(IBounded.RoleKept.selector, role, account));
        vm.prank(treasury);
        chest.revokeRole(role, account);
        vm.assertTrue(chest.hasRole(role, account), "kept");
    }

    function assertMinimum(uint256 chain, uint256 minimum) private {
        vm.chainId(chain);
        TimelockController made = make(minimum);
        vm.assertEq(IBounded(address(made)).DELAY_MINIMUM(), minimum, "minimum");
        assertNone(minimum - 1, minimum);
        assertNone(30 days + 1, minimum);
    }

    function assertNone(uint256 delay, uint256 minimum) private {
        vm.expectRevert(outOfBounds(delay, minimum));
        make(delay);
    }

    function make(uint256 delay) private returns (TimelockController) {
        return TimelockController(payable(this.build("Treasury.sol:Treasury", abi.encode(delay, governor))));
    }

    function outOfBounds(uint256 value, uint256 minimum) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(IGoverned.ParameterOutOfBounds.selector, value, minimum, 30 days);
    }
}
