"""Write and read nonces and sessions."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.sign_in.models import SessionToken, SignInNonce
from marketplace.sign_in.rules import (
    NONCE_LIFE,
    SESSION_LIFE,
    NonceExpired,
    NonceUnknown,
    NonceUsed,
)

KEPT = timedelta(hours=1)  # so that a late answer hears "expired", not "unknown"


def give_nonce(session: Session, cookie: str, now: datetime) -> SignInNonce:
    """A new nonce for the browser that holds this cookie; old ones are swept out."""
    session.execute(delete(SignInNonce).where(SignInNonce.expires_at < now - KEPT))
    given = SignInNonce(
        nonce=secrets.token_hex(16), cookie_sha256=_hash(cookie), expires_at=now + NONCE_LIFE
    )
    session.add(given)
    session.flush()
    return given


def use_nonce(session: Session, nonce: str, cookie: str, now: datetime) -> None:
    """Spend a nonce; of any number who try at once, one succeeds and the others hear why not."""
    spent = session.execute(
        update(SignInNonce)
        .where(
            SignInNonce.nonce == nonce,
            SignInNonce.cookie_sha256 == _hash(cookie),
            SignInNonce.used_at.is_(None),
            SignInNonce.expires_at > now,
        )
        .values(used_at=now)
        .returning(SignInNonce.nonce)
    ).scalar()
    if spent is None:
        _say_why(session, nonce, cookie)


def open_session(session: Session, address: Address, now: datetime) -> str:
    """A new session's token, which only the person's browser will know."""
    session.execute(delete(SessionToken).where(SessionToken.expires_at < now))
    token = secrets.token_urlsafe(32)
    session.add(
        SessionToken(
            token_sha256=_hash(token),
            address=address,
            created_at=now,
            expires_at=now + SESSION_LIFE,
        )
    )
    session.flush()
    return token


def who(session: Session, token: str, now: datetime) -> Address | None:
    """Whose open session this token is."""
    query = select(SessionToken.address).where(
        SessionToken.token_sha256 == _hash(token), SessionToken.expires_at > now
    )
    return session.scalar(query)


def close_session(session: Session, token: str) -> None:
    """End a session; its token is worth nothing from now on."""
    session.execute(delete(SessionToken).where(SessionToken.token_sha256 == _hash(token)))


def _say_why(session: Session, nonce: str, cookie: str) -> None:
    row = session.execute(
        select(SignInNonce.cookie_sha256, SignInNonce.used_at).where(SignInNonce.nonce == nonce)
    ).one_or_none()
    if row is None or not secrets.compare_digest(row.cookie_sha256, _hash(cookie)):
        raise NonceUnknown("Ask for a nonce in the browser that signs in, then sign in again.")
    if row.used_at is not None:
        raise NonceUsed("A nonce signs in once. Ask for a new one and sign in again.")
    raise NonceExpired(
        f"A nonce is good for {NONCE_LIFE.seconds // 60} minutes. Ask for a new one and sign in "
        "again."
    )


def _hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
