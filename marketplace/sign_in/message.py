"""Read the text that a wallet signs to sign in, as EIP-4361 lays it out and no other way."""

import re
from dataclasses import dataclass
from datetime import datetime

from indexer.primitives import Address, address
from marketplace.errors import Malformed

LENGTH_LIMIT = 4096

_TEXT = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?P<domain>[^\s/?#]+)"
    r" wants you to sign in with your Ethereum account:\n"
    r"(?P<address>0x[0-9A-Fa-f]{40})\n"
    r"\n"
    r"(?:(?P<statement>[^\n]+)\n)?"
    r"\n"
    r"URI: (?P<uri>\S+)\n"
    r"Version: (?P<version>\d{1,3})\n"
    r"Chain ID: (?P<chain_id>\d{1,78})\n"
    r"Nonce: (?P<nonce>[A-Za-z0-9]{8,128})\n"
    r"Issued At: (?P<issued_at>\S+)"
    r"(?:\nExpiration Time: (?P<expires_at>\S+))?"
    r"(?:\nNot Before: (?P<not_before>\S+))?"
    r"(?:\nRequest ID: [^\n]*)?"
    r"(?:\nResources:(?:\n- \S+)*)?"
)


class MessageUnreadable(Malformed):
    """The text is not laid out as EIP-4361 says."""

    title = "This is no sign-in message"


@dataclass(frozen=True, slots=True)
class SignInMessage:
    """What the person agreed to; nothing of it is checked yet."""

    scheme: str | None
    domain: str
    address: Address
    uri: str
    version: str
    chain_id: int
    nonce: str
    issued_at: datetime
    expires_at: datetime | None
    not_before: datetime | None


def parse(text: str) -> SignInMessage:
    """The message's fields; raises `MessageUnreadable` with what is wrong."""
    if len(text) > LENGTH_LIMIT:
        raise MessageUnreadable(
            f"The message has {len(text)} characters; a sign-in message has at most {LENGTH_LIMIT}."
        )
    found = _TEXT.fullmatch(text)
    if found is None:
        raise MessageUnreadable(
            "The message is not laid out as EIP-4361 (Sign-In with Ethereum) says; ask for a nonce "
            "and let the wallet sign the message made from it."
        )
    return SignInMessage(
        scheme=found["scheme"],
        domain=found["domain"],
        address=_address(found["address"]),
        uri=found["uri"],
        version=found["version"],
        chain_id=int(found["chain_id"]),
        nonce=found["nonce"],
        issued_at=_time("Issued At", found["issued_at"]),
        expires_at=_maybe_time("Expiration Time", found["expires_at"]),
        not_before=_maybe_time("Not Before", found["not_before"]),
    )


def _address(text: str) -> Address:
    try:
        return address(text)
    except ValueError as fault:
        raise MessageUnreadable(f"The account: {fault}.") from fault


def _maybe_time(name: str, text: str | None) -> datetime | None:
    return None if text is None else _time(name, text)


def _time(name: str, text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise MessageUnreadable(f"{name}: {text!r} is no time as RFC 3339 writes it.") from fault
    if moment.tzinfo is None:
        raise MessageUnreadable(f"{name}: {text!r} says no time zone; end it with Z.")
    return moment
