// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {Bounds} from "./libraries/Bounds.sol";

/// @title The DAO's treasury: what it decides waits here, where all can see it, before it happens
/// @dev Only the governor proposes and cancels, anybody executes what has waited, and the treasury alone is
/// its own admin. It may let others propose too, but never lock its members out.
contract Treasury is TimelockController {
    uint256 public constant DELAY_MAXIMUM = 30 days;

    /// @notice Two days; a minute on chains that live on one machine.
    uint256 public immutable DELAY_MINIMUM;

    address private immutable GOVERNOR;

    /// @notice The governor always proposes and anybody executes, whatever is decided.
    error RoleKept(bytes32 role, address account);

    constructor(
        uint256 delay,
        address governor
    ) TimelockController(delay, _only(governor), _only(address(0)), address(0)) {
        // The chain ids of Brownie's and Anvil's development chains, which no public chain has.
        DELAY_MINIMUM = block.chainid == 1337 || block.chainid == 31337 ? 1 minutes : 2 days;
        Bounds.check(delay, DELAY_MINIMUM, DELAY_MAXIMUM);
        GOVERNOR = governor;
    }

    /// @notice Change the delay, within bounds. Only the treasury itself, that is: by a vote of the DAO.
    function updateDelay(uint256 newDelay) public override {
        Bounds.check(newDelay, DELAY_MINIMUM, DELAY_MAXIMUM);
        super.updateDelay(newDelay);
    }

    /// @dev Without these two, nothing here could ever move again: no vote may decide that.
    function _revokeRole(bytes32 role, address account) internal override returns (bool) {
        bool isProposing = role == PROPOSER_ROLE && account == GOVERNOR;
        if (isProposing || (role == EXECUTOR_ROLE && account == address(0))) revert RoleKept(role, account);
        return super._revokeRole(role, account);
    }

    function _only(address account) private pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = account;
    }
}
