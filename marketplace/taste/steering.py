"""Lend a person's taste to whoever looks for pictures: its checkpoint, if anything is known."""

from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.taste import learning, standing


def liked(session: Session, person: Address) -> bytes | None:
    """The checkpoint of a person's taste, or of the members' own; None while there is neither."""
    start = standing.start(session)
    learned = learning.of(session, person, start)
    return learned.taste.content() if learned.said or start is not None else None
