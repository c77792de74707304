// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {Scene} from "./Scene.sol";

/// @title How the DAO decides: one call, proposed, voted on, queued, waited for, carried out
abstract contract Parliament is Scene {
    struct Motion {
        address[] targets;
        uint256[] values;
        bytes[] calls;
        string description;
        bytes32 descriptionHash;
        uint256 proposal;
    }

    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;
    // Bits of what a proposal's state should have been.
    bytes32 internal constant SUCCEEDED = bytes32(uint256(1 << uint8(IGovernor.ProposalState.Succeeded)));

    IGovernor internal dao;

    function setUp() public virtual override {
        super.setUp();
        dao = IGovernor(governor);
    }

    function suffixOf(address proposer) internal view returns (string memory) {
        return string.concat("#proposer=", vm.toString(proposer));
    }

    /// @dev A call of the treasury's, by the first member.
    function motionOf(address target, bytes memory call) internal view returns (Motion memory) {
        return motionOf(target, call, string.concat("A motion.", suffixOf(members[0])));
    }

    function motionOf(
        address target,
        bytes memory call,
        string memory description
    ) internal pure returns (Motion memory motion) {
        (motion.targets, motion.values) = (new address[](1), new uint256[](1));
        motion.calls = new bytes[](1);
        (motion.targets[0], motion.calls[0]) = (target, call);
        motion.description = description;
        motion.descriptionHash = keccak256(bytes(description));
        motion.proposal = uint256(
            keccak256(abi.encode(motion.targets, motion.values, motion.calls, motion.descriptionHash))
        );
    }

    function propose(Motion memory motion, address proposer) internal {
        vm.prank(proposer);
        dao.propose(motion.targets, motion.values, motion.calls, motion.description);
    }

    function vote(Motion memory motion, uint256 member, uint8 support) internal {
        vm.prank(members[member]);
        dao.castVote(motion.proposal, support);
    }

    /// @dev From a motion to its vote.
    function debate(Motion memory motion) internal {
        propose(motion, members[0]);
        pass(61);
    }

    function queue(Motion memory motion) internal {
        dao.queue(motion.targets, motion.values, motion.calls, motion.descriptionHash);
    }

    function execute(Motion memory motion) internal {
        dao.execute(motion.targets, motion.values, motion.calls, motion.descriptionHash);
    }

    function cancel(Motion memory motion, address who) internal {
        vm.prank(who);
        dao.cancel(motion.targets, motion.values, motion.calls, motion.descriptionHash);
    }

    /// @dev All but carried out.
    function agree(Motion memory motion) internal {
        debate(motion);
        vote(motion, 0, FOR);
        vote(motion, 1, FOR);
        pass(1 hours + 1);
        queue(motion);
        pass(2 days);
    }

    function assertState(Motion memory motion, IGovernor.ProposalState meant) internal view {
        vm.assertEq(uint256(dao.state(motion.proposal)), uint256(meant), "state");
    }
}
