"""What the DAO proposes, and what becomes of it."""

from indexer import models
from indexer.events.governance import (
    ProposalCanceled,
    ProposalCreated,
    ProposalExecuted,
    ProposalExtended,
    ProposalQueued,
)
from indexer.handler import Row, Rows, row


def proposal_created(_contract: str, event: ProposalCreated) -> Rows:
    """Calls wait for votes; what JSON cannot hold exactly is text."""
    yield row(
        models.Proposal,
        proposal=event.proposal,
        proposer=event.proposer,
        targets=event.targets,
        amounts=[str(amount) for amount in event.values],
        signatures=event.signatures,
        calldatas=["0x" + calldata.hex() for calldata in event.calldatas],
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        description=event.description,
    )


def proposal_extended(_contract: str, event: ProposalExtended) -> Rows:
    """There is more time to vote."""
    yield _step(event.proposal, "extended", event.ends_at)


def proposal_queued(_contract: str, event: ProposalQueued) -> Rows:
    """The calls wait in the timelock."""
    yield _step(event.proposal, "queued", event.executable_at)


def proposal_executed(_contract: str, event: ProposalExecuted) -> Rows:
    """The calls were made."""
    yield _step(event.proposal, "executed")


def proposal_canceled(_contract: str, event: ProposalCanceled) -> Rows:
    """The calls will never be made."""
    yield _step(event.proposal, "canceled")


def _step(proposal: int, step: str, second: int = 0) -> Row:
    return row(models.ProposalStep, proposal=proposal, step=step, second=second)
