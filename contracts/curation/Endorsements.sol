// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ICuration} from "../interfaces/ICuration.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Electorate} from "../parts/Electorate.sol";

/// @title Members' signed word for an artist, in place of a bond
abstract contract Endorsements is Electorate, EIP712, ICuration {
    bytes32 private constant ENDORSEMENT_TYPEHASH =
        keccak256("Endorsement(address artist,bytes32 dossier,address member,uint64 deadline)");

    /// @inheritdoc ICuration
    function endorsementDigest(
        address artist,
        bytes32 dossier,
        Endorsement calldata endorsement
    ) public view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        ENDORSEMENT_TYPEHASH, artist, dossier, endorsement.member, endorsement.deadline
                    )
                )
            );
    }

    /// @dev The ascending order of member numbers makes endorsers distinct without a list of them.
    function _endorse(
        uint256 application,
        bytes32 dossier,
        Endorsement[] calldata endorsements,
        uint256 needed
    ) internal {
        if (endorsements.length < needed) revert EndorsementsShort(endorsements.length, needed);
        uint256 former;
        for (uint256 i = 0; i < endorsements.length; ++i) {
            former = _checkEndorsement(dossier, endorsements[i], former);
            emit ApplicationEndorsed(application, endorsements[i].member);
        }
    }

    function _checkEndorsement(
        bytes32 dossier,
        Endorsement calldata endorsement,
        uint256 former
    ) private view returns (uint256 number) {
        address member = endorsement.member;
        if (block.timestamp > endorsement.deadline) revert EndorsementExpired(member, endorsement.deadline);
        if (member == msg.sender) revert OwnEndorsement(member);
        number = MEMBERSHIP.memberOf(member);
        if (number <= former) revert EndorsementOrder(member, number);
        bytes32 digest = endorsementDigest(msg.sender, dossier, endorsement);
        if (!Signatures.isValid(member, digest, endorsement.signature)) revert EndorsementForged(member);
    }
}
