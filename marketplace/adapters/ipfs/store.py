"""Files and folders over anything that keeps blocks: the one store, whatever holds its bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from marketplace.adapters.ipfs import tree, unixfs
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import ContentTooLarge
from marketplace.adapters.ipfs.unixfs import Block, Content

BLOCK_LIMIT: Final = 1 << 20


class BlockKeeper(Protocol):
    """Where blocks live."""

    def put(self, blocks: Iterable[Block]) -> Cid:
        """Keep blocks, children first, durably and for good; return the last one's CID."""

    def block(self, cid: Cid) -> bytes:
        """Return a block whose bytes match its CID."""

    def has(self, cid: Cid) -> bool:
        """Say whether the block is at hand."""


@dataclass(frozen=True, slots=True)
class UnixfsStore:
    """The `Store` of `marketplace.ports`, on one keeper of blocks."""

    keeper: BlockKeeper

    def add(self, content: Content) -> Cid:
        """Keep a file; return its CID."""
        return self.keeper.put(unixfs.file(content))

    def add_block(self, content: bytes) -> Cid:
        """Keep content as one raw block; its digest is the plain sha-256 of the content."""
        if len(content) > BLOCK_LIMIT:
            raise ContentTooLarge(f"one block holds {BLOCK_LIMIT} bytes, not {len(content)}")
        return self.keeper.put((Block(Cid.of(content), content),))

    def add_folder(self, files: Mapping[str, Content]) -> Cid:
        """Keep files, each under its relative path, as one folder; return the folder's CID."""
        return self.keeper.put(unixfs.folder(files))

    def read(self, cid: Cid, path: str = "") -> bytes:
        """Return a whole file of bounded size, `path` leading to it through folders."""
        return tree.read(self.block, tree.resolve(self.block, cid, path)[-1])

    def find(self, cid: Cid, path: str) -> Cid:
        """The CID of what lies at this path through folders."""
        return tree.resolve(self.block, cid, path)[-1]

    def block(self, cid: Cid) -> bytes:
        """Return one block, verified."""
        return self.keeper.block(cid)

    def has(self, cid: Cid) -> bool:
        """Say whether the block is at hand."""
        return self.keeper.has(cid)
