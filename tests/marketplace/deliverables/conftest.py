"""A finished rendering, and the folder that is laid out for it."""

import pytest

from generation.recipe import Recipe, compose
from marketplace.adapters.renderer import Rendering
from marketplace.deliverables.folder import Folder, Piece, assemble
from tests import fakes
from tests.marketplace.adapters.ipfs.conftest import node_command, reference

__all__ = ["node_command", "reference"]

ARTIST = "0x" + "1a" * 20


@pytest.fixture(scope="session")
def recipe() -> Recipe:
    return compose("painter", {"palette": "rose"}, seed=2**53 - 1, prompt="a rose")


@pytest.fixture(scope="session")
def rendering(recipe: Recipe) -> Rendering:
    return fakes.render(recipe)


@pytest.fixture(scope="session")
def piece(recipe: Recipe) -> Piece:
    return Piece("On Wings of Song", "a cloud, about to flower", ARTIST, recipe)


@pytest.fixture(scope="session")
def folder(piece: Piece, rendering: Rendering) -> Folder:
    return assemble(piece, rendering)
