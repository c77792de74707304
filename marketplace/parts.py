"""Hold what every request and every job step uses: settings, database, store, chain, deployment."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine

from generation.words import moderation
from generation.words.moderation import WordList, WordListRefused
from indexer.abi import Deployment, abi
from marketplace import db
from marketplace.adapters.chain import Chain
from marketplace.adapters.contract import Contract
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.kubo import KuboBlocks
from marketplace.adapters.ipfs.store import BlockKeeper, UnixfsStore
from marketplace.config import ConfigurationError, Settings
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
    words: WordList = field(default_factory=moderation.shipped)


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
            words=_words(settings),
        )


def _keeper(settings: Settings, stack: ExitStack) -> BlockKeeper:
    if settings.ipfs_api is None:
        return EmbeddedBlocks(settings.data / "ipfs")
    return stack.enter_context(KuboBlocks(settings.ipfs_api))


def _words(settings: Settings) -> WordList:
    """The list of words that the DAO owns, or the one that is shipped."""
    if settings.word_list is None:
        return moderation.shipped()
    try:
        return moderation.load(settings.word_list, settings.word_list_sha256)
    except WordListRefused as refused:
        raise ConfigurationError(f"ATELIER_WORD_LIST: {refused}") from refused
