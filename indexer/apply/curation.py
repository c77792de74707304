"""Applications, the votes on them, and how they ended."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import (
    ApplicationOpened,
    ArtistAdmitted,
    ArtistRejected,
    BondReturned,
    VoteCast,
)


def application_opened(_contract: str, event: ApplicationOpened) -> Rows:
    """An application waits for votes."""
    yield (
        models.Application,
        {
            "application": event.application,
            "artist": event.artist,
            "dossier": event.dossier,
            "bond_wei": event.bond_wei,
            "snapshot": event.snapshot,
            "closes_at": event.closes_at,
            "quorum": event.quorum,
        },
    )


def vote_cast(_contract: str, event: VoteCast) -> Rows:
    """A member spoke."""
    yield (
        models.Vote,
        {
            "application": event.application,
            "member": event.member,
            "support": event.support,
            "weight": event.weight,
            "reason": event.reason,
        },
    )


def artist_admitted(_contract: str, event: ArtistAdmitted) -> Rows:
    """The members said yes."""
    yield _decision(event, is_admitted=True)


def artist_rejected(_contract: str, event: ArtistRejected) -> Rows:
    """The members said no, or too few said anything."""
    yield _decision(event, is_admitted=False)


def bond_returned(_contract: str, event: BondReturned) -> Rows:
    """The bond left for the artist."""
    yield (
        models.BondReturn,
        {
            "application": event.application,
            "artist": event.artist,
            "amount_wei": event.amount_wei,
        },
    )


def _decision(
    event: ArtistAdmitted | ArtistRejected, *, is_admitted: bool
) -> tuple[type[models.Placed], dict[str, object]]:
    return models.Decision, {
        "application": event.application,
        "artist": event.artist,
        "is_admitted": is_admitted,
        "votes_for": event.votes_for,
        "votes_against": event.votes_against,
        "abstentions": event.abstentions,
    }
