// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title A contract in which the DAO's members vote, each once a ballot
interface IElectorate {
    /// @notice The caller or signer has no say: no member, a member only since the ballot was opened, or
    /// without votes at its snapshot.
    error NoVotes(address member, uint48 snapshot);
    error AlreadyVoted(uint256 ballot, address member);
    /// @notice A batch needs that much gas left before each vote, so that none is skipped for want of it.
    error GasShort(uint256 needed);

    /// @notice Whether a member voted in a ballot, under the number they have now.
    function hasVoted(uint256 ballot, address member) external view returns (bool);

    /// @notice The contract that knows the members.
    function membership() external view returns (address);
}
