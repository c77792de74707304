"""Who is a member of the DAO."""

from indexer import models
from indexer.events.membership import MemberLeft
from indexer.events.token import Transfer
from indexer.handler import Rows, row
from indexer.primitives import ZERO_ADDRESS


def moved(_contract: str, event: Transfer) -> Rows:
    """A membership is bound to its holder: only its mint is news, an end says so itself."""
    if event.sender == ZERO_ADDRESS:
        yield row(models.MemberAdmission, member=event.token, holder=event.recipient)


def left(_contract: str, event: MemberLeft) -> Rows:
    """A member went by themself."""
    yield row(models.MemberRemoval, member=event.member, holder=event.holder, reason="")
