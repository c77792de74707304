"""Hand out recipes and their paintings."""

from __future__ import annotations

import pytest

from tests.generation.easel import Ask, Painted, Pixels, levels, paint, small


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
