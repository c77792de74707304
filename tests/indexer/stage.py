"""A chain to write histories on, and an index to compare them in."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Engine, delete, select

from indexer.abi import Deployment, abi_sha256
from indexer.apply import ATELIER
from indexer.follow import Follower
from indexer.primitives import Hash32
from indexer.run import sync
from indexer.source import Node
from tests.indexer.speaker import ADDRESSES, Utterance, runtime_code, speech

SPEAKER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
SILENT: Any = structlog.wrap_logger(
    structlog.testing.ReturnLogger(), wrapper_class=structlog.make_filtering_bound_logger(50)
)

Rows = dict[str, list[dict[str, Any]]]


class Stage:
    """One Anvil whose contracts say what the test tells them to."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.node = Node(url)
        self.nodes = [self.node]
        for place in ADDRESSES.values():
            self.ask("anvil_setCode", place, runtime_code())
        self.ask("evm_setAutomine", False)
        self.mine()
        genesis = self.node.headers([0])[0].hash
        self.deployment = Deployment(self.node.chain_id(), genesis, 1, ADDRESSES)

    def close(self) -> None:
        """Let every connection go."""
        for node in self.nodes:
            node.close()

    def ask(self, method: str, *parameters: Any) -> Any:
        """One question to the node, of any kind."""
        return self.node.ask([(method, list(parameters))])[0]

    def block(self, *speeches: Sequence[Utterance]) -> None:
        """Mine one block with one transaction for each of these speeches."""
        for utterances in speeches:
            self.ask("eth_sendTransaction", transaction(utterances))
        self.mine()

    def mine(self, blocks: int = 1) -> None:
        """Let the chain grow."""
        self.ask("anvil_mine", hex(blocks))

    def reorganise(self, depth: int, *speeches: tuple[int, Sequence[Utterance]]) -> None:
        """Replace the last blocks; each speech names how deep from the fork its block is."""
        replaced = [[transaction(utterances), offset] for offset, utterances in speeches]
        self.ask("anvil_reorg", depth, replaced)

    def height(self) -> int:
        """The number of the last block."""
        return self.node.latest().number

    def hash(self, number: int) -> Hash32:
        """A block's hash, as the honest node says it."""
        return self.node.headers([number])[0].hash


def transaction(utterances: Sequence[Utterance]) -> dict[str, str]:
    """A transaction in which these things are said, in this order."""
    return {"from": SPEAKER, "data": speech(utterances), "gas": hex(3_000_000)}


def follow(stage: Stage, engine: Engine, **options: Any) -> Follower:
    """An indexer of the stage's contracts, by a connection of its own."""
    node = options.pop("node", None) or Node(stage.url)
    stage.nodes.append(node)
    return Follower(node, engine, ATELIER, stage.deployment, **options)


def catch_up(follower: Follower, attempts: int = 3) -> None:
    """Go as far as the node is."""
    sync(follower, attempts, SILENT)


def empty(engine: Engine) -> None:
    """What `reset` does, but faster where there is little: no file of the database is replaced."""
    emptied = ";".join(str(delete(table)) for table in ATELIER.every_table)
    with engine.begin() as connection:
        connection.exec_driver_sql(emptied)  # one way there and back, before each test


def rows(engine: Engine) -> Rows:
    """Everything the index holds, table by table, in the chain's order."""
    with engine.connect() as connection:
        return {
            table.__tablename__: [
                dict(row)
                for row in connection.execute(
                    select(table.__table__).order_by(*table.__table__.primary_key)
                ).mappings()
            ]
            for table in ATELIER.every_table
        }


def fresh_rows(stage: Stage, engine: Engine) -> Rows:
    """What an index says that has never seen another chain than the stage's present one."""
    empty(engine)
    catch_up(follow(stage, engine))
    return rows(engine)


def write_deployment(deployment: Deployment, folder: Path) -> Path:
    """The deployment's file, as the deploying script would write it."""
    contracts = {
        name: {"address": where, "abi_sha256": abi_sha256(name)}
        for name, where in deployment.contracts.items()
    }
    file = folder / "deployment.json"
    file.write_text(
        json.dumps(
            {
                "chain_id": deployment.chain_id,
                "genesis_hash": deployment.genesis_hash,
                "block": deployment.block,
                "contracts": contracts,
            }
        )
    )
    return file
