"""Decide what may happen to an application now, before anybody's wallet opens.

The contract decides in the end; these rules say the same earlier, and in words.

AtelierError
├── Refused         OwnApplication, NoVotes, NotApplicant, NotOwnDossier
├── Missing         ApplicationMissing, DossierMissing
├── Conflict        ApplicationClosed, ApplicationStillOpen, ApplicationDecided, AlreadyVoted,
│                   AlreadyArtist, ApplicationPending, CoolingDown, AppealUsed, AppealClosed,
│                   NotRejected
├── Malformed       AddressUnreadable
├── Unprocessable   ReasonLength, ReasonUnreadable
└── TooMany         TooManyDossiers
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from indexer.primitives import Address, Hash32
from marketplace.errors import Conflict, Malformed, Missing, Refused, TooMany, Unprocessable

State = Literal["open", "closed", "admitted", "rejected"]
Support = Literal["against", "for", "abstain"]

SUPPORTS: Final[tuple[Support, ...]] = ("against", "for", "abstain")  # in the contract's order
REASON_LIMIT: Final = 1_000  # bytes of UTF-8, as in the contract
DOSSIER_QUOTA: Final = 10
DOSSIER_PERIOD: Final = timedelta(days=1)


class ApplicationMissing(Missing):
    """There is no application of this number."""

    title = "No such application"


class DossierMissing(Missing):
    """Nobody handed in a dossier of this digest here."""

    title = "No such dossier"


class ApplicationClosed(Conflict):
    """The voting period is over."""

    title = "Voting has closed"


class ApplicationStillOpen(Conflict):
    """The voting period still runs."""

    title = "Voting is still open"


class ApplicationDecided(Conflict):
    """The members have decided."""

    title = "Already decided"


class AlreadyVoted(Conflict):
    """A member votes once on an application."""

    title = "You have voted"


class OwnApplication(Refused):
    """Nobody votes on their own application."""

    title = "This is your own application"


class NoVotes(Refused):
    """The person was no member, or had no vote, when the artist applied."""

    title = "You have no vote on this application"


class NotOwnDossier(Refused):
    """Only who handed in a dossier applies with it."""

    title = "This is not your dossier"


class ReasonLength(Unprocessable):
    """A vote needs a reason of bounded length."""

    title = "Give a reason"


class ReasonUnreadable(Unprocessable):
    """The reason holds characters that cannot be shown."""

    title = "This reason cannot be shown"


class AddressUnreadable(Malformed):
    """The text is no address."""

    title = "This is no address"


class AlreadyArtist(Conflict):
    """Who is artist and member has nothing to apply for."""

    title = "You are an artist here"


class ApplicationPending(Conflict):
    """The artist's last application is not decided yet."""

    title = "Your application is being decided"


class CoolingDown(Conflict):
    """A rejected or revoked artist waits before applying again."""

    title = "Not yet"


class NotApplicant(Refused):
    """Only who applied appeals."""

    title = "This is not your application"


class NotRejected(Conflict):
    """Only a rejection can be appealed."""

    title = "Nothing to appeal"


class AppealUsed(Conflict):
    """An application is appealed once."""

    title = "You have appealed already"


class AppealClosed(Conflict):
    """The time for an appeal is over."""

    title = "Too late to appeal"


class TooManyDossiers(TooMany):
    """More dossiers in a day than anybody needs."""

    title = "Too many dossiers"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One application and how its vote stands."""

    application: int
    artist: Address
    dossier: Hash32
    round: int  # 1, or 2 from the appeal on
    bond_wei: int
    snapshot: int
    closes_at: int
    quorum: int
    votes_for: int
    votes_against: int
    abstentions: int
    is_admitted: bool | None
    cooldown_ends_at: int  # 0 unless rejected

    @property
    def turnout(self) -> int:
        """Votes that count for the quorum."""
        return self.votes_for + self.votes_against + self.abstentions

    def may_be_appealed(self, person: Address, now: int) -> bool:
        """Whether the contract would take this person's appeal."""
        is_first = self.round == 1 and self.is_admitted is False
        return is_first and person == self.artist and now < self.cooldown_ends_at

    def state(self, now: int) -> State:
        """Where the application stands at a chain's time."""
        if self.is_admitted is not None:
            return "admitted" if self.is_admitted else "rejected"
        return "open" if now < self.closes_at else "closed"


@dataclass(frozen=True, slots=True)
class Voter:
    """A person as far as one application's vote concerns them."""

    address: Address
    weight: int
    has_voted: bool


def check_vote(ballot: Ballot, voter: Voter, reason: str, now: int) -> None:
    """Raise the first reason for which the contract would refuse this vote."""
    _check_undecided(ballot)
    if now >= ballot.closes_at:
        raise ApplicationClosed(
            f"Voting on application {ballot.application} closed at {_said(ballot.closes_at)}.",
            application=ballot.application,
            closes_at=ballot.closes_at,
        )
    if voter.address == ballot.artist:
        raise OwnApplication(
            f"Application {ballot.application} is yours; the other members decide on it.",
            application=ballot.application,
        )
    length = len(reason.encode())
    if not 1 <= length <= REASON_LIMIT:
        raise ReasonLength(
            f"The reason has {length} bytes; write 1 to {REASON_LIMIT}.",
            length=length,
            limit=REASON_LIMIT,
        )
    if voter.has_voted:
        raise AlreadyVoted(
            f"{voter.address} has voted on application {ballot.application}; a vote stays.",
            application=ballot.application,
        )
    if voter.weight == 0:
        raise NoVotes(
            f"{voter.address} had no vote when the artist applied ({_said(ballot.snapshot)}). "
            "Members vote from the first application after they joined.",
            snapshot=ballot.snapshot,
        )


def check_finalize(ballot: Ballot, now: int) -> None:
    """Raise the reason for which the contract would refuse to decide."""
    _check_undecided(ballot)
    if now < ballot.closes_at:
        raise ApplicationStillOpen(
            f"Application {ballot.application} can be voted on until {_said(ballot.closes_at)}; "
            "decide afterwards.",
            application=ballot.application,
            closes_at=ballot.closes_at,
        )


def check_appeal(ballot: Ballot, person: Address, now: int) -> None:
    """Raise the first reason for which the contract would refuse an appeal."""
    number = ballot.application
    if person != ballot.artist:
        raise NotApplicant(
            f"Application {number} is {ballot.artist}'s; only they can appeal.", application=number
        )
    if ballot.is_admitted is not False:
        raise NotRejected(f"Application {number} was not rejected.", application=number)
    if ballot.round > 1:
        raise AppealUsed(
            f"Application {number} was appealed and rejected again; apply anew after "
            f"{_said(ballot.cooldown_ends_at)}.",
            application=number,
        )
    if now >= ballot.cooldown_ends_at:
        raise AppealClosed(
            f"Application {number} could be appealed until {_said(ballot.cooldown_ends_at)}; "
            "apply anew.",
            application=number,
        )


def check_apply(
    artist: Address, has_all: bool, pending: int | None, cooling_until: int | None
) -> None:
    """Raise the reason for which the contract would refuse an application."""
    if has_all:
        raise AlreadyArtist(
            f"{artist} is an artist and a member already; go to the studio.", artist=artist
        )
    if pending is not None:
        raise ApplicationPending(
            f"Application {pending} of {artist} is not decided yet; wait for the decision.",
            application=pending,
        )
    if cooling_until is not None:
        raise CoolingDown(
            f"{artist} can apply again after {_said(cooling_until)}; until then, a rejection "
            "can be appealed once.",
            cooling_until=cooling_until,
        )


def check_quota(artist: Address, recent: int) -> None:
    """Hold one artist to a bounded number of dossiers a day."""
    if recent >= DOSSIER_QUOTA:
        raise TooManyDossiers(
            f"{artist} handed in {recent} dossiers within a day; {DOSSIER_QUOTA} are taken. "
            "Try again tomorrow.",
            limit=DOSSIER_QUOTA,
            retry_after=3600,
        )


def _check_undecided(ballot: Ballot) -> None:
    if ballot.is_admitted is not None:
        word = "admitted" if ballot.is_admitted else "not admitted"
        raise ApplicationDecided(
            f"Application {ballot.application} is decided: the artist was {word}.",
            application=ballot.application,
        )


def _said(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
