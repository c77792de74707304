"""Hold the key that signs what comparisons found: it owns nothing and may nothing else.

It is not the relayer's: who pays gas says nothing, and who says something pays nothing.
"""

import os
import secrets
from pathlib import Path
from typing import Self

from eth_account import Account
from eth_account.messages import encode_defunct
from eth_account.signers.local import LocalAccount

from indexer.primitives import Address


class AttesterFaulty(Exception):
    """There is no usable key to sign statements with; the message never quotes the file."""


class Attester:
    """Signs that this installation made a statement of a given CID."""

    def __init__(self, account: LocalAccount) -> None:
        self._account = account

    @classmethod
    def ensure(cls, file: Path) -> Self:
        """Read the key, or make one that only its owner can read."""
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as written:
                written.write(f"0x{secrets.token_hex(32)}\n")
            fresh.replace(file)
        try:
            return cls(Account.from_key(file.read_text().strip()))
        except (OSError, ValueError):
            # The cause may quote the file's content, which is the key: leave it out.
            raise AttesterFaulty(f"{file} holds no usable private key") from None

    @property
    def address(self) -> Address:
        """Whose signature it is."""
        return Address(self._account.address)

    def sign(self, cid: str) -> bytes:
        """The signature (EIP-191) that whoever has the statement can check with any wallet."""
        return bytes(self._account.sign_message(encode_defunct(text=sentence(cid))).signature)


def sentence(cid: str) -> str:
    """What is signed for a statement."""
    return f"Atelier compared pictures, and found what is said here:\nipfs://{cid}"
