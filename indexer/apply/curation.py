"""How applications ended, and admissions after them."""

from indexer import models
from indexer.events.curation import ArtistAdmitted, ArtistRejected, RevocationWithdrawn
from indexer.handler import Row, Rows, row
from indexer.primitives import Hash32

NO_REASON = Hash32("0x" + "0" * 64)


def artist_admitted(_contract: str, event: ArtistAdmitted) -> Rows:
    """The members said yes."""
    yield _decision(event, is_admitted=True, cooldown_ends_at=0)


def artist_rejected(_contract: str, event: ArtistRejected) -> Rows:
    """The members said no, or too few said anything."""
    yield _decision(event, is_admitted=False, cooldown_ends_at=event.cooldown_ends_at)


def revocation_withdrawn(_contract: str, event: RevocationWithdrawn) -> Rows:
    """An admission will not end after all."""
    yield row(
        models.Revocation,
        artist=event.artist,
        reason=NO_REASON,
        effective_at=0,
        cooldown_ends_at=0,
    )


def _decision(
    event: ArtistAdmitted | ArtistRejected, *, is_admitted: bool, cooldown_ends_at: int
) -> Row:
    return row(
        models.Decision,
        application=event.application,
        artist=event.artist,
        is_admitted=is_admitted,
        votes_for=event.votes_for,
        votes_against=event.votes_against,
        abstentions=event.abstentions,
        cooldown_ends_at=cooldown_ends_at,
    )
