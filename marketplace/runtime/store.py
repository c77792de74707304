"""Try the store that the settings name: it must give back what it was given."""

from contextlib import ExitStack

from marketplace.config import Settings
from marketplace.runtime.error import RuntimeFault

PROBE = b"Atelier tried whether this store keeps what it is given.\n"
MEND_NODE = "start the node, correct ATELIER_IPFS_API, or unset it to use the embedded store"
MEND_FOLDER = "make room there, or choose another folder with ATELIER_DATA=<folder>"


class StoreUnfit(RuntimeFault):
    """The store does not answer, or does not keep what it is given."""


def try_store(settings: Settings) -> None:
    """Add a few bytes and read them back; `StoreUnfit` says what is wrong."""
    from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
    from marketplace.adapters.ipfs.error import StoreError
    from marketplace.adapters.ipfs.kubo import KuboBlocks
    from marketplace.adapters.ipfs.store import BlockKeeper, UnixfsStore

    try:
        with ExitStack() as stack:
            blocks: BlockKeeper = (
                EmbeddedBlocks(settings.data / "ipfs")
                if settings.ipfs_api is None
                else stack.enter_context(KuboBlocks(settings.ipfs_api))
            )
            store = UnixfsStore(blocks)
            cid = store.add_block(PROBE)
            if store.block(cid) != PROBE:
                raise StoreError(f"{cid} came back as other bytes")
    except StoreError as error:
        raise StoreUnfit(str(error), MEND_NODE if settings.ipfs_api else MEND_FOLDER) from error
