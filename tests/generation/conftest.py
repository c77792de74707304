"""Hand out recipes and their paintings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from generation import registry
from tests.generation import loom
from tests.generation.easel import Ask, Painted, Pixels, levels, paint, small

# What an example takes on a busy machine says nothing about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def recipe() -> Ask:
    """Builder of a small painting's recipe."""
    return small


@pytest.fixture(scope="session")
def painted() -> Painted:
    """Artefact of a seed and parameters, rendered once a session."""
    return lambda seed=5, **chosen: paint(seed, tuple(sorted(chosen.items())))


@pytest.fixture(scope="session")
def pixels(painted: Painted) -> Pixels:
    """The pixels of such an artefact."""
    return lambda seed=5, **chosen: levels(painted(seed, **chosen))


@pytest.fixture
def install(tmp_path: Path) -> Iterator[loom.Install]:
    """Install other people's engines into this process for one test."""
    home = tmp_path / "site"
    home.mkdir()

    def put(**choices: str) -> None:
        loom.install(home, **choices)
        registry.shelf.cache_clear()

    with loom.at_hand(home):
        yield put
