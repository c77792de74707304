"""Let artists take turns: whoever asks for many works delays nobody's first one.

Start-time fair queueing (Goyal, Vin and Cheng, 1996): a job's turn is the studio's present turn or
the end of the artist's last one, whichever is later, and the lowest turn is served first.
"""

from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.studio.job import COSTS, QUEUES

# The present turn is the lowest that is waiting or served; with nobody there, everybody is even.
_TAKE: Final = text("""
    WITH present AS (
        SELECT coalesce(
            (SELECT -max(priority) FROM procrastinate_jobs
             WHERE queue_name = :queue AND status IN ('todo', 'doing')),
            (SELECT max(next) FROM turns),
            0
        ) AS turn
    )
    INSERT INTO turns (artist, next) SELECT :artist, turn + :cost FROM present
    ON CONFLICT (artist)
    DO UPDATE SET next = greatest(turns.next, excluded.next - :cost) + :cost
    RETURNING next - :cost
""")
_GIVE_BACK: Final = text("UPDATE turns SET next = next - :cost WHERE artist = :artist")


def take(session: Session, artist: Address, step: str, queue: str | None = None) -> int:
    """The turn of the artist's next job of this kind."""
    cost = COSTS.get(step)
    if cost is None:
        return 0
    values = {"artist": _bytes(artist), "queue": queue or QUEUES[step], "cost": cost}
    return int(session.execute(_TAKE, values).scalar_one())


def give_back(session: Session, artist: Address, step: str, jobs: int = 1) -> None:
    """Jobs that were never served cost nothing."""
    session.execute(_GIVE_BACK, {"artist": _bytes(artist), "cost": COSTS.get(step, 0) * jobs})


def _bytes(artist: Address) -> bytes:
    return bytes.fromhex(artist.removeprefix("0x"))
