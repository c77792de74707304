// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {ICuration} from "../interfaces/ICuration.sol";
import {Bounds} from "../libraries/Bounds.sol";
import {Shares} from "../libraries/Shares.sol";
import {Governed} from "../parts/Governed.sol";

/// @title What the DAO can change about curation, and how far
abstract contract CurationParameters is Governed, ICuration {
    uint256 public constant BOND_CAP_WEI = 1 ether;
    uint256 public constant PERIOD_MINIMUM = 1 hours;
    uint256 public constant PERIOD_MAXIMUM = 30 days;
    uint256 public constant COOLDOWN_MINIMUM = 1 hours;
    uint256 public constant COOLDOWN_MAXIMUM = 365 days;
    uint256 public constant NOTICE_MINIMUM = 1 hours;
    uint256 public constant NOTICE_MAXIMUM = 30 days;
    uint256 public constant QUORUM_FLOOR_MAXIMUM = 1_000;
    uint256 public constant ENDORSEMENTS_MAXIMUM = 100;

    Parameters internal _parameters;

    constructor(Parameters memory parameters_) {
        _setParameters(parameters_);
    }

    /// @inheritdoc ICuration
    function setParameters(Parameters calldata newParameters) external onlyTreasury {
        _setParameters(newParameters);
    }

    /// @inheritdoc ICuration
    function parameters() external view returns (Parameters memory) {
        return _parameters;
    }

    /// @dev How many of these votes must be cast; a ballot that could never be decided is not opened.
    function _quorumOf(uint256 votes, Parameters memory current) internal pure returns (uint256 quorum) {
        quorum = Math.max(Shares.ceilOf(votes, current.quorumBps), current.quorumFloor);
        if (quorum > votes) revert QuorumOutOfReach(votes, quorum);
    }

    function _setParameters(Parameters memory to) private {
        Bounds.check(to.bondWei, 0, BOND_CAP_WEI);
        Bounds.check(to.votingPeriod, PERIOD_MINIMUM, PERIOD_MAXIMUM);
        Bounds.check(to.cooldown, COOLDOWN_MINIMUM, COOLDOWN_MAXIMUM);
        Bounds.check(to.revocationNotice, NOTICE_MINIMUM, NOTICE_MAXIMUM);
        Bounds.check(to.quorumBps, 1, Shares.WHOLE_BPS);
        Bounds.check(to.quorumFloor, 1, QUORUM_FLOOR_MAXIMUM);
        Bounds.check(to.endorsements, 1, ENDORSEMENTS_MAXIMUM);
        _parameters = to;
        emit ParametersChanged(
            to.bondWei,
            to.votingPeriod,
            to.cooldown,
            to.revocationNotice,
            to.quorumBps,
            to.quorumFloor,
            to.endorsements
        );
    }
}
