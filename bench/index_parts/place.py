"""Give a bench a chain with a history, and an empty database with the product's own settings."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from index_parts.history import kept
from indexer import store
from indexer.abi import Deployment
from indexer.apply import ATELIER
from indexer.follow import FINALITY, Follower
from indexer.source import Node
from marketplace.runtime import migrate
from marketplace.runtime.chain import Chain, free_port
from marketplace.runtime.postgres import Postgres
from tests.indexer.speaker import ADDRESSES

PATIENCE_SECONDS = 60.0  # on a busy machine a big chain takes its time to load


@dataclass(frozen=True, slots=True)
class Place:
    """A chain, a database, and the contracts that spoke."""

    node: Node
    chain: Chain
    postgres: Postgres
    engine: Engine
    deployment: Deployment

    def follower(self, near: int = FINALITY) -> Follower:
        """An indexer of this chain; blocks above `near` from the head are read by ranges."""
        return Follower(self.node, self.engine, ATELIER, self.deployment, near=near)


@contextmanager
def place(sales: int) -> Iterator[Place]:
    """A chain on which so much was sold, long ago: every sale is final."""
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        chain = Chain(free_port(), start_from=kept(sales) if sales else None)
        postgres = Postgres(Path(folder) / "cluster")
        chain.start()
        postgres.start()
        postgres.create()
        migrate.upgrade(postgres.url())
        engine, node = store.connect(postgres.url()), Node(chain.url, timeout=PATIENCE_SECONDS)
        try:
            node.ask([("anvil_mine", [hex(FINALITY)])])
            genesis = node.headers([0])[0].hash
            deployment = Deployment(node.chain_id(), genesis, 1, ADDRESSES)
            yield Place(node, chain, postgres, engine, deployment)
        finally:
            node.close()
            engine.dispose()
            chain.stop()
            postgres.stop()
