"""Sign what is sent, so that who receives it knows that it is ours, fresh and whole.

A key's secret follows from the installation's own secret and the key's name: no database, no backup
and no log holds one, and it is shown once because nobody asks for it again.
"""

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

PREFIX: Final = "whsec_"
LENGTH: Final = 32
PURPOSE: Final = b"atelier webhook key "


class SealFaulty(Exception):
    """There is no usable secret to sign with; the message never quotes the file."""


class Seal:
    """Knows the secret of every key of this installation."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @classmethod
    def ensure(cls, file: Path) -> Self:
        """Read the installation's secret, or make one that only its owner can read."""
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as written:
                written.write(secrets.token_hex(LENGTH) + "\n")
            try:
                os.link(fresh, file)  # of two processes that begin at once, the first one's stays
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        try:
            secret = bytes.fromhex(file.read_text().strip())
        except (OSError, ValueError):
            # The cause may quote the file's content: leave it out.
            raise SealFaulty(f"{file} holds no secret of {LENGTH} bytes") from None
        if len(secret) != LENGTH:
            raise SealFaulty(f"{file} holds no secret of {LENGTH} bytes")
        return cls(secret)

    def secret(self, key: str) -> str:
        """A key's secret, as its owner is shown it once; its bytes as text are the HMAC's key."""
        found = hmac.digest(self._secret, PURPOSE + key.encode(), "sha256")
        return PREFIX + base64.urlsafe_b64encode(found).decode().rstrip("=")

    def signature(self, keys: Sequence[str], timestamp: int, body: bytes) -> str:
        """`<key>=<hex>` for each key: HMAC-SHA256 over the timestamp, a full stop and the body."""
        said = f"{timestamp}.".encode() + body
        return ", ".join(
            f"{key}={hmac.new(self.secret(key).encode(), said, hashlib.sha256).hexdigest()}"
            for key in keys
        )


def new_key() -> str:
    """A name for a new key."""
    return "whk_" + secrets.token_hex(8)
