"""Write how far a rendering has come: seldom enough for the database, often enough for people."""

import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from sqlalchemy import update

from marketplace.db import Units, unit
from marketplace.studio.models import Commission
from marketplace.studio.state import State

PAUSE_SECONDS: Final = 0.3


class Progress:
    """Hears every step of one rendering and keeps the latest one that is due."""

    def __init__(
        self, units: Units, commission: UUID, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._units = units
        self._commission = commission
        self._clock = clock
        self._due = clock()

    def __call__(self, permille: int, stage: str) -> None:
        """Keep it in a transaction of its own: a watcher sees it at once."""
        if self._clock() < self._due:
            return
        self._due = self._clock() + PAUSE_SECONDS
        with unit(self._units) as session:
            session.execute(
                update(Commission)
                .where(Commission.id == self._commission, Commission.state == State.ASKED)
                .values(progress_permille=max(0, min(permille, 999)), stage=stage)
            )
