// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {Parliament} from "../Parliament.sol";

/// @title People who join, leave, delegate, propose, vote and carry out at random
/// @dev Every act arranges what it needs and must succeed: a revert is a failure of the campaign. Forge counts
/// an act unless it found nothing to do (`vm.assume`). Who has which votes, and what was voted, is counted
/// here, apart from the contracts.
contract Assembly is Parliament {
    struct Case {
        address proposer;
        uint256 proposal;
        uint256 snapshot;
        uint256 queuedAt;
        IGovernor.ProposalState state;
        uint256[3] tally; // against, for, abstain
    }

    uint256 public constant PEOPLE = 7;
    uint256 public constant FUNDS = 100 ether;
    uint256 public constant GRANT = 1 ether;
    uint256 private constant WAITING = 2 days;
    uint256 private constant LATEST = 4; // proposals that are followed: older ones are over, or forgotten

    address[PEOPLE] public people;
    mapping(address person => bool isMember) public isIn;
    mapping(address person => address delegate) public delegateOf;
    uint256 public memberCount;
    uint256[] public changedAt; // when votes changed, and what they were from then on
    mapping(uint256 change => mapping(address person => uint256 votes)) private votesFrom;

    uint256 public carriedOut;

    Case[] private cases;
    uint256 private dice;

    error Impossible(string what);

    modifier act(uint256 seed) {
        dice = seed;
        _;
        note();
    }

    constructor() {
        setUp();
        vm.deal(treasury, FUNDS);
        for (uint256 i = 0; i < PEOPLE; ++i) {
            people[i] = i < members.length ? members[i] : person(vm.toString(address(uint160(i))));
            if (i < members.length) (isIn[people[i]], delegateOf[people[i]]) = (true, people[i]);
        }
        memberCount = members.length;
        keep(vm.getBlockTimestamp() - 1);
    }

    // ---- what happens ----

    function join(uint256 seed) external act(seed) {
        address who = anybody(false);
        if (who == address(0)) leaves(who = anybody(true));
        admits(who);
    }

    function leave(uint256 seed) external act(seed) {
        if (memberCount == 1) neverNobody();
        leaves(anybody(true));
    }

    function remove(uint256 seed) external act(seed) {
        if (memberCount == 1) neverNobody();
        address who = anybody(true);
        vm.prank(treasury);
        membership.remove(who, "Because.");
        ends(who);
    }

    function delegate(uint256 seed) external act(seed) {
        uint256 to = roll(PEOPLE + 1);
        delegates(people[roll(PEOPLE)], to == PEOPLE ? address(0) : people[to]);
    }

    /// @dev Several changes in a second: what counts is the last.
    function hesitate(uint256 seed) external act(seed) {
        address who = anybody(true);
        delegates(who, address(0));
        delegates(who, people[roll(PEOPLE)]);
        delegates(who, who);
    }

    function propose(uint256 seed) external act(seed) {
        proposes();
    }

    function vote(uint256 seed) external act(seed) {
        votes(inState(IGovernor.ProposalState.Active));
    }

    function queue(uint256 seed) external act(seed) {
        queues();
    }

    /// @dev Not a second before its time, and not a second later either.
    function execute(uint256 seed) external act(seed) {
        uint256 number = find(IGovernor.ProposalState.Queued);
        if (number == cases.length) number = queues();
        Motion memory motion = motionAt(number);
        uint256 due = cases[number].queuedAt + WAITING;
        if (vm.getBlockTimestamp() < due) {
            vm.warp(due - 1);
            try dao.execute(motion.targets, motion.values, motion.calls, motion.descriptionHash) {
                revert Impossible("carried out too soon");
            } catch {}
            vm.warp(due);
            note();
        }
        execute(motion);
        ++carriedOut;
    }

    function cancel(uint256 seed) external act(seed) {
        uint256 number = inState(IGovernor.ProposalState.Pending);
        cancel(motionAt(number), cases[number].proposer);
    }

    /// @dev Nobody else cancels what somebody proposed, in no state.
    function meddle(uint256 seed) external act(seed) {
        uint256 number = cases.length == 0 ? proposes() : cases.length - 1 - roll(cases.length - firstCase());
        Motion memory motion = motionAt(number);
        address who = people[roll(PEOPLE)];
        if (who == cases[number].proposer) who = stranger;
        vm.prank(who);
        try dao.cancel(motion.targets, motion.values, motion.calls, motion.descriptionHash) {
            revert Impossible("cancelled by another");
        } catch {}
    }

    function wait(uint256 seed) external act(seed) {
        later(1 + (seed % 1 days));
    }

    // ---- what the invariants ask ----

    function caseCount() external view returns (uint256) {
        return cases.length;
    }

    function firstCase() public view returns (uint256) {
        return cases.length > LATEST ? cases.length - LATEST : 0;
    }

    function caseAt(uint256 number) external view returns (Case memory) {
        return cases[number];
    }

    /// @dev The votes somebody should have had at the end of a second.
    function votesAt(address who, uint256 time) external view returns (uint256) {
        uint256 i = changedAt.length - 1;
        while (changedAt[i] > time) --i;
        return votesFrom[i][who];
    }

    function organs() external view returns (address, address, address) {
        return (address(membership), governor, treasury);
    }

    // ---- how ----

    function admits(address who) private {
        vm.prank(address(curation));
        membership.admit(who);
        isIn[who] = true;
        ++memberCount;
        if (delegateOf[who] == address(0)) delegateOf[who] = who;
        keep(vm.getBlockTimestamp());
    }

    /// @dev The last member stays; with somebody else there, anybody may go.
    function neverNobody() private {
        address last = anybody(true);
        vm.prank(last);
        try membership.leave() {
            revert Impossible("nobody is left");
        } catch {}
        vm.prank(treasury);
        try membership.remove(last, "Because.") {
            revert Impossible("nobody is left");
        } catch {}
        admits(anybody(false));
    }

    function leaves(address who) private {
        vm.prank(who);
        membership.leave();
        ends(who);
    }

    function ends(address who) private {
        isIn[who] = false;
        --memberCount;
        keep(vm.getBlockTimestamp());
    }

    function delegates(address who, address to) private {
        vm.prank(who);
        IVotes(address(membership)).delegate(to);
        delegateOf[who] = to;
        keep(vm.getBlockTimestamp());
    }

    /// @dev Write down everybody's votes, counted one by one.
    function keep(uint256 time) private {
        uint256 change = changedAt.length;
        changedAt.push(time);
        for (uint256 i = 0; i < PEOPLE; ++i) {
            if (isIn[people[i]]) ++votesFrom[change][delegateOf[people[i]]];
        }
    }

    /// @dev A grant, proposed by a member who has a vote.
    function proposes() private returns (uint256 number) {
        address who = anybody(true);
        if (delegateOf[who] != who) delegates(who, who);
        later(1);
        number = cases.length;
        cases.push();
        Case storage one = cases[number];
        one.proposer = who;
        Motion memory motion = motionAt(number);
        propose(motion, who);
        (one.proposal, one.snapshot) = (motion.proposal, vm.getBlockTimestamp() + 60);
    }

    function votes(uint256 number) private {
        Case storage one = cases[number];
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address who = people[(i + roll(PEOPLE)) % PEOPLE];
            if (dao.hasVoted(one.proposal, who)) continue;
            casts(one, who, uint8(roll(3)));
            return;
        }
        vm.assume(false); // all have
    }

    function casts(Case storage one, address who, uint8 support) private {
        vm.prank(who);
        dao.castVote(one.proposal, support);
        one.tally[support] += this.votesAt(who, one.snapshot);
    }

    /// @dev Where nothing was agreed to, everybody agrees to something.
    function queues() private returns (uint256 number) {
        number = find(IGovernor.ProposalState.Succeeded);
        if (number == cases.length) {
            if (memberCount == 1) admits(anybody(false));
            for (uint256 i = 0; i < PEOPLE; ++i) {
                if (isIn[people[i]]) delegates(people[i], people[i]);
            }
            number = proposes();
            later(61);
            for (uint256 i = 0; i < PEOPLE; ++i) casts(cases[number], people[i], FOR);
            later(2 hours);
        }
        queue(motionAt(number));
        cases[number].queuedAt = vm.getBlockTimestamp();
        note();
    }

    /// @dev A proposal in a state, pending or active, even if one has to be made.
    function inState(IGovernor.ProposalState state) private returns (uint256 number) {
        number = find(state);
        if (number < cases.length) return number;
        number = proposes();
        if (state == IGovernor.ProposalState.Active) later(61);
    }

    function find(IGovernor.ProposalState state) private view returns (uint256) {
        for (uint256 i = cases.length; i > firstCase(); --i) {
            if (dao.state(cases[i - 1].proposal) == state) return i - 1;
        }
        return cases.length;
    }

    function motionAt(uint256 number) private view returns (Motion memory motion) {
        string memory said = vm.toString(address(uint160(number)));
        motion = motionOf(stranger, "", string.concat(said, suffixOf(cases[number].proposer)));
        motion.values[0] = GRANT;
        motion.proposal = uint256(
            keccak256(abi.encode(motion.targets, motion.values, motion.calls, motion.descriptionHash))
        );
    }

    /// @dev Follow every proposal from state to state.
    function note() private {
        for (uint256 i = firstCase(); i < cases.length; ++i) {
            IGovernor.ProposalState now_ = dao.state(cases[i].proposal);
            if (!mayFollow(cases[i].state, now_)) revert Impossible("a proposal went a way there is not");
            cases[i].state = now_;
        }
    }

    /// @dev Time can pass over `Active`, where nobody votes.
    function mayFollow(
        IGovernor.ProposalState before,
        IGovernor.ProposalState after_
    ) private pure returns (bool) {
        if (before == after_) return true;
        if (before == IGovernor.ProposalState.Pending) {
            return
                after_ == IGovernor.ProposalState.Active ||
                after_ == IGovernor.ProposalState.Canceled ||
                after_ == IGovernor.ProposalState.Defeated;
        }
        if (before == IGovernor.ProposalState.Active) {
            return
                after_ == IGovernor.ProposalState.Succeeded || after_ == IGovernor.ProposalState.Defeated;
        }
        if (before == IGovernor.ProposalState.Succeeded) return after_ == IGovernor.ProposalState.Queued;
        return before == IGovernor.ProposalState.Queued && after_ == IGovernor.ProposalState.Executed;
    }

    function later(uint256 time) private {
        pass(time);
        note();
    }

    function anybody(bool isMember) private view returns (address) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address who = people[(i + roll(PEOPLE)) % PEOPLE];
            if (isIn[who] == isMember) return who;
        }
        return address(0);
    }

    function roll(uint256 sides) private view returns (uint256) {
        return uint256(keccak256(abi.encode(dice))) % sides;
    }
}
