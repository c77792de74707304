"""An installation's settings in a folder of the test's own, on ports that nobody uses."""

from pathlib import Path

import pytest

from marketplace.config import Settings
from marketplace.runtime.chain import free_port


@pytest.fixture
def apart(tmp_path: Path) -> Settings:
    """Embedded parts throughout, and nothing shared with anybody."""
    return Settings(data=tmp_path / "data", port=free_port(), chain_port=free_port())
