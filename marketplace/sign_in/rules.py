"""Decide whether a sign-in message is one that we asked for, here and now."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from marketplace.errors import Conflict, Refused
from marketplace.guard import origin_of
from marketplace.sign_in.message import SignInMessage

VERSION = "1"
STATEMENT = "Sign in to Atelier. This costs nothing and moves nothing."
NONCE_LIFE = timedelta(minutes=5)
AGE_LIMIT = timedelta(minutes=5)
CLOCK_SKEW = timedelta(minutes=1)  # what a person's clock may be ahead of ours
SESSION_LIFE = timedelta(days=7)


class DomainWrong(Refused):
    """The text was signed for another site: somebody may be fishing."""

    title = "This was signed for another site"


class VersionWrong(Refused):
    """The text follows a version of EIP-4361 that we do not speak."""

    title = "This sign-in version is not spoken here"


class ChainWrong(Refused):
    """The wallet is on another chain."""

    title = "Your wallet is on another chain"


class MessageStale(Refused):
    """The text was signed too long ago, has expired, or is not valid yet."""

    title = "This sign-in message is not valid now"


class SignatureWrong(Refused):
    """The signature is not the named account's."""

    title = "The signature does not fit"


class NonceUnknown(Refused):
    """We never gave out this nonce, or not to this browser."""

    title = "This nonce was not given to this browser"


class NonceExpired(Conflict):
    """The nonce waited too long."""

    title = "This nonce has expired"


class NonceUsed(Conflict):
    """The nonce has signed somebody in already."""

    title = "This nonce has been used"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a message must say to be accepted here."""

    public_url: str
    chain_id: int

    @property
    def domain(self) -> str:
        return urlsplit(origin_of(self.public_url)).netloc


def check(message: SignInMessage, terms: Terms, now: datetime) -> None:
    """Raise the first reason for which this message must not sign anybody in."""
    _check_place(message, terms)
    _check_time(message, now)


def _check_place(message: SignInMessage, terms: Terms) -> None:
    origin = origin_of(terms.public_url)
    if message.domain != terms.domain or message.scheme not in (None, urlsplit(origin).scheme):
        raise DomainWrong(
            f"The message names {message.domain!r}, this site is {terms.domain!r}. "
            "Never sign in by a text that another site showed you.",
            domain=message.domain,
            expected=terms.domain,
        )
    if _origin(message.uri) != origin:
        raise DomainWrong(
            f"The message's URI is {message.uri!r}, this site is {origin!r}.",
            uri=message.uri,
            expected=origin,
        )
    if message.version != VERSION:
        raise VersionWrong(f"The message is of version {message.version}, we speak {VERSION}.")
    if message.chain_id != terms.chain_id:
        raise ChainWrong(
            f"The message names chain {message.chain_id}, Atelier lives on chain {terms.chain_id}. "
            f"Switch your wallet to chain {terms.chain_id} and sign in again.",
            chain_id=message.chain_id,
            expected=terms.chain_id,
        )


def _check_time(message: SignInMessage, now: datetime) -> None:
    if message.issued_at > now + CLOCK_SKEW:
        raise MessageStale(
            f"The message was issued at {_said(message.issued_at)}, which is still to come: it is "
            f"{_said(now)} here. Check your clock and sign in again."
        )
    if now - message.issued_at > AGE_LIMIT:
        raise MessageStale(
            f"The message was issued at {_said(message.issued_at)}, more than "
            f"{AGE_LIMIT.seconds // 60} minutes ago. Sign in again."
        )
    if message.expires_at is not None and message.expires_at <= now:
        raise MessageStale(f"The message expired at {_said(message.expires_at)}. Sign in again.")
    if message.not_before is not None and message.not_before > now + CLOCK_SKEW:
        raise MessageStale(f"The message is valid from {_said(message.not_before)} only.")


def _origin(uri: str) -> str | None:
    try:
        return origin_of(uri)
    except ValueError:
        return None


def _said(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
