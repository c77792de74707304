// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    GovernorCountingSimple
} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {
    GovernorPreventLateQuorum
} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {
    GovernorTimelockControl
} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {
    GovernorVotesQuorumFraction
} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IAtelierGovernor} from "./interfaces/IAtelierGovernor.sol";
import {Bounds} from "./libraries/Bounds.sol";

/// @title The DAO's governor: members propose and vote, the treasury carries out
/// @dev OpenZeppelin's parts; what is ours keeps every setting within bounds that no vote can leave, and
/// every proposal its proposer's.
contract AtelierGovernor is
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotesQuorumFraction,
    GovernorPreventLateQuorum,
    GovernorTimelockControl,
    IAtelierGovernor
{
    uint256 public constant DELAY_MAXIMUM = 30 days;
    uint256 public constant PERIOD_MINIMUM = 1 hours;
    uint256 public constant PERIOD_MAXIMUM = 30 days;
    uint256 public constant EXTENSION_MAXIMUM = 7 days;
    uint256 public constant THRESHOLD_MAXIMUM = 100;
    /// @notice In percent: half the members can always decide.
    uint256 public constant QUORUM_MAXIMUM = 50;

    uint256 private immutable QUORUM_FLOOR;

    constructor(
        IVotes membership,
        TimelockController treasury,
        Rules memory rules
    )
        Governor("Atelier Governor")
        GovernorSettings(rules.votingDelay, rules.votingPeriod, rules.proposalThreshold)
        GovernorVotes(membership)
        GovernorVotesQuorumFraction(rules.quorumPercent)
        GovernorPreventLateQuorum(rules.lateQuorumExtension)
        GovernorTimelockControl(treasury)
    {
        Bounds.check(rules.quorumFloor, 1, type(uint32).max);
        QUORUM_FLOOR = rules.quorumFloor;
    }

    /// @notice Refused: everything governed belongs to one treasury.
    function updateTimelock(TimelockController) public view override {
        revert TreasuryFixed(timelock());
    }

    /// @inheritdoc IAtelierGovernor
    function quorumFloor() external view returns (uint256) {
        return QUORUM_FLOOR;
    }

    /// @notice Votes a proposal needs: the share of all votes at its snapshot, rounded down, or the floor;
    /// where there are fewer votes than the floor, all of them.
    function quorum(
        uint256 timepoint
    ) public view override(Governor, GovernorVotesQuorumFraction) returns (uint256 votes) {
        votes = super.quorum(timepoint);
        if (votes >= QUORUM_FLOOR) return votes;
        return Math.min(QUORUM_FLOOR, token().getPastTotalSupply(timepoint));
    }

    /// @notice Votes a proposer needs: as set, but a tenth of all votes is enough, and in a DAO of a few one
    /// vote, so that somebody can always propose.
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        uint256 threshold = super.proposalThreshold();
        if (threshold == 1) return 1;
        uint256 votes = token().getPastTotalSupply(clock() - 1);
        return Math.min(threshold, Math.max(votes / 10, 1));
    }

    /// @notice The last second of a proposal's vote, late-quorum extension included.
    function proposalDeadline(
        uint256 proposal
    ) public view override(Governor, GovernorPreventLateQuorum) returns (uint256) {
        return super.proposalDeadline(proposal);
    }

    /// @notice Where a proposal stands.
    function state(
        uint256 proposal
    ) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposal);
    }

    /// @notice Always: every decision waits in the treasury.
    function proposalNeedsQueuing(
        uint256 proposal
    ) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(proposal);
    }

    /// @dev A suffix that reserves a description for somebody refuses everybody else, also address zero.
    function _isValidDescriptionForProposer(
        address proposer,
        string memory description
    ) internal view override returns (bool) {
        bool isReserved = !super._isValidDescriptionForProposer(address(0), description);
        if (!isReserved) revert ProposerSuffixMissing(proposer);
        return super._isValidDescriptionForProposer(proposer, description);
    }

    function _setVotingDelay(uint48 newVotingDelay) internal override {
        Bounds.check(newVotingDelay, 0, DELAY_MAXIMUM);
        super._setVotingDelay(newVotingDelay);
    }

    function _setVotingPeriod(uint32 newVotingPeriod) internal override {
        Bounds.check(newVotingPeriod, PERIOD_MINIMUM, PERIOD_MAXIMUM);
        super._setVotingPeriod(newVotingPeriod);
    }

    function _setLateQuorumVoteExtension(uint48 newExtension) internal override {
        Bounds.check(newExtension, 0, EXTENSION_MAXIMUM);
        super._setLateQuorumVoteExtension(newExtension);
    }

    function _setProposalThreshold(uint256 newThreshold) internal override {
        Bounds.check(newThreshold, 1, THRESHOLD_MAXIMUM);
        super._setProposalThreshold(newThreshold);
    }

    function _updateQuorumNumerator(uint256 newPercent) internal override {
        Bounds.check(newPercent, 1, QUORUM_MAXIMUM);
        super._updateQuorumNumerator(newPercent);
    }

    function _tallyUpdated(uint256 proposal) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(proposal);
    }

    function _queueOperations(
        uint256 proposal,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposal, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposal,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposal, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}
