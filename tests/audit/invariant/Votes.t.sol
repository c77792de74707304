// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {IMembership} from "../../../contracts/interfaces/IMembership.sol";
import {Cheats} from "../Vm.sol";
import {Assembly} from "./Assembly.sol";

interface ITally {
    function proposalVotes(uint256 proposal) external view returns (uint256, uint256, uint256);
}

/// @title What is true of members, votes and decisions after every act of anybody
/// @dev P33, P35 and P37 are tried with every act that could break them: see `Assembly`.
contract VotesInvariants is Cheats {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    uint256 private constant FLOOR = 2;

    Assembly private forum;
    IMembership private membership;
    IVotes private votes;
    IGovernor private dao;
    address private treasury;

    function setUp() public {
        forum = new Assembly();
        address governor;
        address members;
        (members, governor, treasury) = forum.organs();
        (membership, votes, dao) = (IMembership(members), IVotes(members), IGovernor(governor));
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(forum);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        string[12] memory acts = [
            "join", "leave", "remove", "delegate", "hesitate", "propose", "vote", "queue", "execute",
            "cancel", "meddle", "wait"
        ];
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(forum), new bytes4[](acts.length));
        for (uint256 i = 0; i < acts.length; ++i) {
            targets[0].selectors[i] = bytes4(keccak256(abi.encodePacked(acts[i], "(uint256)")));
        }
    }

    /// @dev All in one: forge plays a campaign for each.
    function invariant_P29_to_P37_members_votes_and_decisions() public view {
        votesAreOfMembersWhoGaveThem();
        whatIsPastStaysAsItWas();
        whatPassesHasItsVotes();
        theTreasuryPaysWhatWasDecided();
    }

    /// @dev P29 to P31; that the last member stays is tried with the acts.
    function votesAreOfMembersWhoGaveThem() private view {
        uint256 members = 0;
        uint256 given = 0;
        uint256 had = 0;
        for (uint256 i = 0; i < forum.PEOPLE(); ++i) {
            address who = forum.people(i);
            bool isMember = forum.isIn(who);
            vm.assertTrue((membership.memberOf(who) != 0) == isMember, "who is a member");
            if (isMember) ++members;
            if (isMember && forum.delegateOf(who) != address(0)) ++given;
            had += votes.getVotes(who);
        }
        vm.assertEq(membership.memberCount(), members, "members");
        vm.assertEq(had, given, "votes in all");
        for (uint256 i = 0; i < forum.PEOPLE(); ++i) {
            address who = forum.people(i);
            vm.assertEq(votes.getVotes(who), forum.votesAt(who, vm.getBlockTimestamp()), "votes");
        }
    }

    /// @dev P30 and P32.
    function whatIsPastStaysAsItWas() private view {
        for (uint256 i = forum.firstCase(); i < forum.caseCount(); ++i) {
            uint256 snapshot = forum.caseAt(i).snapshot;
            if (snapshot >= vm.getBlockTimestamp()) continue;
            for (uint256 j = 0; j < forum.PEOPLE(); ++j) {
                address who = forum.people(j);
                uint256 meant = forum.votesAt(who, snapshot);
                vm.assertEq(votes.getPastVotes(who, snapshot), meant, "past votes");
                (, uint256 asked) = membership.voterAt(who, snapshot);
                vm.assertEq(asked, meant, "votes a ballot asks for");
            }
        }
    }

    /// @dev P34.
    function whatPassesHasItsVotes() private view {
        for (uint256 i = forum.firstCase(); i < forum.caseCount(); ++i) {
            Assembly.Case memory one = forum.caseAt(i);
            (uint256 against, uint256 for_, uint256 abstain) =
                ITally(address(dao)).proposalVotes(one.proposal);
            vm.assertEq(against, one.tally[0], "tally");
            vm.assertEq(for_, one.tally[1], "tally");
            vm.assertEq(abstain, one.tally[2], "tally");
            if (!hasPassed(dao.state(one.proposal))) continue;
            vm.assertGe(for_ + abstain, dao.quorum(one.snapshot), "quorum");
            uint256 all = votes.getPastTotalSupply(one.snapshot);
            vm.assertGe(for_ + abstain, all < FLOOR ? all : FLOOR, "floor");
            vm.assertGe(for_, against + 1, "majority");
        }
    }

    /// @dev P36.
    function theTreasuryPaysWhatWasDecided() private view {
        uint256 meant = forum.FUNDS() - forum.carriedOut() * forum.GRANT();
        vm.assertEq(treasury.balance, meant, "treasury");
    }

    function hasPassed(IGovernor.ProposalState state) private pure returns (bool) {
        return
            state == IGovernor.ProposalState.Succeeded ||
            state == IGovernor.ProposalState.Queued ||
            state == IGovernor.ProposalState.Executed;
    }
}
