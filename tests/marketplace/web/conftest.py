"""Parts of the pages served alone, and a gallery for whole pages to show."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
import uvicorn
from fastapi import APIRouter, FastAPI

from marketplace import problem
from tests.marketplace.gallery.conftest import chain, mint, parts, seller, send, work

__all__ = ["chain", "mint", "parts", "seller", "send", "work"]

Serve = Callable[..., httpx.Client]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve a router, with some of its dependencies replaced, and speak to it over a socket."""
    with ExitStack() as stack:

        def serve(router: APIRouter, replaced: dict[Callable[..., object], object]) -> httpx.Client:
            app = FastAPI()
            problem.install(app)
            app.include_router(router)
            for dependency, part in replaced.items():
                app.dependency_overrides[dependency] = lambda part=part: part
            url = stack.enter_context(_listening(app))
            return stack.enter_context(httpx.Client(base_url=url, trust_env=False))

        yield serve


@contextmanager
def _listening(app: FastAPI) -> Iterator[str]:
    """The application on a port of its own."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()
