"""What can go wrong with stored content, as one tree.

StoreError
├── CidInvalid            400  text or bytes that are not a CID we speak
├── NameInvalid           400  a name that no folder may hold
├── NodeUnreadable        400  a block that is not a file or a plain folder
├── CarUnreadable         400  an archive that is cut or malformed
├── BlockMissing          404
├── PathMissing           404
├── ContentTooLarge       413  content, block or folder beyond its bound
├── BlockCorrupt          500  bytes at rest that no longer match their CID
├── CidMismatch           502  a node that answers with other content
├── NodeRefused           502  a node that answers with an error
├── StoreUnreachable      502
├── StoreSlow             504
└── StoreFull             507
"""

from typing import ClassVar


class StoreError(Exception):
    """Content could not be stored or read."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "The store failed"


class CidInvalid(StoreError):
    """This is not a content identifier that we speak."""

    status, title = 400, "Not a usable CID"


class NameInvalid(StoreError):
    """A file or folder cannot have this name."""

    status, title = 400, "Not a usable file name"


class NodeUnreadable(StoreError):
    """A block is neither a file nor a plain folder."""

    status, title = 400, "Not a file or a folder"


class CarUnreadable(StoreError):
    """A CAR archive is cut or malformed."""

    status, title = 400, "Not a usable CAR"


class BlockMissing(StoreError):
    """The store does not have this block."""

    status, title = 404, "Content not found"


class PathMissing(StoreError):
    """A folder has no entry of this name."""

    status, title = 404, "Path not found"


class ContentTooLarge(StoreError):
    """Content is beyond the bound for its kind."""

    status, title = 413, "Content too large"


class BlockCorrupt(StoreError):
    """Bytes at rest no longer match their CID."""

    title = "Stored content is damaged"


class CidMismatch(StoreError):
    """A node answered with other content than it was asked for."""

    status, title = 502, "The IPFS node answered with other content"


class NodeRefused(StoreError):
    """A node answered with an error."""

    status, title = 502, "The IPFS node refused"


class StoreUnreachable(StoreError):
    """Nobody answers at the store's address."""

    status, title = 502, "The IPFS node cannot be reached"


class StoreSlow(StoreError):
    """The store did not answer in time."""

    status, title = 504, "The IPFS node took too long"


class StoreFull(StoreError):
    """There is no room left for content."""

    status, title = 507, "The store is full"
