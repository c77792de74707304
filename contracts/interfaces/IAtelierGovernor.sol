// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title What the DAO's governor adds to OpenZeppelin's: bounds, a quorum floor, one treasury for ever
interface IAtelierGovernor {
    /// @param votingDelay seconds from a proposal to its vote
    /// @param votingPeriod seconds of the vote
    /// @param lateQuorumExtension seconds that remain at least once the quorum is reached
    /// @param proposalThreshold votes a proposer needs
    /// @param quorumPercent share of all votes that must be cast for or abstain
    /// @param quorumFloor votes that must be cast however small the DAO is; cannot be changed
    struct Rules {
        uint48 votingDelay;
        uint32 votingPeriod;
        uint48 lateQuorumExtension;
        uint256 proposalThreshold;
        uint256 quorumPercent;
        uint256 quorumFloor;
    }

    /// @notice All that is governed belongs to this treasury; another one would govern nothing.
    error TreasuryFixed(address treasury);

    /// @notice Votes a proposal needs however small the DAO is.
    function quorumFloor() external view returns (uint256);
}
