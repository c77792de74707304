"""The gateway, served over HTTP from a store of its own, and a folder in it."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import uvicorn
from fastapi import FastAPI
from httpx import Client

from marketplace import problem
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.embedded import EmbeddedBlocks
from marketplace.adapters.ipfs.store import UnixfsStore
from marketplace.gallery.gateway import router

from .sample import FOLDER


@pytest.fixture(scope="module")
def app() -> FastAPI:
    app = FastAPI()
    problem.install(app)
    app.include_router(router)
    return app


@pytest.fixture(scope="module")
def server(app: FastAPI) -> Iterator[str]:
    """The application behind a real server, on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ipfs")


@pytest.fixture(scope="module")
def store(app: FastAPI, disk: Path) -> UnixfsStore:
    store = UnixfsStore(EmbeddedBlocks(disk))
    app.state.parts = SimpleNamespace(store=store)
    return store


@pytest.fixture(scope="module")
def client(server: str, store: UnixfsStore) -> Iterator[Client]:
    with Client(base_url=server) as client:
        yield client


@pytest.fixture(scope="module")
def folder(store: UnixfsStore) -> Cid:
    return store.add_folder(FOLDER)
