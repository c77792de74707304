"""Who is a member of the DAO, and for whom their votes count."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import DelegateChanged, MemberLeft, MemberRemoved, Transfer
from indexer.primitives import ZERO_ADDRESS


def moved(_contract: str, event: Transfer) -> Rows:
    """A membership is bound to its holder: only its mint is news, an end says so itself."""
    if event.sender == ZERO_ADDRESS:
        yield models.MemberAdmission, {"member": event.token, "holder": event.recipient}


def removed(_contract: str, event: MemberRemoved) -> Rows:
    """A membership ended."""
    yield (
        models.MemberRemoval,
        {"member": event.member, "holder": event.holder, "reason": event.reason},
    )


def left(_contract: str, event: MemberLeft) -> Rows:
    """A member went by themself."""
    yield (
        models.MemberRemoval,
        {"member": event.member, "holder": event.holder, "reason": ""},
    )


def delegated(_contract: str, event: DelegateChanged) -> Rows:
    """A vote counts for the new delegate."""
    yield models.Delegation, {"delegator": event.delegator, "delegate": event.to_delegate}
