"""a work by a model that not everybody has
commissioned    -> attested in row, API, metadata, receipt, label and page
its rendering   -> waits where models work; nobody there, and the CPU does it
checked here    -> made again, as any work
checked where the model is not -> its bytes hold, and it says why there is no more
"""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generation import receipt as receipts
from marketplace.adapters.ipfs.cid import Cid
from marketplace.config import Settings
from marketplace.parts import Parts
from marketplace.runtime.verify import verify
from marketplace.studio import job
from tests.generation import loom
from tests.marketplace.conftest import Rows
from tests.marketplace.studio.conftest import Artist, WorkOff

ATTESTED = loom.CARD.replace('medium="{medium}",', 'promise="C", provenance="attested",')


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Models work on machines with a GPU."""
    return settings.model_copy(update={"model_on": "gpu"})


@pytest.fixture
def uninstall(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Install an engine with a model of its own; calling it takes the engine away again."""
    with loom.at_hand(loom.install(tmp_path / "site", card=ATTESTED)) as gone:
        yield gone


def test_it_says_so_everywhere(
    uninstall: Callable[[], None],
    artist: Artist,
    work_off: WorkOff,
    parts: Parts,
    rows: Rows,
    index: Callable[[], None],
    served: str,
) -> None:
    asked = artist.ask(engine="weaver", parameters={})
    assert asked.status_code == 201, asked.text
    assert asked.json()["provenance"] == "attested"
    waiting = rows("SELECT queue_name FROM procrastinate_jobs WHERE status = 'todo'")
    assert waiting == [(job.GPU_QUEUE,)]
    id_ = asked.json()["id"]
    work_off()
    artist.mint(id_)
    deadline = time.monotonic() + 60
    while artist.look(id_)["state"] != "minted":
        assert time.monotonic() < deadline
        work_off()
        index()
    made = artist.look(id_)
    assert made["metadata"]["provenance"] == "attested"
    root = Cid.parse(made["metadata"]["folder"])
    assert receipts.parse(parts.store.read(root, "receipt.json")).provenance == "attested"
    label = json.loads(parts.store.read(root, "label.json"))
    assert "only who has its model" in label["statement"]
    page = artist.site.get(f"/works/{made['work']}", headers={"Accept": "text/html"}).text
    assert "Attested" in page
    uninstall()
    found = verify(made["work"], served)
    assert (found.level, found.exit_code) == ("attested", 3)
    assert "that is not here; the bytes are those that the token names" in found.reason
    assert artist.site.get(f"/works/{made['work']}", headers={"Accept": "text/html"}).is_success


def test_the_cpu_takes_what_nobody_does(
    uninstall: Callable[[], None], artist: Artist, parts: Parts, rows: Rows
) -> None:
    artist.ask(engine="weaver", parameters={})
    with parts.units.begin() as session:
        assert job.reclaim(session, 0) == 1
    assert rows("SELECT queue_name FROM procrastinate_jobs") == [(job.CPU_QUEUE,)]
    assert artist.ask(seed=8).status_code == 201  # what anybody can make again needs no GPU
    assert {row[0] for row in rows("SELECT queue_name FROM procrastinate_jobs")} == {job.CPU_QUEUE}
