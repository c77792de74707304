"""Killing our processes while a work goes from application to sale

worker or index killed as each step ends      -> the journey ends well: one token, one sale
worker or index killed at any other moment    -> the same
"""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.journeys.part import VICTIMS, Part, play_small

if TYPE_CHECKING:
    from marketplace.config import Settings
    from marketplace.journey.story import Step, Story

RANDOM_KILLS = 12


def test_killing_both_as_each_step_ends_loses_and_doubles_nothing(
    settings: "Settings", parts: dict[str, Part]
) -> None:
    def strike(_step: "Step") -> None:
        for part in parts.values():
            part.kill()

    story = play_small(settings, strike)

    assert parts["worker"].deaths == len(story.steps)
    _assert_one_of_each(settings, story)


@pytest.mark.parametrize("seed", [1, 2])
def test_killing_one_at_any_moment_loses_and_doubles_nothing(
    settings: "Settings", parts: dict[str, Part], seed: int
) -> None:
    with _assassin(parts, random.Random(seed)):
        story = play_small(settings, lambda _step: None)

    assert sum(part.deaths for part in parts.values()) > 0
    _assert_one_of_each(settings, story)


@contextmanager
def _assassin(parts: dict[str, Part], dice: random.Random) -> Iterator[None]:
    """Strike a bounded number of times, at moments of the dice's."""
    over = threading.Event()

    def stalk() -> None:
        for _ in range(RANDOM_KILLS):
            if over.wait(dice.uniform(0.2, 3.0)):
                return
            parts[dice.choice(VICTIMS)].kill()

    stalker = threading.Thread(target=stalk)
    stalker.start()
    try:
        yield
    finally:
        over.set()
        stalker.join()


def _assert_one_of_each(settings: "Settings", story: "Story") -> None:
    """Judged by the index's rows of events, and by the token's owner on the chain."""
    url = settings.database.replace("+psycopg", "")
    with psycopg.connect(url) as connection:
        named = "SELECT count(*) FROM events WHERE name = %s"
        counts = {
            name: connection.execute(named, (name,)).fetchone()[0]  # type: ignore[index]
            for name in ("ArtistAdmitted", "WorkMinted", "WorkSold")
        }
        relayed = connection.execute("SELECT count(*) FROM relay_transactions").fetchone()

    assert counts == {"ArtistAdmitted": 1, "WorkMinted": 1, "WorkSold": 1}
    assert relayed == (1,)
    assert story.sale.owner == story.sale.collector
    assert story.proof.rerender_sha256 == story.proof.artefact_sha256
