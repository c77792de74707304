"""Carry a proposal through its life."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from brownie import web3
from scene import DAY, FOR, HOUR, pass_time

DELAY, PERIOD = 60, HOUR


@dataclass(frozen=True)
class Proposal:
    """What is proposed, as the governor takes it."""

    number: int
    targets: list[Any]
    values: list[int]
    calldatas: list[str]
    description: str

    @property
    def hashed(self) -> tuple[Any, ...]:
        """The arguments of queue, execute and cancel."""
        name = bytes(web3.keccak(text=self.description))
        return self.targets, self.values, self.calldatas, name


@pytest.fixture
def propose(governor: Any, member: Any) -> Callable[..., Proposal]:
    """Have a member propose one call; keywords change who, how much and why."""

    def build(
        method: Any, *arguments: Any, proposer: Any = None, value: int = 0, why: str | None = None
    ) -> Proposal:
        proposer = proposer or member
        why = f"Because. #proposer={proposer}" if why is None else why
        calls = [method._address], [value], [method.encode_input(*arguments)]
        receipt = governor.propose(*calls, why, {"from": proposer})
        return Proposal(receipt.events["ProposalCreated"]["proposalId"], *calls, why)

    return build


@pytest.fixture
def pass_vote(governor: Any, members: Any) -> Callable[[Proposal], None]:
    """Two members for it, and the vote is over."""

    def build(proposal: Proposal) -> None:
        pass_time(DELAY + 1)
        for member in members[:2]:
            governor.castVote(proposal.number, FOR, {"from": member})
        pass_time(PERIOD + HOUR)

    return build


@pytest.fixture
def carry_out(governor: Any, stranger: Any, pass_vote: Callable[..., None]) -> Callable[..., Any]:
    """Vote it through, queue it, wait, execute it; nobody privileged is needed."""

    def build(proposal: Proposal) -> Any:
        pass_vote(proposal)
        governor.queue(*proposal.hashed, {"from": stranger})
        pass_time(2 * DAY + 1)
        return governor.execute(*proposal.hashed, {"from": stranger})

    return build
