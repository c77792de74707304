// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {IExhibitions} from "../../../contracts/interfaces/IExhibitions.sol";
import {Scene} from "../Scene.sol";

/// @title An exhibition of two places, one an artist; two artists, who are members 4 and 5
abstract contract Salon is Scene {
    struct BallotFields {
        uint256 exhibition;
        address member;
        uint64 approvals;
        uint64 deadline;
    }

    string internal constant BALLOT =
        "Ballot(uint256 exhibition,address member,uint64 approvals,uint64 deadline)";
    bytes32 internal constant BRIEF = keccak256("brief");
    /// @dev Works of the artist's are 1 to 9, of the other's 11 to 19; all members are voters.
    address internal other = person("other");
    uint48 internal nominationsUntil;
    uint48 internal closesAt;
    uint256 internal exhibition;

    function setUp() public virtual override {
        super.setUp();
        join(artist);
        join(other);
        vm.startPrank(address(curation));
        artwork.admit(artist);
        artwork.admit(other);
        vm.stopPrank();
        pass(1);
        for (uint256 i = 1; i < 10; ++i) {
            vm.prank(artist);
            artwork.mint(i, artist, 0);
            vm.prank(other);
            artwork.mint(10 + i, other, 0);
        }
        exhibition = open(terms());
    }

    function terms() internal pure returns (IExhibitions.Terms memory) {
        return IExhibitions.Terms(BRIEF, 2 hours, 3 hours, 2, 1);
    }

    function open(IExhibitions.Terms memory call) internal returns (uint256) {
        nominationsUntil = uint48(vm.getBlockTimestamp()) + call.nominationPeriod;
        closesAt = nominationsUntil + call.votingPeriod;
        vm.prank(treasury);
        return exhibitions.openExhibition(call);
    }

    function join(address who) internal {
        vm.prank(address(curation));
        membership.admit(who);
    }

    function nominate(address who, uint256 work) internal {
        vm.prank(who);
        exhibitions.nominate(exhibition, work);
    }

    function vote(address who, uint64 approvals) internal {
        vm.prank(who);
        exhibitions.vote(exhibition, approvals);
    }

    /// @dev Candidates 0 to 3: two of each artist's, in turns.
    function nominateFour() internal {
        nominate(members[0], 1);
        nominate(members[0], 11);
        nominate(members[1], 2);
        nominate(members[1], 12);
    }

    function delegate(address from, address to) internal {
        vm.prank(from);
        IVotes(address(membership)).delegate(to);
    }

    function signed(
        address member,
        uint64 approvals
    ) internal view returns (IExhibitions.SignedBallot memory ballot) {
        ballot = IExhibitions.SignedBallot(
            exhibition, member, approvals, uint64(vm.getBlockTimestamp()), ""
        );
        ballot.signature =
            signedBy(member, "Atelier Exhibitions", address(exhibitions), BALLOT, fieldsOf(ballot));
    }

    function fieldsOf(IExhibitions.SignedBallot memory ballot) internal pure returns (bytes memory) {
        BallotFields memory fields =
            BallotFields(ballot.exhibition, ballot.member, ballot.approvals, ballot.deadline);
        return abi.encode(fields);
    }

    function assertState(IExhibitions.State state) internal view {
        vm.assertEq(uint256(exhibitions.exhibitions(exhibition).state), uint256(state), "state");
    }

    function assertApprovals(uint256 candidate, uint256 approvals) internal view {
        vm.assertEq(exhibitions.candidatesOf(exhibition)[candidate].approvals, approvals, "approvals");
    }
}
