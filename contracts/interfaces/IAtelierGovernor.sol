// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title What the DAO's governor adds to OpenZeppelin's: bounds, a quorum floor, one treasury for ever
/// @dev A proposal's description ends in `#proposer=` and the proposer's address in hexadecimal, `0x` first.
/// The description is part of a proposal's number, so nobody can take another's proposal and cancel it.
interface IAtelierGovernor {
    /// @param votingDelay seconds from a proposal to its vote
    /// @param votingPeriod seconds of the vote
    /// @param lateQuorumExtension seconds that remain at least once the quorum is reached
    /// @param proposalThreshold votes a proposer needs; a tenth of all is always enough
    /// @param quorumPercent share of all votes that must be cast for or abstain
    /// @param quorumFloor votes that must be cast where that is more than the share; cannot be changed. A DAO
    /// of fewer votes decides with all of them, so that it can grow again and its treasury is never lost
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
    /// @notice The description does not end in `#proposer=0x…`; it must, with this address.
    error ProposerSuffixMissing(address proposer);

    /// @notice Votes a proposal needs in a small DAO; in a smaller one, all there are.
    function quorumFloor() external view returns (uint256);
}
