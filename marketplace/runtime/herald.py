"""Look at the herald: whether one runs, and whether listeners and webhooks hear what there is."""

import psycopg

from marketplace.config import DRIVER
from marketplace.runtime.error import RuntimeFault
from marketplace.runtime.finding import Resting

START = "run `atelier up`, or `atelier herald` beside the others"
MANY = 1_000  # events that a herald at work is never behind by, except at its first start

RUNS = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'atelier-herald'"
UNTOLD = (
    "SELECT count(*) FROM (SELECT FROM events WHERE block_number > (SELECT "
    "coalesce(max(block_number), -1) FROM announcements WHERE retracts IS NULL AND NOT is_retracted"
    ") LIMIT %s) AS untold"
)
DELIVERIES = (
    "SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'dead') "
    "FROM deliveries"
)
ASLEEP = "SELECT count(*), count(asleep) FROM webhooks"


def look(database_url: str | None) -> str:
    """How far what the index knows is told and sent."""
    if database_url is None:
        raise Resting(f"no database to ask; {START}")
    address = "postgresql://" + database_url.removeprefix(DRIVER)
    try:
        with psycopg.connect(address, connect_timeout=5) as connection:
            (running,) = connection.execute(RUNS).fetchone() or (0,)
            (untold,) = connection.execute(UNTOLD, (MANY,)).fetchone() or (0,)
            waiting, dead = connection.execute(DELIVERIES).fetchone() or (0, 0)
            every, asleep = connection.execute(ASLEEP).fetchone() or (0, 0)
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[0]
        raise RuntimeFault(f"announcements cannot be read: {said}", "see `database`") from error
    if not running and untold:
        some = f"{untold} or more" if untold == MANY else str(untold)
        raise RuntimeFault(f"no herald runs, and {some} events are told to nobody", START)
    if not running:
        raise Resting("no herald runs; there is nothing to tell", START)
    hooks = f"{every} webhook{'' if every == 1 else 's'}, {asleep} asleep"
    return f"tells and sends; {hooks}, {waiting} deliveries wait, {dead} are dead"
