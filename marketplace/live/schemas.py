"""Say an announcement as JSON: the same in the stream, in the log and in every webhook."""

from enum import StrEnum
from typing import Any, Final, Self

from pydantic import BaseModel, Field

from indexer.primitives import Hash32
from marketplace.adapters.ipfs.cid import Cid
from marketplace.live.models import Announcement
from marketplace.live.topic import Topic, topics

# The argument that is a work's number; of the two collections, as their standards call it.
NAMED: Final = ("work", "edition")
OWN: Final = {"Artwork": "tokenId", "Editions": "id"}


class Kind(StrEnum):
    """Whether something happened, or is said not to have happened."""

    STATED = "stated"
    RETRACTED = "retracted"


class BlockPlace(BaseModel):
    """The block in which it was said; the time is the chain's, in seconds."""

    number: int
    hash: Hash32
    timestamp: int


class ChainEvent(BaseModel):
    """One event of the chain as it became known, or that a reorganisation took it back."""

    id: str = Field(description="Grows; also the cursor that resumes after this event.")
    kind: Kind
    retracts: str | None = Field(description="The id of the event that is taken back.")
    topics: list[Topic]
    contract: str
    event: str
    work: str | None = Field(description="The CID of the work it speaks of, if it names one.")
    block: BlockPlace
    transaction: Hash32
    log_index: int
    arguments: dict[str, Any] = Field(
        description="As the contract's ABI names them; amounts and token ids in decimal."
    )

    @classmethod
    def of(cls, told: Announcement) -> Self:
        """Say what was told."""
        return cls(
            id=str(told.sequence),
            kind=Kind.STATED if told.retracts is None else Kind.RETRACTED,
            retracts=None if told.retracts is None else str(told.retracts),
            topics=list(topics(told.contract, told.name)),
            contract=told.contract,
            event=told.name,
            work=_work(told),
            block=BlockPlace(
                number=told.block_number, hash=told.block_hash, timestamp=told.timestamp
            ),
            transaction=told.transaction_hash,
            log_index=told.log_index,
            arguments=told.arguments,
        )


class EventsAnswer(BaseModel):
    """A part of the log; ask with `next` for what follows, now or later."""

    events: list[ChainEvent]
    next: str
    is_all: bool = Field(description="Whether nothing follows yet.")


def _work(told: Announcement) -> str | None:
    names = (*NAMED, OWN.get(told.contract, ""))
    found = next((told.arguments[name] for name in names if name in told.arguments), None)
    return None if found is None else str(Cid.from_digest(int(found)))
