"""Keep blocks as files in a folder, each under the sha-256 of its bytes.

`blocks/ab/abcd...` holds exactly the bytes whose sha-256 is `abcd...`, so `sha256sum` can audit a
store. A block is written aside, made durable, and only then given its name: whoever is killed
at any moment leaves a whole block or none. Any number of threads and processes may write.
"""

import os
import secrets
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from hashlib import sha256
from pathlib import Path
from typing import Final

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import BlockCorrupt, BlockMissing, StoreError, StoreFull
from marketplace.adapters.ipfs.unixfs import Block

WRITERS: Final = 8  # fsyncs under way at once; the disk commits them together
WINDOW: Final = 32  # blocks waiting for a writer, which bounds memory
STALE_SECONDS: Final = 3600  # no write lasts that long: an older file was left by a kill
FULL: Final = {ENOSPC, EDQUOT, EFBIG}


class EmbeddedBlocks:
    """Blocks on the local disk, durable when `put` returns and verified on every read."""

    def __init__(self, folder: Path) -> None:
        self._blocks = folder / "blocks"
        self._aside = folder / "aside"
        with _disk(folder):
            self._aside.mkdir(parents=True, exist_ok=True)
            self._make_shards()
            self._sweep()

    def put(self, blocks: Iterable[Block]) -> Cid:
        """Store blocks; the last one, their root, gets its name when all others are durable."""
        root: Block | None = None
        under_way: deque[Future[Path]] = deque()
        shards: set[Path] = set()
        with ThreadPoolExecutor(WRITERS) as writers:
            for block in blocks:
                if root is not None:
                    under_way.append(writers.submit(self._write, root))
                if len(under_way) > WINDOW:
                    shards.add(under_way.popleft().result())
                root = block
            shards.update(written.result() for written in under_way)
            deque(writers.map(_sync, shards), maxlen=0)
        if root is None:
            raise StoreError("nothing to store: not one block was given")
        _sync(self._write(root))
        return root.cid

    def block(self, cid: Cid) -> bytes:
        """Return a block whose bytes match its CID."""
        path = self._path(cid)
        with _disk(path):
            try:
                content = path.read_bytes()
            except FileNotFoundError as error:
                raise BlockMissing(f"{cid} is not in this store") from error
        if sha256(content).digest() != cid.digest:
            raise BlockCorrupt(
                f"{cid}: the stored bytes, blocks/{path.parent.name}/{path.name}, are damaged; "
                "add the content again to mend them"
            )
        return content

    def has(self, cid: Cid) -> bool:
        """Say whether the block is there."""
        return self._path(cid).is_file()

    def _path(self, cid: Cid) -> Path:
        name = cid.digest.hex()
        return self._blocks / name[:2] / name

    def _write(self, block: Block) -> Path:
        """Give a block its name, and return the shard whose entry is still to be made durable."""
        path = self._path(block.cid)
        if _holds(path, block.content):
            return path.parent
        aside = self._aside / secrets.token_hex(16)
        with _disk(path):
            try:
                _write_durably(aside, block.content)
                os.replace(aside, path)
            except BaseException:
                aside.unlink(missing_ok=True)
                raise
        return path.parent

    def _make_shards(self) -> None:
        if (self._blocks / "ff").is_dir():
            return
        for shard in range(256):
            (self._blocks / f"{shard:02x}").mkdir(parents=True, exist_ok=True)
        for folder in (self._blocks, self._blocks.parent, self._blocks.parent.parent):
            _sync(folder)

    def _sweep(self) -> None:
        horizon = time.time() - STALE_SECONDS
        for left in self._aside.iterdir():
            with suppress(FileNotFoundError):  # another process sweeps too
                if left.stat().st_mtime < horizon:
                    left.unlink()


def _holds(path: Path, content: bytes | memoryview) -> bool:
    """Compare rather than trust the name, so that adding again mends a damaged block."""
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def _write_durably(path: Path, content: bytes | memoryview) -> None:
    with open(path, "xb", buffering=0) as out:
        rest = memoryview(content)
        while rest:
            rest = rest[out.write(rest) :]
        os.fsync(out.fileno())


def _sync(folder: Path) -> None:
    with _disk(folder):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise StoreFull(
                f"no room on the store's disk ({error.strerror}); nothing was kept, free some space"
            ) from error
        raise StoreError(f"the store's disk failed at {path.name}: {error.strerror}") from error
