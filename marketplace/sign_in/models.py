"""Keep nonces that were given out and sessions that are open; of secrets only their hashes."""

from datetime import datetime

from sqlalchemy import DateTime, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from indexer.primitives import Address, AddressType
from marketplace.db import Base


class SignInNonce(Base):
    """A nonce, and the browser it was given to."""

    __tablename__ = "sign_in_nonces"

    nonce: Mapped[str] = mapped_column(Text, primary_key=True)
    cookie_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class SessionToken(Base):
    """Somebody who is signed in, until when."""

    __tablename__ = "sessions"

    token_sha256: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    address: Mapped[Address] = mapped_column(AddressType, index=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
