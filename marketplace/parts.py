"""Hold what every request and every job step uses: settings, database, store, chain, deployment."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from indexer.abi import Deployment, abi
from marketplace import db
from marketplace.adapters.chain import Chain
from marketplace.adapters.contract import Contract
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
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
    engine = db.open_engine(settings.database, name)
    try:
        with Chain(settings.rpc) as chain:
            yield Parts(
                settings=settings,
                engine=engine,
                units=db.units(engine),
                store=_store(settings),
                chain=chain,
                deployment=deployment,
                contracts={
                    name: Contract(name, address, abi(name))
                    for name, address in deployment.contracts.items()
                },
            )
    finally:
        engine.dispose()


def _store(settings: Settings) -> Store:
    return UnixfsStore(EmbeddedBlocks(settings.data / "ipfs"))
