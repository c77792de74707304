"""Say how long to wait after a failure, and when to stop trying: rules, and no clock of their own.

A delivery is tried for about a day. An endpoint that failed rests by itself, so that many waiting
deliveries do not knock all at once, and sleeps after three days without one success.
"""

from datetime import timedelta
from typing import Final

PAUSES: Final = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800)
)
LONGEST_REST: Final = timedelta(minutes=15)
SLEEP_AFTER: Final = timedelta(days=3)
GONE: Final = 410  # an endpoint that says so is never asked again


def is_taken(status: int) -> bool:
    """Whether an answer means that the event has arrived; a redirection is not followed."""
    return 200 <= status < 300


def pause(attempts: int) -> timedelta | None:
    """How long a delivery waits after so many failed attempts; None: it is dead."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


def rest(failures: int) -> timedelta:
    """How long an endpoint rests after so many failures one after the other."""
    return min(PAUSES[min(failures, len(PAUSES)) - 1], LONGEST_REST)
