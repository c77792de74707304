"""Applications, the votes on them, and how they ended."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import (
    AppealOpened,
    ApplicationOpened,
    ArtistAdmitted,
    ArtistRejected,
    ArtistRevoked,
    BondReturned,
    RevocationWithdrawn,
    VoteCast,
)
from indexer.primitives import Hash32

NO_REASON = Hash32("0x" + "0" * 64)


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


def appeal_opened(_contract: str, event: AppealOpened) -> Rows:
    """A rejected application waits for votes once more."""
    yield (
        models.Appeal,
        {
            "application": event.application,
            "artist": event.artist,
            "statement": event.statement,
            "bond_wei": event.bond_wei,
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
            "round": event.round,
            "support": event.support,
            "weight": event.weight,
            "reason_digest": event.reason_digest,
            "reason": event.reason,
        },
    )


def artist_admitted(_contract: str, event: ArtistAdmitted) -> Rows:
    """The members said yes."""
    yield _decision(event, is_admitted=True, cooldown_ends_at=0)


def artist_rejected(_contract: str, event: ArtistRejected) -> Rows:
    """The members said no, or too few said anything."""
    yield _decision(event, is_admitted=False, cooldown_ends_at=event.cooldown_ends_at)


def artist_revoked(_contract: str, event: ArtistRevoked) -> Rows:
    """An admission will end."""
    yield (
        models.Revocation,
        {
            "artist": event.artist,
            "reason": event.reason,
            "effective_at": event.effective_at,
            "cooldown_ends_at": event.cooldown_ends_at,
        },
    )


def revocation_withdrawn(_contract: str, event: RevocationWithdrawn) -> Rows:
    """An admission will not end after all."""
    yield (
        models.Revocation,
        {"artist": event.artist, "reason": NO_REASON, "effective_at": 0, "cooldown_ends_at": 0},
    )


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
    event: ArtistAdmitted | ArtistRejected, *, is_admitted: bool, cooldown_ends_at: int
) -> tuple[type[models.Placed], dict[str, object]]:
    return models.Decision, {
        "application": event.application,
        "artist": event.artist,
        "is_admitted": is_admitted,
        "votes_for": event.votes_for,
        "votes_against": event.votes_against,
        "abstentions": event.abstentions,
        "cooldown_ends_at": cooldown_ends_at,
    }
