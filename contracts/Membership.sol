// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Votes} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Votes.sol";
import {ERC6372Utils} from "@openzeppelin/contracts/utils/ERC6372Utils.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {IERC5192} from "./interfaces/IERC5192.sol";
import {IMembership} from "./interfaces/IMembership.sol";
import {Governed} from "./parts/Governed.sol";

/// @title Membership of the DAO: one soulbound token a member, one vote a token
/// @dev The manual is `IMembership`.
contract Membership is ERC721Votes, Governed, IMembership {
    address private immutable CURATION;

    /// @inheritdoc IMembership
    mapping(address holder => uint256 member) public memberOf;
    /// @inheritdoc IMembership
    uint256 public lastMember;

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
        revert MembershipBound(memberOf[msg.sender]);
    }

    /// @inheritdoc IMembership
    function curation() external view returns (address) {
        return CURATION;
    }

    /// @inheritdoc IMembership
    function memberCount() external view returns (uint256) {
        return _getTotalSupply();
    }

    /// @inheritdoc IERC5192
    function locked(uint256 member) external view returns (bool) {
        _requireOwned(member);
        return true;
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
        if (memberOf[holder] != 0) revert AlreadyMember(holder, memberOf[holder]);
        member = ++lastMember;
        memberOf[holder] = member;
        _mint(holder, member);
        emit Locked(member);
        if (delegates(holder) == address(0)) _delegate(holder, holder);
    }

    function _end(address holder) private returns (uint256 member) {
        member = memberOf[holder];
        if (member == 0) revert NotMember(holder);
        if (_getTotalSupply() == 1) revert MemberNeeded(member);
        delete memberOf[holder];
        _burn(member);
    }

    /// @dev Members come and go; a membership that is there stays where it is.
    function _update(address to, uint256 member, address auth) internal override returns (address holder) {
        if (to != address(0) && _ownerOf(member) != address(0)) revert MembershipBound(member);
        return super._update(to, member, auth);
    }
}
