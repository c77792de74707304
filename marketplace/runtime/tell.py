"""Tell a person at a terminal what starts, how long it took, and where it is."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.markup import escape

WIDTH = 22


@dataclass
class Note:
    """What a step adds to its line once it is known."""

    detail: str = ""


@dataclass(frozen=True)
class Teller:
    """One line a step; a spinner while it lasts, where there is a terminal."""

    console: Console
    _began: float = field(default_factory=time.monotonic)

    @contextmanager
    def step(self, title: str) -> Iterator[Note]:
        """Tell of one step; nothing is claimed if it fails."""
        note, began = Note(), time.monotonic()
        with self.console.status(escape(title)):
            yield note
        took = f"{time.monotonic() - began:5.1f} s"
        self.console.print(
            f"[green]✓[/] {escape(title):<{WIDTH}} [dim]{took}  {escape(note.detail)}[/]",
            highlight=False,
            soft_wrap=True,
        )

    def say(self, sentence: str) -> None:
        """One sentence that is no step."""
        self.console.print(f"[yellow]•[/] {escape(sentence)}", highlight=False, soft_wrap=True)

    def ready(self, url: str) -> None:
        """The line to look for: it serves, and where."""
        took = time.monotonic() - self._began
        self.console.print(
            f"\n[bold]Atelier is open at [link={url}]{url}[/link][/] "
            f"[dim](after {took:.1f} s; Ctrl-C closes it)[/]",
            highlight=False,
            soft_wrap=True,
        )
