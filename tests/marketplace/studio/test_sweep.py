"""sweeping
a commission that lost its job  -> gets one, once, and goes on
it has one, rests, is minted, or moved just now -> left alone
a mint that a reorg took back   -> sent again
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import commission as commissions
from tests.marketplace.conftest import Actor
from tests.marketplace.studio.conftest import Artist, WorkOff


def sweep(parts: Parts, *, ahead: timedelta = timedelta(minutes=1)) -> int:
    """Sweep as if so much time had passed."""
    with unit(parts.units) as session:
        return commissions.sweep(session, datetime.now(UTC) + ahead)


def lose_jobs(parts: Parts) -> None:
    """As a database does that was set back."""
    with unit(parts.units) as session:
        session.execute(text("DELETE FROM procrastinate_jobs"))


def test_a_lost_job_is_given_again(artist: Artist, work_off: WorkOff, parts: Parts) -> None:
    id_ = artist.ask().json()["id"]
    assert sweep(parts) == 0
    lose_jobs(parts)
    assert sweep(parts, ahead=timedelta(minutes=-1)) == 0
    assert (sweep(parts), sweep(parts)) == (1, 0)
    work_off()
    assert artist.look(id_)["state"] == "pinned"
    assert sweep(parts) == 0


def test_a_mint_that_vanished_is_brought_again(
    artist: Artist,
    pinned: str,
    work_off: WorkOff,
    parts: Parts,
    act: Actor,
    index: Callable[[], None],
) -> None:
    with act.chain as chain:
        before = chain.ask("evm_snapshot")
        artist.mint(pinned)
        work_off()
        index()
        lose_jobs(parts)
        assert (artist.look(pinned)["state"], sweep(parts)) == ("minted", 0)
        chain.ask("evm_revert", before)
        for _ in range(3):
            chain.ask("evm_mine")
    index()
    assert (artist.look(pinned)["state"], sweep(parts)) == ("sent", 1)
    work_off()
    index()
    assert artist.look(pinned)["state"] == "minted"
