"""Lend a person's taste to whoever looks for pictures: its checkpoint, if anything is known."""

from sqlalchemy.orm import Session

from generation import taste
from indexer.primitives import Address
from marketplace.taste import learning, standing


def liked(session: Session, person: Address) -> bytes | None:
    """The checkpoint of a person's taste, or of the members' own; None while there is neither."""
    start = standing.start(session)
    learned = learning.of(session, person, start)
    is_known = bool(learned.said) or start is not None
    fits = learned.taste.features == taste.digest()  # one of older features steers nothing
    return learned.taste.content() if is_known and fits else None
