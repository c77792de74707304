"""Write how far a rendering has come: seldom enough for the database, often enough for people."""

import hashlib
import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from marketplace.db import Units, unit
from marketplace.studio import glimpse
from marketplace.studio.glimpse import Made

PAUSE_SECONDS: Final = 0.3
WEBP: Final = "image/webp"


class Withdrawn(Exception):
    """Nobody wants this rendering any more: it was cancelled, or somebody else finished it."""


class Progress:
    """Hears every step of one rendering, keeps the latest one that is due, and its preview."""

    def __init__(
        self, units: Units, made: Made, id_: UUID, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._units = units
        self._made, self._id = made, id_
        self._clock = clock
        self._due = clock()
        self._told: tuple[int, str] | None = None
        self._preview: bytes | None = None

    def __call__(self, permille: int, stage: str, preview: bytes | None = None) -> None:
        """Keep it in a transaction of its own: a watcher sees it at once.

        Raises `Withdrawn` where the rendering should stop.
        """
        self._preview = preview or self._preview
        if self._clock() < self._due:
            return
        self._due = self._clock() + PAUSE_SECONDS
        now = max(0, min(permille, 999)), stage
        with unit(self._units) as session:
            if now == self._told and self._preview is None:
                is_wanted = glimpse.is_asked(session, self._made, self._id)
            else:
                is_wanted = glimpse.keep_progress(session, self._made, self._id, *now)
            if is_wanted and self._preview is not None:
                sha256 = hashlib.sha256(self._preview).hexdigest()
                glimpse.keep_preview(session, self._id, self._preview, WEBP, sha256)
        if not is_wanted:
            raise Withdrawn
        self._told, self._preview = now, None
