"""Where copies of editions go, one row for each edition that moved."""

from indexer import models
from indexer.error import AnswerInvalid
from indexer.events.edition import TransferBatch, TransferSingle
from indexer.handler import Rows, row


def moved(_contract: str, event: TransferSingle) -> Rows:
    """Copies of one edition have another holder."""
    yield row(
        models.CopyTransfer,
        position=0,
        edition=event.edition,
        sender=event.sender,
        recipient=event.recipient,
        copies=event.copies,
    )


def moved_together(_contract: str, event: TransferBatch) -> Rows:
    """Copies of several editions have another holder."""
    if len(event.editions) != len(event.copies):
        raise AnswerInvalid(
            f"a transfer of {len(event.editions)} editions counts copies of {len(event.copies)}"
        )
    for position, (edition, copies) in enumerate(zip(event.editions, event.copies, strict=True)):
        yield row(
            models.CopyTransfer,
            position=position,
            edition=edition,
            sender=event.sender,
            recipient=event.recipient,
            copies=copies,
        )
