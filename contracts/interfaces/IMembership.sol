// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC5192} from "./IERC5192.sol";

/// @title Membership of the DAO: one soulbound token a member, one vote a token, delegable
/// @dev ERC-721 + ERC-5192 + ERC-5805 (Votes) with a timestamp clock (ERC-6372). Members are numbered from 1;
/// a number is never given twice. Everything an index needs is in ERC-721's `Transfer` and Votes' own events.
interface IMembership is IERC5192 {
    /// @notice The DAO removed a member, for a reason.
    event MemberRemoved(uint256 indexed member, address indexed holder, string reason);
    /// @notice A member left of their own accord.
    event MemberLeft(uint256 indexed member, address indexed holder);

    error MembershipBound(uint256 member);
    error AdmissionRefused(address caller);
    error AlreadyMember(address holder, uint256 member);
    error NotMember(address holder);
    /// @notice The last member stays: without any, nobody could decide about the treasury again.
    error MemberNeeded(uint256 member);

    /// @notice Make somebody a member. Only `Curation`. Their vote counts at once: it is delegated to
    /// themselves unless they delegated before.
    function admit(address holder) external returns (uint256 member);

    /// @notice Take a membership away. Only the treasury, that is: by a vote of the DAO. Nothing the holder
    /// does, delegates or owns can prevent it.
    function remove(address holder, string calldata reason) external;

    /// @notice Leave. The caller's vote is missing from ballots opened later, and they cannot vote in those
    /// that are open; votes others entrusted them with wait there until these delegate anew.
    function leave() external;

    /// @notice A holder's member number, 0 for nobody.
    function memberOf(address holder) external view returns (uint256 member);

    /// @notice What a ballot asks about a voter: their member number now, and their votes then.
    function voterAt(
        address account,
        uint256 timepoint
    ) external view returns (uint256 member, uint256 votes);

    /// @notice The number given last; who joined earlier has a lower one.
    function lastMember() external view returns (uint256 member);

    /// @notice The contract that admits.
    function curation() external view returns (address);

    /// @notice How many members there are.
    function memberCount() external view returns (uint256);
}
