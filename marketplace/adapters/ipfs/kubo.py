"""Keep blocks in a Kubo node, over its RPC, and believe nothing that it says.

Blocks go in as CAR archives, so every CID is ours; the node pins the root. Then the whole tree is
exported again and each block hashed: content counts as stored once the node has given it back.
The node is asked offline: what is not in it is missing, and not looked for in the network.
"""

import json
from collections import deque
from collections.abc import Iterable
from typing import Final, Self

from marketplace.adapters.ipfs import car
from marketplace.adapters.ipfs.cid import SIZE, Cid
from marketplace.adapters.ipfs.error import BlockMissing, CarUnreadable, CidMismatch, StoreError
from marketplace.adapters.ipfs.rpc import Rpc
from marketplace.adapters.ipfs.unixfs import Block

BATCH_SIZE: Final = 32 << 20  # bytes of one import, which bounds memory
CAR_OVERHEAD: Final = SIZE + 5  # bytes around a block in an archive, at most


class KuboBlocks:
    """Blocks in a node at a multiaddr such as `/ip4/127.0.0.1/tcp/5001`."""

    def __init__(self, address: str, timeout_seconds: float = 30) -> None:
        self._rpc = Rpc(address, timeout_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop the connections."""
        self._rpc.close()

    def put(self, blocks: Iterable[Block]) -> Cid:
        """Import blocks, pin the last one, and take the whole tree back for comparison."""
        batch: list[Block] = []
        sent: set[Cid] = set()
        waiting = total = 0
        for block in blocks:
            if waiting > BATCH_SIZE:
                self._import(batch, pin=False)
                batch, waiting = [], 0
            batch.append(block)
            sent.add(block.cid)
            waiting += len(block.content)
            total += len(block.content) + CAR_OVERHEAD
        if not batch:
            raise StoreError("nothing to store: not one block was given")
        root = batch[-1].cid
        self._check_pin(root, self._import(batch, pin=True))
        self._compare(root, sent, total)
        return root

    def block(self, cid: Cid) -> bytes:
        """Return a block whose bytes match its CID."""
        content = b"".join(self._rpc.ask("block/get", cid, limit=car.FRAME_LIMIT))
        if Cid.of(content, cid.codec) != cid:
            raise CidMismatch(f"{self._rpc.address} gave {len(content)} other bytes for {cid}")
        return content

    def has(self, cid: Cid) -> bool:
        """Say whether the block is in the node itself."""
        try:
            deque(self._rpc.ask("block/stat", cid), maxlen=0)
        except BlockMissing:
            return False
        return True

    def _import(self, batch: list[Block], *, pin: bool) -> bytes:
        archive = b"".join(car.write(batch[-1].cid, batch))
        options = {"pin-roots": "true" if pin else "false"}
        return b"".join(self._rpc.ask("dag/import", archive=archive, options=options))

    def _check_pin(self, root: Cid, answer: bytes) -> None:
        if (str(root), "") not in map(_pin, answer.splitlines()):
            raise CidMismatch(f"{self._rpc.address} did not pin {root}; it said {answer[:300]!r}")

    def _compare(self, root: Cid, sent: set[Cid], size: int) -> None:
        missing = set(sent)
        try:
            for block in car.read(self._rpc.ask("dag/export", root, limit=size + 4096)):
                missing.discard(block.cid)
        except CarUnreadable as error:
            raise CidMismatch(f"{self._rpc.address} gave {root} back damaged: {error}") from error
        if missing:
            raise CidMismatch(
                f"{self._rpc.address} did not give back {len(missing)} of {len(sent)} blocks "
                f"of {root}, {min(missing)} among them"
            )


def _pin(line: bytes) -> tuple[str, str] | None:
    """Read the root that a line of the answer speaks of, and what kept it from being pinned."""
    try:
        root = json.loads(line)["Root"]
        return root["Cid"]["/"], root.get("PinErrorMsg", "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
