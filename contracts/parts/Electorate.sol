// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {IElectorate} from "../interfaces/IElectorate.sol";
import {Membership} from "../Membership.sol";

/// @title Who may vote in a ballot, and that nobody does so twice
/// @dev A ballot keeps two facts of the moment it was opened: the snapshot (`_snapshot`), at which votes are
/// weighed, and the highest member number. Voters are a bitmap by member number: 256 of them share a slot.
abstract contract Electorate is IElectorate {
    using BitMaps for BitMaps.BitMap;
    using SafeCast for uint256;

    /// @notice Gas a vote gets in a relayed batch: enough for a long reason, or the first ballot on many
    /// works, and a wallet contract's own check of the signature; too little for a hostile wallet to spoil
    /// the batch.
    uint256 public constant RELAYED_VOTE_GAS = 350_000;

    /// @dev What must be left before a vote of a batch, so that the vote really gets its share: a call passes
    /// on 63 parts in 64, and the longest reason is copied before.
    uint256 private constant GAS_AT_HAND = (RELAYED_VOTE_GAS * 5) / 4;

    Membership internal immutable MEMBERSHIP;

    mapping(uint256 ballot => BitMaps.BitMap members) private _voters;

    constructor(Membership membership_) {
        MEMBERSHIP = membership_;
    }

    /// @inheritdoc IElectorate
    function membership() external view returns (address) {
        return address(MEMBERSHIP);
    }

    /// @inheritdoc IElectorate
    function hasVoted(uint256 ballot, address member) external view returns (bool) {
        return _voters[ballot].get(MEMBERSHIP.memberOf(member));
    }

    /// @dev A voter's votes in a ballot, once. Members admitted after its opening are refused even with votes
    /// delegated to them before: who left and came back has a new number, and would vote twice.
    /// @return number the voter's member number
    /// @return weight their votes at the snapshot, at least one
    function _useVotes(
        uint256 ballot,
        address voter,
        uint48 snapshot,
        uint256 lastMember
    ) internal returns (uint256 number, uint32 weight) {
        uint256 votes;
        (number, votes) = MEMBERSHIP.voterAt(voter, snapshot);
        if (number == 0 || number > lastMember || votes == 0) revert NoVotes(voter, snapshot);
        BitMaps.BitMap storage voters = _voters[ballot];
        if (voters.get(number)) revert AlreadyVoted(ballot, voter);
        voters.set(number);
        weight = votes.toUint32();
    }

    /// @dev Before each vote of a batch. Without it, an estimate of the batch's gas finds the least with
    /// which the call succeeds, and that is with its last votes skipped.
    function _checkGas() internal view {
        if (gasleft() < GAS_AT_HAND) revert GasShort(GAS_AT_HAND);
    }

    /// @dev The snapshot of a ballot opened now: a second that is over, so its votes are known and stay.
    function _snapshot() internal view returns (uint48) {
        return Time.timestamp() - 1;
    }
}
