"""Hold what every request and every job step uses: settings, database, store, chain, deployment."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from indexer.abi import Deployment, abi
from marketplace import db
from marketplace.adapters.chain import Chain
from marketplace.adapters.contract import Contract
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.kubo import KuboBlocks
from marketplace.adapters.ipfs.store import BlockKeeper, UnixfsStore
from marketplace.config import Settings
from marketplace.db import Units
from marketplace.ports import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """One process's parts, opened once and passed down."""

    settings: Settings
    engine: Engine
    units: Units
    store: Store
    chain: Chain
    deployment: Deployment
    contracts: Mapping[str, Contract]


@contextmanager
def assembled(settings: Settings, name: str) -> Iterator[Parts]:
    """Open the parts for the process of this name, and let go of them at the end."""
    deployment = Deployment.load(settings.deployment)
    contracts = {
        name: Contract(name, address, abi(name)) for name, address in deployment.contracts.items()
    }
    with ExitStack() as stack:
        engine = db.open_engine(settings.database, name)
        stack.callback(engine.dispose)
        yield Parts(
            settings=settings,
            engine=engine,
            units=db.units(engine),
            store=UnixfsStore(_keeper(settings, stack)),
            chain=stack.enter_context(Chain(settings.rpc)),
            deployment=deployment,
            contracts=contracts,
        )


def _keeper(settings: Settings, stack: ExitStack) -> BlockKeeper:
    if settings.ipfs_api is None:
        return EmbeddedBlocks(settings.data / "ipfs")
    return stack.enter_context(KuboBlocks(settings.ipfs_api))
