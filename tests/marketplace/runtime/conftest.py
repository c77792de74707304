"""An installation's settings in a folder of the test's own, on ports that nobody uses."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from marketplace.config import Settings
from marketplace.runtime.chain import free_port


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder for a database server; pytest closes its own to the account that it runs as."""
    with tempfile.TemporaryDirectory(prefix="atelier-test-") as folder:
        yield Path(folder)


@pytest.fixture
def apart(tmp_path: Path) -> Settings:
    """Embedded parts throughout, and nothing shared with anybody."""
    return Settings(data=tmp_path / "data", port=free_port(), chain_port=free_port())
