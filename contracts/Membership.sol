// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Votes} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Votes.sol";
import {ERC6372Utils} from "@openzeppelin/contracts/utils/ERC6372Utils.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {IERC5192} from "./interfaces/IERC5192.sol";
import {IMembership} from "./interfaces/IMembership.sol";
import {Governed} from "./parts/Governed.sol";

/// @title Membership of the DAO: one soulbound token a member, one vote a token
/// @dev The manual is `IMembership`.
contract Membership is ERC721Votes, Governed, IMembership {
    using SafeCast for uint256;

    /// @dev What a ballot asks about a voter, in one slot: mostly, votes have not changed since its snapshot,
    /// and no checkpoint needs to be looked up.
    struct Standing {
        uint32 member;
        uint32 votes;
        uint48 votesSince;
    }

    address private immutable CURATION;

    /// @inheritdoc IMembership
    uint256 public lastMember;

    mapping(address account => Standing standing) private _standings;

    constructor(
        address[] memory founders,
        address curation_,
        address treasury_
    ) ERC721("Atelier Membership", "ATELIER") EIP712("Atelier Membership", "1") Governed(treasury_) {
        CURATION = curation_;
        for (uint256 i = 0; i < founders.length; ++i) {
            _admit(founders[i]);
        }
    }

    /// @inheritdoc IMembership
    function admit(address holder) external returns (uint256 member) {
        if (msg.sender != CURATION) revert AdmissionRefused(msg.sender);
        return _admit(holder);
    }

    /// @inheritdoc IMembership
    function remove(address holder, string calldata reason) external onlyTreasury {
        emit MemberRemoved(_end(holder), holder, reason);
    }

    /// @inheritdoc IMembership
    function leave() external {
        emit MemberLeft(_end(msg.sender), msg.sender);
    }

    /// @notice Refused: a membership is bound to its holder.
    function approve(address, uint256 member) public pure override {
        revert MembershipBound(member);
    }

    /// @notice Refused: a membership is bound to its holder.
    function setApprovalForAll(address, bool) public view override {
        revert MembershipBound(memberOf(msg.sender));
    }

    /// @inheritdoc IMembership
    function curation() external view returns (address) {
        return CURATION;
    }

    /// @inheritdoc IMembership
    function memberCount() external view returns (uint256) {
        return _getTotalSupply();
    }

    /// @inheritdoc IMembership
    function voterAt(
        address account,
        uint256 timepoint
    ) external view returns (uint256 member, uint256 votes) {
        Standing memory standing = _standings[account];
        return (standing.member, _pastVotes(account, standing, timepoint));
    }

    /// @inheritdoc IERC5192
    function locked(uint256 member) external view returns (bool) {
        _requireOwned(member);
        return true;
    }

    /// @inheritdoc IMembership
    function memberOf(address holder) public view returns (uint256 member) {
        return _standings[holder].member;
    }

    /// @notice The votes an account had at the end of a second that is over (ERC-5805).
    function getPastVotes(address account, uint256 timepoint) public view override returns (uint256) {
        return _pastVotes(account, _standings[account], timepoint);
    }

    /// @notice The clock of votes: seconds since 1970 (ERC-6372).
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice How to read the clock (ERC-6372).
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public view override returns (string memory) {
        return ERC6372Utils.timestampClockMode(clock);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(IERC5192).interfaceId || super.supportsInterface(interfaceId);
    }

    function _admit(address holder) private returns (uint256 member) {
        member = memberOf(holder);
        if (member != 0) revert AlreadyMember(holder, member);
        member = ++lastMember;
        _standings[holder].member = member.toUint32();
        _mint(holder, member);
        emit Locked(member);
        if (delegates(holder) == address(0)) _delegate(holder, holder);
    }

    /// @dev Keep the latest votes of both sides at hand.
    function _moveDelegateVotes(address from, address to, uint256 amount) internal override {
        super._moveDelegateVotes(from, to, amount);
        if (from == to || amount == 0) return;
        _noteVotes(from);
        _noteVotes(to);
    }

    function _pastVotes(
        address account,
        Standing memory standing,
        uint256 timepoint
    ) private view returns (uint256) {
        if (standing.votesSince > timepoint) return super.getPastVotes(account, timepoint);
        _validateTimepoint(timepoint);
        return standing.votes;
    }

    function _noteVotes(address account) private {
        if (account == address(0)) return;
        Standing storage standing = _standings[account];
        (standing.votes, standing.votesSince) = (getVotes(account).toUint32(), clock());
    }

    function _end(address holder) private returns (uint256 member) {
        member = memberOf(holder);
        if (member == 0) revert NotMember(holder);
        if (_getTotalSupply() == 1) revert MemberNeeded(member);
        delete _standings[holder].member;
        _burn(member);
    }

    /// @dev Members come and go; a membership that is there stays where it is.
    function _update(address to, uint256 member, address auth) internal override returns (address holder) {
        if (to != address(0) && _ownerOf(member) != address(0)) revert MembershipBound(member);
        return super._update(to, member, auth);
    }
}
