"""What the stages ask of the world outside: one small protocol for each."""

from collections.abc import Mapping
from typing import BinaryIO, Protocol

from marketplace.adapters.ipfs.cid import Cid

__all__ = ["Cid", "Store"]


class Store(Protocol):
    """Content under its CID, durable once added, verified whenever read.

    Adding is idempotent. Failures are the `StoreError`s of `marketplace.adapters.ipfs.error`.
    """

    def add(self, content: bytes | BinaryIO) -> Cid:
        """Keep a file; return the CID that IPFS gives it (profile unixfs-v1-2025)."""

    def add_block(self, content: bytes) -> Cid:
        """Keep at most 1 MiB as one raw block; `cid.digest` is its sha-256, `cid.token` its id."""

    def add_folder(self, files: Mapping[str, bytes | BinaryIO]) -> Cid:
        """Keep files, each under its relative path, as one folder."""

    def read(self, cid: Cid, path: str = "") -> bytes:
        """Return a whole file of bounded size, `path` leading to it through folders."""

    def find(self, cid: Cid, path: str) -> Cid:
        """The CID of what lies at this path through folders."""

    def block(self, cid: Cid) -> bytes:
        """Return one block."""

    def has(self, cid: Cid) -> bool:
        """Say whether the block is at hand."""
