"""the kill matrix: SIGKILL before and after every step, in a process of its own each
while an empty index is claimed -> nothing, or the claim
while it goes forward           -> the rows before the step or after it
while it goes back              -> the rows before, those of the common past, or those after
while it is rebuilt             -> the rows as they were
and each time                   -> the next one arrives where an index is that never died
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from indexer.apply import ATELIER
from indexer.rebuild import BESIDE, rebuild
from tests.indexer.history import World, person
from tests.indexer.speaker import say
from tests.indexer.stage import Rows, Stage, catch_up, follow, fresh_rows, rows, write_deployment

ROOT = Path(__file__).resolve().parents[2]
NODE, STORE = "indexer.source:Node", "indexer.store"

# The steps forward in their order: each function, and which of its calls.
FORWARD = [
    (f"{NODE}.chain_id", 1),
    (f"{STORE}.claimed", 1),
    (f"{NODE}.tips", 1),
    ("indexer.follow.plan", 1),
    ("indexer.follow.fetch", 1),
    (f"{NODE}.headers", 1),
    ("indexer.subject:Subject.rows", 1),
    ("indexer.link.follows", 1),
    (f"{STORE}.commit", 1),
    (f"{STORE}._advance", 1),
    *((f"{STORE}.copy", nth) for nth in (1, 2, 3, 4)),
    (f"{STORE}._prune", 1),
    (f"{STORE}._notify", 1),
]
BACK = [
    (f"{STORE}.recent", 1),
    ("indexer.link.check", 2),
    ("indexer.link.ancestor", 1),
    (f"{STORE}.rewind", 1),
    (f"{STORE}._advance", 1),
    (f"{STORE}._notify", 1),
    (f"{STORE}._advance", 2),
    (f"{STORE}.commit", 1),
]
REBUILDING = [
    ("indexer.rebuild._prepare", 1),
    (f"{STORE}.commit", 1),
    ("indexer.rebuild._take_over", 1),
    ("indexer.rebuild._exchanged", 20),
]
MOMENTS = [pytest.param(False, id="before"), pytest.param(True, id="after")]

Die = Callable[..., None]


@pytest.fixture(scope="module")
def nursery() -> Iterator["subprocess.Popen[str]"]:
    """Where indexers are born that will die."""
    command = [sys.executable, "-m", "tests.indexer.mortal"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.communicate()


@pytest.fixture
def die(stage: Stage, engine: Engine, nursery: "subprocess.Popen[str]", tmp_path: Path) -> Die:
    """Have an indexer start and be killed at this point; it must come that far."""
    file = str(write_deployment(stage.deployment, tmp_path))
    database = engine.url.render_as_string(hide_password=False)
    said, heard = nursery.stdin, nursery.stdout
    assert said is not None
    assert heard is not None

    def killed(point: str, nth: int, *, is_after: bool, rebuilds: bool = False) -> None:
        place = {"url": stage.url, "database": database, "deployment": file}
        order = {"point": point, "nth": nth, "is_after": is_after, "rebuilds": rebuilds}
        said.write(json.dumps(order | place) + "\n")
        said.flush()
        assert int(heard.readline()) == signal.SIGKILL, f"{point} was never reached"

    return killed


def speak(stage: Stage, world: World, number: int) -> None:
    """A block from which rows of several tables come."""
    stage.block(world.speech([("mint", number), ("sell", number), ("fee", number)]))


def arrived(stage: Stage, engine: Engine) -> Rows:
    """What the index holds when somebody has followed to the head."""
    catch_up(follow(stage, engine))
    return rows(engine)


@pytest.mark.parametrize("is_after", MOMENTS)
def test_killed_at_any_step_forward(
    stage: Stage, engine: Engine, truth: Engine, die: Die, is_after: bool
) -> None:
    world = World()
    die(f"{STORE}.claim", 1, is_after=is_after)
    assert len(rows(engine)["chains"]) == int(is_after)
    before = arrived(stage, engine)
    for number, (point, nth) in enumerate(FORWARD):
        speak(stage, world, number)
        die(point, nth, is_after=is_after)
        found = rows(engine)
        after = arrived(stage, engine)
        is_over = is_after and point == f"{STORE}.commit"
        assert found == (after if is_over else before), point
        assert after != before
        before = after
    assert before == fresh_rows(stage, truth)


@pytest.mark.parametrize("is_after", MOMENTS)
def test_killed_at_any_step_back(
    stage: Stage, engine: Engine, truth: Engine, die: Die, is_after: bool
) -> None:
    world = World()
    for number, (point, nth) in enumerate(BACK):
        speak(stage, world, number)
        past = arrived(stage, engine)
        stage.block([say("Market", "FeesSwept", person(1), number)])
        stage.mine()
        before = arrived(stage, engine)
        stage.reorganise(2, (1, [say("Market", "FeesChanged", number + 1, 0)]))
        die(point, nth, is_after=is_after)
        found = rows(engine)
        after = arrived(stage, engine)
        assert facts(found) in map(facts, (before, past, after)), point
        assert found["chains"][0]["head_hash"] in {
            state["chains"][0]["head_hash"] for state in (before, past, after)
        }
        assert after["sweeps"] == []
    assert rows(engine) == fresh_rows(stage, truth)


def facts(state: Rows) -> Rows:
    """What was said, without what the index notes of the chain's head."""
    return {table: found for table, found in state.items() if table not in ("chains", "blocks")}


@pytest.mark.parametrize("is_after", MOMENTS)
def test_killed_at_any_step_of_a_rebuild(
    stage: Stage, engine: Engine, die: Die, is_after: bool
) -> None:
    world = World()
    for number in range(3):
        speak(stage, world, number)
    before = arrived(stage, engine)
    for point, nth in REBUILDING:
        die(point, nth, is_after=is_after, rebuilds=True)
        assert rows(engine) == before, point
    again = rebuild(engine, ATELIER.every_table, lambda one: catch_up(follow(stage, one)))
    assert all(table.is_same for table in again)
    assert BESIDE not in inspect(engine).get_schema_names()
