"""From which works a work was made, one row a parent."""

from indexer import models
from indexer.events.royalty import ParentsRecorded
from indexer.handler import Rows, row


def parents_recorded(_contract: str, event: ParentsRecorded) -> Rows:
    """A work was made from others."""
    for position, parent in enumerate(event.parents):
        yield row(
            models.Parent,
            position=position,
            work=event.work,
            parent=parent,
            parents_bps=event.parents_bps,
        )
