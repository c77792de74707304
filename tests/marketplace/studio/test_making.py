"""making
rendered and pinned           -> metadata is canonical, its digest the token's id, all in the store
a credential to sign with     -> a signed copy goes with it
its folder                    -> holds every file that the metadata lists, and the metadata
renderer gives up             -> failed with its reason; retried, it goes on
store away for a while        -> the step waits and is done; nothing fails
store away for good           -> failed with the reason; what was rendered is kept
a connection dies midway      -> the step waits and is done; nothing fails
renderer dies of what nobody foresaw -> failed in the end, without our insides
"""

import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any, BinaryIO
from uuid import UUID

import c2pa
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from generation.errors import RenderError
from generation.recipe import Recipe, parse
from marketplace import metadata
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import StoreUnreachable
from marketplace.adapters.renderer import OnProgress, Rendering
from marketplace.db import unit
from marketplace.deliverables import credential, folder
from marketplace.parts import Parts
from marketplace.ports import Store
from marketplace.studio import job
from tests.marketplace.conftest import Rows
from tests.marketplace.studio.conftest import Artist, WorkOff


def hurry(parts: Parts) -> None:
    """Let what waits for later be due now."""
    with unit(parts.units) as session:
        session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL"))


@pytest.fixture
def pinned_content(artist: Artist, pinned: str, parts: Parts) -> dict[str, Any]:
    """The metadata of a pinned work, as anybody reads it."""
    found: dict[str, Any] = json.loads(
        parts.store.block(Cid.parse(artist.look(pinned)["metadata_cid"]))
    )
    return found


def test_a_pinned_work_is_what_its_digests_say(artist: Artist, pinned: str, parts: Parts) -> None:
    made = artist.look(pinned)
    cid = Cid.parse(made["metadata_cid"])
    content = parts.store.block(cid)
    assert made["token_id"] == str(int.from_bytes(hashlib.sha256(content).digest()))
    found = metadata.read(content)
    assert found.creator == artist.account.address
    assert found.recipe == made["recipe"] == parse(made["recipe"]).as_dict()
    assert found.recipe_digest == made["recipe_digest"]
    picture = parts.store.read(Cid.parse(found.artefact.cid))
    assert hashlib.sha256(picture).hexdigest() == found.artefact.sha256
    assert [change["state"] for change in made["changes"]] == ["asked", "rendered", "pinned"]


def test_a_pinned_works_folder_holds_all_that_it_lists(
    pinned_content: dict[str, Any], parts: Parts
) -> None:
    lines = pinned_content["properties"]["files"]
    for line in lines:
        held = parts.store.read(Cid.parse(pinned_content["folder"]), line["name"])
        assert (len(held), hashlib.sha256(held).hexdigest()) == (line["size"], line["sha256"])
        assert parts.store.read(Cid.parse(line["cid"])) == held
    assert {line["name"] for line in lines} > {"master.png", "preview.avif", "receipt.json"}


def test_a_works_folder_leads_to_its_token(
    artist: Artist, pinned: str, pinned_content: dict[str, Any], parts: Parts
) -> None:
    work = Cid.parse(artist.look(pinned)["metadata_cid"])
    root = folder.whole(parts.store, work, metadata.read(metadata.encode(pinned_content)))
    assert root is not None
    assert parts.store.read(root, "metadata.json") == parts.store.block(work)
    assert parts.store.find(root, "work") == Cid.parse(pinned_content["folder"])


def test_a_worker_with_a_credential_adds_a_signed_copy(
    artist: Artist, work_off: WorkOff, parts: Parts
) -> None:
    id_ = artist.ask().json()["id"]
    work_off(credential=credential.ensure(parts.settings.c2pa_file))
    found = metadata.read(parts.store.block(Cid.parse(artist.look(id_)["metadata_cid"])))
    assert found.signed is not None
    signed = io.BytesIO(parts.store.read(Cid.parse(found.signed)))
    with c2pa.Reader("image/png", signed) as reader:
        assert reader.get_validation_state() == "Valid"


def test_a_rendering_that_fails_says_why_and_can_be_tried_again(
    artist: Artist, work_off: WorkOff
) -> None:
    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        raise RenderError("not enough memory; ask a smaller size")

    id_ = artist.ask().json()["id"]
    work_off(render=render)
    failed = artist.look(id_)
    assert (failed["state"], failed["failure"]) == (
        "failed",
        "not enough memory; ask a smaller size",
    )
    assert artist.site.post(f"/api/v1/commissions/{id_}/retry").status_code == 202
    work_off()
    assert artist.look(id_)["state"] == "pinned"
    assert artist.site.post(f"/api/v1/commissions/{id_}/retry").status_code == 409


class Away:
    """A store that nobody reaches for its first so many calls."""

    def __init__(self, store: Store, calls: int) -> None:
        self._store, self._calls = store, calls

    def _reach(self) -> Store:
        if self._calls > 0:
            self._calls -= 1
            raise StoreUnreachable("nobody answers at 127.0.0.1:5001")
        return self._store

    def add(self, content: bytes | BinaryIO) -> Cid:
        return self._reach().add(content)

    def add_block(self, content: bytes) -> Cid:
        return self._reach().add_block(content)

    def add_folder(self, files: Mapping[str, bytes | BinaryIO]) -> Cid:
        return self._reach().add_folder(files)

    def read(self, cid: Cid, path: str = "") -> bytes:
        return self._reach().read(cid, path)

    def block(self, cid: Cid) -> bytes:
        return self._reach().block(cid)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reach(), name)


def test_a_store_that_comes_back_costs_only_time(
    artist: Artist, work_off: WorkOff, parts: Parts
) -> None:
    id_ = artist.ask().json()["id"]
    store = Away(parts.store, calls=3)
    for _ in range(4):
        work_off(store=store)
        hurry(parts)
    made = artist.look(id_)
    assert made["state"] == "pinned"
    assert [change["state"] for change in made["changes"]] == ["asked", "rendered", "pinned"]


def test_a_store_that_stays_away_fails_the_step_and_keeps_the_rest(
    artist: Artist, work_off: WorkOff, parts: Parts
) -> None:
    id_ = artist.ask().json()["id"]
    good = parts.store

    class PinsNothing(Away):
        def add_folder(self, files: Mapping[str, bytes | BinaryIO]) -> Cid:
            return good.add_folder(files)

    for _ in range(11):
        work_off(store=PinsNothing(good, calls=1000))
        hurry(parts)
    failed = artist.look(id_)
    assert (failed["state"], failed["failure"]) == ("failed", "nobody answers at 127.0.0.1:5001")
    assert failed["artefact_cid"] is not None
    retried = artist.site.post(f"/api/v1/commissions/{id_}/retry").json()
    assert retried["state"] == "rendered"


def test_a_connection_that_dies_midway_costs_only_time(
    artist: Artist, work_off: WorkOff, parts: Parts, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    defer, deaths = job.defer, iter([True])

    def defer_on_a_dying_connection(session: Session, step: str, commission: UUID) -> None:
        if next(deaths, False):
            backend = session.scalar(text("SELECT pg_backend_pid()"))
            rows(f"SELECT pg_terminate_backend({backend}, 5000)")
        defer(session, step, commission)

    id_ = artist.ask().json()["id"]
    monkeypatch.setattr(job, "defer", defer_on_a_dying_connection)
    work_off()
    assert artist.look(id_)["state"] == "asked"
    hurry(parts)
    work_off()
    assert [change["state"] for change in artist.look(id_)["changes"]] == [
        "asked",
        "rendered",
        "pinned",
    ]


def test_a_fault_of_ours_keeps_its_details_to_itself(artist: Artist, work_off: WorkOff) -> None:
    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        raise KeyError("secret")

    id_ = artist.ask().json()["id"]
    work_off(render=render)
    failure = artist.look(id_)["failure"]
    assert "KeyError" in failure
    assert "secret" not in failure


@pytest.mark.parametrize("permille", [-5, 500, 5000])
def test_progress_stays_within_its_bounds(
    artist: Artist, work_off: WorkOff, parts: Parts, permille: int
) -> None:
    from tests import fakes

    seen: list[int] = []

    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        assert on_progress is not None
        on_progress(permille, "painting")
        seen.append(artist.look(id_)["progress_permille"])
        return fakes.render(recipe)

    id_ = artist.ask().json()["id"]
    work_off(render=render)
    assert seen == [max(0, min(permille, 999))]
    assert artist.look(id_)["progress_permille"] == 1000
