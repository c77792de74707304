"""A studio on real parts: an admitted artist, a worker's tools, and ways to let jobs run."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from procrastinate import App, PsycopgConnector

from marketplace.config import DRIVER, Settings
from marketplace.parts import Parts, assembled
from marketplace.runtime.chain import Chain, free_port
from marketplace.studio import step
from marketplace.studio.relayer import Relayer
from marketplace.studio.workshop import Workshop
from tests import fakes

ORDER: dict[str, Any] = {
    "title": "On Wings of Song",
    "description": "a cloud, about to flower",
    "engine": "painter",
    "parameters": {},
    "prompt": "",
    "seed": 7,
}


@pytest.fixture
def chain(admitted_state: Path) -> Iterator[Chain]:
    """A chain of the test's own on which the artist is admitted."""
    chain = Chain(free_port(), start_from=admitted_state)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture
def parts(settings: Settings, index: Callable[[], None]) -> Iterator[Parts]:
    """What the worker process holds."""
    with assembled(settings, "test") as parts:
        yield parts


@pytest.fixture
def workshop(parts: Parts) -> Workshop:
    """The worker's tools, with the quick renderer."""
    relayer = Relayer.load(
        parts.settings.relayer_key_file, parts.contracts["Artwork"], parts.deployment.chain_id
    )
    return Workshop(parts.units, parts.store, parts.chain, fakes.render, relayer)


@pytest.fixture
def work_off(workshop: Workshop, settings: Settings) -> Callable[[], None]:
    """Run every job that is due, once, as a worker would."""

    async def run() -> None:
        conninfo = "postgresql://" + settings.database.removeprefix(DRIVER)
        app = App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=4))
        step.register(app, workshop)
        async with app.open_async():
            await app.run_worker_async(
                wait=False, install_signal_handlers=False, delete_jobs="successful"
            )

    return lambda: asyncio.run(run())
