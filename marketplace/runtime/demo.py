"""Play the demo in an installation made for it, and taken down after: its cast plays once."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from marketplace.config import Settings
from marketplace.runtime.chain import free_port
from marketplace.runtime.installation import installed
from marketplace.runtime.performance import perform
from marketplace.runtime.tell import Teller

if TYPE_CHECKING:
    from marketplace.journey.record import OnStep
    from marketplace.journey.story import Story


def demo(settings: Settings, console: Console, on_step: "OnStep") -> "Story":
    """The story, told step by step to whoever listens."""
    with (
        tempfile.TemporaryDirectory(prefix="atelier-demo-") as folder,
        installed(_apart(settings, Path(folder)), Teller(console)) as one,
    ):
        console.print()
        return perform(one.settings, on_step)


def _apart(settings: Settings, folder: Path) -> Settings:
    """Settings of an installation that touches nothing of anybody's."""
    port = free_port()
    return Settings(
        data=folder,
        host="127.0.0.1",
        port=port,
        public_url=f"http://localhost:{port}",
        database_url=None,
        rpc_url=None,
        chain_port=free_port(),
        deployment=folder / "deployment.json",
        ipfs_api=settings.ipfs_api,
        relayer_key_file=folder / "relayer.key",
        poll_seconds=settings.poll_seconds,
        log_format=settings.log_format,
    )
