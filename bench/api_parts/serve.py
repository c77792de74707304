"""Serve one thing, as operators serve it: `hello`, or the resources `cached` or `uncached`.

    python bench/api_parts/serve.py MODE PORT [DATABASE]

The resources are the product's own routes behind its own guard; uncached, nobody hears of changes,
and so nothing is kept.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from marketplace.api import routes
from marketplace.api.reader import Reader
from marketplace.api.shelf import Counter, Shelf, hearing
from marketplace.guard import Guard

HELLO = "/hello"


def hello() -> FastAPI:
    """The least that this framework answers."""
    app = FastAPI()

    @app.get(HELLO)
    async def say() -> dict[str, str]:
        return {"hello": "world"}

    return app


def resources(database: str, is_cached: bool, public_url: str) -> FastAPI:
    """The lists, as the marketplace serves them."""
    shelf = Shelf()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.reader, app.state.shelf = Reader(database, "bench"), shelf
        async with AsyncExitStack() as stack:
            if is_cached:
                await stack.enter_async_context(hearing(database, "bench", shelf))
            gc.collect()
            gc.freeze()
            yield
        app.state.reader.close()

    app = FastAPI(lifespan=lifespan)
    app.include_router(routes.router())
    app.add_middleware(Counter, shelf=shelf)
    app.add_middleware(Guard, public_url=public_url)
    return app


def main(mode: str, port: int, database: str = "") -> None:
    """Serve until ended."""
    url = f"http://127.0.0.1:{port}"
    app = hello() if mode == "hello" else resources(database, mode == "cached", url)
    uvicorn.run(app, port=port, log_config=None, access_log=False, server_header=False)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
